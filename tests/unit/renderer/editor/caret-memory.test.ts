import { EditorState, TextSelection } from '@tiptap/pm/state'
import { expect, test } from 'vitest'
import { recallPlace, rememberPlace } from '#renderer/editor/caret-memory.ts'
import { newArticleId } from '#shared/article/ids.ts'
import { paragraph, schema } from './binding/bound-view.ts'

const stateOf = (...words: string[]) =>
  EditorState.create({
    doc: schema.nodeFromJSON({ type: 'doc', content: words.map((line) => paragraph(line)) }),
  })

test('caret and scroll position come back, as far as the text still reaches', () => {
  const articleId = newArticleId()
  const state = stateOf('One two', 'Three')
  expect(recallPlace(articleId, state)).toBeNull()
  rememberPlace(articleId, state.apply(state.tr.setSelection(TextSelection.create(state.doc, 2, 12))), 340)
  const place = recallPlace(articleId, state)
  expect(place?.scrollTop).toBe(340)
  expect([place?.tr.selection.anchor, place?.tr.selection.head]).toEqual([2, 12])
  expect(recallPlace(articleId, stateOf('One'))?.tr.selection.head).toBe(4)
  expect(recallPlace(newArticleId(), state)).toBeNull()
})
