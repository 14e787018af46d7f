import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Node } from '@tiptap/pm/model'
import { TextSelection } from '@tiptap/pm/state'
import { fragmentToNodes } from '#renderer/editor/binding/element-to-node.ts'
import { contentOf } from '#shared/draft/draft-doc.ts'
import { block, head, paragraph, schema, text } from '../binding/bound-view.ts'
import { openEditor } from '../open-editor.ts'
import { runs } from '#tests/support/runs.ts'

const story = () => openEditor(...head('Kick', 'Headline', 'Standfirst'), paragraph('One'), paragraph('Two'))
const heads = 'kicker("Kick"), headline("Headline"), standfirst("Standfirst")'

test('Enter goes on from field to field and into the body; what stands after the caret stays', () => {
  const { caretAfter, press, type, shown } = story()
  caretAfter('Kick')
  press('Enter')
  type('A ')
  press('Enter')
  type('B ')
  press('Enter')
  type('C ')
  expect(shown()).toBe(
    'doc(kicker("Kick"), headline("A Headline"), standfirst("B Standfirst"), paragraph("C One"), paragraph("Two"))',
  )
})

test('Enter after the standfirst makes a paragraph where nothing can be written', () => {
  const { caretAfter, press, type, shown } = openEditor(...head(), { type: 'horizontalRule' })
  caretAfter('Standfirst')
  press('Enter')
  type('x')
  expect(shown()).toContain('standfirst("Standfirst"), paragraph("x"), horizontalRule')
})

test('Backspace at the start of a field moves back without joining', () => {
  const { caretBefore, press, type, shown } = story()
  caretBefore('Headline')
  press('Backspace')
  type('er')
  caretBefore('One')
  press('Backspace')
  type('!')
  expect(shown()).toBe(
    'doc(kicker("Kicker"), headline("Headline"), standfirst("Standfirst!"), paragraph("One"), paragraph("Two"))',
  )
})

test('Backspace at the very start does nothing', () => {
  const { caretBefore, press, shown } = story()
  caretBefore('Kick')
  press('Backspace', 'Backspace')
  expect(shown()).toBe(`doc(${heads}, paragraph("One"), paragraph("Two"))`)
})

test('Backspace in an empty first paragraph removes it when there is another', () => {
  const { editor, select, press, shown } = openEditor(...head(), paragraph(''), paragraph('One'))
  select(editor.state.doc.content.size - 6)
  press('Backspace')
  expect(shown()).toContain('standfirst("Standfirst"), paragraph("One")')
  expect(editor.state.selection.$from.parent.type.name).toBe('standfirst')
})

test('Delete at the end of a field moves on without joining', () => {
  const { caretAfter, press, type, shown } = story()
  caretAfter('Headline')
  press('Delete')
  type('A ')
  caretAfter('Standfirst')
  press('Delete')
  type('B ')
  expect(shown()).toContain('headline("Headline"), standfirst("A Standfirst"), paragraph("B One")')
})

test('deleting, typing and pasting over fields clears their text and keeps the fields', () => {
  const deleted = story().selectWords('line', 'Stand').press('Backspace')
  expect(deleted.shown()).toContain('headline("Head"), standfirst("first"), paragraph("One")')
  const typed = story().selectWords('first', 'On').type('!')
  expect(typed.shown()).toContain('standfirst("Stand!"), paragraph("e"), paragraph("Two")')
  const pasted = story().selectWords('line', 'One').paste(paragraph('new'), paragraph('words'))
  expect(pasted.shown()).toBe('doc(kicker("Kick"), headline("Headnew words"), standfirst, paragraph("Two"))')
})

test('after selecting and deleting everything the fields are there, empty, and one goes on with the headline', () => {
  const { selectAll, press, type, shown } = story()
  selectAll().press('Delete')
  expect(shown()).toBe('doc(kicker, headline, standfirst, paragraph)')
  type('New')
  expect(shown()).toBe('doc(kicker, headline("New"), standfirst, paragraph)')
  press('Enter', 'Enter')
  type('body')
  expect(shown()).toBe('doc(kicker, headline("New"), standfirst, paragraph("body"))')
})

test('Mod+A selects the field or block first, then everything', () => {
  const { caretBefore, press, editor } = story()
  caretBefore('line')
  press('Control+a')
  expect(editor.state.doc.textBetween(editor.state.selection.from, editor.state.selection.to)).toBe(
    'Headline',
  )
  press('Control+a')
  expect(editor.state.selection.toJSON()).toEqual({ type: 'all' })
})

test('what is pasted into a field is one line with the marks that the field allows', () => {
  const { caretAfter, paste, shown } = story()
  caretAfter('Headline')
  paste(block('paragraph', text(' one', 'strong')), block('paragraph', text('two', 'emphasis')))
  expect(shown()).toContain('headline("Headline one ", emphasis("two")), standfirst')
})

test('missing and doubled fields are tolerated, and a twin can be joined away', () => {
  const { caretBefore, press, shown } = openEditor(
    block('headline', 'One'),
    block('headline', 'Two'),
    paragraph('body'),
  )
  caretBefore('Two')
  press('Backspace')
  expect(shown()).toBe('doc(headline("OneTwo"), paragraph("body"))')
  press('Enter')
  expect(shown()).toBe('doc(headline("OneTwo"), paragraph("body"))')
})

