// Finds the article in a page: text scores its ancestors, links count against them, the best ancestor and those beside it that
// belong to it are the article. The idea is old and common (Readability); the scoring is our own.
import {
  type HtmlElement,
  type HtmlNode,
  type HtmlParent,
  attributeOf,
  isElement,
  isText,
} from './html-tree.ts'
import { SILENT_TAGS, EMBED_TAGS, CONTROL_TAGS } from './html-elements.ts'
import { isFurniture, nameWeight } from './page-furniture.ts'

export interface FoundArticle {
  /** In document order; nested in nothing of each other. */
  readonly parts: readonly HtmlElement[]
  /** Furniture inside the parts. */
  readonly excluded: ReadonlySet<HtmlElement>
}

/** Characters from which a paragraph counts as one. */
const MIN_PARAGRAPH = 25
/** How far up a paragraph's score is felt. */
const MAX_ANCESTORS = 6
/** Characters of text below which an element marked as the article's body is believed to be empty (text loaded by a script). */
const MIN_MARKED_CHARS = 200

/** Share of link text in what a wider element adds; teasers are mostly links. */
const MAX_GAINED_LINKS = 0.3
/** Characters a paragraph it adds has on average; teasers and comments are short. */
const MIN_GAINED_PARAGRAPH = 60

/** Characters from which what was found may be a whole story, and how much more a wider element may then add, times itself. */
const WHOLE_STORY_CHARS = 2_000
const MAX_GROWTH = 1.5

interface Measures {
  chars: number
  linkChars: number
  commas: number
  paragraphs: number
  items: number
  images: number
  score: number
}

export function findArticle(root: HtmlParent): FoundArticle | null {
  const measures = new Map<HtmlElement, Measures>()
  const furniture = new Set<HtmlElement>()
  measure(root, measures, furniture)
  const best = bestCandidate(measures)
  if (best === null) return null
  const marked = markedBody(measures, best)
  const top = marked ?? widened(best, measures)
  const parts = withSiblings(top, measures, furniture)
  return { parts, excluded: innerFurniture(parts, measures) }
}

/** One pass: what each element holds, furniture left out. Iterative. */
function measure(root: HtmlParent, measures: Map<HtmlElement, Measures>, furniture: Set<HtmlElement>): void {
  interface Frame {
    readonly node: HtmlParent
    readonly own: Measures
    readonly isLink: boolean
    direct: number
    index: number
  }
  const frame = (node: HtmlParent, isLink: boolean): Frame => ({
    node,
    own: { chars: 0, linkChars: 0, commas: 0, paragraphs: 0, items: 0, images: 0, score: 0 },
    isLink,
    direct: 0,
    index: 0,
  })
  const stack: Frame[] = [frame(root, false)]
  for (let top = stack[stack.length - 1]; top !== undefined; top = stack[stack.length - 1]) {
    const node: HtmlNode | undefined = top.node.childNodes[top.index++]
    if (node === undefined) {
      stack.pop()
      if (isElement(top.node)) close(top.node, top)
      continue
    }
    if (isText(node)) {
      const text = node.value.replace(/\s+/g, ' ').trim()
      top.own.chars += text.length
      top.direct += text.length
      if (top.isLink) top.own.linkChars += text.length
      top.own.commas += text.match(/[,،，、;؛]/g)?.length ?? 0
    } else if (isElement(node)) {
      const tag = node.tagName
      if (SILENT_TAGS.has(tag) || EMBED_TAGS.has(tag) || CONTROL_TAGS.has(tag) || tag === 'svg') continue
      if (isFurniture(node, false)) {
        furniture.add(node)
        continue
      }
      stack.push(frame(node, top.isLink || tag === 'a'))
    }
  }

  function close(element: HtmlElement, done: Frame): void {
    const { own } = done
    measures.set(element, own)
    const tag = element.tagName
    const isParagraph =
      own.chars >= MIN_PARAGRAPH &&
      (/^(p|pre|blockquote|td)$/.test(tag) || (done.direct >= 80 && tag !== 'a' && tag !== 'span'))
    if (isParagraph && own.linkChars < own.chars * 0.7) {
      own.paragraphs++
      const score = 1 + Math.min(own.commas, 12) + Math.min(Math.floor(own.chars / 100), 4)
      let share = 1
      for (let index = stack.length - 1, level = 0; index > 0 && level < MAX_ANCESTORS; index--, level++) {
        const ancestor = stack[index]
        if (ancestor === undefined) break
        ancestor.own.score += score * share
        share = level === 0 ? 0.5 : share * 0.5
      }
      // A block of bare text with breaks is its own container.
      if (done.direct >= 80 && tag !== 'p') own.score += score
    }
    const parent = stack[stack.length - 1]
    if (parent === undefined) return
    parent.own.chars += own.chars
    parent.own.linkChars += own.linkChars
    parent.own.commas += own.commas
    parent.own.paragraphs += own.paragraphs
    parent.own.items += own.items + (tag === 'li' ? 1 : 0)
    parent.own.images += own.images + (tag === 'img' ? 1 : 0)
  }
}

const linkDensity = ({ chars, linkChars }: Measures): number => (chars === 0 ? 0 : linkChars / chars)

