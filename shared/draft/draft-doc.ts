// The live draft as a Y.Doc. The only file that spells 'content', 'meta' and 'threads'.
import * as Y from 'yjs'

export const CONTENT = 'content'
export const META = 'meta'
export const THREADS = 'threads'

/** A new, empty Y.Doc with a client id of its own: ids are never restored from disk (RELIABILITY 5.4). */
export function createDraftDoc(): Y.Doc {
  return new Y.Doc({ gc: true })
}
export const contentOf = (doc: Y.Doc): Y.XmlFragment => doc.getXmlFragment(CONTENT)
export const metaOf = (doc: Y.Doc): Y.Map<unknown> => doc.getMap(META)
export const threadsOf = (doc: Y.Doc): Y.Map<unknown> => doc.getMap(THREADS)
