// Parses markup that nobody vouches for. The HTML algorithm is quadratic in places (depth of the open stack, attributes of
// one tag, re-opened formatting), so the parser works on a budget; what exceeds it is read as bare text instead.
import { type DefaultTreeAdapterMap, type Token, Parser, html as names, parseFragment } from 'parse5'
import { type HtmlParent, rawTextOf } from './html-tree.ts'

/** Elements made by the parser. A book-length page has some 50,000; re-opened formatting makes millions out of nothing. */
const MAX_ELEMENTS = 600_000
/** Elements open at once; Chromium stops at 512. What is opened beyond is passed over, its text stays. */
const MAX_OPEN = 1_000
/** Sum over all tags of the open elements above them: what the algorithm may have to look through. 10,000 levels cost 5e7, and 2.5e8 take about two seconds. */
const MAX_STACK_WORK = 250_000_000
/** Attributes on one tag; parse5 compares each new one with all before it. */
const MAX_ATTRIBUTES = 2_000
/** Templates in templates; parse5 unwinds them by recursion, and nothing in one is ever shown. */
const MAX_TEMPLATES = 200
/** Characters handed over at once: how much one tag can grow before it is looked at. */
const CHUNK_CHARS = 16_384

export type ParsedHtml =
  | {
      readonly kind: 'tree'
      readonly root: HtmlParent
      /** Levels below MAX_OPEN that were passed over. */
      readonly levelsPassedOver: number
    }
  | { readonly kind: 'text'; readonly lines: readonly string[] }

/** The tree of a page or a fragment; or, when the markup is built to exhaust a parser, its text by lines. Never throws. */
export function parseHtml(html: string): ParsedHtml {
  const parser = new BudgetParser({ scriptingEnabled: true, sourceCodeLocationInfo: false })
  try {
    for (let at = 0; at < html.length || at === 0; at += CHUNK_CHARS) {
      const end = at + CHUNK_CHARS
      parser.tokenizer.write(html.slice(at, end), end >= html.length)
      if (parser.attributesOfOpenTag() > MAX_ATTRIBUTES) throw new OverBudget('attributes')
    }
  } catch (error) {
    if (error instanceof OverBudget) return { kind: 'text', lines: bareText(html) }
    throw error
  }
  return { kind: 'tree', root: parser.document, levelsPassedOver: parser.levelsPassedOver }
}

class OverBudget extends Error {}

// A class because the library demands one: its parser is the token handler of its own tokenizer.
class BudgetParser extends Parser<DefaultTreeAdapterMap> {
  #elements = 0
  #work = 0

  /** Tags passed over and not yet closed, by name. */
  readonly #passedOver = new Map<string, number>()
  #passedOverNow = 0
  levelsPassedOver = 0

  override onStartTag(token: Token.TagToken): void {
    this.#spend()
    const { tagName } = token
    if (this.openElements.stackTop < MAX_OPEN || RAW_TEXT.test(tagName)) {
      super.onStartTag(token)
      return
    }
    this.#passedOver.set(tagName, (this.#passedOver.get(tagName) ?? 0) + 1)
    this.levelsPassedOver = Math.max(this.levelsPassedOver, ++this.#passedOverNow)
    this.#breakLine(token)
  }
  override onEndTag(token: Token.TagToken): void {
    this.#spend()
    const open = this.#passedOver.get(token.tagName) ?? 0
    if (open === 0) {
      super.onEndTag(token)
      return
    }
    this.#passedOver.set(token.tagName, open - 1)
    this.#passedOverNow--
    this.#breakLine(token)
  }
  /** Keeps the words of two blocks apart when the blocks themselves are not built. */
  #breakLine(token: Token.TagToken): void {
    if (!BREAKING.test(token.tagName)) return
    super.onStartTag({ ...token, tagName: 'br', tagID: names.TAG_ID.BR, attrs: [], selfClosing: false })
  }
  override onItemPush(node: HtmlParent, tagId: number, isTop: boolean): void {
    if (++this.#elements > MAX_ELEMENTS) throw new OverBudget('elements')
    super.onItemPush(node, tagId, isTop)
  }
  attributesOfOpenTag(): number {
    const token: unknown = Reflect.get(this.tokenizer, 'currentToken')
    const attributes: unknown = typeof token === 'object' && token !== null && 'attrs' in token && token.attrs
    return Array.isArray(attributes) ? attributes.length : 0
  }
  #spend(): void {
    this.#work += this.openElements.stackTop + this.activeFormattingElements.entries.length + 1
    if (this.#work > MAX_STACK_WORK || this.tmplInsertionModeStack.length > MAX_TEMPLATES)
      throw new OverBudget('depth')
  }
}

/** Elements whose inside is not markup: the tokenizer has to know that they began. Void ones never nest. */
const RAW_TEXT =
  /^(script|style|title|textarea|noscript|noframes|noembed|iframe|xmp|plaintext|br|img|hr|wbr|input|meta|link|base|col|area|embed|param|source|track)$/
const SILENT = /^(script|style|template|noscript|title|textarea|select|svg|xml)$/i
const BREAKING =
  /^\/?(p|div|br|li|ul|ol|h[1-6]|blockquote|tr|table|section|article|header|footer|pre|figure|figcaption|aside|hr|dd|dt|dl)$/i

/** Text between tags, one line per block, in one pass. Entities are resolved by parsing text that holds no tag. */
function bareText(html: string): string[] {
  const lines: string[] = []
  let line = ''
  let at = 0
  while (at < html.length) {
    const open = html.indexOf('<', at)
    line += html.slice(at, open < 0 ? html.length : open)
    if (open < 0) break
    if (html.startsWith('<!--', open)) {
      at = after(html, '-->', open + 4)
      continue
    }
    const close = html.indexOf('>', open)
    if (close < 0) break
    const name = /^\/?[a-z][a-z0-9:]*/i.exec(html.slice(open + 1, Math.min(close, open + 40)))?.[0] ?? ''
    at = close + 1
    if (SILENT.test(name)) at = after(html, '>', indexOfEnd(html, name, at))
    else if (BREAKING.test(name)) {
      lines.push(line)
      line = ''
    }
  }
  lines.push(line)
  return lines.map((text) => resolveEntities(text).replace(/\s+/g, ' ').trim()).filter((text) => text !== '')
}

function after(html: string, mark: string, from: number): number {
  const at = html.indexOf(mark, from)
  return at < 0 ? html.length : at + mark.length
}

function indexOfEnd(html: string, name: string, from: number): number {
  const end = new RegExp(`</${name}[\\s>/]`, 'gi')
  end.lastIndex = from
  return end.exec(html)?.index ?? html.length
}

function resolveEntities(text: string): string {
  return text.includes('&') ? rawTextOf(parseFragment(text.replaceAll('<', '&lt;'))) : text
}
