// Small rows for storage tests; each test names only what it is about.
import { createHash } from 'node:crypto'
import type {
  ArticleProjection,
  DeskEntry,
  NewEdition,
  NewRevision,
  NewUpdate,
  Publication,
} from '#core/storage/library-store.ts'
import type { Article } from '#shared/article/article.ts'
import { type ArticleId, newEditionId, newRevisionId, type RevisionId } from '#shared/article/ids.ts'
import { EMPTY_META } from '#shared/article/meta.ts'
import { defaultProfile } from '#shared/article/output-profile.ts'
import { NO_STAMPS } from '#shared/article/stamps.ts'
import { canonicalJson } from '#shared/revision/canonical.ts'
import { stillClock } from '#tests/support/open-test-library.ts'

export const sha256Hex = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex')

export function updateRow(articleId: ArticleId, text: string, more: Partial<NewUpdate> = {}): NewUpdate {
  return {
    articleId,
    bytes: Buffer.from(text, 'utf8'),
    origin: 'window',
    author: 'Ana',
    schemaVersion: 1,
    at: stillClock.now(),
    zone: 'Europe/Madrid',
    ...more,
  }
}

export function projectionRow(
  articleId: ArticleId,
  more: Partial<ArticleProjection> = {},
): ArticleProjection {
  return {
    articleId,
    seq: 1,
    headline: '',
    standfirst: '',
    slugline: '',
    urlSlug: '',
    section: '',
    byline: '',
    people: '',
    body: '',
    words: 0,
    hasTk: false,
    embargo: null,
    problem: null,
    ...more,
  }
}

export function articleSaying(text: string): Article {
  return {
    version: 1,
    schemaVersion: 1,
    content: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] },
    meta: EMPTY_META,
  }
}

export function revisionRow(
  articleId: ArticleId,
  text: string,
  more: Partial<NewRevision> = {},
): NewRevision {
  const articleJson = canonicalJson(articleSaying(text))
  return {
    id: newRevisionId(),
    articleId,
    kind: 'idle',
    label: '',
    author: 'Ana',
    at: stillClock.now(),
    zone: 'Europe/Madrid',
    schemaVersion: 1,
    articleJson,
    contentHash: sha256Hex(articleJson),
    words: text.split(' ').length,
    wordsAdded: null,
    wordsRemoved: null,
    ...more,
  }
}

export function entryRow(articleId: ArticleId, more: Partial<DeskEntry> = {}): DeskEntry {
  return {
    articleId,
    act: 'publish',
    from: 'draft',
    to: 'published',
    who: 'Ana',
    why: '',
    at: stillClock.now(),
    embargo: null,
    ...more,
  }
}

export function editionRow(
  articleId: ArticleId,
  revisionId: RevisionId,
  more: Partial<NewEdition> = {},
): NewEdition {
  return {
    id: newEditionId(),
    articleId,
    revisionId,
    format: 'html',
    reason: 'first',
    who: 'Ana',
    at: stillClock.now(),
    stamps: NO_STAMPS,
    profile: defaultProfile('Asia/Seoul'),
    notes: [],
    files: [{ name: 'page.html', mime: 'text/html', bytes: Buffer.from('<!doctype html>') }],
    ...more,
  }
}

export const publicationRow = (edition: NewEdition, more: Partial<Publication> = {}): Publication => ({
  edition,
  stamps: [],
  notes: [],
  event: entryRow(edition.articleId),
  ...more,
})
