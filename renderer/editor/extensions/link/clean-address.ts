// Cleans an address as a person would type or paste it: adds what is missing, drops what only tracks the reader.
import { safeHref } from '#shared/schema/safe-href.ts'

/** Query parameters that identify a click, a campaign or a reader and change nothing about the page. */
const TRACKING =
  /^(utm_[a-z_]+|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|yclid|twclid|ttclid|igshid|igsh|mc_[ce]id|_hs(enc|mi)|mkt_tok|vero_id|oly_(anon|enc)_id|ref_src|ref_url|s_cid|cmpid|ocid|ns_(campaign|mchannel|source|linkname)|at_(medium|campaign|link_.*)|smid|wt_mc|xtor)$/i
const EMAIL = /^[^\s@/:]+@[^\s@/:]+\.[^\s@/:]+$/
const PHONE = /^\+?[\d ()./-]{6,20}$/

export interface CleanAddress {
  readonly href: string
  /** Names of the parameters that were dropped, for the person to see. */
  readonly dropped: readonly string[]
}

/** The address to store, or null when it cannot be a link (other schemes, nonsense). */
export function cleanAddress(raw: string): CleanAddress | null {
  const text = raw.trim().replace(/^<(.*)>$/, '$1')
  if (text === '') return null
  const href = safeHref(withScheme(text))
  if (href === null) return null
  if (!href.startsWith('http')) return { href, dropped: [] }
  const hashAt = href.indexOf('#')
  const fragment = hashAt < 0 ? '' : href.slice(hashAt)
  const [base = '', query] = (hashAt < 0 ? href : href.slice(0, hashAt)).split(/\?(.*)/s)
  if (query === undefined) return { href, dropped: [] }
  const pairs = query.split('&')
  const kept = pairs.filter((pair) => !TRACKING.test(pair.split('=')[0] ?? ''))
  const dropped = pairs.filter((pair) => !kept.includes(pair)).map((pair) => pair.split('=')[0] ?? '')
  // Untouched addresses stay as they were, to the letter: some servers sign their queries.
  if (dropped.length === 0) return { href, dropped }
  return { href: `${base}${kept.length > 0 ? `?${kept.join('&')}` : ''}${fragment}`, dropped }
}

/** Whether pasted text is an address and nothing else, so that pasting it on a selection makes a link. */
export function isAddress(text: string): boolean {
  const trimmed = text.trim()
  return /^(https?:\/\/|mailto:|tel:)\S+$/i.test(trimmed) && safeHref(trimmed) !== null
}

function withScheme(text: string): string {
  if (/^(https?|mailto|tel):/i.test(text) || text.startsWith('#')) return text
  if (EMAIL.test(text)) return `mailto:${text}`
  if (PHONE.test(text)) return `tel:${text.replaceAll(/[ ()./-]/g, '')}`
  // Another scheme is refused by safeHref; "example.org:8080/path" is not a scheme but a port.
  if (/^[a-z][a-z0-9+.-]*:/i.test(text) && !/^[^/:]+\.[^/:]+:\d+/.test(text)) return text
  return text.includes('.') || text.startsWith('localhost') ? `https://${text.replace(/^\/\//, '')}` : text
}
