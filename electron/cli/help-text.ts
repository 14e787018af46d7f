// What `stet --help` prints.
import type { Command } from './cli-context.ts'
import { tableText } from './table-text.ts'

const COMMON: readonly (readonly [string, string])[] = [
  ['--library DIR', 'the library (default: $STET_LIBRARY, else Stet.stet in your documents)'],
  ['--zone ZONE', 'time zone for times that name none, like Asia/Seoul'],
  ['--language TAG', 'language of new and imported articles (default: en)'],
  ['--json', 'answer with JSON'],
  ['--help, --version', ''],
]
const EXITS: readonly (readonly [string, string])[] = [
  ['0', 'done'],
  ['1', 'what was asked for failed or was refused'],
  ['2', 'the command line was wrong'],
  ['3', 'the library cannot be opened'],
  ['4', 'verify found faults, check found errors'],
]

export function helpText(commands: readonly Command[]): string {
  return [
    'Usage: stet COMMAND [options]',
    '',
    indented(commands.map(({ name, usage, summary }) => [`${name} ${usage}`.trim(), summary])),
    '',
    'Options:',
    indented(COMMON),
    '',
    'Exit codes:',
    indented(EXITS),
    '',
    'Ids may be shortened to any beginning that only one article has.',
  ].join('\n')
}

export function commandHelp({ name, usage, summary, flags, values }: Command): string {
  const own = [
    ...Object.entries(values).map(([option, says]): [string, string] => [`--${option} VALUE`, says]),
    ...Object.entries(flags).map(([option, says]): [string, string] => [`--${option}`, says]),
  ]
  return [
    `Usage: stet ${name} ${usage}`.trim(),
    '',
    summary,
    '',
    'Options:',
    indented([...own, ...COMMON]),
  ].join('\n')
}

const indented = (rows: readonly (readonly string[])[]): string =>
  tableText(rows)
    .split('\n')
    .map((line) => `  ${line}`)
    .join('\n')
