// Characters that look like nothing, or like something else: made visible in the source view.

export type SourcePiece = { readonly text: string } | { readonly sign: string; readonly name: string }

const NAMES: Readonly<Record<string, readonly [sign: string, name: string]>> = {
  '\u00a0': ['⍽', 'no-break space'],
  '\u00ad': ['-', 'soft hyphen'],
  '\u200b': ['|', 'zero-width space'],
  '\u200c': ['|', 'zero-width non-joiner'],
  '\u200d': ['|', 'zero-width joiner'],
  '\u200e': ['→', 'left-to-right mark'],
  '\u200f': ['←', 'right-to-left mark'],
  '\u2007': ['⍽', 'figure space'],
  '\u2009': ['⍽', 'thin space'],
  '\u200a': ['⍽', 'hair space'],
  '\u202f': ['⍽', 'narrow no-break space'],
  '\u2060': ['|', 'word joiner'],
  '\ufeff': ['|', 'byte order mark'],
  '\t': ['⇥', 'tab'],
}
/** Other spaces, controls, format characters and private use. */
const SPECIAL = /[\p{Cc}\p{Cf}\p{Co}\u2028\u2029]|(?! )\p{Zs}/gu

export function sourcePieces(text: string): SourcePiece[] {
  const pieces: SourcePiece[] = []
  let end = 0
  for (const { 0: found, index } of text.matchAll(SPECIAL)) {
    if (index > end) pieces.push({ text: text.slice(end, index) })
    const code = `U+${(found.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
    const [sign, name] = NAMES[found] ?? ['□', 'special character']
    pieces.push({ sign, name: `${name}, ${code}` })
    end = index + found.length
  }
  if (end < text.length) pieces.push({ text: text.slice(end) })
  return pieces
}
