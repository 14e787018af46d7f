// The checks group of the contract. A waiver is decided here: main runs the checks itself and records what the finding says.
import { basename } from 'node:path'
import type { ArticleId } from '#shared/article/ids.ts'
import { MAX_IMPORT_BYTES } from '#shared/article/limits.ts'
import type { Broadcast, Handlers } from '#shared/ipc/desktop-api.ts'
import { err, ok } from '#shared/ipc/result.ts'
import { type DeskFile, deskFileText, parseDeskFile } from '#shared/workflow/checks/desk-file.ts'
import { checkArticle } from '../checks/check-article.ts'
import { type CheckDeps, checkContextOf } from '../checks/check-context.ts'
import type { DraftRegistry } from '../drafts/draft-registry.ts'
import { writeExport } from '../exports/write-export.ts'
import { readImportFile } from '../imports/read-import-file.ts'
import type { Dialogs } from '../ports.ts'
import { whileOpen } from '../while-open.ts'

export interface ChecksDeps extends CheckDeps {
  readonly drafts: DraftRegistry
  readonly dialogs: Dialogs
  readonly broadcast: Broadcast
  author(): string
}

const FILE_NAME = 'desk-file.json'

export function createChecksHandlers(deps: ChecksDeps): Handlers['checks'] {
  const { store, clock, drafts, dialogs, broadcast } = deps
  const changed = (articleId: ArticleId | null) => broadcast('checks', 'changed', { articleId })
  const saveDeskFile = (file: DeskFile) => {
    const saved = whileOpen(store.checks.saveDeskFile(file))
    if (saved.ok) changed(null)
    return saved
  }
  return {
    context({ articleId }) {
      const read = whileOpen(drafts.articleOf(articleId))
      if (!read.ok) return read
      const context = whileOpen(checkContextOf(deps, articleId, read.value.article))
      if (!context.ok) return context
      const waivers = whileOpen(store.checks.waivers(articleId))
      if (!waivers.ok) return waivers
      // The window has a clock of its own; what it was told an hour ago would be wrong.
      const { now: _now, sameAddress, ...known } = context.value
      return ok({ ...known, sameAddress: [...sameAddress], waivers: waivers.value })
    },
    waive({ articleId, finding, why }) {
      const read = whileOpen(drafts.articleOf(articleId))
      if (!read.ok) return read
      const checked = whileOpen(checkArticle(deps, articleId, read.value.article))
      if (!checked.ok) return checked
      const found = checked.value.open.find(({ id, canBeWaived }) => id === finding && canBeWaived)
      if (found === undefined) return err({ type: 'FindingGone' })
      const { rule, sentence, excerpt } = found
      const waiver = { finding, rule, sentence, excerpt, who: deps.author(), why, at: clock.now() }
      const recorded = whileOpen(store.checks.recordWaiver(articleId, 'waive', waiver))
      if (recorded.ok) changed(articleId)
      return recorded
    },
    withdraw({ articleId, finding }) {
      const known = whileOpen(store.articles.get(articleId))
      if (!known.ok) return known
      const waivers = whileOpen(store.checks.waivers(articleId))
      if (!waivers.ok) return waivers
      const waiver = waivers.value.find((one) => one.finding === finding)
      if (waiver === undefined) return err({ type: 'FindingGone' })
      const row = { ...waiver, who: deps.author(), at: clock.now() }
      const recorded = whileOpen(store.checks.recordWaiver(articleId, 'withdraw', row))
      if (recorded.ok) changed(articleId)
      return recorded
    },
    deskFile: () => whileOpen(store.checks.deskFile()),
    saveDeskFile,
    async importDeskFile() {
      const chosen = await dialogs.openFiles({
        title: 'Import a desk file',
        extensions: ['json'],
        multiple: false,
      })
      const path = chosen?.[0]
      if (path === undefined) return err({ type: 'Cancelled' })
      const bytes = await readImportFile(path, MAX_IMPORT_BYTES)
      if (!bytes.ok) return bytes
      const parsed = parseDeskFile(new TextDecoder().decode(bytes.value))
      if (!parsed.ok) return err({ type: 'DeskFileRefused', fileName: basename(path), detail: parsed.error })
      const saved = saveDeskFile(parsed.value)
      return saved.ok ? ok(parsed.value) : saved
    },
    async exportDeskFile() {
      const file = whileOpen(store.checks.deskFile())
      if (!file.ok) return file
      const path = await dialogs.saveFile({
        title: 'Save the desk file',
        suggestedName: FILE_NAME,
        extension: 'json',
      })
      if (path === null) return err({ type: 'Cancelled' })
      const fileName = basename(path)
      const bytes = new TextEncoder().encode(deskFileText(file.value))
      const written = await writeExport(path, [{ name: fileName, mime: 'application/json', bytes }])
      return written.ok ? ok({ fileName }) : written
    },
    addHouseWord({ word }) {
      const file = whileOpen(store.checks.deskFile())
      if (!file.ok) return file
      if (file.value.dictionary.includes(word)) return ok(null)
      return saveDeskFile({ ...file.value, dictionary: [...file.value.dictionary, word] })
    },
  }
}
