// Walks a parsed tree with a stack of its own and feeds text, breaks, pictures and boxes to the block builder.
// Only nodes and marks of the grammar can come out, because nothing else can be built.
import type { NodeJson } from '../article/article.ts'
import { HEADING_LEVELS } from '../schema/nodes/heading.ts'
import { type Container, accepts, createContainer, place } from './block-builder.ts'
import type { Dropped } from './dropped.ts'
import { createFlatLists } from './flat-lists.ts'
import {
  type FigureDraft,
  type Step,
  type Walk,
  enterCell,
  enterFigure,
  enterItem,
  enterList,
  enterTable,
} from './html-boxes.ts'
import { type Context, type HeadRole, type WalkOptions, inherit } from './html-context.ts'
import {
  BLOCK_TAGS,
  CONTROL_TAGS,
  EMBED_TAGS,
  PLAIN_BLOCK_TAGS,
  SILENT_TAGS,
  isCredit,
  isIndent,
  isOfficeClutter,
  isPullQuote,
} from './html-elements.ts'
import {
  hasSibling,
  headingLevelOf,
  isAlone,
  isEndOfParagraph,
  isTracked,
  storedFigure,
} from './html-questions.ts'
import { inlineStyleOf, isHidden } from './html-style.ts'
import {
  type HtmlElement,
  type HtmlNode,
  type HtmlParent,
  attributeOf,
  classesOf,
  isComment,
  isElement,
  isText,
} from './html-tree.ts'
import { type ImageSource, readImage } from './imported-image.ts'
import { NO_MARKS, createInlineRuns, plainerInline } from './inline-runs.ts'
import { isWordQuote, wordContinuationIndent, wordListItem, wordResidue } from './word-html.ts'

export interface Walked {
  readonly content: NodeJson[]
  readonly head: Readonly<Record<HeadRole, readonly NodeJson[]>>
  /** Where the picture of each figure without one is to be had. */
  readonly sources: ReadonlyMap<NodeJson, ImageSource>
}

export const HEAD_MARKS: Readonly<Record<HeadRole, ReadonlySet<string>>> = {
  kicker: new Set(),
  headline: new Set(['emphasis', 'superscript', 'subscript', 'languageRun']),
  standfirst: new Set(['strong', 'emphasis', 'link', 'superscript', 'subscript', 'languageRun']),
}

interface Frame {
  readonly children: readonly HtmlNode[]
  index: number
  readonly context: Context
  readonly leave: (() => void) | null
}

