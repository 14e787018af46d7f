// The guard on the guard: every named rule is broken once in a planted tree, and our check or oxlint must say its name.
import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const root = path.resolve(import.meta.dirname, '../../..')
const check = (await import(path.join(root, 'scripts/boundaries/check-boundaries.mjs'))) as {
  readonly ruleNames: readonly string[]
  readonly checkBoundaries: (folder: string) => readonly Fault[]
  readonly findFaults: (file: string, text: string) => readonly Fault[]
}

interface Fault {
  readonly file: string
  readonly line: number
  readonly rule: string
  readonly message: string
}

/** Rule, file of a planted tree, text that breaks the rule there. Several forms of import where a rule has several faces. */
const planted: readonly (readonly [rule: string, file: string, text: string])[] = [
  ['shared-is-pure', 'shared/a.ts', `import { readFileSync } from 'node:fs'`],
  ['shared-is-pure', 'shared/b.ts', `import type { Core } from '../electron/core/core.ts'`],
  ['shared-is-pure', 'shared/c.ts', `export { x } from '#renderer/app/x.ts'`],
  ['shared-is-pure', 'shared/d.ts', `export type T = import('react').ReactNode`],
  ['shared-is-pure', 'shared/e.ts', `export const view = () => import('@tiptap/pm/view')`],
  ['core-has-no-electron', 'electron/core/a.ts', `import { app } from 'electron'`],
  ['core-has-no-electron', 'electron/core/drafts/b.ts', `import { w } from '../../shell/windows.ts'`],
  ['core-has-no-electron', 'electron/core/c.ts', `import { w } from '#shell/windows.ts'`],
  ['core-has-no-electron', 'electron/cli.ts', `import type Store from 'electron-store'`],
  ['only-shell-imports-electron', 'renderer/app/a.ts', `import type { App } from 'electron'`],
  ['only-shell-imports-electron', 'electron/cli-options.ts', `const electron = require('electron')`],
  ['preload-is-tiny', 'electron/preload.ts', `import { contract } from '#shared/ipc/contract.ts'`],
  ['renderer-is-a-client', 'renderer/app/b.ts', `import type { Log } from '#core/ports.ts'`],
  ['renderer-is-a-client', 'renderer/app/c.ts', `import { join } from 'path'`],
  ['renderer-is-a-client', 'renderer/app/d.ts', `import { x } from '../../electron/core/x.ts'`],
  ['sqlite-only-in-storage', 'electron/core/library/a.ts', `import { Db } from '@photostructure/sqlite'`],
  ['sqlite-only-in-storage', 'electron/shell/a.ts', `export type D = import('node:sqlite').DatabaseSync`],
  ['yjs-stays-upstream', 'electron/core/projections/a.ts', `import * as Y from 'yjs'`],
  ['yjs-stays-upstream', 'renderer/features/meta/a.ts', `import type { Doc } from 'yjs'`],
  ['yjs-stays-upstream', 'shared/revision/diff/a.ts', `import { x } from '@tiptap/y-tiptap'`],
  ['exporters-see-articles', 'electron/core/exports/formats/a.ts', `import { p } from '../../ports.ts'`],
  [
    'exporters-see-articles',
    'electron/core/exports/formats/b.ts',
    `import type { D } from '#shared/draft/draft-doc.ts'`,
  ],
  ['exporters-see-articles', 'electron/core/exports/formats/c.ts', `import { writeFileSync } from 'node:fs'`],
  ['features-are-islands', 'renderer/features/desk/a.ts', `import { b } from '../meta/b.ts'`],
  ['features-are-islands', 'renderer/features/desk/deep/b.ts', `import { b } from '../../meta/b.ts'`],
  ['editor-has-one-door', 'renderer/app/j.ts', `import type { D } from '../editor/draft-replica.ts'`],
  ['ui-is-a-leaf', 'renderer/ui/a.ts', `import { desktop } from '../bridge/desktop.ts'`],
  ['ui-is-a-leaf', 'renderer/ui/b.ts', `import type { T } from '../features/desk/t.ts'`],
  ['aria-only-in-ui', 'renderer/features/desk/c.ts', `import { Button } from 'react-aria-components/Button'`],
  [
    'aria-only-in-ui',
    'renderer/app/e.ts',
    `import type { Key } from '@react-types/shared'\nimport { useX } from '@react-aria/focus'`,
  ],
  ['no-dev-deps-in-product', 'electron/core/d.ts', `import { vi } from 'vitest'`],
  ['no-dev-deps-in-product', 'renderer/app/f.ts', `import { article } from '#tests/support/builders.ts'`],
  ['aliases-cross-borders', 'electron/core/e.ts', `import type { Log } from '#core/ports.ts'`],
  ['one-bridge', 'renderer/features/desk/d.ts', `export const api = window.stet`],
  [
    'one-bridge',
    'renderer/app/g.ts',
    `export const api = (globalThis as unknown as { stet: object })['stet']`,
  ],
  ['one-bridge', 'renderer/app/h.ts', `export const { stet } = window`],
  ['one-ipc-host', 'electron/shell/menu.ts', `import { ipcMain } from 'electron'`],
  ['fakes-over-mocks', 'tests/unit/shared/a.test.ts', `import { vi } from 'vitest'\nvi.mock('node:fs')`],
  ['no-cycle', 'electron/core/one.ts', `import { two } from './two.ts'\nexport const one = () => two()`],
  ['no-cycle', 'electron/core/two.ts', `import { one } from './one.ts'\nexport const two = () => one()`],
  [
    'no-cycle',
    'shared/three.ts',
    `import type { Four } from './four.ts'\nexport interface Three { four: Four }`,
  ],
  [
    'no-cycle',
    'shared/four.ts',
    `import type { Three } from './three.ts'\nexport interface Four { three: Three }`,
  ],
  ['no-console', 'renderer/app/i.ts', `console.log('x')`],
  ['no-explicit-any', 'shared/f.ts', `export const loose: any = 1`],
  ['no-non-null-assertion', 'shared/g.ts', `export const sure = (x: number | null): number => x!`],
  ['no-floating-promises', 'shared/h.ts', `export function go(): void { Promise.resolve(1) }`],
  [
    'no-misused-promises',
    'shared/i.ts',
    `export const go = (): void => [1].forEach(async () => Promise.resolve())`,
  ],
  [
    'switch-exhaustiveness-check',
    'shared/j.ts',
    `export function go(x: 'a' | 'b'): void {\n switch (x) {\n case 'a': return\n default: return\n }\n}`,
  ],
]

