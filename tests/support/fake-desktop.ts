// The bridge without a process behind it: a small library in memory that behaves as the contract says. Tests and
// screenshots override single commands to make them fail, wait or answer something else.
import * as Y from 'yjs'
import type { z } from 'zod'
import { blankArticle } from '#shared/article/blank-article.ts'
import { type ArticleId, newArticleId, newRevisionId, toInstant } from '#shared/article/ids.ts'
import { materialise } from '#shared/article/materialise.ts'
import { defaultProfile } from '#shared/article/output-profile.ts'
import { headText, measureArticle } from '#shared/article/plain-text.ts'
import type { Article } from '#shared/article/article.ts'
import { NO_STAMPS } from '#shared/article/stamps.ts'
import { createDraftDoc } from '#shared/draft/draft-doc.ts'
import { writeArticle } from '#shared/draft/write-article.ts'
import { err, ok } from '#shared/ipc/result.ts'
import { channels } from '#shared/ipc/channels.ts'
import { contract } from '#shared/ipc/contract.ts'
import type { DesktopApi } from '#shared/ipc/desktop-api.ts'
import type { ArticleQuery, ArticleSummary } from '#shared/library/article-summary.ts'
import type { RevisionSummary } from '#shared/revision/revision.ts'
import { DEFAULT_SETTINGS, type Settings } from '#shared/settings/settings.ts'
import { createFakeChecks } from './fake-checks.ts'
import { createFakePublishing, type LedgerSeed } from './fake-publishing.ts'

export interface FakeLibrary {
  readonly articles?: readonly ArticleSummary[]
  readonly settings?: Partial<Settings>
  readonly sections?: readonly string[]
  readonly revisions?: ReadonlyMap<ArticleId, readonly RevisionSummary[]>
  /** Full articles by id; others open blank under their row's headline. */
  readonly contents?: ReadonlyMap<ArticleId, Article>
  /** Desk events, editions, notes and stamps by article; others begin without. */
  readonly ledgers?: ReadonlyMap<ArticleId, LedgerSeed>
  readonly openId?: ArticleId | null
  readonly now?: () => number
}

type Overrides = { readonly [G in keyof DesktopApi]?: Partial<DesktopApi[G]> }

export interface FakeDesktop extends DesktopApi {
  /** Sends an event to every listener, as main would. */
  emit(group: string, name: string, payload: unknown): void
  /** Every command called, oldest first. */
  readonly calls: readonly { readonly command: string; readonly input: unknown }[]
  readonly library: DesktopApi['library']
}

