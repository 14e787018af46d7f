import { cleanup, fireEvent, render } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { bindActions } from '#renderer/app/action-registry.ts'
import { useShortcuts } from '#renderer/app/use-shortcuts.ts'
import { useDialogs } from '#renderer/state/dialogs.ts'

const undo = vi.fn()
const find = vi.fn()
const newArticle = vi.fn()
const palette = vi.fn()
let unbind = () => {}

function Page() {
  useShortcuts()
  return (
    <>
      <input aria-label="Slugline" />
      <div contentEditable suppressContentEditableWarning />
    </>
  )
}
const draw = () => {
  const { container, getByLabelText } = render(<Page />)
  return {
    field: getByLabelText('Slugline'),
    galley: container.querySelector('[contenteditable]') as Element,
  }
}
const press = (target: Element, key: string) =>
  fireEvent.keyDown(target, { key, code: `Key${key.toUpperCase()}`, ctrlKey: true })

beforeEach(() => {
  for (const spy of [undo, find, newArticle, palette]) spy.mockClear()
  unbind = bindActions({
    'edit.undo': { run: undo },
    'edit.find': { run: find },
    'article.new': { run: newArticle },
    'view.palette': { run: palette },
  })
  useDialogs.setState({ dialog: null })
})
afterEach(() => {
  unbind()
  cleanup()
})

describe('useShortcuts', () => {
  it('runs what is bound and keeps the key from everybody else', () => {
    const { galley } = draw()
    expect(press(galley, 'n')).toBe(false) // the default was prevented
    expect(newArticle).toHaveBeenCalledTimes(1)
  })

  it('leaves keys of actions that cannot run to the page', () => {
    const { galley } = draw()
    expect(press(galley, 'b')).toBe(true)
  })

  it('a form field keeps its own undo, but not its own search', () => {
    const { field, galley } = draw()
    press(field, 'z')
    expect(undo).not.toHaveBeenCalled()
    press(galley, 'z')
    expect(undo).toHaveBeenCalledTimes(1)
    press(field, 'f')
    expect(find).toHaveBeenCalledTimes(1)
  })

  it('behind a dialog only the palette answers', () => {
    const { galley } = draw()
    useDialogs.setState({ dialog: { kind: 'about' } })
    press(galley, 'n')
    expect(newArticle).not.toHaveBeenCalled()
    press(galley, 'k')
    expect(palette).toHaveBeenCalledTimes(1)
  })
})