/** What is allowed must stay allowed, or the rules would soon be switched off. */
const innocent: readonly (readonly [file: string, text: string])[] = [
  [
    'shared/ok/a.ts',
    `import { z } from 'zod'\nimport { Node } from '@tiptap/pm/model'\nimport { b } from '../b.ts'`,
  ],
  ['electron/shell/ok.ts', `import { app } from 'electron'\nimport type { Log } from '#core/ports.ts'`],
  ['electron/shell/ipc-host.ts', `import { ipcMain } from 'electron'`],
  ['electron/core/storage/ok.ts', `import { Db } from '@photostructure/sqlite'\nimport fs from 'node:fs'`],
  [
    'electron/core/exports/formats/ok.ts',
    `import type { A } from '#shared/article/article.ts'\nimport { b } from './b.ts'`,
  ],
  ['renderer/features/desk/ok/a.ts', `import { b } from '../b.ts'\nimport { c } from '../../../ui/c.ts'`],
  ['renderer/app/ok.ts', `import { ArticleEditor } from '../editor/index.ts'`],
  ['renderer/ui/ok.ts', `import { Button } from 'react-aria-components/Button'`],
  ['renderer/bridge/desktop.ts', `export const desktop = window.stet`],
  ['tests/unit/electron/shell/ok.test.ts', `import { vi } from 'vitest'\nvi.mock('electron')`],
]

let tree = ''
let found: readonly Fault[] = []

beforeAll(async () => {
  tree = path.join(mkdtempSync(path.join(tmpdir(), 'stet-planted-')), 'tree')
  for (const [file, text] of [...planted.map(([, file, text]) => [file, text] as const), ...innocent]) {
    mkdirSync(path.dirname(path.join(tree, file)), { recursive: true })
    writeFileSync(path.join(tree, file), `${text}\n`)
  }
  const compilerOptions = {
    strict: true,
    target: 'ES2023',
    module: 'ESNext',
    moduleResolution: 'bundler',
    noEmit: true,
    allowImportingTsExtensions: true,
    types: [],
  }
  writeFileSync(path.join(tree, 'tsconfig.json'), JSON.stringify({ compilerOptions }))
  writeFileSync(path.join(tree, 'package.json'), '{"type":"module"}')
  found = [...check.checkBoundaries(tree), ...(await lint(tree))]
}, 60_000)

afterAll(() => rmSync(path.dirname(tree), { recursive: true, force: true }))

