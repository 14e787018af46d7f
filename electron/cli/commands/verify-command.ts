import { answer, type CommandInfo, EXIT, orRefuse } from '../command.ts'

export const verifyCommand: CommandInfo = {
  name: 'verify',
  usage: 'stet verify',
  summary:
    'Checks every page, row, chain, hash and picture of the library; exit code 4 when something is wrong.',
  run: (call) =>
    call.library(async ({ store }) =>
      orRefuse(call, await store.verify(), (verification) => {
        const { articles, updates, revisions, assets, editions, faults } = verification
        answer(call, { ok: faults.length === 0, ...verification }, () =>
          [
            ...faults.map(
              (fault) =>
                `${fault.kind}: ${fault.detail}${fault.articleId === null ? '' : ` (article ${fault.articleId})`}`,
            ),
            `${faults.length === 0 ? 'All is well' : `${faults.length} fault${faults.length === 1 ? '' : 's'} found`}: ${articles} articles, ${updates} updates, ${revisions} revisions, ${assets} pictures, ${editions} editions checked.`,
          ].join('\n'),
        )
        return faults.length === 0 ? EXIT.done : EXIT.faults
      }),
    ),
}
