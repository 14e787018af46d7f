// Counts in words.
const grouped = new Intl.NumberFormat('en-GB')

export const count = (value: number): string => grouped.format(value)

/** "1 word", "1,204 words". */
export function counted(value: number, one: string, many = `${one}s`): string {
  return `${grouped.format(value)} ${value === 1 ? one : many}`
}

/** "812 bytes", "48.2 KB", "1.4 MB". */
export function bytesWords(bytes: number): string {
  if (bytes < 1_000) return counted(bytes, 'byte')
  if (bytes < 1_000_000) return `${(bytes / 1_000).toFixed(1)} KB`
  return `${(bytes / 1_000_000).toFixed(1)} MB`
}
