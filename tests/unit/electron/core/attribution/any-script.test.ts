// AT1-AT5 for any script: people who write, delete, split, join, undo, redo and restore, not always connected. Every character anybody
// types is one that nobody has typed before, so each names its own author: that is the model, and it cannot be wrong.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import type { NodeJson } from '#shared/article/article.ts'
import { contentOf } from '#shared/draft/draft-doc.ts'
import type { Attribution } from '#shared/revision/attribution.ts'
import { article, paragraph, withAttrs } from '#tests/support/builders.ts'
import { type Desk, type Newsroom, openNewsroom, plain } from '#tests/support/newsroom.ts'
import { runs } from '#tests/support/runs.ts'

const NAMES = ['Ann', 'Bob', 'Cleo'] as const
const step = fc.record({
  by: fc.nat(NAMES.length - 1),
  kind: fc.oneof(
    { weight: 8, arbitrary: fc.constant('type' as const) },
    { weight: 4, arbitrary: fc.constant('erase' as const) },
    { weight: 4, arbitrary: fc.constant('meet' as const) },
    { weight: 3, arbitrary: fc.constant('undo' as const) },
    { weight: 2, arbitrary: fc.constantFrom('redo' as const, 'restore' as const, 'remember' as const) },
    { weight: 2, arbitrary: fc.constantFrom('split' as const, 'join' as const, 'format' as const) },
    { weight: 1, arbitrary: fc.constantFrom('remove' as const, 'move' as const) },
  ),
  block: fc.nat(30),
  at: fc.nat(60),
  length: fc.integer({ min: 1, max: 9 }),
})
type Step = Parameters<
  Parameters<typeof fc.property<[typeof step extends fc.Arbitrary<infer S> ? S : never]>>[1]
>[0]

const named = (id: string, words: string) => withAttrs({ blockId: id }, paragraph(words))

interface Play {
  readonly room: Newsroom
  /** A character that is told apart from all before, or one of few. */
  letter(by: number): string
}

function play({ room, letter }: Play, steps: readonly Step[]): void {
  const desks = NAMES.map((name) => room.desk(name))
  const remembered = [room.article()]
  for (const { by, kind, block, at, length } of steps) {
    const desk = desks[by] as Desk
    const texts = desk.texts()
    const text = texts[block % Math.max(1, texts.length)]
    const size = text?.length ?? 0
    if (kind === 'meet') desk.meet()
    if (kind === 'undo') desk.undo()
    if (kind === 'redo') desk.redo()
    if (kind === 'remember') remembered.push(room.article())
    if (kind === 'restore') desk.restore(remembered[at % remembered.length] ?? room.article())
    if (kind === 'remove' && contentOf(desk.doc).length > 4)
      desk.edit((doc) => contentOf(doc).delete(3 + (block % (contentOf(doc).length - 3)), 1))
    if (kind === 'move') move(desk, block, at)
    if (text === undefined) continue
    if (kind === 'type')
      desk.edit(() => text.insert(at % (size + 1), Array.from({ length }, () => letter(by)).join('')))
    if (kind === 'erase' && size > 0)
      desk.edit(() => text.delete(at % size, Math.min(length, size - (at % size))))
    if (kind === 'format' && size > 0 && isBody(text))
      desk.edit(() => text.format(at % size, Math.min(length, size - (at % size)), { strong: {} }))
    if (kind === 'split' && size > 1 && isBody(text)) split(desk, text, 1 + (at % (size - 1)))
    if (kind === 'join' && isBody(text)) join(desk, text)
  }
  for (const desk of [...desks, ...desks]) desk.meet()
}

const isBody = (text: Y.XmlText): boolean =>
  text.parent instanceof Y.XmlElement && text.parent.nodeName === 'paragraph' && text.parent.length === 1
const indexOf = (desk: Desk, text: Y.XmlText): number =>
  contentOf(desk.doc)
    .toArray()
    .indexOf(text.parent as Y.XmlElement)

