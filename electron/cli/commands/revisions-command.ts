import { answer, CLI_CALLER, type CommandInfo, orRefuse, toIso } from '../command.ts'
import { withArticle, withRevision } from '../find-by-prefix.ts'

export const revisionsCommand: CommandInfo = {
  name: 'revisions',
  usage: 'stet revisions ID',
  summary: 'Lists the revisions of an article, newest first.',
  run: (call) =>
    call.library((opened) =>
      withArticle(call, opened, (articleId) =>
        orRefuse(call, opened.store.revisions.list(articleId), (revisions) =>
          answer(
            call,
            { revisions: revisions.map((revision) => ({ ...revision, at: toIso(revision.at) })) },
            () =>
              revisions.length === 0
                ? 'No revisions yet.'
                : revisions
                    .map(
                      ({ number, id, at, kind, label, author, words, wordsAdded, wordsRemoved }) =>
                        `${String(number).padStart(4)}  ${id.slice(0, 8)}  ${toIso(at)}  ${kind}${label === '' ? '' : ` “${label}”`}  ${author || 'unnamed'}  ${words} words${wordsAdded === null ? '' : ` (+${wordsAdded} −${wordsRemoved ?? 0})`}`,
                    )
                    .join('\n'),
          ),
        ),
      ),
    ),
}

export const restoreCommand: CommandInfo = {
  name: 'restore',
  usage: 'stet restore ID REVISION',
  summary: 'Brings a revision back as a new edit; what was there is kept as a revision of its own.',
  run: (call) =>
    call.library((opened) =>
      withArticle(call, opened, (articleId) =>
        withRevision(call, opened, articleId, async ({ id, number }) =>
          orRefuse(
            call,
            await opened.core.handlers.revisions.restore({ articleId, revisionId: id }, CLI_CALLER),
            ({ before }) =>
              answer(
                call,
                { id: articleId, restored: number, before: before.number },
                () => `Restored revision ${number}. What was there is kept as revision ${before.number}.`,
              ),
          ),
        ),
      ),
    ),
}
