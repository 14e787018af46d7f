// HTML from anywhere (a clipboard, a file, a page) to blocks of the grammar. Pure: parses, never runs, never fetches.
import type { NodeJson } from '../article/article.ts'
import { MAX_BLOCK_DEPTH } from '../article/limits.ts'
import { type Dropped, type ReceiptLine, describeDropped, nothingDropped } from './dropped.ts'
import { surveyHtml } from './html-survey.ts'
import { type HtmlElement, type HtmlParent, descendantsOf, isElement, rawTextOf } from './html-tree.ts'
import { walkHtml } from './html-walker.ts'
import type { ImageSource } from './imported-image.ts'
import { cleanText } from './inline-runs.ts'
import { type ParsedHtml, parseHtml } from './parse-html.ts'
import { isPendingFigure } from './place-pictures.ts'
import { readListFormats } from './word-html.ts'

/** Converting and placing go together for whoever stores the pictures in between. */
export { placePictures } from './place-pictures.ts'

export interface HtmlOptions {
  /** `paste` keeps stored pictures and stashes of our own markup; `import` takes kicker, headline and standfirst apart. */
  readonly purpose: 'paste' | 'import'
  /** Language of the article, so that runs in it are not marked as foreign. */
  readonly language?: string
  /** Keeps heading levels as written instead of closing the gaps between those of a page. */
  readonly keepsHeadingLevels?: boolean
  /** Elements to leave out, for those who looked at the tree before. */
  readonly excluded?: ReadonlySet<HtmlElement>
  /** Address the HTML came from, for relative links. */
  readonly base?: string
}

export interface ImportedHead {
  readonly kicker: readonly NodeJson[]
  readonly headline: readonly NodeJson[]
  readonly standfirst: readonly NodeJson[]
}

export interface HtmlContent {
  readonly content: NodeJson[]
  /** Inline content found under our own markers; null when there were none (always null for `paste`). */
  readonly head: ImportedHead | null
  /** One entry for each figure without a picture, in document order: see place-pictures.ts. */
  readonly images: readonly ImageSource[]
  readonly dropped: Dropped
  readonly notices: readonly ReceiptLine[]
}

/** Blocks of the grammar and nothing else; the visible text survives. Never throws, whatever it is given. */
export function htmlToContent(html: string, options: HtmlOptions): HtmlContent {
  const parsed = readHtml(html)
  if (parsed.kind === 'tree') return treeToContent(parsed.root, options, parsed.levelsPassedOver)
  const content = parsed.lines.map(
    (line): NodeJson => ({ type: 'paragraph', content: [{ type: 'text', text: cleanText(line) }] }),
  )
  const notice: ReceiptLine = {
    level: 'warning',
    text: 'The markup is too deep or too tangled to be read: only its text was taken.',
  }
  return { content, head: null, images: [], dropped: nothingDropped(), notices: [notice] }
}

/** HTML as it came, parsed; see parse-html.ts for what is too tangled to be. */
export const readHtml = (html: string): ParsedHtml => parseHtml(prepared(html))

/** The same from a tree that was parsed before, for those who look for the article in it first. */
export function treeToContent(root: HtmlParent, options: HtmlOptions, levelsPassedOver = 0): HtmlContent {
  const excluded = options.excluded ?? new Set()
  const survey = surveyHtml(root, excluded)
  const dropped = nothingDropped()
  const walked = walkHtml(
    root,
    {
      survey,
      purpose: options.purpose,
      excluded,
      ranksHeadings: options.purpose === 'import' && options.keepsHeadingLevels !== true,
      base: options.base ?? null,
      language: options.language ?? survey.language,
      formats: survey.isWord ? readListFormats(styleTextOf(root)) : new Map(),
    },
    dropped,
  )
  const notices: ReceiptLine[] = []
  if (survey.maxDepth > MAX_BLOCK_DEPTH || levelsPassedOver > 0)
    notices.push({
      level: 'warning',
      text: `The markup was nested ${(survey.maxDepth + levelsPassedOver).toLocaleString('en')} levels deep and was flattened.`,
    })
  notices.push(...describeDropped(dropped))
  const { kicker, headline, standfirst } = walked.head
  const hasHead = kicker.length + headline.length + standfirst.length > 0
  return {
    content: walked.content,
    head: hasHead ? walked.head : null,
    images: pendingImages(walked.content, walked.sources),
    dropped,
    notices,
  }
}

function pendingImages(
  content: readonly NodeJson[],
  sources: ReadonlyMap<NodeJson, ImageSource>,
): ImageSource[] {
  const images: ImageSource[] = []
  const visit = (node: NodeJson): void => {
    if (isPendingFigure(node)) images.push(sources.get(node) ?? { kind: 'missing' })
    else if (node.type !== 'paragraph') node.content?.forEach(visit)
  }
  content.forEach(visit)
  return images
}

function styleTextOf(root: HtmlParent): string {
  const parts: string[] = []
  for (const node of descendantsOf(root))
    if (isElement(node) && node.tagName === 'style') parts.push(rawTextOf(node))
  return parts.join('\n')
}

/** Undoes what carriers of HTML wrap around it: Windows' clipboard header, a table's inside without its table, shortcodes. */
function prepared(html: string): string {
  let text = html
  if (/^Version:\d/.test(text)) {
    const start = text.indexOf('<')
    text = start < 0 ? '' : text.slice(start)
  }
  if (
    /^\s*(<meta[^>]{0,200}>|<!--StartFragment-->|\s)*<(tr|td|th|tbody|thead|caption)[\s>]/i.test(
      text.slice(0, 1_000),
    )
  )
    text = `<table>${text}</table>`
  if (text.includes('[caption'))
    text = text.replace(
      /\[caption[^\]]{0,500}\]\s*((?:<a [^>]{0,2000}>\s*)?<img [^>]{0,4000}>(?:\s*<\/a>)?)([^[]{0,2000})\[\/caption\]/g,
      '<figure>$1<figcaption>$2</figcaption></figure>',
    )
  return text
}
