// Random but valid edits by two writers who are not always connected, as data: replayable, shrinkable, printable.
import fc from 'fast-check'
import * as Y from 'yjs'
import type { Article } from '#shared/article/article.ts'
import { seedDraft } from '#shared/article/seed.ts'
import { contentOf, createDraftDoc } from '#shared/draft/draft-doc.ts'
import { removePerson, setPerson, setTopic, writeMeta } from '#shared/draft/meta-map.ts'
import { article, paragraph, text } from './builders.ts'

type Writer = 0 | 1
/** `at` and the like are taken modulo what is there, so that every script can be played. */
export type Edit =
  | {
      readonly kind: 'type'
      readonly by: Writer
      readonly block: number
      readonly at: number
      readonly text: string
    }
  | {
      readonly kind: 'erase'
      readonly by: Writer
      readonly block: number
      readonly at: number
      readonly length: number
    }
  | {
      readonly kind: 'format'
      readonly by: Writer
      readonly block: number
      readonly at: number
      readonly length: number
      readonly mark: string
      readonly isOn: boolean
    }
  | { readonly kind: 'add'; readonly by: Writer; readonly block: number; readonly type: string }
  | { readonly kind: 'remove'; readonly by: Writer; readonly block: number }
  | {
      readonly kind: 'field'
      readonly by: Writer
      readonly field: 'slugline' | 'section' | 'deskNote'
      readonly text: string
    }
  | { readonly kind: 'topic'; readonly by: Writer; readonly topic: string; readonly isOn: boolean }
  | { readonly kind: 'person'; readonly by: Writer; readonly id: string; readonly name: string | null }
  /** The writer's changes arrive in the library, and everything in the library arrives at the writer. */
  | { readonly kind: 'meet'; readonly by: Writer }

export interface EditScript {
  readonly start: Article
  readonly edits: readonly Edit[]
}

/** Marks by the name the binding stores them under; sub- and superscript do not exclude themselves and carry a hash there. */
const MARKS = ['strong', 'emphasis', 'code', 'superscript--AbCdEf12', 'subscript--AbCdEf34']
const BLOCKS = [
  'paragraph',
  'heading',
  'blockQuote',
  'pullQuote',
  'bulletList',
  'figure',
  'stash',
  'horizontalRule',
]

const by = fc.constantFrom<Writer>(0, 1)
const at = fc.nat(200)
const words = fc.oneof(
  fc.constantFrom('the ', 'minister ', 'said', ' TK ', '😀', '“quoted”', '\u2028', 'é', '한국'),
  fc.string({ unit: 'grapheme', maxLength: 8 }),
)
const anyEdit: fc.Arbitrary<Edit> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('type' as const), by, block: at, at, text: words }) },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('erase' as const), by, block: at, at, length: fc.nat(12) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('format' as const),
      by,
      block: at,
      at,
      length: fc.nat(12),
      mark: fc.constantFrom(...MARKS),
      isOn: fc.boolean(),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('add' as const),
      by,
      block: at,
      type: fc.constantFrom(...BLOCKS),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('remove' as const), by, block: at }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('field' as const),
      by,
      field: fc.constantFrom('slugline' as const, 'section' as const, 'deskNote' as const),
      text: words,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('topic' as const),
      by,
      topic: fc.constantFrom('Seoul', 'courts'),
      isOn: fc.boolean(),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('person' as const),
      by,
      id: fc.constantFrom('p1', 'p2'),
      name: fc.option(words),
    }),
  },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('meet' as const), by }) },
)

export const anyScript: fc.Arbitrary<EditScript> = fc.record({
  start: fc.constant(
    article({
      headline: 'Ministry answers',
      standfirst: 'A standfirst',
      body: ['First paragraph.', paragraph('Second ', text('strong', 'strong'), '.')],
    }),
  ),
  edits: fc.array(anyEdit, { maxLength: 40 }),
})

/** A writer: a replica and what it has not sent yet. */
export interface Replica {
  readonly doc: Y.Doc
  /** Everything written since the last call, as one update; null when nothing was. */
  takeUnsent(): Uint8Array | null
  receive(update: Uint8Array): void
}

export function createReplica(state: Uint8Array): Replica {
  const doc = createDraftDoc()
  Y.applyUpdate(doc, state, 'library')
  let unsent: Uint8Array[] = []
  doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin !== 'library') unsent.push(update)
  })
  return {
    doc,
    takeUnsent() {
      const all = unsent
      unsent = []
      return all.length === 0 ? null : Y.mergeUpdates(all)
    },
    receive: (update) => Y.applyUpdate(doc, update, 'library'),
  }
}

