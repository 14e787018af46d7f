// `stet`: parses, opens the library when a command wants it, answers an exit code. Nothing here knows about processes, so that
// tests run commands against real libraries without starting one.
import os from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { createCore } from '#core/core.ts'
import { defaultLibraryPath } from '#core/default-library-path.ts'
import type { Clock } from '#core/ports.ts'
import { openLibrary, openOrCreateLibrary } from '#core/storage/open-library.ts'
import { isKnownZone } from '#shared/article/ids.ts'
import { ok } from '#shared/ipc/result.ts'
import { DEFAULT_SETTINGS, type Settings } from '#shared/settings/settings.ts'
import {
  type Call,
  type CommandInfo,
  EXIT,
  type ExitCode,
  type Io,
  misuse,
  type Options,
  refuse,
} from './command.ts'
import { exportCommand } from './commands/export-command.ts'
import { importCommand } from './commands/import-command.ts'
import { listCommand, searchCommand } from './commands/list-command.ts'
import { newCommand } from './commands/new-command.ts'
import { restoreCommand, revisionsCommand } from './commands/revisions-command.ts'
import { showCommand } from './commands/show-command.ts'
import { verifyCommand } from './commands/verify-command.ts'

export const COMMANDS: readonly CommandInfo[] = [
  listCommand,
  showCommand,
  newCommand,
  importCommand,
  exportCommand,
  revisionsCommand,
  restoreCommand,
  searchCommand,
  verifyCommand,
]

/** Commands that may make the library where none is: they put something into it. */
const MAKES_LIBRARY: ReadonlySet<string> = new Set(['new', 'import'])

const FLAGS = {
  library: { type: 'string' },
  json: { type: 'boolean', default: false },
  zone: { type: 'string' },
  output: { type: 'string', short: 'o' },
  to: { type: 'string' },
  proof: { type: 'boolean', default: false },
  update: { type: 'boolean', default: false },
  'allow-tk': { type: 'boolean', default: false },
  headline: { type: 'string' },
  section: { type: 'string' },
  all: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
  version: { type: 'boolean', default: false },
} as const

export async function runCli(
  argv: readonly string[],
  io: Io,
  clock: Clock,
  version: string,
): Promise<ExitCode> {
  const parsed = parse(argv)
  if ('problem' in parsed) return misuse({ io }, `${parsed.problem} “stet --help” lists what there is.`)
  const { values, positionals } = parsed
  if (values.version) {
    io.out(version)
    return EXIT.done
  }
  const [name, ...args] = positionals
  if (values.help || name === undefined || name === 'help') {
    io.out(helpText())
    return name === undefined && !values.help ? EXIT.usage : EXIT.done
  }
  const command = COMMANDS.find((one) => one.name === name)
  if (command === undefined)
    return misuse({ io }, `There is no command “${name}”. “stet --help” lists what there is.`)
  if (values.zone !== undefined && !isKnownZone(values.zone))
    return misuse({ io }, `“${values.zone}” is not a time zone; write it like Europe/London or Asia/Seoul.`)
  const options: Options = { ...values, allowTk: values['allow-tk'] }
  const call: Call = {
    args,
    options,
    io,
    library: (use) => withLibrary({ io, options }, command.name, clock, use),
  }
  return command.run(call)
}

async function withLibrary(
  call: Pick<Call, 'io' | 'options'>,
  command: string,
  clock: Clock,
  use: Parameters<Call['library']>[0],
): Promise<ExitCode> {
  const { io, options } = call
  const folder = path.resolve(io.cwd, options.library ?? defaultLibraryPath(io.home, io.env))
  const open = MAKES_LIBRARY.has(command) ? openOrCreateLibrary : openLibrary
  const opened = open(folder, { mode: command === 'verify' ? 'read-only' : 'read-write', clock })
  if (!opened.ok) return refuse(call, opened.error, EXIT.library)
  const store = opened.value
  const settings: Settings = {
    ...DEFAULT_SETTINGS,
    personName: io.env['STET_AUTHOR'] ?? os.userInfo().username,
  }
  try {
    const core = createCore({
      store,
      clock,
      log: () => {}, // the command's answer says all there is to say
      settings: { get: () => settings, set: () => ok(settings), onChange: () => () => {} },
      dialogs: { openFiles: async () => null, saveFile: async () => null },
      broadcast: () => {},
    })
    try {
      return await use({ store, core, clock, author: () => settings.personName })
    } finally {
      await core.close()
    }
  } finally {
    store.close()
  }
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options: FLAGS, allowPositionals: true })
  } catch (error) {
    // parseArgs reports what it cannot read by throwing, in a sentence fit for people.
    return { problem: `${(error instanceof Error ? error.message : String(error)).split('.')[0]}.` }
  }
}

function helpText(): string {
  return [
    'stet: articles, revisions and exports of a Stet library, without a window.',
    '',
    ...COMMANDS.flatMap(({ usage, summary }) => [`  ${usage}`, `      ${summary}`]),
    '',
    'Everywhere: --library DIR (else STET_LIBRARY, else the library of the window), --json, --zone ZONE, --help, --version.',
    'Exit codes: 0 done, 1 refused or failed, 2 wrong words, 3 the library cannot be opened, 4 verify found faults.',
  ].join('\n')
}
