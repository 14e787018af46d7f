// Everything a page is judged on: the generated articles, and those made by hand for one difficulty each.
import { exportInput } from './full-article.ts'
import { checkerInputs } from './checker-pages.ts'
import { type GeneratedPage, generatedPages } from './generated-articles.ts'

export const acceptancePages = (): readonly GeneratedPage[] => [
  ...generatedPages(),
  ...Object.entries(checkerInputs()).map(([name, patch]) => ({ name, input: exportInput(patch) })),
]
