// Shortcuts as data: read from the action list's spelling, matched against key events on any keyboard layout, and
// written the way this system writes them.

export interface Shortcut {
  readonly isMod: boolean
  readonly isShift: boolean
  readonly isAlt: boolean
  /** A letter in lower case, a digit, a sign, or a named key such as 'F6'. */
  readonly key: string
}

export type KeyPress = Pick<
  KeyboardEvent,
  'key' | 'code' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey' | 'isComposing' | 'getModifierState'
>

export function parseShortcut(spelling: string): Shortcut {
  const parts = spelling.split('+')
  // A plus at the end is the key itself.
  const key = spelling.endsWith('++') ? '+' : (parts.at(-1) ?? '')
  return {
    isMod: parts.includes('Mod'),
    isShift: parts.includes('Shift'),
    isAlt: parts.includes('Alt'),
    key: key.length === 1 ? key.toLowerCase() : key,
  }
}

export function matchesShortcut(shortcut: Shortcut, press: KeyPress, isMac: boolean): boolean {
  // AltGr arrives as Ctrl+Alt on Windows and types a character: never a shortcut.
  if (press.isComposing || press.getModifierState('AltGraph')) return false
  const isMod = isMac ? press.metaKey : press.ctrlKey
  const isOther = isMac ? press.ctrlKey : press.metaKey
  if (isOther || isMod !== shortcut.isMod || press.altKey !== shortcut.isAlt) return false
  if (press.shiftKey !== shortcut.isShift && !isShiftedSign(shortcut, press)) return false
  return isKey(shortcut.key, press)
}

/** `Ctrl+Shift+P` or `⇧⌘P`. */
export function shortcutWords(spelling: string, isMac: boolean): string {
  const { isMod, isShift, isAlt, key } = parseShortcut(spelling)
  const name = key.length === 1 ? key.toUpperCase() : key
  if (isMac) return `${isAlt ? '⌥' : ''}${isShift ? '⇧' : ''}${isMod ? '⌘' : ''}${name}`
  return [isMod && 'Ctrl', isAlt && 'Alt', isShift && 'Shift', name].filter(Boolean).join('+')
}

export const isMacPlatform = (): boolean => /mac/i.test(navigator.platform)

const CODES: Readonly<Record<string, string>> = {
  '.': 'Period',
  ',': 'Comma',
  '/': 'Slash',
  '\\': 'Backslash',
  '`': 'Backquote',
  '=': 'Equal',
  '-': 'Minus',
}

function isKey(key: string, press: KeyPress): boolean {
  if (key.length > 1) return press.key === key
  if (/[a-z]/.test(key)) {
    // The letter printed on the key wins; a layout without Latin letters falls back on the key's place.
    const typed = press.key.toLowerCase()
    return typed === key || (!/^[a-z]$/.test(typed) && press.code === `Key${key.toUpperCase()}`)
  }
  if (/\d/.test(key))
    return press.key === key || press.code === `Digit${key}` || press.code === `Numpad${key}`
  if (press.key === key || (key === '=' && press.key === '+')) return true
  return !/^[a-z]$/i.test(press.key) && press.code === CODES[key]
}

/** On many layouts '+', '/' or '=' is itself typed with Shift: the sign that arrived is what was asked for. */
const isShiftedSign = (shortcut: Shortcut, press: KeyPress): boolean =>
  press.shiftKey &&
  !/[a-z\d]/.test(shortcut.key) &&
  (press.key === shortcut.key || (shortcut.key === '=' && press.key === '+'))