async function lint(folder: string): Promise<readonly Fault[]> {
  const bin = path.join(root, 'node_modules/oxlint/bin/oxlint')
  const args = [bin, '-c', path.join(root, '.oxlintrc.json'), '-f', 'json', '.']
  // Its type-aware half is looked for near the files or on the path; the planted tree is far from both.
  const PATH = [path.join(root, 'node_modules/.bin'), process.env['PATH']].join(path.delimiter)
  const options = { cwd: folder, maxBuffer: 64 * 1024 * 1024, env: { ...process.env, PATH } }
  // oxlint exits with 1 because there is something to find; what it found is on its standard output.
  const { stdout } = await promisify(execFile)(process.execPath, args, options).catch(
    (error: { stdout: string }) => error,
  )
  if (!stdout.startsWith('{')) throw new Error(`oxlint did not run: ${stdout}`)
  const report = JSON.parse(stdout) as {
    diagnostics: { code?: string; message: string; filename: string }[]
  }
  return report.diagnostics.map(({ code = '', message, filename }) => ({
    rule: /\(([\w-]+)\)$/.exec(code)?.[1] ?? code,
    message,
    file: path.relative(folder, path.resolve(folder, filename)).split(path.sep).join('/'),
    line: 0,
  }))
}

describe('dependency rules', () => {
  it.each(planted)('%s is caught by name in %s', (rule, file) => {
    expect(found.filter((one) => one.file === file).map((one) => one.rule)).toContain(rule)
  })

  it.each(check.ruleNames)('%s has its name in the message', (rule) => {
    const messages = found.filter((one) => one.rule === rule).map(({ message }) => message)
    expect(messages.length).toBeGreaterThan(0)
    expect(messages.every((message) => message.startsWith(`${rule}: `))).toBe(true)
  })

  it.each(innocent)('what the rules allow passes in %s', (file) => {
    const ours = found.filter((one) => one.file === file && check.ruleNames.includes(one.rule))
    expect(ours).toEqual([])
  })

  it('a waiver needs a reason, covers the next line and no other, and is a fault when it waives nothing', () => {
    const breach = `import { ipcMain } from 'electron'`
    const waived = `// allow one-ipc-host: the store listens on its own channel\n${breach}`
    expect(check.findFaults('electron/shell/a.ts', waived)).toEqual([])
    expect(check.findFaults('electron/shell/a.ts', `// allow one-ipc-host:\n${breach}`)).toMatchObject([
      { rule: 'one-ipc-host', line: 2 },
    ])
    expect(check.findFaults('electron/shell/a.ts', `${waived}\n${breach}`)).toMatchObject([{ line: 3 }])
    const idle = waived.replace(breach, '')
    expect(check.findFaults('electron/shell/a.ts', idle)).toMatchObject([{ rule: 'idle-waiver', line: 1 }])
  })

  it('a file that cannot be parsed is an error and never a file without faults', () => {
    expect(() => check.findFaults('shared/a.ts', 'import {')).toThrow('shared/a.ts cannot be parsed')
  })
})

describe('TypeScript environments', () => {
  const environments = [
    ['shared', `export const title = document.title`, /TS2584|TS2304/],
    ['shared', `import fs from 'node:fs'\nexport const read = fs.readFileSync`, /TS2307|TS2591|TS2580/],
    ['electron', `export const title = document.title`, /TS2584|TS2304/],
    ['renderer', `import fs from 'node:fs'\nexport const read = fs.readFileSync`, /TS2307|TS2591|TS2580/],
  ] as const

  it('refuse what is not there: a document in core, files in the renderer, either in shared', async () => {
    const folder = path.join(path.dirname(tree), 'environments')
    mkdirSync(folder)
    symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'))
    const configs = environments.map(([environment, text], index) => {
      const project = path.join(folder, `${index}-${environment}`)
      mkdirSync(project)
      writeFileSync(path.join(project, 'planted.ts'), text)
      const config = {
        extends: path.join(root, environment, 'tsconfig.json'),
        compilerOptions: { rootDir: '.', outDir: './out', tsBuildInfoFile: './out/info' },
        include: ['./planted.ts'],
        references: [],
      }
      writeFileSync(path.join(project, 'tsconfig.json'), JSON.stringify(config))
      return project
    })
    const tsc = path.join(root, 'node_modules/typescript/bin/tsc')
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [tsc, '-b', '--pretty', 'false', ...configs],
      {
        cwd: folder,
      },
    ).catch((error: { stdout: string }) => error)
    environments.forEach(([environment, , code], index) => {
      const lines = stdout.split('\n').filter((line) => line.startsWith(`${index}-${environment}/planted.ts`))
      expect(lines.join('\n')).toMatch(code)
    })
  }, 60_000)
})
