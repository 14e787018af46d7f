// Checks through the contract: what main knows, waivers on record, the desk file, and what keeps a page from going out.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from '@photostructure/sqlite'
import { describe, expect, it } from 'vitest'
import { checkErrors } from '#core/checks/check-article.ts'
import type { Article } from '#shared/article/article.ts'
import { type ArticleId, newArticleId } from '#shared/article/ids.ts'
import { NO_STAMPS } from '#shared/article/stamps.ts'
import { runChecks } from '#shared/workflow/checks/create-checker.ts'
import { type DeskFile, EMPTY_DESK_FILE } from '#shared/workflow/checks/desk-file.ts'
import { article } from '#tests/support/builders.ts'
import { openTestCore, type TestCore } from '#tests/support/open-test-core.ts'
import { valueOf } from '#tests/support/open-test-library.ts'
import { tamper } from '../storage/tamper.ts'

const call = { windowId: 1 }
const given = (test: TestCore, parts: Parameters<typeof article>[0]): ArticleId =>
  valueOf(test.core.importArticle(article(parts), NO_STAMPS, ''))
const contextOf = async (test: TestCore, articleId: ArticleId) =>
  valueOf(await test.core.handlers.checks.context({ articleId }, call))
const errorsOf = (test: TestCore, articleId: ArticleId) =>
  valueOf(checkErrors({ store: test.library.store, clock: test.clock }, articleId, storyOf(test, articleId)))
const storyOf = (test: TestCore, articleId: ArticleId): Article =>
  valueOf(test.core.articleOf(articleId)).article

async function findingIn(test: TestCore, articleId: ArticleId, rule: string): Promise<string> {
  const { waivers: _, ...context } = await contextOf(test, articleId)
  const found = runChecks(storyOf(test, articleId), { ...context, now: test.clock.now() })
  const finding = found.find((one) => one.rule === rule)
  if (finding === undefined) throw new Error(`no finding of ${rule}`)
  return finding.id
}

describe('what checks know besides the article', () => {
  it('CK5: names other articles with the same address, by section where the address has one, drafts apart from pages', async () => {
    using test = openTestCore()
    const mine = given(test, { headline: 'Bridge shut', meta: { section: 'News' } })
    const draft = given(test, { headline: 'Another', meta: { section: 'news', urlSlug: 'bridge-shut' } })
    given(test, { headline: 'Bridge shut', meta: { section: 'Sport' } })
    const spiked = given(test, { headline: 'Bridge, shut!', meta: { section: 'News' } })
    valueOf(await test.core.handlers.library.act({ articleId: spiked, verb: 'spike' }, call))
    expect((await contextOf(test, mine)).sameAddress).toEqual([
      { articleId: draft, headline: 'Another', isPublished: false },
    ])
    expect(errorsOf(test, mine)).toEqual([])
  })

  it('CK5: says what the lawyer said', async () => {
    using test = openTestCore()
    const articleId = given(test, {})
    expect((await contextOf(test, articleId)).legal).toBe('not-needed')
    valueOf(
      await test.core.handlers.publishing.setLegal(
        { articleId, legal: 'required', why: 'names a child' },
        call,
      ),
    )
    expect((await contextOf(test, articleId)).legal).toBe('required')
  })

  it('answers for an article that is not there', async () => {
    using test = openTestCore()
    expect(await test.core.handlers.checks.context({ articleId: newArticleId() }, call)).toMatchObject({
      error: { type: 'ArticleNotFound' },
    })
  })
})

describe('waivers', () => {
  it('CK4: are recorded with who, when, why and what was said, and outlive the sitting', async () => {
    using test = openTestCore()
    const articleId = given(test, { body: ['The the council met.'] })
    const finding = await findingIn(test, articleId, 'double-word')
    valueOf(await test.core.handlers.checks.waive({ articleId, finding, why: 'a title' }, call))
    expect(test.told('checks.changed').at(-1)?.payload).toEqual({ articleId })
    test.crash()
    const [waiver, ...more] = (await contextOf(test, articleId)).waivers
    expect(more).toEqual([])
    expect(waiver).toEqual({
      finding,
      rule: 'double-word',
      sentence: '“The” stands here twice in a row.',
      excerpt: 'The the council met.',
      who: 'A. Writer',
      why: 'a title',
      at: expect.any(Number) as number,
    })
  })

  it('CK4: can be taken back, which is another record', async () => {
    using test = openTestCore()
    const articleId = given(test, { body: ['The the council met.'] })
    const finding = await findingIn(test, articleId, 'double-word')
    const { checks } = test.core.handlers
    valueOf(await checks.waive({ articleId, finding, why: 'a title' }, call))
    valueOf(await checks.withdraw({ articleId, finding }, call))
    expect((await contextOf(test, articleId)).waivers).toEqual([])
    expect(await checks.withdraw({ articleId, finding }, call)).toEqual({
      ok: false,
      error: { type: 'FindingGone' },
    })
    valueOf(await checks.waive({ articleId, finding, why: 'once more' }, call))
    expect((await contextOf(test, articleId)).waivers.map(({ why }) => why)).toEqual(['once more'])
  })

  it('CK4: are refused for what is not there and for what cannot be waived', async () => {
    using test = openTestCore()
    const articleId = given(test, { headline: '', body: ['Sound.'] })
    const missing = await findingIn(test, articleId, 'headline-missing')
    const { checks } = test.core.handlers
    for (const finding of [missing, 'double-word-0123456789abcdef'])
      expect(await checks.waive({ articleId, finding, why: 'because' }, call)).toEqual({
        ok: false,
        error: { type: 'FindingGone' },
      })
  })

  it('CK4: the database refuses to change or delete one', async () => {
    using test = openTestCore()
    const articleId = given(test, { body: ['The the council met.'] })
    const finding = await findingIn(test, articleId, 'double-word')
    valueOf(await test.core.handlers.checks.waive({ articleId, finding, why: 'a title' }, call))
    const { path } = test.library.store
    test.library.store.close()
    const db = new DatabaseSync(join(path, 'library.db'))
    for (const statement of [
      "UPDATE waivers SET why = 'x'",
      'DELETE FROM waivers',
      'INSERT OR REPLACE INTO waivers SELECT * FROM waivers',
    ])
      expect(() => db.exec(statement)).toThrow(/append-only/)
    db.close()
  })
})

