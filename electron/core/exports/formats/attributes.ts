// Attributes of nodes and marks as the grammar promises them; anything else counts as not said.

interface Holder {
  readonly attrs?: Readonly<Record<string, unknown>>
}

export function textAttribute(holder: Holder, name: string): string {
  const value = holder.attrs?.[name]
  return typeof value === 'string' ? value : ''
}

export function integerAttribute(holder: Holder, name: string, otherwise: number): number {
  const value = holder.attrs?.[name]
  return typeof value === 'number' && Number.isSafeInteger(value) ? value : otherwise
}
