// The open draft's content as JSON once the writer pauses. Read only while the checks are on screen.
import { useEffect, useState } from 'react'
import type { NodeJson } from '#shared/article/article.ts'
import { readAsStored } from '#shared/article/materialise.ts'
import type { DraftReplica } from '../../editor/index.ts'

/** Milliseconds without a change before the checks look again: they must never be on the path of a key. */
const REST_MS = 500

export function useSettledArticle(replica: DraftReplica): NodeJson | null {
  const [content, setContent] = useState<NodeJson | null>(null)
  useEffect(() => {
    const read = () => setContent(readAsStored(replica.doc))
    let timer = setTimeout(read)
    const later = () => {
      clearTimeout(timer)
      timer = setTimeout(read, REST_MS)
    }
    replica.doc.on('update', later)
    return () => {
      clearTimeout(timer)
      replica.doc.off('update', later)
    }
  }, [replica])
  return content
}
