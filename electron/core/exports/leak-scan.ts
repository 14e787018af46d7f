// EX3: looks once more, before anything is written, at what is about to leave. Formats are given public parts only, so that a hit
// here means that something upstream is wrong: a word of the stash in a file name, a picture that was never stripped, an id
// where a name belongs. The export stops and says where.
import type { ExportFile, ExportInput } from '#shared/article/export-input.ts'
import { headText, bodyText } from '#shared/article/plain-text.ts'
import { findTksInArticle } from '#shared/article/tk.ts'
import { urlSlugOf } from '#shared/article/url-slug.ts'
import type { Outcome } from '#shared/errors/outcome.ts'
import { stripPicture } from '#shared/picture/strip-picture.ts'
import { pictureZlib } from '../assets/picture-zlib.ts'
import { publicInput } from './formats/public-article.ts'
import { type PrivateText, privateTexts } from './private-texts.ts'

export interface LeakScan {
  /** As it lies in the library, private parts included. */
  readonly input: ExportInput
  readonly files: readonly ExportFile[]
  /** Ids that mean something only inside this library. */
  readonly internalIds: readonly string[]
  /** A proof, or a person who has been asked. */
  readonly allowTk: boolean
}

type Leak = Outcome<'LeakFound'>

/** The first leak, or null. A TK is found in the article, everything else in the files. */
export function findLeak(scan: LeakScan): Leak | null {
  return findTk(scan) ?? findIds(scan) ?? findPrivateText(scan) ?? findPictureData(scan)
}

function findTk({ input, allowTk }: LeakScan): Leak | null {
  const [tk] = allowTk ? [] : findTksInArticle(input.article)
  return tk === undefined ? null : leak('TK', `${tk.place}: ${tk.excerpt}`)
}

function findIds({ files, internalIds }: LeakScan): Leak | null {
  const ids = internalIds.filter((id) => id !== '')
  const hit = files.find((file) => ids.some((id) => isIn(file, id)))
  return hit === undefined ? null : leak('internal id', hit.name)
}

/** Words that stand in public as well are no leak: the desk note may quote the headline. */
function findPrivateText({ input, files }: LeakScan): Leak | null {
  let publicWords: string | null = null
  const isPublic = ({ words }: PrivateText) => (publicWords ??= publicWordsOf(input)).includes(words)
  const texts = privateTexts(input)
  for (const file of files)
    for (const text of texts) if (isIn(file, text.words) && !isPublic(text)) return leak(text.kind, file.name)
  return null
}

function publicWordsOf(input: ExportInput): string {
  const { article, profile, notes } = publicInput(input)
  const { content } = article
  return [
    headText(content, 'kicker'),
    headText(content, 'headline'),
    headText(content, 'standfirst'),
    bodyText(content, { withStash: false }),
    urlSlugOf(article),
    JSON.stringify([content, article.meta, profile, notes]),
  ].join('\n')
}

/** A picture that would come out of stripping smaller than it goes in still carries something of somebody's. */
function findPictureData({ input }: LeakScan): Leak | null {
  for (const [assetId, picture] of input.pictures) {
    const stripped = stripPicture(picture.bytes, pictureZlib)
    if (stripped.ok && stripped.value.removed.length > 0)
      return leak('picture data', `${assetId.slice(0, 12)} (${stripped.value.removed.join(', ')})`)
  }
  return null
}

const leak = (kind: Leak['kind'], place: string): Leak => ({ type: 'LeakFound', kind, place })

function isIn({ name, bytes }: ExportFile, text: string): boolean {
  return name.includes(text) || Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(text)
}
