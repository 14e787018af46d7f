// The publishing group of the contract.
import type { Article } from '#shared/article/article.ts'
import type { ExportFile } from '#shared/article/export-input.ts'
import type { ArticleId } from '#shared/article/ids.ts'
import type { Handlers } from '#shared/ipc/desktop-api.ts'
import { err, ok } from '#shared/ipc/result.ts'
import { ACTS, needsReason } from '#shared/workflow/desk-event.ts'
import { whyNot } from '#shared/workflow/desk-state.ts'
import { seenAt } from '#shared/workflow/edition.ts'
import type { ExportJob, SaveRequest } from '../exports/export-job.ts'
import type { SourceDeps } from '../exports/export-source.ts'
import { suggestedFileName } from '../exports/suggested-file-name.ts'
import { type ActDeps, actOnArticle, type ActRequest } from '../library/act-on-article.ts'
import type { Dialogs } from '../ports.ts'
import { type PlanDeps, planPublication } from '../publishing/plan-publication.ts'
import { readStanding } from '../publishing/standing.ts'
import { ruleOut, whileOpen } from '../while-open.ts'

export interface PublishingDeps extends ActDeps, SourceDeps, Pick<PlanDeps, 'checkErrors'> {
  readonly job: ExportJob
  readonly dialogs: Dialogs
}
type Publishing = Handlers['publishing']

const LEGAL = { required: 'require-legal', cleared: 'clear-legal', 'not-needed': 'drop-legal' } as const

export function createPublishingHandlers(deps: PublishingDeps): Publishing {
  const { store, job, dialogs, broadcast } = deps
  const state = (articleId: ArticleId) => {
    const standing = whileOpen(readStanding(deps, articleId))
    if (!standing.ok) return standing
    const { events, stamps } = standing.value
    const acts = ACTS.map((act) => ({
      act,
      whyNot: whyNot(standing.value.state, act),
      needsReason: needsReason(act),
    }))
    return ok({ state: standing.value.state, stamps, events: [...events], acts })
  }
  const act = (request: ActRequest) => {
    const acted = whileOpen(actOnArticle(deps, request))
    return acted.ok ? state(request.articleId) : acted
  }
  const trailOf = (articleId: ArticleId) => {
    const standing = whileOpen(readStanding(deps, articleId))
    return standing.ok ? ok(standing.value.trail) : standing
  }
  const pageOf = (articleId: ArticleId, saveRequest: Omit<SaveRequest, 'articleId' | 'format' | 'purpose'>) =>
    ({ ...saveRequest, articleId, format: 'html', purpose: 'readers' }) as const
  const askFor = (title: string, article: Article) =>
    dialogs.saveFile({ title, suggestedName: suggestedFileName(article, 'html'), extension: 'html' })

  return {
    state: ({ articleId }) => state(articleId),
    act: ({ articleId, verb, why }) => act({ articleId, act: verb, why }),
    setLegal: ({ articleId, legal, why }) => act({ articleId, act: LEGAL[legal], why }),
    setHold: ({ articleId, isOn, why }) => act({ articleId, act: isOn ? 'hold' : 'release', why }),
    overrideEmbargo({ articleId, why }) {
      const live = whileOpen(deps.articleOf(articleId))
      if (!live.ok) return live
      const { embargo } = live.value.article.meta
      if (embargo === null || embargo.at <= deps.clock.now()) return err({ type: 'EmbargoMissing' })
      return act({ articleId, act: 'override-embargo', why, embargo })
    },
    plan: (request) => whileOpen(planPublication(deps, request)),
    preview: ({ articleId, profileId, decision }) =>
      ruleOut(
        whileOpen(job.preview({ articleId, profileId, decision, revisionId: null, purpose: 'readers' })),
        ['RevisionNotFound', 'RevisionDamaged'],
      ),
    async publish({ articleId, ...asked }) {
      const request = pageOf(articleId, asked)
      const checked = job.check(request)
      if (!checked.ok) return whileOpen(checked)
      const target = await askFor('Publish the page', checked.value)
      if (target === null) return err({ type: 'Cancelled' })
      const saved = await job.save(request, target)
      if (!saved.ok) return whileOpen(saved)
      broadcast('library', 'changed', { articleIds: [articleId] })
      broadcast('publishing', 'changed', { articleId })
      const trail = trailOf(articleId)
      if (!trail.ok) return trail
      const { edition, isNew, fileName, sha256, stamps, warnings } = saved.value
      const shown = trail.value.find(({ id }) => id === edition?.id)
      if (shown === undefined) throw new Error('a page for readers has no edition')
      return ok({ edition: shown, isNew, fileName, sha256, stamps, warnings: [...warnings] })
    },
    notes({ articleId }) {
      const standing = whileOpen(readStanding(deps, articleId))
      return standing.ok ? ok([...standing.value.notes]) : standing
    },
    editions({ articleId }) {
      const trail = trailOf(articleId)
      return trail.ok ? ok([...trail.value]) : trail
    },
    editionPage({ articleId, editionId }) {
      const frozen = whileOpen(store.editions.read(articleId, editionId))
      if (!frozen.ok) return frozen
      const { edition, files } = frozen.value
      return ok({ html: pageInOnePiece(files), sha256: edition.sha256 })
    },
    editionAt({ articleId, at }) {
      const trail = trailOf(articleId)
      return trail.ok ? ok(seenAt(trail.value, at)) : trail
    },
    async exportEdition({ articleId, editionId }) {
      const frozen = whileOpen(store.editions.read(articleId, editionId))
      if (!frozen.ok) return frozen
      const { fileName } = frozen.value.edition
      const target = await dialogs.saveFile({
        title: 'Export this edition again',
        suggestedName: fileName,
        extension: fileName.split('.').at(-1) ?? 'html',
      })
      if (target === null) return err({ type: 'Cancelled' })
      const saved = await job.saveAgain(articleId, editionId, target)
      return saved.ok ? ok({ fileName: saved.value.fileName, sha256: saved.value.sha256 }) : whileOpen(saved)
    },
  }
}

/** To look at: pictures that lay in a folder beside the page are put into it, because a frame has no folder. */
function pageInOnePiece([page, ...pictures]: readonly ExportFile[]): string {
  const html = Buffer.from(page?.bytes ?? []).toString('utf8')
  return pictures.reduce(
    (text, { name, mime, bytes }) =>
      text.replaceAll(`src="${name}"`, `src="data:${mime};base64,${Buffer.from(bytes).toString('base64')}"`),
    html,
  )
}
