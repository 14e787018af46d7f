// The short fields of the open draft as panels see them: one snapshot, writes of one key at a time, no Yjs outside.
import type { ArticleMeta, MetaField, Person } from '#shared/article/meta.ts'
import { metaOf } from '#shared/draft/draft-doc.ts'
import {
  type MetaPatch,
  readKnownMeta,
  removePerson,
  setPerson,
  setTopic,
  writeMeta,
} from '#shared/draft/meta-map.ts'
import type { DraftReplica } from '../editor/index.ts'

export interface MetaHandle {
  /** The same object until a field changes. */
  get(): ArticleMeta
  set<F extends MetaField>(field: F, value: ArticleMeta[F]): void
  setTopic(topic: string, isSet: boolean): void
  setPerson(person: Person): void
  removePerson(id: string): void
  subscribe(listener: () => void): () => void
}

/** Yjs origin of edits made in a panel: apart from the galley's, so that undo in the text never takes back a field. */
const FROM_PANEL = { source: 'panel' } as const

export function createMetaHandle(doc: DraftReplica['doc']): MetaHandle {
  const map = metaOf(doc)
  const listeners = new Set<() => void>()
  let snapshot: ArticleMeta | null = null
  // For the life of the draft: the snapshot must not outlive a change that nobody was listening to.
  map.observe(() => {
    snapshot = null
    for (const listener of listeners) listener()
  })
  return {
    get() {
      snapshot ??= readKnownMeta(doc).meta
      return snapshot
    },
    set: (field, value) => writeMeta(doc, { [field]: value } satisfies MetaPatch, FROM_PANEL),
    setTopic: (topic, isSet) => setTopic(doc, topic, isSet, FROM_PANEL),
    setPerson: (person) => setPerson(doc, person, FROM_PANEL),
    removePerson: (id) => removePerson(doc, id, FROM_PANEL),
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
