// Bringing an article back into an open draft: what a restore or a take-back does.
import { TextSelection } from '@tiptap/pm/state'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { type DraftReplica, openDraftReplica } from '#renderer/editor/draft-replica.ts'
import type { Article } from '#shared/article/article.ts'
import { seedDraft } from '#shared/article/seed.ts'
import { metaOf } from '#shared/draft/draft-doc.ts'
import { writeMeta } from '#shared/draft/meta-map.ts'
import { article, paragraph, text, withAttrs } from '#tests/support/builders.ts'
import { articleFrom, replay } from '#tests/support/draft-laws.ts'
import { anyScript, playScript } from '#tests/support/edit-script.ts'
import { runs } from '#tests/support/runs.ts'
import { bindView, findText } from './binding/bound-view.ts'
import { createFakeDrafts, createFakeTimers } from './fake-drafts.ts'

const named = (id: string, ...content: Parameters<typeof paragraph>) =>
  withAttrs({ blockId: id }, paragraph(...content))
const older = article({
  headline: 'Ferry sails',
  body: [named('a', 'The boat left at noon.'), named('b', 'Nobody was ', text('hurt', 'strong'), '.')],
  meta: { slugline: 'ferry', topics: ['islands'] },
})
const newer = article({
  headline: 'Ferry sails late',
  body: [named('a', 'The boat left at one.'), named('c', 'A new paragraph.')],
  meta: { slugline: 'ferry-late', section: 'World' },
})

async function openOn(start: Article | Uint8Array[]) {
  const fake = createFakeDrafts()
  for (const update of Array.isArray(start) ? start : [seedDraft(start)]) Y.applyUpdate(fake.stored, update)
  const opened = await openDraftReplica(fake.articleId, fake.desktop, createFakeTimers().start)
  if (!opened.ok) throw new Error(opened.error.type)
  return { fake, replica: opened.value, now: () => articleFrom(opened.value.doc) }
}
const typeField = (replica: DraftReplica, slugline: string) =>
  writeMeta(replica.doc, { slugline }, { source: 'panel' })

test('text, structure, marks and fields become those of the article; one undo takes all of it back, redo brings it again', async () => {
  const { replica, now } = await openOn(newer)
  expect(replica.canUndo()).toBe(false)
  replica.rewrite(older)
  expect(now()).toEqual(older)
  expect(replica.undo()).toBe(true)
  expect(now()).toEqual(newer)
  expect(replica.canUndo()).toBe(false)
  expect(replica.redo()).toBe(true)
  expect(now()).toEqual(older)
})

test('rewriting to any earlier state of any draft and undoing it leaves what was there before', async () => {
  await fc.assert(
    fc.asyncProperty(anyScript, fc.nat(), async (script, cut) => {
      const { log } = playScript(script)
      const target = articleFrom(replay(log.slice(0, 1 + (cut % log.length))))
      const { replica, now } = await openOn(log)
      const before = now()
      replica.rewrite(target)
      expect(now()).toEqual(target)
      // An article that stands already is no step.
      if (replica.canUndo()) replica.undo()
      expect(now()).toEqual(before)
      if (replica.canRedo()) replica.redo()
      expect(now()).toEqual(target)
    }),
    { numRuns: runs(60) },
  )
})

test('AT2: the library is told what an edit is, and edits of different origin never travel as one', async () => {
  const { fake, replica, now } = await openOn(newer)
  typeField(replica, 'one')
  typeField(replica, 'two')
  replica.rewrite(older)
  typeField(replica, 'three')
  replica.undo()
  const sent: string[] = []
  while (fake.waiting[0] !== undefined) {
    sent.push(fake.waiting[0].origin)
    await fake.waiting[0].ack()
  }
  expect(sent).toEqual(['window', 'window', 'restore', 'window', 'undo'])
  expect(articleFrom(fake.stored)).toEqual(now())
})

test('a field that somebody changed after the restore stays as they set it when the restore is undone', async () => {
  const { replica, now } = await openOn(newer)
  replica.rewrite(older)
  typeField(replica, 'mine')
  replica.undo()
  expect(now()).toEqual({ ...newer, meta: { ...newer.meta, slugline: 'mine' } })
})

test('undo never takes back what was typed into a field of a panel', async () => {
  const { replica } = await openOn(newer)
  typeField(replica, 'panel')
  expect(replica.undo()).toBe(false)
  expect(metaOf(replica.doc).get('slugline')).toBe('panel')
})

test('what a colleague writes meanwhile stays, through the restore and its undo', async () => {
  const { fake, replica, now } = await openOn(newer)
  const shown = bindView(replica.doc)
  replica.rewrite(older)
  fake.editElsewhere((doc) => writeMeta(doc, { deskNote: 'call them' }, 'elsewhere'))()
  replica.undo()
  expect(now()).toEqual({ ...newer, meta: { ...newer.meta, deskNote: 'call them' } })
  shown.destroy()
})

test('the caret stays with its words, through restore and undo; typing before and after are steps of their own', async () => {
  const { replica, now } = await openOn(newer)
  const { view, binding, broken, destroy } = bindView(replica.doc)
  const caretAt = (words: string) =>
    view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, findText(view, words))))
  const isBefore = (words: string) => view.state.selection.from === findText(view, words)
  caretAt('boat')
  view.dispatch(view.state.tr.insertText('old '))
  const typed = now()
  caretAt('left')
  replica.rewrite(older)
  expect(isBefore('left')).toBe(true)
  expect(view.state.doc.textContent).toContain('The boat left at noon.')
  view.dispatch(view.state.tr.insertText('has '))
  expect(binding.undo()).toBe(true)
  expect(now()).toEqual(older)
  caretAt('left')
  expect(binding.undo()).toBe(true)
  expect(now()).toEqual(typed)
  expect(isBefore('left')).toBe(true)
  expect(binding.undo()).toBe(true)
  expect(now()).toEqual(newer)
  expect(binding.canUndo()).toBe(false)
  expect(broken).toEqual([])
  destroy()
})
