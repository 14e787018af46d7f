// One pass over the tree before it is converted: facts that need the whole subtree, so that no element is looked through twice.
import {
  type HtmlElement,
  type HtmlNode,
  type HtmlParent,
  attributeOf,
  classesOf,
  isElement,
  isText,
} from './html-tree.ts'

export interface HtmlSurvey {
  /** Tables that only arrange the page: nested ones inside, a role that says so, or boxes around headings. */
  readonly layoutTables: ReadonlySet<HtmlElement>
  /** Elements that hold pictures and their caption, `figure` or not. */
  readonly figures: ReadonlySet<HtmlElement>
  /** Elements that are such a caption. */
  readonly captions: ReadonlySet<HtmlElement>
  readonly headingLevels: ReadonlySet<number>
  readonly maxDepth: number
  readonly isWord: boolean
  readonly hasFragmentMarks: boolean
  /** The language that most of the text is marked with; null when most is not marked. */
  readonly language: string | null
}

/** Characters of a caption; beyond it a box with one picture is a story, not a figure. */
const MAX_CAPTION_CHARS = 1_200

interface Open {
  readonly node: HtmlParent
  readonly language: string
  index: number
  images: number
  captions: HtmlElement[]
  text: number
  cells: number
  tables: number
  headings: number
  figures: number
  quotes: number
  blocks: number
}

export function surveyHtml(root: HtmlParent, excluded: ReadonlySet<HtmlElement> = new Set()): HtmlSurvey {
  const layoutTables = new Set<HtmlElement>()
  const figures = new Set<HtmlElement>()
  const captions = new Set<HtmlElement>()
  const headingLevels = new Set<number>()
  let maxDepth = 0
  let isWord = false
  let hasFragmentMarks = false
  const languages = new Map<string, number>()
  const stack: Open[] = [open(root, '')]
  for (let top = stack[stack.length - 1]; top !== undefined; top = stack[stack.length - 1]) {
    const node: HtmlNode | undefined = top.node.childNodes[top.index++]
    if (node !== undefined) {
      if (isText(node)) {
        const length = node.value.trim().length
        top.text += length
        languages.set(top.language, (languages.get(top.language) ?? 0) + length)
      } else if (isElement(node)) {
        if (node.tagName === 'svg' || node.tagName === 'template' || excluded.has(node)) continue
        isWord ||= looksLikeWord(node)
        stack.push(open(node, attributeOf(node, 'lang') ?? top.language))
        if (stack.length > maxDepth) maxDepth = stack.length
      } else if ('data' in node && node.data.trim() === 'StartFragment') hasFragmentMarks = true
      continue
    }
    stack.pop()
    const parent = stack[stack.length - 1]
    if (parent !== undefined && isElement(top.node)) close(top, top.node, parent)
  }
  const [language] = [...languages].reduce((most, next) => (next[1] > most[1] ? next : most), ['', 0])
  return {
    layoutTables,
    figures,
    captions,
    headingLevels,
    maxDepth,
    isWord,
    hasFragmentMarks,
    language: language === '' ? null : language,
  }

  function close(done: Open, element: HtmlElement, parent: Open): void {
    const tag = element.tagName
    const heading = /^h([1-6])$/.exec(tag)
    // A headline that says so is not one of the levels below it.
    if (heading !== null && attributeOf(element, 'data-stet') === null) headingLevels.add(Number(heading[1]))
    if (tag === 'table' && isLayout(done, element)) layoutTables.add(element)
    if (isFigure(done, element)) {
      figures.add(element)
      for (const caption of done.captions) captions.add(caption)
      done.images = 0 // consumed: no wider box around it is the figure
      done.captions = []
    }
    if (isCaption(element)) parent.captions.push(element)
    parent.images += done.images + (tag === 'img' ? 1 : 0)
    if (parent.captions.length < 4) parent.captions.push(...done.captions.slice(0, 4))
    parent.text += done.text
    parent.cells += done.cells + (tag === 'td' || tag === 'th' ? 1 : 0)
    parent.tables += done.tables + (tag === 'table' ? 1 : 0)
    parent.headings += done.headings + (heading === null ? 0 : 1)
    parent.figures += done.figures + (figures.has(element) || tag === 'figure' ? 1 : 0)
    parent.quotes += done.quotes + (tag === 'blockquote' || tag === 'pre' ? 1 : 0)
    parent.blocks += done.blocks + (/^(p|ul|ol|article|section|main)$/.test(tag) ? 1 : 0)
  }
}

const open = (node: HtmlParent, language: string): Open => ({
  node,
  language,
  index: 0,
  images: 0,
  captions: [],
  text: 0,
  cells: 0,
  tables: 0,
  headings: 0,
  figures: 0,
  quotes: 0,
  blocks: 0,
})

function isLayout(table: Open, element: HtmlElement): boolean {
  const role = attributeOf(element, 'role')
  if (role === 'presentation' || role === 'none' || table.tables > 0) return true
  return table.cells <= 1 && (table.headings > 0 || table.figures > 0 || table.blocks > 3)
}

function isFigure(box: Open, element: HtmlElement): boolean {
  if (box.tables > 0 || box.quotes > 0 || box.figures > 0 || box.images === 0) return false
  if (element.tagName === 'figure') return true
  return (
    box.images === 1 &&
    box.captions.length > 0 &&
    box.headings === 0 &&
    box.text <= MAX_CAPTION_CHARS &&
    /^(div|dl|span|p|section|aside|a|center|li)$/.test(element.tagName)
  )
}

/** A caption by element or by the word every content system uses for it. */
function isCaption(element: HtmlElement): boolean {
  if (element.tagName === 'figcaption') return true
  return classesOf(element).some((name) => /(^|[-_])(fig)?caption([-_]?(text|content|body))?$/i.test(name))
}

function looksLikeWord(element: HtmlElement): boolean {
  if (element.tagName === 'o:p') return true
  if (element.tagName === 'meta') return /microsoft word/i.test(attributeOf(element, 'content') ?? '')
  for (const attribute of element.attrs) {
    if (attribute.name === 'class' && /^Mso[A-Z]/.test(attribute.value)) return true
    if (attribute.name === 'style' && attribute.value.includes('mso-')) return true
    if (attribute.name === 'xmlns:w') return true
  }
  return false
}