export function walkHtml(start: HtmlParent, options: WalkOptions, dropped: Dropped): Walked {
  const { survey } = options
  const root = createContainer('root', null)
  const runs = createInlineRuns()
  const head: Record<HeadRole, NodeJson[]> = { kicker: [], headline: [], standfirst: [] }
  const sources = new Map<NodeJson, ImageSource>()
  const skipped = new Set<HtmlNode>()
  let waiting: { node: NodeJson; container: Container }[] = []
  let textContext: Context | null = null
  let wordQuote: Container | null = null
  let captionAhead: NodeJson[] = []
  let isInside = !survey.hasFragmentMarks
  const walk: Walk = {
    dropped,
    flat: createFlatLists(),
    pictures: new Map<Container, FigureDraft>(),
    flush,
    put,
  }

  const begin: Context = {
    marks: NO_MARKS,
    space: 'normal',
    role: 'paragraph',
    level: 2,
    container: root,
    table: null,
  }
  const stack: Frame[] = [{ children: start.childNodes, index: 0, context: begin, leave: null }]
  for (let frame = stack[stack.length - 1]; frame !== undefined; frame = stack[stack.length - 1]) {
    const node = frame.children[frame.index++]
    if (node === undefined) {
      stack.pop()
      frame.leave?.()
    } else if (isText(node)) {
      if (isInside && !skipped.has(node)) text(node.value, frame.context)
    } else if (isComment(node)) {
      const mark = node.data.trim()
      if (mark === 'StartFragment') isInside = true
      else if (mark === 'EndFragment' && survey.hasFragmentMarks) isInside = false
    } else if (isElement(node) && !skipped.has(node)) {
      const step = enter(node, frame.context)
      if (step !== null)
        stack.push({ children: node.childNodes, index: 0, context: step.context, leave: step.leave })
    }
  }
  flush()
  if (captionAhead.length > 0) place(root, { type: 'paragraph', content: captionAhead })
  return { content: root.content ?? [], head, sources }

  function text(value: string, context: Context): void {
    if (runs.isBlank) textContext = context
    runs.text(value, context.marks, context.space)
  }

  function flush(): void {
    const context = textContext
    textContext = null
    if (context !== null && !runs.isBlank) emit(context)
    else runs.takeOne()
    const figures = waiting
    waiting = []
    for (const { node, container } of figures) put(container, node)
  }

  /** Any block that is not part of Word's running list or quote ends it. */
  function put(container: Container, node: NodeJson): void {
    if (!walk.flat.holds(container)) walk.flat.end()
    if (container !== wordQuote) wordQuote = null
    if (captionAhead.length > 0 && node.type !== 'tableBlock') {
      place(container, { type: 'paragraph', content: captionAhead }) // its table never came
      captionAhead = []
    }
    place(container, node)
  }

  function emit(context: Context): void {
    const { role, container } = context
    if (role === 'paragraph') {
      for (const content of runs.takeParagraphs()) put(container, { type: 'paragraph', content })
    } else if (role === 'kicker' || role === 'headline' || role === 'standfirst') {
      const content = runs.takeOne()
      const isFirst = options.purpose === 'import' && head[role].length === 0
      if (isFirst) head[role] = plainerInline(content, HEAD_MARKS[role])
      else if (role === 'headline') put(container, heading(container, 1, content))
      else put(container, { type: 'paragraph', content })
    } else if (role === 'heading') put(container, heading(container, context.level, runs.takeOne()))
    else if (role === 'tableCaption' && container.kind !== 'table') captionAhead = runs.takeOne()
    else put(container, { type: role, content: runs.takeOne() })
  }

  function heading(container: Container, level: number, content: NodeJson[]): NodeJson {
    // The first heading of a box is its title.
    if (container.kind === 'factBox' && container.content === null) return { type: 'factTitle', content }
    const rank = options.ranksHeadings ? [...survey.headingLevels].sort((a, b) => a - b).indexOf(level) : -1
    const mapped = rank >= 0 ? rank + 2 : survey.headingLevels.has(1) ? level + 1 : level
    const [lowest, , highest] = HEADING_LEVELS
    return { type: 'heading', attrs: { level: Math.min(highest, Math.max(lowest, mapped)) }, content }
  }

  function enter(element: HtmlElement, context: Context): Step | null {
    const tag = element.tagName
    if (options.excluded.has(element)) return null
    if (element.namespaceURI.endsWith('/svg')) return drop('drawings')
    if (SILENT_TAGS.has(tag)) return tag === 'script' ? drop('scripts') : null
    if (EMBED_TAGS.has(tag)) return drop('embeds')
    if (CONTROL_TAGS.has(tag)) return drop('controls')
    if (isOfficeClutter(tag)) return null
    if (isHidden(element)) return element.childNodes.length > 0 ? drop('hidden') : null
    const residue = survey.isWord ? wordResidue(element) : null
    if (residue !== null)
      return drop(residue === 'comment' ? 'comments' : residue === 'deletion' ? 'deletions' : 'hidden')
    if (tag === 'del' && isTracked(element)) return drop('deletions')
    if (tag === 'ins' && isTracked(element)) dropped.insertions++
    if (tag === 'br') return lineBreak(element)
    if (tag === 'img' || tag === 'image') return picture(element, context)
    if (tag === 'hr') {
      flush()
      if (isInside) put(context.container, { type: 'horizontalRule' })
      return null
    }
    const inherited = inherit(element, context, options, dropped)
    return isBlock(element) ? enterBlock(element, inherited) : enterInline(element, inherited)
  }

  function drop(
    what: 'scripts' | 'embeds' | 'controls' | 'hidden' | 'comments' | 'deletions' | 'drawings',
  ): null {
    dropped[what]++
    return null
  }

  function lineBreak(element: HtmlElement): null {
    if (!isInside || classesOf(element).includes('Apple-interchange-newline')) return null
    if (/page-break-before|break-before/i.test(attributeOf(element, 'style') ?? '')) flush()
    else if (!runs.isBlank) runs.lineBreak()
    return null
  }

  function picture(element: HtmlElement, context: Context): null {
    if (!isInside) return null
    const reading = readImage(element, options)
    const figure = walk.pictures.get(context.container)
    if (reading.kind === 'text') text(reading.text, context)
    else if (reading.kind === 'unreachable') {
      dropped.unreachablePictures++
      if (figure !== undefined) figure.unreachable ??= reading.alt
    } else if (reading.kind === 'picture') {
      const { alt, decorative, source } = reading
      const attrs = { ...(alt === '' ? {} : { alt }), ...(decorative ? { decorative } : {}) }
      const node: NodeJson = { type: 'figure', attrs }
      sources.set(node, source)
      if (source.kind === 'remote') dropped.remotePictures++
      if (figure === undefined) waiting.push({ node, container: context.container })
      else figure.nodes.push(node)
    }
    return null
  }

  function isBlock(element: HtmlElement): boolean {
    const { display } = inlineStyleOf(element)
    if (!BLOCK_TAGS.has(element.tagName)) return display === 'block' || survey.figures.has(element)
    return !(display === 'inline' && PLAIN_BLOCK_TAGS.has(element.tagName))
  }

  function enterInline(element: HtmlElement, context: Context): Step | null {
    const tag = element.tagName
    if (isEndOfParagraph(element)) return null
    if (tag === 'q') return between('\u201c', '\u201d', context)
    if (tag === 'rt' && element.childNodes.length > 0 && !hasSibling(element, 'rp'))
      return between('(', ')', context)
    if (tag === 'del' || tag === 's' || tag === 'strike') dropped.struck++
    if (tag === 'span' && classesOf(element).includes('Apple-converted-space')) {
      text(' ', context)
      return null
    }
    const isInFigure = context.container.kind === 'figure'
    if (isInFigure && (isCredit(element) || survey.captions.has(element)))
      return block({ ...context, role: isCredit(element) ? 'credit' : context.role })
    if (tag === 'cite' && isQuote(context.container) && isAlone(element))
      return block({ ...context, marks: { ...context.marks, emphasis: false }, role: 'quoteSource' })
    return { context, leave: null }
  }

  function between(before: string, behind: string, context: Context): Step {
    text(before, context)
    return { context, leave: () => text(behind, context) }
  }

  function block(context: Context): Step {
    flush()
    return { context, leave: flush }
  }

  function box(kind: 'blockQuote' | 'pullQuote' | 'factBox' | 'stash', context: Context): Step {
    if (!accepts(context.container, kind)) return block(context)
    return block({ ...context, role: 'paragraph', container: createContainer(kind, context.container) })
  }

  function enterBlock(element: HtmlElement, context: Context): Step {
    flush()
    const own = enterOwn(element, context)
    if (own !== null) return own
    if (survey.figures.has(element)) return enterFigure(walk, context, null)
    const level = headingLevelOf(element)
    const word =
      survey.isWord && /^(p|h[1-6])$/.test(element.tagName) ? enterWord(element, context, level) : null
    if (word !== null) return word
    if (level !== null) return block({ ...context, role: 'heading', level })
    if (isPullQuote(element)) return box('pullQuote', context)
    if (context.container.kind === 'figure') {
      if (isCredit(element)) return block({ ...context, role: 'credit' })
      return block(context)
    }
    return enterByTag(element, context)
  }

  function enterByTag(element: HtmlElement, context: Context): Step {
    switch (element.tagName) {
      case 'blockquote':
        return isIndent(element) ? block(context) : box('blockQuote', context)
      case 'aside':
        return box('factBox', context)
      case 'footer':
      case 'figcaption':
        return block(isQuote(context.container) ? { ...context, role: 'quoteSource' } : context)
      case 'ul':
      case 'ol':
      case 'menu':
      case 'dir':
        return enterList(walk, element, context)
      case 'li':
        return enterItem(walk, element, context)
      case 'dt':
      case 'summary':
        return block({ ...context, marks: { ...context.marks, strong: true } })
      case 'table':
        return openTable(element, context)
      case 'tr':
        context.table?.rows.push([])
        return block(context)
      case 'td':
      case 'th':
        return enterCell(walk, element, context)
      default:
        return block(context)
    }
  }

  /** Our own markup has a table's caption before it. */
  function openTable(element: HtmlElement, context: Context): Step {
    const step = enterTable(walk, survey.layoutTables.has(element), context)
    step.context.table?.caption.push(...captionAhead)
    if (step.context.table !== null) captionAhead = []
    return step
  }

  /** Markup of our own: what Stet put on the clipboard or on a page. */
  function enterOwn(element: HtmlElement, context: Context): Step | null {
    const role = attributeOf(element, 'data-stet') ?? ''
    const stored = options.purpose === 'paste' ? storedFigure(element) : null
    if (stored !== null) return enterFigure(walk, context, stored)
    switch (role) {
      case 'kicker':
      case 'headline':
      case 'standfirst':
      case 'quoteSource':
      case 'factTitle':
      case 'caption':
      case 'credit':
      case 'tableCaption':
        return block({ ...context, role })
      case 'factBox':
      case 'pullQuote':
        return box(role, context)
      case 'stash':
        return options.purpose === 'paste' ? box(role, context) : null
      default:
        return null
    }
  }

  function enterWord(element: HtmlElement, context: Context, level: number | null): Step | null {
    const { container } = context
    const item = wordListItem(element, options.formats)
    if (item !== null) {
      for (const node of item.markerNodes) skipped.add(node)
      if (level !== null && item.kind === 'orderedList') {
        // A numbered crosshead is a crosshead; its number is part of what a reader sees.
        text(`${item.marker} `, { ...context, role: 'heading', level })
        return { context: { ...context, role: 'heading', level }, leave: flush }
      }
      if (accepts(container, item.kind))
        return { context: { ...context, container: walk.flat.item(container, item) }, leave: flush }
      return null
    }
    if (level !== null) return null
    const going = wordContinuationIndent(element)
    const open = going === null ? null : walk.flat.openItem(going)
    if (open !== null) return { context: { ...context, container: open }, leave: flush }
    if (isWordQuote(element) && accepts(container, 'blockQuote')) {
      wordQuote ??= createContainer('blockQuote', container)
      return { context: { ...context, container: wordQuote }, leave: flush }
    }
    return null
  }
}

const isQuote = ({ kind }: Container): boolean => kind === 'blockQuote' || kind === 'pullQuote'
