// The library group of the contract: the desk's list, new articles, workflow verbs, sections and the output profile.
import { blankArticle } from '#shared/article/blank-article.ts'
import { shownStamps } from '#shared/article/stamps.ts'
import type { Handlers } from '#shared/ipc/desktop-api.ts'
import { ok } from '#shared/ipc/result.ts'
import { sampleArticle } from '#shared/library/sample-article.ts'
import type { DraftRegistry } from '../drafts/draft-registry.ts'
import { actOnArticle } from '../library/act-on-article.ts'
import { asDuplicate, type CreateDeps, createFromArticle } from '../library/create-article.ts'
import type { SettingsPort } from '../ports.ts'
import { whileOpen } from '../while-open.ts'

export interface LibraryDeps extends CreateDeps {
  readonly drafts: DraftRegistry
  readonly settings: SettingsPort
}

export function createLibraryHandlers(deps: LibraryDeps): Handlers['library'] {
  const { store, drafts, settings } = deps
  return {
    list: (query) => whileOpen(store.articles.list(query)),
    get({ articleId }) {
      const summary = whileOpen(store.articles.get(articleId))
      if (!summary.ok) return summary
      const stamps = whileOpen(store.workflow.stamps(articleId))
      return stamps.ok ? ok({ summary: summary.value, stamps: shownStamps(stamps.value) }) : stamps
    },
    create({ from }) {
      const { language, personName } = settings.get()
      const article = from === 'sample' ? sampleArticle() : blankArticle({ language, personName })
      const created = whileOpen(createFromArticle(deps, article, { origin: 'create' }))
      return created.ok ? ok({ articleId: created.value }) : created
    },
    duplicate({ articleId }) {
      const original = whileOpen(drafts.articleOf(articleId))
      if (!original.ok) return original
      const copy = asDuplicate(original.value.article)
      const created = whileOpen(createFromArticle(deps, copy, { origin: 'create' }))
      return created.ok ? ok({ articleId: created.value }) : created
    },
    act({ articleId, verb }) {
      const acted = whileOpen(actOnArticle(deps, { articleId, act: verb, why: '' }))
      return acted.ok ? whileOpen(store.articles.get(articleId)) : acted
    },
    sections: () => whileOpen(store.desk.sections()),
    saveSections: ({ sections }) => whileOpen(store.desk.saveSections(sections)),
    profile: () => whileOpen(store.desk.profile()),
  }
}
