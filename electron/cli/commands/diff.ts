import { changeCounts, describeChange } from '#shared/revision/diff/describe-change.ts'
import { diffArticles } from '#shared/revision/diff/diff-articles.ts'
import type { RevisionDiff } from '#shared/revision/diff/revision-diff.ts'
import { type Result, err, ok } from '#shared/ipc/result.ts'
import type { Answer, CliContext, Command } from '../cli-context.ts'
import { diffPage, diffSummary } from '../diff-page.ts'
import { type DiffSource, isFileSource, readFileSource, readStoredSource } from '../diff-source.ts'
import { type Failure, misused } from '../exit-code.ts'
import { type OpenCliLibrary, withLibrary } from '../open-cli-library.ts'
import { printable } from '../table-text.ts'

const FORMATS: ReadonlySet<string> = new Set(['text', 'json', 'html'])

export const diff: Command = {
  name: 'diff',
  usage: 'A B',
  summary: 'Compare two versions: ID, ID@REVISION, ID@edition-N or FILE each. Changes nothing.',
  takes: [2, 2],
  flags: {},
  values: { to: 'text (as usual), json or html (one page to look at)' },
  run: (context) => {
    const to = context.values.get('to') ?? 'text'
    if (!FORMATS.has(to)) return Promise.resolve(err(misused(`“${to}” is not a format: text, json or html.`)))
    const isAllFiles = context.arguments.every((given) => isFileSource(given, context))
    if (isAllFiles) return compare(context, to, null)
    return withLibrary(context, { access: 'read' }, (library) => compare(context, to, library))
  },
}

async function compare(
  context: CliContext,
  to: string,
  library: OpenCliLibrary | null,
): Promise<Result<Answer, Failure>> {
  const [first = '', second = ''] = context.arguments
  const before = await readSource(context, first, library)
  if (!before.ok) return before
  const after = await readSource(context, second, library)
  if (!after.ok) return after
  const profile = library?.store.desk.profile()
  const zone = context.common.zone ?? (profile?.ok === true ? profile.value.zone : context.io.clock.zone())
  return ok(answer(before.value, after.value, zone, to))
}

function readSource(
  context: CliContext,
  given: string,
  library: OpenCliLibrary | null,
): Promise<Result<DiffSource, Failure>> {
  if (library === null || isFileSource(given, context)) return readFileSource(context, given)
  return Promise.resolve(readStoredSource(library, given))
}

function answer(before: DiffSource, after: DiffSource, zone: string, to: string): Answer {
  const stamps =
    before.stamps === null || after.stamps === null
      ? {}
      : { stamps: { before: before.stamps, after: after.stamps } }
  const startedAt = performance.now()
  const found = diffArticles(before.article, after.article, { zone, ...stamps })
  const ms = Math.round((performance.now() - startedAt) * 100) / 100
  const json = diffJson(before, after, found, ms)
  if (to === 'html') return { text: diffPage(before, after, found), isFile: true, json }
  return { text: to === 'json' ? JSON.stringify(json, null, 2) : diffText(found), json }
}

function diffText(found: RevisionDiff): string {
  if (!('changes' in found)) return 'Nothing differs.'
  return [diffSummary(found), ...found.changes.map((change) => printable(describeChange(change)))].join('\n')
}

const NO_WORDS = { inserted: 0, deleted: 0 }

function diffJson(before: DiffSource, after: DiffSource, found: RevisionDiff, ms: number): unknown {
  const merged = 'changes' in found ? found : null
  return {
    before: { kind: before.kind, name: before.name },
    after: { kind: after.kind, name: after.name },
    type: found.type,
    reason: found.type === 'too-large' ? found.reason : null,
    words: merged?.words ?? NO_WORDS,
    regions: merged?.regions ?? 0,
    moves: merged?.moves ?? 0,
    ms,
    counts: merged === null ? {} : changeCounts(merged),
    changes: (merged?.changes ?? []).map((change) => ({ ...change, sentence: describeChange(change) })),
  }
}
