// Reading numbers out of bytes. Callers check the length first: reading past the end is a bug and throws.

export type ByteOrder = 'big' | 'little'

export function uint16At(bytes: Uint8Array, at: number, order: ByteOrder = 'big'): number {
  return viewOf(bytes).getUint16(at, order === 'little')
}

export function uint24LittleAt(bytes: Uint8Array, at: number): number {
  return uint16At(bytes, at, 'little') | (viewOf(bytes).getUint8(at + 2) << 16)
}

export function uint32At(bytes: Uint8Array, at: number, order: ByteOrder = 'big'): number {
  return viewOf(bytes).getUint32(at, order === 'little')
}

/** True when the bytes at this place spell this Latin-1 text. */
export function spells(bytes: Uint8Array, at: number, text: string): boolean {
  if (at + text.length > bytes.length) return false
  for (let i = 0; i < text.length; i += 1) if (bytes[at + i] !== text.charCodeAt(i)) return false
  return true
}

/** Latin-1 text as bytes: signatures, chunk names, keywords. */
export function latin1Bytes(text: string): Uint8Array {
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0))
}

export function latin1At(bytes: Uint8Array, at: number, length: number): string {
  let text = ''
  for (const byte of bytes.subarray(at, at + length)) text += String.fromCharCode(byte)
  return text
}

export function uint32Bytes(value: number, order: ByteOrder = 'big'): Uint8Array {
  const bytes = new Uint8Array(4)
  viewOf(bytes).setUint32(0, value, order === 'little')
  return bytes
}

export function uint16Bytes(value: number, order: ByteOrder = 'big'): Uint8Array {
  const bytes = new Uint8Array(2)
  viewOf(bytes).setUint16(0, value, order === 'little')
  return bytes
}

export function joinBytes(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((total, part) => total + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}
