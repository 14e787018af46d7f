// Words found inside pictures: decoded without guessing wildly, and cleaned, because anybody may have written them.

/** UTF-8 where it is valid, else Windows-1252, which old cameras and agency software write. Ends at the first NUL. */
export function decodeText(bytes: Uint8Array): string {
  const end = bytes.indexOf(0)
  const whole = end === -1 ? bytes : bytes.subarray(0, end)
  return decodeUtf8(whole) ?? new TextDecoder('windows-1252').decode(whole)
}

export function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null // TextDecoder reports wrong bytes by throwing: this is the question, not a failure
  }
}

/** One line of plain text: no control or direction-override characters, spaces collapsed, at most `maxChars` long. */
export function cleanText(text: string, maxChars: number): string {
  const line = text
    .slice(0, maxChars * 4) // what is cut off below is not worth cleaning
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, ' ')
    .replace(/[\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff\p{Cs}]/gu, '')
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .trim()
  if (line.length <= maxChars) return line
  const cut = line.slice(0, maxChars - 1).replace(/[\ud800-\udbff]$/, '')
  return `${cut.trimEnd()}…`
}