export function createFakeDesktop(seed: FakeLibrary = {}, overrides: Overrides = {}): FakeDesktop {
  const now = seed.now ?? Date.now
  const instant = () => toInstant(now())
  const rows = new Map((seed.articles ?? []).map((row) => [row.id, row]))
  const drafts = new Map<ArticleId, Y.Doc>()
  const revisions = new Map(seed.revisions ?? [])
  let settings: Settings = { ...DEFAULT_SETTINGS, ...seed.settings }
  let sections = [...(seed.sections ?? ['World', 'Politics', 'Culture'])]
  let profile = defaultProfile('Asia/Seoul')
  const listeners = new Map<string, Set<(payload: never) => void>>()
  const calls: { command: string; input: unknown }[] = []

  const emit = (group: string, name: string, payload: unknown) => {
    for (const listener of listeners.get(`${group}.${name}`) ?? []) listener(payload as never)
  }
  const on = (key: string) => (listener: (payload: never) => void) => {
    const set = listeners.get(key) ?? new Set()
    listeners.set(key, set.add(listener))
    return () => set.delete(listener)
  }
  const changed = (id: ArticleId) => emit('library', 'changed', { articleIds: [id] })
  const missing = (articleId: ArticleId) => err({ type: 'ArticleNotFound' as const, articleId })

  function draftOf(id: ArticleId): Y.Doc {
    const known = drafts.get(id)
    if (known) return known
    const doc = createDraftDoc()
    writeArticle(doc, seed.contents?.get(id) ?? titled(rows.get(id)?.headline ?? '', settings), {
      source: 'create',
    })
    drafts.set(id, doc)
    return doc
  }
  function refresh(id: ArticleId): void {
    const row = rows.get(id)
    const article = materialise(draftOf(id))
    if (!row || !article.ok) return
    const { content, meta } = article.value
    rows.set(id, {
      ...row,
      headline: headText(content, 'headline'),
      slugline: meta.slugline,
      section: meta.section,
      words: measureArticle(content).words,
      savedAt: instant(),
    })
    changed(id)
  }
  function addRow(headline: string): ArticleId {
    const id = newArticleId()
    rows.set(id, summary({ id, headline, savedAt: instant(), createdAt: instant() }))
    changed(id)
    return id
  }

  const publishing = createFakePublishing(
    {
      now: instant,
      who: () => settings.personName,
      statusOf: (articleId) => rows.get(articleId)?.status ?? 'draft',
      articleOf: (articleId) => {
        const article = materialise(draftOf(articleId))
        if (!article.ok) throw new Error('a draft of a test is readable')
        return article.value
      },
      onChange: (articleId, status) => {
        const row = rows.get(articleId)
        if (row) rows.set(articleId, { ...row, status })
        changed(articleId)
        emit('publishing', 'changed', { articleId })
      },
    },
    seed.ledgers,
  )

  const base = {
    app: {
      info: async () =>
        ok({
          version: '0.1.0',
          libraryName: 'Test library',
          libraryPath: '/tmp/library',
          isReadOnly: false,
          articleId: seed.openId ?? null,
          isFirstRun: rows.size === 0,
        }),
      openWindow: async () => ok(null),
      showing: async () => ok(null),
      openExternal: async () => ok(null),
      chooseLibrary: async () => err({ type: 'Cancelled' as const }),
      actionsEnabled: async () => ok(null),
      readyToClose: async () => ok(null),
    },
    library: {
      list: async (query: ArticleQuery) => {
        const found = [...rows.values()].filter((row) => matches(row, query)).sort(order(query))
        return ok({ rows: found.slice(query.offset, query.offset + query.limit), total: found.length })
      },
      get: async ({ articleId }: { articleId: ArticleId }) => {
        const row = rows.get(articleId)
        if (!row) return missing(articleId)
        const standing = await publishing.state({ articleId })
        return standing.ok ? ok({ summary: row, stamps: standing.value.stamps }) : missing(articleId)
      },
      create: async ({ from }: { from: 'blank' | 'sample' }) =>
        ok({ articleId: addRow(from === 'sample' ? 'The river that came back' : '') }),
      duplicate: async ({ articleId }: { articleId: ArticleId }) => {
        const row = rows.get(articleId)
        return row ? ok({ articleId: addRow(row.headline) }) : missing(articleId)
      },
      act: async ({ articleId, verb }: Parameters<DesktopApi['library']['act']>[0]) => {
        const row = rows.get(articleId as ArticleId)
        if (!row) return missing(articleId as ArticleId)
        const acted = await publishing.act({ articleId, verb, why: '' })
        return acted.ok ? ok({ ...row, status: acted.value.state.status }) : acted
      },
      sections: async () => ok(sections),
      saveSections: async (input: { sections: readonly string[] }) => {
        sections = [...input.sections]
        return ok(null)
      },
      profile: async () => ok(profile),
    },
    drafts: {
      open: async ({ articleId }: { articleId: ArticleId }) => {
        if (!rows.has(articleId)) return missing(articleId)
        const state = Y.encodeStateAsUpdate(draftOf(articleId))
        const savedAt = rows.get(articleId)?.savedAt ?? instant()
        return ok({ state, seq: 1, savedAt, access: { mode: 'write' as const }, isSaved: true })
      },
      push: async ({ articleId, update }: { articleId: ArticleId; update: Uint8Array }) => {
        Y.applyUpdate(draftOf(articleId), update)
        refresh(articleId)
        return ok({ seq: 2, savedAt: instant() })
      },
      close: async () => ok(null),
      rescue: async () => ok({ fileName: 'rescue.stet-draft' }),
    },
    revisions: {
      list: async ({ articleId }: { articleId: ArticleId }) => ok([...(revisions.get(articleId) ?? [])]),
      read: async ({ articleId, revisionId }: Parameters<DesktopApi['revisions']['read']>[0]) => {
        const found = revisions.get(articleId as ArticleId)?.find((revision) => revision.id === revisionId)
        const article = materialise(draftOf(articleId as ArticleId))
        return found && article.ok
          ? ok({ summary: found, article: article.value })
          : err({ type: 'RevisionNotFound' as const, revisionId })
      },
      take: async ({ articleId, label }: Parameters<DesktopApi['revisions']['take']>[0]) => {
        const known = revisions.get(articleId as ArticleId) ?? []
        const taken = revision({
          articleId: articleId as ArticleId,
          number: known.length + 1,
          kind: 'named',
          label,
          author: settings.personName,
          at: instant(),
        })
        revisions.set(articleId as ArticleId, [taken, ...known])
        emit('revisions', 'changed', { articleId })
        return ok(taken)
      },
      restore: async ({ articleId }: Parameters<DesktopApi['revisions']['restore']>[0]) =>
        ok({ before: revision({ articleId: articleId as ArticleId, kind: 'restore' }) }),
      prepareRestore: async ({ articleId }: Parameters<DesktopApi['revisions']['prepareRestore']>[0]) => {
        const article = materialise(draftOf(articleId as ArticleId))
        if (!article.ok) throw new Error('the fake keeps only articles')
        const before = revision({ articleId: articleId as ArticleId, kind: 'restore' })
        return ok({ before, article: article.value })
      },
    },
    review: {
      moments: async ({ articleId }: { articleId: ArticleId }) => {
        const row = rows.get(articleId)
        if (!row) return missing(articleId)
        const known = [...(revisions.get(articleId) ?? [])].sort((a, b) => b.number - a.number)
        return ok({
          live: { seq: 2, at: row.savedAt, by: row.savedBy },
          revisions: known,
          editions: [],
          looked: null,
          lastEdition: known.find(({ kind }) => kind === 'export')?.id ?? null,
          lastFiled: known.find(({ kind, label }) => kind === 'status' && label === 'file')?.id ?? null,
        })
      },
      looked: async () => ok(null),
      articleAt: async ({ articleId, seq }: { articleId: ArticleId; seq: number }) => {
        const article = materialise(draftOf(articleId))
        return article.ok ? ok({ seq, article: article.value }) : article
      },
      attribution: async () => ok({ seq: 2, texts: [], blocks: [], fields: {}, deletions: [] }),
      cancel: async () => ok(null),
    },
    exports: {
      preview: async () =>
        ok({
          html: '<!doctype html><html lang="en"><title>Preview</title><h1>Preview</h1>',
          sha256: 'a'.repeat(64),
          warnings: [],
        }),
      save: async () =>
        ok({ fileName: 'page.html', sha256: 'a'.repeat(64), stamps: NO_STAMPS, warnings: [] }),
      text: async () => ok({ text: 'text', html: '<p>text</p>' }),
    },
    publishing,
    checks: createFakeChecks((articleId) => emit('checks', 'changed', { articleId })),
    assets: {
      add: async () => err({ type: 'PictureUnsupported' as const, detail: 'The fake keeps no pictures.' }),
      pick: async () => err({ type: 'Cancelled' as const }),
    },
    imports: { pick: async () => err({ type: 'Cancelled' as const }), cancel: async () => ok(null) },
    profiles: {
      list: async () => ok({ defaultId: profile.id, profiles: [profile] }),
      save: async (next: typeof profile) => {
        profile = next
        return ok(null)
      },
      remove: async () => ok(null),
      makeDefault: async () => ok(null),
      sample: async () =>
        ok({ html: '<!doctype html><html lang="en"><title>Sample</title>', sha256: 'b'.repeat(64) }),
    },
    corrections: {
      preview: async () =>
        ok({ html: '<!doctype html><html lang="en"><title>Log</title>', sha256: 'c'.repeat(64), count: 0 }),
      save: async () => ok({ fileName: 'corrections.html', sha256: 'c'.repeat(64), count: 0 }),
    },
    settings: {
      get: async () => ok(settings),
      set: async (patch: Partial<Settings>) => {
        settings = { ...settings, ...patch }
        emit('settings', 'changed', settings)
        return ok(settings)
      },
    },
  }

  const api: Record<string, Record<string, unknown>> = {}
  for (const [group, { commands, events }] of Object.entries(channels)) {
    const commandsOf = base[group as keyof typeof base] as Record<string, (input: unknown) => unknown>
    const overridden = (overrides as Record<string, Record<string, unknown> | undefined>)[group] ?? {}
    api[group] = {}
    for (const name of commands)
      api[group][name] = async (input: unknown) => {
        calls.push({ command: `${group}.${name}`, input })
        const spec = specOf(group, name)
        // The fake may not be kinder than main: what the contract refuses is a failing test here.
        const answer = await ((overridden[name] ?? commandsOf[name]) as Command)(spec.input.parse(input))
        if (answer.ok) spec.output.parse(answer.value)
        return answer
      }
    for (const name of events)
      api[group][`on${name[0]?.toUpperCase()}${name.slice(1)}`] = on(`${group}.${name}`)
  }
  return { ...(api as unknown as DesktopApi), emit, calls }
}