/** Plays a script against a live doc, which stands for the library's; everybody meets at the end. */
export function playScript(script: EditScript): {
  live: Y.Doc
  log: Uint8Array[]
  writers: readonly [Replica, Replica]
} {
  const seed = seedDraft(script.start)
  const live = createDraftDoc()
  const log: Uint8Array[] = []
  live.on('update', (update: Uint8Array) => log.push(update))
  Y.applyUpdate(live, seed)
  const writers = [createReplica(seed), createReplica(seed)] as const
  const meet = (writer: Replica): void => {
    const unsent = writer.takeUnsent()
    if (unsent !== null) Y.applyUpdate(live, unsent)
    writer.receive(Y.encodeStateAsUpdate(live, Y.encodeStateVector(writer.doc)))
  }
  for (const edit of script.edits) {
    if (edit.kind === 'meet') meet(writers[edit.by])
    else applyEdit(writers[edit.by].doc, edit)
  }
  for (const writer of [...writers, ...writers]) meet(writer)
  return { live, log, writers }
}

/** One edit on a replica; every edit leaves a draft that the grammar allows. */
export function applyEdit(doc: Y.Doc, edit: Exclude<Edit, { kind: 'meet' }>): void {
  switch (edit.kind) {
    case 'type': {
      const target = textAt(doc, edit.block)
      target?.insert(safeCut(target, edit.at), edit.text)
      return
    }
    case 'erase': {
      const target = textAt(doc, edit.block)
      if (target === null || target.length === 0) return
      const from = safeCut(target, edit.at)
      const to = safeCut(target, Math.min(target.length, from + edit.length))
      if (to > from) target.delete(from, to - from)
      return
    }
    case 'format': {
      const target = textAt(doc, edit.block)
      if (target === null || target.length === 0 || isHead(target)) return
      const from = safeCut(target, edit.at)
      const to = safeCut(target, Math.min(target.length, from + edit.length))
      if (to > from) target.format(from, to - from, { [edit.mark]: edit.isOn ? {} : null })
      return
    }
    case 'add':
      contentOf(doc).insert(3 + (edit.block % Math.max(1, contentOf(doc).length - 2)), [newBlock(edit.type)])
      return
    case 'remove':
      if (contentOf(doc).length > 3) contentOf(doc).delete(3 + (edit.block % (contentOf(doc).length - 3)), 1)
      return
    case 'field':
      writeMeta(doc, { [edit.field]: edit.text }, 'test')
      return
    case 'topic':
      setTopic(doc, edit.topic, edit.isOn, 'test')
      return
    case 'person':
      if (edit.name === null) removePerson(doc, edit.id, 'test')
      else
        setPerson(
          doc,
          { id: edit.id, rank: 1, lead: 'By', name: edit.name, role: '', profileUrl: '' },
          'test',
        )
  }
}

/** Every text of the draft, in order. */
function textsOf(doc: Y.Doc): Y.XmlText[] {
  const texts: Y.XmlText[] = []
  const visit = (parent: Y.XmlFragment | Y.XmlElement): void => {
    for (const child of parent.toArray()) {
      if (child instanceof Y.XmlText) texts.push(child)
      else if (child instanceof Y.XmlElement) visit(child)
    }
  }
  visit(contentOf(doc))
  return texts
}

function textAt(doc: Y.Doc, index: number): Y.XmlText | null {
  const texts = textsOf(doc)
  return texts[index % Math.max(1, texts.length)] ?? null
}

const isHead = (target: Y.XmlText): boolean =>
  target.parent instanceof Y.XmlElement &&
  ['kicker', 'headline', 'standfirst'].includes(target.parent.nodeName)

/** An offset that does not fall inside a character. */
function safeCut(target: Y.XmlText, at: number): number {
  const plain = (target.toDelta() as { insert: string }[]).map((piece) => piece.insert).join('')
  const offset = at % (plain.length + 1)
  return /[\udc00-\udfff]/.test(plain[offset] ?? '') ? offset - 1 : offset
}

function newBlock(type: string): Y.XmlElement {
  const block = new Y.XmlElement(type)
  if (type === 'paragraph' || type === 'heading') fill(block)
  if (type === 'heading') block.setAttribute('level', 3 as unknown as string)
  if (type === 'blockQuote' || type === 'pullQuote')
    block.insert(0, [filled('paragraph'), filled('quoteSource')])
  if (type === 'bulletList') block.insert(0, [containing('listItem', filled('paragraph'))])
  if (type === 'figure') block.insert(0, [filled('caption'), filled('credit')])
  if (type === 'stash') block.insert(0, [filled('paragraph')])
  return block
}

function filled(type: string): Y.XmlElement {
  const block = new Y.XmlElement(type)
  fill(block)
  return block
}

function containing(type: string, child: Y.XmlElement): Y.XmlElement {
  const block = new Y.XmlElement(type)
  block.insert(0, [child])
  return block
}

function fill(block: Y.XmlElement): void {
  block.insert(0, [new Y.XmlText('new text')])
}