describe('desk file', () => {
  const file: DeskFile = {
    version: 1,
    terms: [
      {
        term: 'chairman',
        advice: 'amend',
        reason: 'It is the chair.',
        replacement: 'chair',
        link: '',
        matchCase: false,
      },
    ],
    dictionary: ['Cheonggyecheon'],
  }

  it('CK6: is empty until one is saved, and every check knows it from then on', async () => {
    using test = openTestCore()
    const { checks } = test.core.handlers
    expect(valueOf(await checks.deskFile({}, call))).toEqual(EMPTY_DESK_FILE)
    valueOf(await checks.saveDeskFile(file, call))
    expect(test.told('checks.changed').at(-1)?.payload).toEqual({ articleId: null })
    const articleId = given(test, { body: ['The chairman left.'] })
    await expect(findingIn(test, articleId, 'house-term')).resolves.toMatch(/^house-term-/)
  })

  it('CK6: goes out as a file and comes in again', async () => {
    let path = ''
    const dialogs = { saveFile: async () => path, openFiles: async () => [path] }
    using test = openTestCore({ dialogs })
    path = join(test.library.store.path, '..', 'desk-file.json')
    const { checks } = test.core.handlers
    valueOf(await checks.saveDeskFile(file, call))
    expect(valueOf(await checks.exportDeskFile({}, call))).toEqual({ fileName: 'desk-file.json' })
    valueOf(await checks.saveDeskFile(EMPTY_DESK_FILE, call))
    expect(valueOf(await checks.importDeskFile({}, call))).toEqual(file)
    expect(valueOf(await checks.deskFile({}, call))).toEqual(file)
    writeFileSync(path, readFileSync(path, 'utf8').replace('"amend"', '"forbid"'))
    expect(await checks.importDeskFile({}, call)).toMatchObject({
      ok: false,
      error: {
        type: 'DeskFileRefused',
        fileName: 'desk-file.json',
        detail: expect.stringMatching(/term 1/) as string,
      },
    })
    expect(valueOf(await checks.deskFile({}, call))).toEqual(file)
  })

  it('CK6: that cannot be read is damage and said so, never an empty one', async () => {
    using test = openTestCore()
    valueOf(await test.core.handlers.checks.saveDeskFile(file, call))
    const { path } = test.library.store
    test.library.store.close()
    tamper(path, `UPDATE meta SET value = '{"version":1,"terms":"none"}' WHERE key = 'desk-file'`)
    test.library.reopen()
    const core = test.crash()
    expect(await core.handlers.checks.deskFile({}, call)).toMatchObject({
      ok: false,
      error: { type: 'LibraryCorrupt' },
    })
  })

  it('takes a house word once', async () => {
    using test = openTestCore()
    const { checks } = test.core.handlers
    valueOf(await checks.addHouseWord({ word: 'Cheonggyecheon' }, call))
    valueOf(await checks.addHouseWord({ word: 'Cheonggyecheon' }, call))
    expect(valueOf(await checks.deskFile({}, call)).dictionary).toEqual(['Cheonggyecheon'])
  })
})

describe('errors', () => {
  it('CK5: keep a page from going out, those that publishing asks about by itself aside', () => {
    using test = openTestCore()
    const articleId = given(test, { headline: 'TK', meta: { language: 'und' }, body: ['TK'] })
    expect(errorsOf(test, articleId)).toEqual([
      'No language is set: screen readers and search would have to guess it.',
    ])
  })

  it('CK5: are what the publish sheet and the export itself are stopped by, in words', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'stet-checks-'))
    using test = openTestCore({ dialogs: { saveFile: async () => join(folder, 'page.html') } })
    const articleId = given(test, { headline: 'Bridge shut', meta: { language: 'und' } })
    const planned = valueOf(await test.core.handlers.publishing.plan({ articleId, profileId: null }, call))
    expect(planned.blockers.map(({ type }) => type)).toEqual(['ChecksFailed'])
    const { exports } = test.core.handlers
    const request = { articleId, format: 'html', moveUpdated: false, allowTk: false } as const
    expect(await exports.save({ ...request, purpose: 'readers' }, call)).toMatchObject({
      ok: false,
      error: { type: 'ChecksFailed', count: 1 },
    })
    // A proof is for those who mend it.
    expect(await exports.save({ ...request, purpose: 'proof' }, call)).toMatchObject({ ok: true })
    rmSync(folder, { recursive: true })
  })
})