/** As the galley writes them: what stands behind the caret goes and comes again in a new block. */
function split(desk: Desk, text: Y.XmlText, at: number): void {
  const index = indexOf(desk, text)
  const tail = plain(text).slice(at)
  desk.edit((doc) => {
    text.delete(at, text.length - at)
    contentOf(doc).insert(index + 1, [block(tail)])
  })
}
function join(desk: Desk, text: Y.XmlText): void {
  const index = indexOf(desk, text)
  const next = contentOf(desk.doc).get(index + 1)
  const words = next instanceof Y.XmlElement && next.nodeName === 'paragraph' ? next.get(0) : null
  if (!(words instanceof Y.XmlText)) return
  const tail = plain(words)
  desk.edit((doc) => {
    contentOf(doc).delete(index + 1, 1)
    text.insert(text.length, tail)
  })
}
function move(desk: Desk, from: number, to: number): void {
  const bodies = contentOf(desk.doc).length - 3
  if (bodies < 2) return
  const source = contentOf(desk.doc).get(3 + (from % bodies))
  const words = source instanceof Y.XmlElement ? source.get(0) : null
  if (!(source instanceof Y.XmlElement) || !(words instanceof Y.XmlText)) return
  const copy = block(plain(words))
  const id = source.getAttribute('blockId')
  if (id !== undefined) copy.setAttribute('blockId', id)
  desk.edit((doc) => {
    contentOf(doc).delete(3 + (from % bodies), 1)
    contentOf(doc).insert(3 + (to % bodies), [copy])
  })
}
function block(words: string): Y.XmlElement {
  const element = new Y.XmlElement('paragraph')
  element.insert(0, [new Y.XmlText(words)])
  return element
}

/** Every character of the article with who is said to have written it. */
function credited(
  room: Newsroom,
  { texts }: Attribution,
): { letter: string; author: string; back: string }[] {
  const { content } = room.article()
  return texts.flatMap(({ path, runs: hands }) => {
    const node = path.reduce((parent: NodeJson, index) => parent.content?.[index] ?? parent, content)
    const words = (node.content ?? []).map((child) => child.text ?? '\n').join('')
    expect(hands.map(({ from, to }) => [from, to])).toEqual(covering(hands, words.length))
    return hands.flatMap(({ from, to, author, returned }) =>
      Array.from(words.slice(from, to)).map((letter) => ({ letter, author, back: returned?.by ?? '' })),
    )
  })
}
/** The bounds that cover a text without gap or overlap, with as many runs. */
function covering(hands: readonly { to: number }[], length: number): number[][] {
  const ends = hands.map(({ to }, index) => (index === hands.length - 1 ? length : to))
  return ends.map((to, index) => [index === 0 ? 0 : (ends[index - 1] ?? 0), to])
}

test('line 5: through undo, redo, restore, split, join, move and merge every run has its right author', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 60 }), async (steps) => {
      const owners = new Map<string, string>()
      let next = 0x4e00
      const letter = (by: number): string => {
        const fresh = String.fromCharCode(next++)
        owners.set(fresh, NAMES[by] ?? '')
        return fresh
      }
      const room = openNewsroom(article({ headline: 'AB', body: [named('a', 'CDEF'), named('b', 'GH')] }), {
        author: 'Desk',
        origin: 'import',
      })
      play({ room, letter }, steps)
      const wrong = credited(room, await room.attribution()).filter(
        ({ letter, author }) => author !== (owners.get(letter) ?? 'Desk'),
      )
      expect(wrong).toEqual([])
    }),
    { numRuns: runs(40) },
  )
})

test('line 5: and so it does when everybody writes the same few letters of their own', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 60 }), async (steps) => {
      let turn = 0
      const letter = (by: number): string => ['ab ', 'xy-', 'mn.'][by]?.[turn++ % 3] ?? ''
      const ownerOf = (one: string): string =>
        'ab '.includes(one) ? 'Ann' : 'xy-'.includes(one) ? 'Bob' : 'mn.'.includes(one) ? 'Cleo' : 'Desk'
      const room = openNewsroom(article({ headline: 'AB', body: [named('a', 'CDEF'), named('b', 'GH')] }), {
        author: 'Desk',
        origin: 'import',
      })
      play({ room, letter }, steps)
      const wrong = credited(room, await room.attribution()).filter(
        ({ letter, author }) => author !== ownerOf(letter),
      )
      expect(wrong).toEqual([])
    }),
    { numRuns: runs(40) },
  )
})
