// The named rules of docs/architecture.md, checked over every source file. docs/decisions/0008-own-boundary-check.md says why
// this is not oxlint's no-restricted-imports.
//
// A waiver names the rule and the reason on the line above: `// allow one-ipc-host: the reason`. One that waives nothing is a fault.
import fs from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { codeRules } from './code-rules.mjs'
import { importRules } from './import-rules.mjs'
import { resolveImport } from './imports.mjs'
import { everyNode, importedBy, parseSource } from './syntax.mjs'

const FOLDERS = ['shared', 'electron', 'renderer', 'tests']
const SOURCE = /\.(ts|tsx|mts|mjs)$/
const NOT_OURS = /^tests\/fixtures\//
const WAIVER = /^\s*allow ([a-z-]+): \S.{9,}/

export const ruleNames = [...Object.keys(importRules), ...Object.keys(codeRules)]

/** Faults of one file as `{ file, line, rule, message }`. */
export function findFaults(file, text) {
  const { program, comments } = parseSource(file, text)
  const lineOf = (offset) => text.slice(0, offset).split('\n').length
  const faults = [...everyNode(program)].flatMap((node) =>
    rulesBrokenBy(node, file).map(({ rule, says }) => ({
      file,
      line: lineOf(node.start),
      rule,
      message: `${rule}: ${says}`,
    })),
  )
  const waivers = comments.flatMap(({ value, end }) => {
    const rule = WAIVER.exec(value)?.[1]
    return rule === undefined ? [] : [{ rule, line: lineOf(end) }]
  })
  const isWaived = (fault) => waivers.some(({ rule, line }) => rule === fault.rule && line + 1 === fault.line)
  const idle = waivers.filter(
    ({ rule, line }) => !faults.some((fault) => fault.rule === rule && fault.line === line + 1),
  )
  return [
    ...faults.filter((fault) => !isWaived(fault)),
    ...idle.map(({ rule, line }) => ({
      file,
      line,
      rule: 'idle-waiver',
      message: `idle-waiver: nothing here breaks ${rule}`,
    })),
  ]
}

function rulesBrokenBy(node, file) {
  const specifier = importedBy(node)
  const target = specifier === null ? null : resolveImport(file, specifier)
  const imports = Object.entries(importRules)
    .filter(([, { from, bans }]) => target !== null && from(file) && bans(target, file))
    .map(([rule, { says }]) => ({ rule, says: `${says} (here: ${specifier})` }))
  const code = Object.entries(codeRules)
    .filter(([, { from, breaks }]) => from(file) && breaks(node, file))
    .map(([rule, { says }]) => ({ rule, says }))
  return [...imports, ...code]
}

/** All faults of the tree under this root. */
export function checkBoundaries(root) {
  return FOLDERS.filter((folder) => fs.existsSync(path.join(root, folder)))
    .flatMap((folder) =>
      fs
        .readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
        .map((file) => `${folder}/${file.split(path.sep).join('/')}`),
    )
    .filter((file) => SOURCE.test(file) && !NOT_OURS.test(file))
    .flatMap((file) => findFaults(file, fs.readFileSync(path.join(root, file), 'utf8')))
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const faults = checkBoundaries(path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..'))
  for (const { file, line, message } of faults) console.error(`${file}:${line} ${message}`)
  process.exitCode = faults.length > 0 ? 1 : 0
}