function finalScore(element: HtmlElement, measures: Measures): number {
  const tag = element.tagName
  const byTag =
    tag === 'article' || tag === 'main'
      ? 15
      : /^(ul|ol|li|dl|dd|dt|form|address|th|h[1-6])$/.test(tag)
        ? -10
        : 0
  return (
    (measures.score + (measures.score > 0 ? nameWeight(element) * 0.4 + byTag : 0)) *
    (1 - linkDensity(measures))
  )
}

function bestCandidate(measures: ReadonlyMap<HtmlElement, Measures>): HtmlElement | null {
  let best: HtmlElement | null = null
  let bestScore = 0
  let longest: HtmlElement | null = null
  for (const [element, one] of measures) {
    if (/^(p|a|span|body|html|em|strong|b|i)$/.test(element.tagName)) continue
    const score = finalScore(element, one)
    if (score > bestScore) [best, bestScore] = [element, score]
  }
  if (best === null)
    for (const [element, one] of measures)
      if (one.chars > (longest === null ? 0 : (measures.get(longest)?.chars ?? 0))) longest = element
  return best ?? longest
}

/** Climbs while what is gained is text in paragraphs: a story in several sections has its best paragraphs in one of them. */
function widened(best: HtmlElement, measures: ReadonlyMap<HtmlElement, Measures>): HtmlElement {
  let top = best
  let at: HtmlElement = best
  while (at.parentNode !== null && isElement(at.parentNode) && !/^(body|html)$/.test(at.parentNode.tagName)) {
    at = at.parentNode
    const inner = measures.get(top)
    const outer = measures.get(at)
    if (inner === undefined || outer === undefined) break
    const chars = outer.chars - inner.chars
    const paragraphs = outer.paragraphs - inner.paragraphs
    const isStory =
      paragraphs > 0 &&
      chars > inner.chars * 0.1 &&
      (inner.chars < WHOLE_STORY_CHARS || chars < inner.chars * MAX_GROWTH) &&
      (outer.linkChars - inner.linkChars) / chars < MAX_GAINED_LINKS &&
      chars / paragraphs > MIN_GAINED_PARAGRAPH
    if (isStory) top = at
  }
  return top
}

/** What the page itself marks as the body, when it holds most of what was found. */
function markedBody(measures: ReadonlyMap<HtmlElement, Measures>, best: HtmlElement): HtmlElement | null {
  const found = measures.get(best)?.chars ?? 0
  let marked: HtmlElement | null = null
  for (const [element, { chars }] of measures) {
    if (!/\barticleBody\b/i.test(attributeOf(element, 'itemprop') ?? '') || chars < MIN_MARKED_CHARS) continue
    if (chars >= found * 0.6 && chars > (marked === null ? 0 : (measures.get(marked)?.chars ?? 0)))
      marked = element
  }
  return marked
}

/** Neighbours that carry on the story: cut by an advertisement, or wrapped one by one. Climbs where the top is a sole child. */
function withSiblings(
  top: HtmlElement,
  measures: ReadonlyMap<HtmlElement, Measures>,
  furniture: ReadonlySet<HtmlElement>,
): HtmlElement[] {
  const topMeasures = measures.get(top)
  const topScore = topMeasures === undefined ? 0 : finalScore(top, topMeasures)
  const threshold = Math.max(8, topScore * 0.2)
  const parent = top.parentNode
  if (parent === null || !isElement(parent) || parent.tagName === 'html') return [top]
  const siblings = parent.childNodes.filter(isElement).filter((element) => !furniture.has(element))
  const parts = siblings.filter((element) => {
    if (element === top) return true
    const one = measures.get(element)
    if (one === undefined) return false
    const isAlike =
      attributeOf(element, 'class') !== null && attributeOf(element, 'class') === attributeOf(top, 'class')
    if (finalScore(element, one) + (isAlike ? topScore * 0.2 : 0) >= threshold && linkDensity(one) < 0.4)
      return true
    return element.tagName === 'p' && one.chars > 80 && linkDensity(one) < 0.25
  })
  return parts
}

/** Boxes inside the article that are not of it: lists of links, teasers, counters, sign-ups. */
function innerFurniture(
  parts: readonly HtmlElement[],
  measures: ReadonlyMap<HtmlElement, Measures>,
): ReadonlySet<HtmlElement> {
  const excluded = new Set<HtmlElement>()
  const stack: HtmlElement[] = [...parts]
  for (let element = stack.pop(); element !== undefined; element = stack.pop()) {
    for (const child of element.childNodes) {
      if (!isElement(child)) continue
      if (isFurniture(child, true) || isLinkBox(child, measures.get(child))) excluded.add(child)
      else stack.push(child)
    }
  }
  return excluded
}

function isLinkBox(element: HtmlElement, one: Measures | undefined): boolean {
  if (one === undefined || !/^(div|section|aside|ul|ol|dl|table|header)$/.test(element.tagName)) return false
  if (one.chars === 0) return false
  const density = linkDensity(one)
  if (element.tagName === 'header') return false
  if (one.paragraphs === 0 && density > 0.8 && one.chars > 20) return element.tagName !== 'table'
  return one.paragraphs < 2 && density > 0.7 && one.items >= 3
}
