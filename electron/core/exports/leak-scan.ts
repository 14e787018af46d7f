// EX3: proves, before anything is written, that nothing private is in an output. Two independent looks: the output is held
// against the output of the same article without its private parts, and it is searched for their words and for internal ids.
import type { Article, NodeJson } from '#shared/article/article.ts'
import type { ExportFile } from '#shared/article/export-input.ts'
import { inlineText } from '#shared/article/plain-text.ts'
import { findTksInArticle } from '#shared/article/tk.ts'
import type { Outcome } from '#shared/errors/outcome.ts'
import { publicArticle } from './formats/public-article.ts'

export interface LeakScan {
  /** As it lies in the library, private parts included. */
  readonly article: Article
  readonly files: readonly ExportFile[]
  /** The same export of another article. */
  readonly render: (article: Article) => readonly ExportFile[]
  /** Ids that mean something only inside this library. */
  readonly internalIds: readonly string[]
  /** A proof, or a person who has been asked. */
  readonly allowTk: boolean
}

type Leak = Outcome<'LeakFound'>

/** The first leak, or null. A TK is found in the article, everything else in the files. */
export function findLeak(scan: LeakScan): Leak | null {
  return findTk(scan) ?? findInfluence(scan) ?? findWords(scan) ?? findIds(scan)
}

/** Characters of a private passage worth searching for by itself; shorter ones stand in any text by chance. */
const SEARCHED_CHARS = 12

function findTk({ article, allowTk }: LeakScan): Leak | null {
  const [tk] = allowTk ? [] : findTksInArticle(article)
  return tk === undefined ? null : leak('TK', `${tk.place}: ${tk.excerpt}`)
}

/** If taking the private parts away changes a single byte, some of them had got in. */
function findInfluence({ article, files, render }: LeakScan): Leak | null {
  if (areSame(files, render(publicArticle(article)))) return null
  const noNote = { ...article, meta: { ...article.meta, deskNote: '' } }
  const noStash = { ...article, content: withoutStash(article.content) }
  if (!areSame(files, render(noStash))) return leak('stash', nameOf(files))
  if (!areSame(files, render(noNote))) return leak('desk note', nameOf(files))
  return leak('internal id', nameOf(files))
}

function findWords({ article, files, render }: LeakScan): Leak | null {
  const stash = passages((article.content.content ?? []).filter((block) => block.type === 'stash'))
  const note = article.meta.deskNote.split('\n').map(collapse)
  const searched = [
    ...stash.map((words) => ({ kind: 'stash' as const, words })),
    ...note.map((words) => ({ kind: 'desk note' as const, words })),
  ].filter(({ words }) => words.length >= SEARCHED_CHARS)
  if (searched.length === 0) return null
  const texts = files.filter(isText)
  const found = searched.flatMap(({ kind, words }) => {
    const file = texts.find((one) => readable(one).includes(words))
    return file === undefined ? [] : [{ kind, words, file }]
  })
  if (found.length === 0) return null
  // The same words may stand in the public text as well: then the clean output has them, too.
  const clean = render(publicArticle(article)).filter(isText).map(readable)
  const real = found.find(({ words }) => !clean.some((text) => text.includes(words)))
  return real === undefined ? null : leak(real.kind, real.file.name)
}

function findIds({ files, internalIds }: LeakScan): Leak | null {
  for (const file of files) {
    const text = isText(file) ? decode(file) : ''
    if (internalIds.some((id) => id !== '' && (file.name.includes(id) || text.includes(id))))
      return leak('internal id', file.name)
  }
  return null
}

const leak = (kind: Leak['kind'], place: string): Leak => ({ type: 'LeakFound', kind, place })
const nameOf = (files: readonly ExportFile[]): string => files[0]?.name ?? ''
const isText = (file: ExportFile): boolean => !file.mime.startsWith('image/')
const decode = (file: ExportFile): string => Buffer.from(file.bytes).toString('utf8')
const collapse = (text: string): string => text.replace(/\s+/g, ' ').trim()

function areSame(a: readonly ExportFile[], b: readonly ExportFile[]): boolean {
  return (
    a.length === b.length &&
    a.every((file, index) => {
      const other = b[index]
      return other?.name === file.name && Buffer.compare(other.bytes, file.bytes) === 0
    })
  )
}

const withoutStash = (content: NodeJson): NodeJson => ({
  ...content,
  content: (content.content ?? []).filter((block) => block.type !== 'stash'),
})

/** Text of each block that holds text directly. */
function passages(nodes: readonly NodeJson[]): string[] {
  return nodes.flatMap((node) => {
    const content = node.content ?? []
    return content.some((child) => child.text !== undefined)
      ? [collapse(inlineText(node))]
      : passages(content)
  })
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&#96;': '`',
  '&amp;': '&',
}

/** The words of a file whatever its format: without tags, references and escapes. Data of inlined pictures is left out. */
function readable(file: ExportFile): string {
  return collapse(
    decode(file)
      .replace(/data:image\/[a-z]+;base64,[A-Za-z0-9+/=]+/g, '')
      .replace(/<[^<>]*>/g, '')
      .replace(/&(?:lt|gt|quot|amp|#39|#96);/g, (entity) => ENTITIES[entity] ?? entity)
      .replace(/\\(?=[!-/:-@[-`{-~])/g, ''),
  )
}
