import { err, ok } from '#shared/ipc/result.ts'
import type { Verification } from '#core/storage/library-store.ts'
import { sentence } from '#shared/errors/outcome-copy.ts'
import type { CliContext, Command, CommandResult } from '../cli-context.ts'
import { EXIT, notOpened } from '../exit-code.ts'
import { libraryPath } from '../open-cli-library.ts'
import { printable } from '../table-text.ts'

export const verify: Command = {
  name: 'verify',
  usage: '',
  summary: 'Check every page, hash, chain, revision and picture of the library. Changes nothing.',
  takes: [0, 0],
  flags: {},
  values: {},
  run: verifyLibrary,
}

/** Without the core, which would begin to mend what is only to be looked at. */
async function verifyLibrary(context: CliContext): Promise<CommandResult> {
  const { openLibrary } = await import('#core/storage/open-library.ts')
  const opened = openLibrary(libraryPath(context), { mode: 'read-only', clock: context.io.clock })
  if (!opened.ok) {
    // A library too damaged to open is a finding, not a mistake of whoever asked.
    if (opened.error.type !== 'LibraryCorrupt') return err(notOpened(opened.error))
    return ok({
      text: '',
      json: { ok: false, faults: [{ kind: 'page', articleId: null, detail: opened.error.detail }] },
      notes: [sentence(opened.error)],
      exit: EXIT.faults,
    })
  }
  const store = opened.value
  try {
    const { findPending } = await import('#core/drafts/load-draft.ts')
    const checked = await store.verify({ signal: context.io.signal, findPending })
    if (!checked.ok) return err(notOpened(checked.error))
    const { faults } = checked.value
    return ok({
      text: reportText(checked.value),
      json: { ok: faults.length === 0, ...checked.value },
      notes: faults.length === 0 ? [] : [`${count(faults.length, 'fault', 'faults')} found.`],
      exit: faults.length === 0 ? EXIT.ok : EXIT.faults,
    })
  } finally {
    store.close()
  }
}

function reportText({ articles, updates, revisions, assets, editions, faults }: Verification): string {
  const checked = [
    count(articles, 'article', 'articles'),
    count(updates, 'update', 'updates'),
    count(revisions, 'revision', 'revisions'),
    count(assets, 'picture', 'pictures'),
    count(editions, 'edition', 'editions'),
  ].join(', ')
  const lines = faults.map(
    ({ kind, articleId, detail }) =>
      `${kind}${articleId === null ? '' : ` in ${articleId}`}: ${printable(detail)}`,
  )
  return [`Checked ${checked}${faults.length === 0 ? ': no faults' : ''}.`, ...lines].join('\n')
}

const count = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`