type Command = (input: unknown) => Promise<{ ok: boolean; value?: unknown }>
type Spec = { readonly input: z.ZodType; readonly output: z.ZodType }

function specOf(group: string, name: string): Spec {
  return (contract as unknown as Record<string, Record<string, Spec>>)[group]?.[name] as Spec
}

/** A row of the desk; say only what the test is about. */
export function summary(facts: Partial<ArticleSummary> = {}): ArticleSummary {
  return {
    id: facts.id ?? newArticleId(),
    headline: 'Headline',
    slugline: '',
    section: '',
    byline: '',
    status: 'draft',
    words: 0,
    hasTk: false,
    embargo: null,
    createdAt: toInstant(0),
    savedAt: toInstant(0),
    savedBy: '',
    problem: null,
    snippet: null,
    ...facts,
  }
}

export function revision(facts: Partial<RevisionSummary> = {}): RevisionSummary {
  return {
    id: newRevisionId(),
    articleId: newArticleId(),
    number: 1,
    kind: 'idle',
    label: '',
    author: 'A. Reporter',
    at: toInstant(0),
    zone: 'UTC',
    schemaVersion: 1,
    words: 100,
    wordsAdded: null,
    wordsRemoved: null,
    contentHash: 'c'.repeat(64),
    hash: 'd'.repeat(64),
    parentHash: null,
    ...facts,
  }
}

