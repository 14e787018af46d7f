// One run of the `stet` command: from the words typed to text on the two streams and an exit code.
import { outcomeCopy, sentence } from '#shared/errors/outcome-copy.ts'
import type { CliIo, CommandResult } from './cli-context.ts'
import { COMMANDS } from './commands.ts'
import { EXIT, type ExitCode, type Failure } from './exit-code.ts'
import { commandHelp, helpText } from './help-text.ts'
import { parseCommand } from './parse-command.ts'

/** Language of new and imported articles where nobody says. */
const DEFAULT_LANGUAGE = 'en'

/** Expected failures end in one sentence and an exit code; a bug throws. */
export async function runCli(argv: readonly string[], io: CliIo): Promise<ExitCode> {
  const parsed = parseCommand(argv, COMMANDS, { language: DEFAULT_LANGUAGE })
  if (!parsed.ok) return fail(parsed.error, argv.includes('--json'), io)
  const asked = parsed.value
  if (asked.kind === 'version') {
    io.out(`${io.version}\n`)
    return EXIT.ok
  }
  if (asked.kind === 'help') {
    io.out(`${asked.command === null ? helpText(COMMANDS) : commandHelp(asked.command)}\n`)
    return EXIT.ok
  }
  const { command, common, flags, values } = asked
  const result = await command.run({ io, common, flags, values, arguments: asked.arguments })
  return print(result, common.isJson, io)
}

function print(result: CommandResult, isJson: boolean, io: CliIo): ExitCode {
  if (!result.ok) return fail(result.error, isJson, io)
  const { text, json, isFile = false, notes = [], exit = EXIT.ok } = result.value
  if (isJson) io.out(`${JSON.stringify(json, null, 2)}\n`)
  else if (text !== '') io.out(isFile ? text : `${text}\n`)
  for (const note of notes) io.err(`stet: ${oneLine(note)}\n`)
  return exit
}

function fail(failure: Failure, isJson: boolean, io: CliIo): ExitCode {
  const words = failure.kind === 'usage' ? failure.sentence : sentence(failure.outcome)
  if (isJson)
    io.out(
      `${JSON.stringify(
        failure.kind === 'usage'
          ? { error: { type: 'Usage', sentence: words } }
          : { error: { ...failure.outcome, sentence: outcomeCopy(failure.outcome).sentence } },
        null,
        2,
      )}\n`,
    )
  io.err(`stet: ${oneLine(words)}\n`)
  return failure.kind === 'usage' ? EXIT.usage : failure.exit
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()
