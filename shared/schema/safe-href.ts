// The one function that decides whether an address may be stored, shown or exported (RELIABILITY S4).

const ALLOWED = new Set(['http:', 'https:', 'mailto:', 'tel:'])
/** Characters of an address; longer ones are data smuggled as links. */
const MAX_HREF_CHARS = 4_096
// oxlint-disable-next-line no-control-regex -- the point is to refuse them
const CONTROLS = /[\u0000-\u0020\u007f-\u00a0\u2028\u2029]/
// oxlint-disable-next-line no-control-regex -- as above
const STRIPPED = /[\t\n\r\u0000]/

/**
 * The normalised absolute http, https, mailto or tel address, or a `#fragment`; null for anything else, including
 * relative addresses, control characters and schemes hidden behind them. Idempotent: safeHref(safeHref(x)) = safeHref(x).
 */
export function safeHref(raw: string): string | null {
  const text = raw.trim()
  if (text === '' || text.length > MAX_HREF_CHARS) return null
  if (text.startsWith('#')) return CONTROLS.test(text) || /[<>"'`\\]/.test(text) ? null : text
  // Only the scheme is looked at before parsing: URL would strip tabs and newlines and so hide one.
  if (!/^[a-z][a-z0-9+.-]*:/i.test(text) || STRIPPED.test(text)) return null
  if (!URL.canParse(text)) return null
  const url = new URL(text)
  if (!ALLOWED.has(url.protocol)) return null
  if (url.username !== '' || url.password !== '') return null
  const href = url.href.replaceAll("'", '%27')
  return href.length > MAX_HREF_CHARS || CONTROLS.test(href) ? null : href
}