function titled(headline: string, settings: Settings): Article {
  const blank = blankArticle({ language: settings.language, personName: settings.personName })
  if (headline === '') return blank
  const content = (blank.content.content ?? []).map((node) =>
    node.type === 'headline' ? { ...node, content: [{ type: 'text', text: headline }] } : node,
  )
  return { ...blank, content: { ...blank.content, content } }
}

function matches(row: ArticleSummary, query: ArticleQuery): boolean {
  const text = `${row.headline} ${row.slugline} ${row.byline}`.toLowerCase()
  return (
    (query.statuses.length === 0 || query.statuses.includes(row.status)) &&
    (query.section === null || row.section === query.section) &&
    (query.person === null || row.savedBy === query.person || row.byline.includes(query.person)) &&
    (!query.onlyTk || row.hasTk) &&
    (!query.onlyEmbargoed || row.embargo !== null) &&
    text.includes(query.text.toLowerCase())
  )
}

function order(query: ArticleQuery): (a: ArticleSummary, b: ArticleSummary) => number {
  const sign = query.descending ? -1 : 1
  return (a, b) => {
    switch (query.sort) {
      case 'saved':
        return sign * (a.savedAt - b.savedAt)
      case 'created':
        return sign * (a.createdAt - b.createdAt)
      case 'words':
        return sign * (a.words - b.words)
      case 'headline':
        return sign * a.headline.localeCompare(b.headline)
      case 'status':
        return sign * a.status.localeCompare(b.status)
    }
  }
}
