// The checks group of the fake bridge: waivers and a desk file in memory.
import type { ArticleId } from '#shared/article/ids.ts'
import { toInstant } from '#shared/article/ids.ts'
import { err, ok } from '#shared/ipc/result.ts'
import { type DeskFile, EMPTY_DESK_FILE } from '#shared/workflow/checks/desk-file.ts'
import type { Waiver } from '#shared/workflow/checks/waiver.ts'
import { QUIET_CONTEXT } from './quiet-context.ts'

export function createFakeChecks(changed: (articleId: ArticleId | null) => void) {
  let deskFile: DeskFile = EMPTY_DESK_FILE
  let waivers: Waiver[] = []
  const save = (next: DeskFile) => {
    deskFile = next
    changed(null)
    return ok(null)
  }
  return {
    context: async () =>
      ok({
        ...QUIET_CONTEXT,
        deskFile,
        waivers,
      }),
    waive: async ({ articleId, finding, why }: { articleId: ArticleId; finding: string; why: string }) => {
      const at = toInstant(Date.now())
      waivers.push({
        finding,
        rule: finding.slice(0, -17),
        sentence: '',
        excerpt: '',
        who: 'Ada Marsh',
        why,
        at,
      })
      changed(articleId)
      return ok(null)
    },
    withdraw: async ({ articleId, finding }: { articleId: ArticleId; finding: string }) => {
      waivers = waivers.filter((waiver) => waiver.finding !== finding)
      changed(articleId)
      return ok(null)
    },
    deskFile: async () => ok(deskFile),
    saveDeskFile: async (next: DeskFile) => save(next),
    importDeskFile: async () => err({ type: 'Cancelled' as const }),
    exportDeskFile: async () => err({ type: 'Cancelled' as const }),
    addHouseWord: async ({ word }: { word: string }) =>
      save({ ...deskFile, dictionary: [...deskFile.dictionary, word] }),
  }
}
