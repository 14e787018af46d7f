import { expect, it, vi } from 'vitest'
import { createDraftDoc } from '#shared/draft/draft-doc.ts'
import { createMetaHandle } from '#renderer/state/meta-handle.ts'

it('answers the same object until a field changes, also with nobody listening', () => {
  const doc = createDraftDoc()
  const meta = createMetaHandle(doc)
  const before = meta.get()
  expect(meta.get()).toBe(before)
  meta.set('slugline', 'river')
  expect(meta.get()).not.toBe(before)
  expect(meta.get().slugline).toBe('river')
})

it('tells listeners of edits from elsewhere until they leave', () => {
  const doc = createDraftDoc()
  const mine = createMetaHandle(doc)
  const colleague = createMetaHandle(doc)
  const listener = vi.fn()
  const stop = mine.subscribe(listener)
  colleague.setTopic('water', true)
  expect(listener).toHaveBeenCalledTimes(1)
  expect(mine.get().topics).toEqual(['water'])
  stop()
  colleague.setTopic('water', false)
  expect(listener).toHaveBeenCalledTimes(1)
})

it('two people edited at once both stay', () => {
  const doc = createDraftDoc()
  const meta = createMetaHandle(doc)
  const person = { lead: '', role: '', profileUrl: '' }
  meta.setPerson({ ...person, id: 'a', rank: 2, name: 'Kim' })
  meta.setPerson({ ...person, id: 'b', rank: 1, name: 'Weber' })
  expect(meta.get().people.map((one) => one.name)).toEqual(['Weber', 'Kim'])
  meta.removePerson('b')
  expect(meta.get().people.map((one) => one.name)).toEqual(['Kim'])
})
