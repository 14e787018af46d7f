// EX3: proves, before anything is written, that nothing private is in an output. Not by searching for private words, which an
// encoding could hide and the public text could repeat: the output must equal, to the byte, that of the same article without
// its private parts. Whatever differs was influenced by them. Ids that are not part of an article are searched for.
import type { Article, NodeJson } from '#shared/article/article.ts'
import type { ExportFile } from '#shared/article/export-input.ts'
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
  return findTk(scan) ?? findInfluence(scan) ?? findIds(scan)
}

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

function findIds({ files, internalIds }: LeakScan): Leak | null {
  const ids = internalIds.filter((id) => id !== '')
  for (const file of files) {
    const bytes = viewOf(file)
    if (ids.some((id) => file.name.includes(id) || bytes.includes(id))) return leak('internal id', file.name)
  }
  return null
}

const leak = (kind: Leak['kind'], place: string): Leak => ({ type: 'LeakFound', kind, place })
const nameOf = (files: readonly ExportFile[]): string => files[0]?.name ?? ''
const viewOf = ({ bytes }: ExportFile): Buffer =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)

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
