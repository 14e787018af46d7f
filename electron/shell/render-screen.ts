// Writes a stored screen as HTML and CSS. The file may have been made by anybody who can write into the library's folder, so
// nothing of it is trusted: elements, attributes and style properties come from lists, everything else is escaped or refused.

export interface RenderedScreen {
  readonly html: string
  readonly css: string
  /** Style sheets of the build that the screen was drawn with. */
  readonly styles: readonly string[]
}

const TAGS: ReadonlySet<string> = new Set(
  (
    'div span p h1 h2 h3 h4 ul ol li main nav aside footer header section button label input figure figcaption blockquote ' +
    'strong em b i a code sub sup mark small time hr br table caption colgroup col thead tbody tr th td img ' +
    'svg g path circle rect line polyline polygon ellipse'
  ).split(' '),
)
const EMPTY: ReadonlySet<string> = new Set(['input', 'hr', 'br', 'img', 'col'])
/** No `id`, `href`, `role`, `name` or `on…`: it can be seen and nothing else. */
const ATTRIBUTES =
  /^(?:class|dir|lang|disabled|type|placeholder|colspan|rowspan|width|height|viewBox|fill|stroke|stroke-width|stroke-linecap|stroke-linejoin|d|cx|cy|r|rx|ry|x|y|x1|y1|x2|y2|points|data-[a-z-]{1,40}|aria-[a-z]{1,20})$/
const PICTURE = /^media:\/\/library\/[0-9a-f]{64}$/
const STYLE_NAME = /^(?:--[a-z-]{1,40}|[a-z-]{1,40})$/
/** Numbers, lengths and the functions that place rows and set type: no url(), no strings, nothing that ends a rule. */
const STYLE_VALUE = /^(?!.*url)[a-z0-9.,%()+*/ #-]{1,200}$/i
/** Deeper than any screen is. */
const MAX_DEPTH = 60

/** Null for what is no screen: it is not shown at all rather than in part. */
export function renderScreen(value: unknown, addresses: ReadonlySet<string>): RenderedScreen | null {
  if (!isRecord(value) || !Array.isArray(value['styles'])) return null
  const styles = value['styles'].filter(
    (address): address is string => typeof address === 'string' && addresses.has(address),
  )
  if (styles.length !== value['styles'].length) return null
  const rules: string[] = []
  const html = renderNode(value['root'], rules, 0)
  return html === null ? null : { html, css: rules.join('\n'), styles }
}

function renderNode(node: unknown, rules: string[], depth: number): string | null {
  if (typeof node === 'string') return escape(node)
  if (!isRecord(node) || depth > MAX_DEPTH) return null
  const tag = node['tag']
  if (typeof tag !== 'string' || !TAGS.has(tag)) return null
  let attributes = ''
  for (const [name, value] of entries(node['attributes'])) {
    const isPicture = tag === 'img' && name === 'src' && PICTURE.test(value)
    if (!isPicture && !ATTRIBUTES.test(name)) return null
    attributes += ` ${name}="${escape(value)}"`
  }
  const style = entries(node['style'])
  if (style.some(([name, value]) => !STYLE_NAME.test(name) || !STYLE_VALUE.test(value))) return null
  if (style.length > 0) {
    attributes += ` data-screen-style="${rules.length}"`
    const declarations = style.map(([name, value]) => `${name}:${value}`).join(';')
    rules.push(`[data-screen-style="${rules.length}"]{${declarations}}`)
  }
  if (EMPTY.has(tag)) return `<${tag}${attributes}>`
  let inside = ''
  for (const child of Array.isArray(node['children']) ? node['children'] : []) {
    const html = renderNode(child, rules, depth + 1)
    if (html === null) return null
    inside += html
  }
  return `<${tag}${attributes}>${inside}</${tag}>`
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const entries = (value: unknown): [string, string][] =>
  isRecord(value) ? Object.entries(value).map(([name, text]) => [name, String(text)]) : []

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escape = (text: string): string => text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? '')
