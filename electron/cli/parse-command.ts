// The command line to a command and its options. Everything it does not know is refused in one sentence.
import { parseArgs } from 'node:util'
import { isKnownZone } from '#shared/article/ids.ts'
import { isLanguageTag } from '#shared/schema/marks/language-run.ts'
import { type Result, err, ok } from '#shared/ipc/result.ts'
import type { Command, CommonOptions } from './cli-context.ts'
import { type Failure, misused } from './exit-code.ts'

export interface ParsedCommand {
  readonly command: Command
  readonly common: CommonOptions
  readonly arguments: readonly string[]
  readonly flags: ReadonlySet<string>
  readonly values: ReadonlyMap<string, string>
}
export type Parsed =
  | { readonly kind: 'help'; readonly command: Command | null }
  | { readonly kind: 'version' }
  | ({ readonly kind: 'run' } & ParsedCommand)

const COMMON_VALUES = ['library', 'zone', 'language'] as const
const COMMON_FLAGS = ['json', 'help', 'version'] as const

export function parseCommand(
  argv: readonly string[],
  commands: readonly Command[],
  defaults: { readonly language: string },
): Result<Parsed, Failure> {
  const options: Options = {}
  for (const name of COMMON_VALUES) options[name] = { type: 'string' }
  for (const name of COMMON_FLAGS) options[name] = { type: 'boolean' }
  options['help'] = { type: 'boolean', short: 'h' }
  for (const command of commands) takeOptions(options, command)
  // One command's flag may be another's value: the command that was named has the last word.
  const named = commands.find(({ name }) => name === firstWord(argv, options))
  if (named !== undefined) takeOptions(options, named)
  if (options['output'] !== undefined) options['output'] = { type: 'string', short: 'o' }
  const read = readArguments(argv, options)
  if (!read.ok) return read
  const [name, ...rest] = read.value.positionals
  const command = commands.find((one) => one.name === name) ?? null
  const values = new Map<string, string>()
  const flags = new Set<string>()
  for (const [option, value] of Object.entries(read.value.values)) {
    if (typeof value === 'string') values.set(option, value)
    else if (value === true) flags.add(option)
  }
  if (flags.has('version')) return ok({ kind: 'version' })
  if (flags.has('help') || name === 'help')
    return ok({ kind: 'help', command: command ?? commands.find((one) => one.name === rest[0]) ?? null })
  if (name === undefined) return err(misused('No command was given; “stet --help” lists them.'))
  if (command === null) return err(misused(`There is no command “${name}”; “stet --help” lists them.`))
  const foreign = [...values.keys(), ...flags].find((option) => !knows(command, option))
  if (foreign !== undefined) return err(misused(`“stet ${name}” has no option --${foreign}.`))
  const [least, most] = command.takes
  if (rest.length < least || rest.length > most)
    return err(misused(`Usage: stet ${name}${command.usage === '' ? '' : ` ${command.usage}`}.`))
  const zone = values.get('zone') ?? null
  if (zone !== null && !isKnownZone(zone))
    return err(misused(`“${zone}” is not a known time zone; name one like Europe/London.`))
  const language = values.get('language') ?? defaults.language
  if (!isLanguageTag(language)) return err(misused(`“${language}” is not a language tag like en-GB.`))
  const library = values.get('library') ?? null
  if (library?.trim() === '') return err(misused('--library needs a folder.'))
  const common = { library, zone, language, isJson: flags.has('json') }
  return ok({ kind: 'run', command, common, arguments: rest, flags, values })
}

type Options = Record<string, { type: 'string' | 'boolean'; short?: string }>

function takeOptions(options: Options, { values, flags }: Command): void {
  for (const name of Object.keys(values)) options[name] = { type: 'string' }
  for (const name of Object.keys(flags)) options[name] = { type: 'boolean' }
}

const firstWord = (argv: readonly string[], options: Options): string | undefined =>
  parseArgs({ args: [...argv], options, allowPositionals: true, strict: false }).positionals[0]

const knows = (command: Command, option: string): boolean =>
  [...COMMON_VALUES, ...COMMON_FLAGS].some((common) => common === option) ||
  Object.hasOwn(command.values, option) ||
  Object.hasOwn(command.flags, option)

interface ReadArguments {
  readonly values: Readonly<Record<string, unknown>>
  readonly positionals: readonly string[]
}

function readArguments(argv: readonly string[], options: Options): Result<ReadArguments, Failure> {
  try {
    return ok(parseArgs({ args: [...argv], options, allowPositionals: true, strict: true }))
  } catch (error) {
    // parseArgs answers a wrong command line by throwing; its codes all begin alike.
    if (!(error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')))
      throw error
    const [first = ''] = error.message.split(/\.\s|\n/)
    return err(
      misused(
        `${first
          .replaceAll("'", '“')
          .replace(/“([^“]*)“/g, '“$1”')
          .replace(/\.$/, '')}.`,
      ),
    )
  }
}