test('the last defence refuses what would remove, move or double a field', () => {
  const { editor, view, shown } = story()
  const before = shown()
  view.dispatch(editor.state.tr.delete(0, 6))
  view.dispatch(editor.state.tr.insert(0, schema2(editor).node('paragraph')))
  view.dispatch(editor.state.tr.insert(editor.state.doc.content.size, schema2(editor).node('kicker')))
  expect(shown()).toBe(before)
})
const schema2 = ({ schema: own }: { schema: typeof schema }) => own

type Gesture =
  | { do: 'select'; from: number; length: number }
  | { do: 'press'; key: string }
  | { do: 'type'; words: string }
  | { do: 'paste' | 'all' | 'undo' | 'redo' }
  | {
      do: 'run'
      id:
        | 'insert.block-quote'
        | 'insert.pull-quote'
        | 'insert.rule'
        | 'format.bullet-list'
        | 'format.heading-2'
        | 'format.paragraph'
        | 'format.strong'
    }

const gesture: fc.Arbitrary<Gesture> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('select' as const), from: fc.nat(70), length: fc.nat(60) }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('press' as const),
      key: fc.constantFrom(
        'Enter',
        'Backspace',
        'Delete',
        'Tab',
        'Shift+Tab',
        'Shift+Enter',
        'Control+Enter',
        'Control+a',
        'ArrowDown',
      ),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('type' as const),
      words: fc.constantFrom('a', 'word ', '## ', '- ', '1. ', '> ', '---'),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constantFrom('paste' as const, 'all' as const, 'undo' as const, 'redo' as const),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('run' as const),
      id: fc.constantFrom(
        'insert.block-quote' as const,
        'insert.pull-quote' as const,
        'insert.rule' as const,
        'format.bullet-list' as const,
        'format.heading-2' as const,
        'format.paragraph' as const,
        'format.strong' as const,
      ),
    }),
  },
)

/** A line break may be marked along with its line; that has no look and is not stored. */
const withoutBreakMarks = (doc: Node): unknown =>
  JSON.parse(JSON.stringify(doc.toJSON(), (_key, value) => (value?.type === 'hardBreak' ? 'break' : value)))

test('whatever is pressed, typed, pasted, run or undone: fields first and single, no empty wrappers, ids unique, stored as shown', () => {
  fc.assert(
    fc.property(fc.array(gesture, { maxLength: 25 }), (gestures) => {
      const opened = openEditor(
        ...head('Kick', 'Headline', 'Standfirst'),
        paragraph('One two', 'a'),
        block('bulletList', block('listItem', paragraph('item')), block('listItem', paragraph(''))),
        block('blockQuote', paragraph('said'), block('quoteSource', 'Jo')),
        { type: 'horizontalRule', attrs: { blockId: 'h' } },
        paragraph('Three', 'b'),
      )
      const { editor, view } = opened
      for (const one of gestures) {
        const size = editor.state.doc.content.size
        if (one.do === 'select') {
          const ends = [one.from, one.from + one.length].map((at) => Math.min(at, size)) as [number, number]
          const { doc, tr } = editor.state
          const $ends = ends.map((at) => doc.resolve(at)) as [
            ReturnType<typeof doc.resolve>,
            ReturnType<typeof doc.resolve>,
          ]

          view.dispatch(tr.setSelection(TextSelection.between($ends[0], $ends[1])))
        } else if (one.do === 'press') opened.press(one.key)
        else if (one.do === 'type') opened.type(one.words)
        else if (one.do === 'paste')
          opened.paste(paragraph('pasted', 'a'), block('heading', 'Heading'), paragraph('end'))
        else if (one.do === 'all') opened.selectAll()
        else if (one.do === 'run') opened.run(one.id)
        else opened.run(one.do === 'undo' ? 'edit.undo' : 'edit.redo')

        const { doc } = editor.state
        doc.check()
        expect([0, 1, 2].map((index) => doc.child(index).type.name)).toEqual([
          'kicker',
          'headline',
          'standfirst',
        ])
        const ids: unknown[] = []
        doc.forEach((child, _at, index) => {
          if (index > 2) expect(child.type.spec.group).toBe('block')
          if (typeof child.attrs['blockId'] === 'string') ids.push(child.attrs['blockId'])
        })
        expect(new Set(ids).size).toBe(ids.length)
        doc.descendants((node) => {
          if (!node.isTextblock && !node.isLeaf)
            expect(`${node.type.name} ${node.childCount > 0}`).toBe(`${node.type.name} true`)
        })
        const stored = schema.topNodeType.create(
          null,
          fragmentToNodes(contentOf(opened.draft), schema, new Map()),
        )
        expect(withoutBreakMarks(doc)).toEqual(withoutBreakMarks(stored))
      }
      expect(opened.broken).toEqual([])
      opened.destroy()
    }),
    { numRuns: runs(25) },
  )
}, 60_000)
