// Canonical JSON: equal content gives equal bytes (DR10), whatever order the keys were set in.

/**
 * Keys sorted by code unit, `undefined` members left out, no spaces. What JSON cannot say exactly (functions, NaN,
 * undefined in a list, class instances) throws: such a value in an article is a bug, and a hash over it would be a lie.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value)
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError('canonical JSON has no infinite or undefined number')
    return JSON.stringify(value) // -0 becomes 0
  }
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (typeof value === 'object') {
    if (!isPlain(value)) throw new TypeError('canonical JSON holds plain objects only')
    const members = Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`)
    return `{${members.join(',')}}`
  }
  throw new TypeError(`canonical JSON cannot hold a ${typeof value}`)
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === null || prototype === Object.prototype
}
