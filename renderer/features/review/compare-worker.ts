// The worker's side of comparer.ts.
import { diffArticles } from '#shared/revision/diff/diff-articles.ts'
import type { CompareRequest } from './comparer.ts'

addEventListener('message', ({ data }: MessageEvent<CompareRequest>) => {
  const { before, after, zone } = data
  postMessage(diffArticles(before, after, { zone }), { transfer: [] })
})
