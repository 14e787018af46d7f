import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { useToasts } from '#renderer/state/toasts.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  for (const toast of useToasts.getState().toasts) useToasts.getState().dismiss(toast.id)
  vi.useRealTimers()
})
const titles = () => useToasts.getState().toasts.map((toast) => toast.title)

it('good news goes by itself, a problem stays until it is dismissed', () => {
  useToasts.getState().show({ tone: 'success', title: 'Exported' })
  const id = useToasts.getState().show({ tone: 'problem', title: 'Not saved' })
  vi.advanceTimersByTime(60_000)
  expect(titles()).toEqual(['Not saved'])
  useToasts.getState().dismiss(id)
  expect(titles()).toEqual([])
})

it('a message that is being read stays', () => {
  useToasts.getState().show({ tone: 'info', title: 'Copied' })
  useToasts.getState().hold(true)
  vi.advanceTimersByTime(60_000)
  expect(titles()).toEqual(['Copied'])
  useToasts.getState().hold(false)
  vi.advanceTimersByTime(60_000)
  expect(titles()).toEqual([])
})

it('older messages make room for newer ones', () => {
  for (const title of ['1', '2', '3', '4', '5']) useToasts.getState().show({ tone: 'info', title })
  expect(titles()).toEqual(['2', '3', '4', '5'])
})
