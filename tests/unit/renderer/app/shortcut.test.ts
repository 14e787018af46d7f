import { describe, expect, it } from 'vitest'
import { ACTIONS } from '#shared/actions/actions.ts'
import { type KeyPress, matchesShortcut, parseShortcut, shortcutWords } from '#renderer/app/shortcut.ts'

function press(
  key: string,
  code: string,
  modifiers: Partial<KeyPress> & { altGraph?: boolean } = {},
): KeyPress {
  const { altGraph = false, ...rest } = modifiers
  return {
    key,
    code,
    ctrlKey: false,
    metaKey: false,
    shiftKey: false,
    altKey: false,
    isComposing: false,
    getModifierState: (name: string) => name === 'AltGraph' && altGraph,
    ...rest,
  }
}
const matches = (spelling: string, event: KeyPress, isMac = false) =>
  matchesShortcut(parseShortcut(spelling), event, isMac)

describe('shortcut', () => {
  it('Mod is Ctrl here and Cmd on a Mac, and never both', () => {
    expect(matches('Mod+K', press('k', 'KeyK', { ctrlKey: true }))).toBe(true)
    expect(matches('Mod+K', press('k', 'KeyK', { metaKey: true }))).toBe(false)
    expect(matches('Mod+K', press('k', 'KeyK', { metaKey: true }), true)).toBe(true)
    expect(matches('Mod+K', press('k', 'KeyK', { ctrlKey: true, metaKey: true }))).toBe(false)
  })

  it('every modifier must agree', () => {
    expect(matches('Mod+S', press('S', 'KeyS', { ctrlKey: true, shiftKey: true }))).toBe(false)
    expect(matches('Mod+Shift+P', press('p', 'KeyP', { ctrlKey: true }))).toBe(false)
    expect(matches('F6', press('F6', 'F6', { shiftKey: true }))).toBe(false)
    expect(matches('Shift+F6', press('F6', 'F6', { shiftKey: true }))).toBe(true)
  })

  it('the letter that is printed wins over its place, and a layout without Latin letters falls back on the place', () => {
    expect(matches('Mod+Z', press('z', 'KeyY', { ctrlKey: true }))).toBe(true) // German
    expect(matches('Mod+Y', press('z', 'KeyY', { ctrlKey: true }))).toBe(false)
    expect(matches('Mod+B', press('и', 'KeyB', { ctrlKey: true }))).toBe(true) // Russian
    expect(matches('Mod+S', press('ㄴ', 'KeyS', { ctrlKey: true }))).toBe(true) // Korean
  })

  it('digits are found by place where they need Shift, and Alt may change what they type', () => {
    expect(matches('Mod+Shift+8', press('*', 'Digit8', { ctrlKey: true, shiftKey: true }))).toBe(true)
    expect(matches('Mod+0', press('à', 'Digit0', { ctrlKey: true }))).toBe(true) // French
    expect(matches('Mod+Alt+2', press('™', 'Digit2', { metaKey: true, altKey: true }), true)).toBe(true)
  })

  it('signs that a layout types with Shift still count', () => {
    expect(matches('Mod+/', press('/', 'Digit7', { ctrlKey: true, shiftKey: true }))).toBe(true) // German
    expect(matches('Mod+=', press('+', 'Equal', { ctrlKey: true, shiftKey: true }))).toBe(true)
    expect(matches('Mod+Shift+.', press('>', 'Period', { ctrlKey: true, shiftKey: true }))).toBe(true)
    expect(matches('Mod+.', press('>', 'Period', { ctrlKey: true, shiftKey: true }))).toBe(false)
  })

  it('AltGr and composing type characters and never run anything', () => {
    expect(matches('Mod+Alt+S', press('ś', 'KeyS', { ctrlKey: true, altKey: true, altGraph: true }))).toBe(
      false,
    )
    expect(matches('Mod+K', press('k', 'KeyK', { ctrlKey: true, isComposing: true }))).toBe(false)
  })

  it('no two actions share a key, on either system', () => {
    const keys = ACTIONS.flatMap((action) => (action.shortcut === null ? [] : [action.shortcut]))
    expect(new Set(keys.map((key) => shortcutWords(key, false))).size).toBe(keys.length)
    expect(new Set(keys.map((key) => shortcutWords(key, true))).size).toBe(keys.length)
  })

  it('is written the way the system writes it', () => {
    expect(shortcutWords('Mod+Shift+P', false)).toBe('Ctrl+Shift+P')
    expect(shortcutWords('Mod+Shift+P', true)).toBe('⇧⌘P')
    expect(shortcutWords('Mod+Alt+1', false)).toBe('Ctrl+Alt+1')
    expect(shortcutWords('F6', true)).toBe('F6')
  })
})
