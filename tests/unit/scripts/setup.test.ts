import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { describe, expect, test } from 'vitest'

const scripts = path.resolve(import.meta.dirname, '../../../scripts')
const load = async <T>(name: string): Promise<T> => (await import(path.join(scripts, name))) as T

describe('node', () => {
  test('an old Node is named in one sentence with the mend, a good one passes', async () => {
    const { checkNode } = await load<{ checkNode(version: string): void }>('setup.mjs')
    for (const version of ['20.19.0', '20.20.2', '22.1.0', '24.0.0'])
      expect(() => checkNode(version)).not.toThrow()
    for (const version of ['18.20.0', '20.18.9', '16.0.0'])
      expect(() => checkNode(version)).toThrow(`Stet needs Node 20.19 or newer; this is Node ${version}.`)
  })
})

describe('packages', () => {
  interface Lock {
    packages: Record<string, { version?: string; integrity?: string; optional?: boolean }>
  }
  const entry = (version: string) => ({ version, integrity: `sha512-${version}` })

  test('what is installed is what is locked, or it is installed again', async () => {
    const { firstDifference } = await load<{ firstDifference(locked: Lock, installed: Lock): string | null }>(
      'npm-packages.mjs',
    )
    const locked = {
      packages: { '': entry('1.0.0'), 'node_modules/a': entry('1.0.0'), 'node_modules/b': entry('2.0.0') },
    }
    const a = { 'node_modules/a': entry('1.0.0') }
    expect(firstDifference(locked, { packages: { ...a, 'node_modules/b': entry('2.0.0') } })).toBeNull()
    expect(firstDifference(locked, { packages: { ...a, 'node_modules/b': entry('2.0.1') } })).toBe(
      'node_modules/b',
    )
    expect(firstDifference(locked, { packages: a })).toBe('node_modules/b')
    const other = { packages: { ...a, 'node_modules/win': { ...entry('1.0.0'), optional: true } } }
    expect(firstDifference(other, { packages: a })).toBeNull()
  })

  test('an interrupted install counts as none', async () => {
    const { isInstalled } = await load<{ isInstalled(root: string): boolean }>('npm-packages.mjs')
    const root = fs.mkdtempSync(path.join(os.tmpdir(), 'stet-packages-'))
    fs.writeFileSync(path.join(root, 'package-lock.json'), JSON.stringify({ packages: { '': {} } }))
    expect(isInstalled(root)).toBe(false)
    fs.mkdirSync(path.join(root, 'node_modules'))
    fs.writeFileSync(path.join(root, 'node_modules/.package-lock.json'), '{"packages":{')
    expect(isInstalled(root)).toBe(false)
    fs.writeFileSync(path.join(root, 'node_modules/.package-lock.json'), '{"packages":{}}')
    expect(isInstalled(root)).toBe(true)
    fs.rmSync(root, { recursive: true })
  })
})

describe('system', () => {
  test('libraries that ldd cannot find are named once', async () => {
    const { missingFrom } = await load<{ missingFrom(text: string): string[] }>('system-packages.mjs')
    const text = `/x/electron:
\tlinux-vdso.so.1 (0x00007fff)
\tlibgtk-3.so.0 => not found
\tlibc.so.6 => /lib/x86_64-linux-gnu/libc.so.6 (0x00007f)
/x/libffmpeg.so:
\tlibgtk-3.so.0 => not found
\tlibasound.so.2 => not found
`
    expect(missingFrom(text)).toEqual(['libgtk-3.so.0', 'libasound.so.2'])
    expect(missingFrom('')).toEqual([])
  })
})

describe('build', () => {
  test('a build is fresh until a source or a product changes', async () => {
    const { stampOf } = await load<{ stampOf(root: string): string | null }>('build-stamp.mjs')
    const root = fs.mkdtempSync(path.join(os.tmpdir(), 'stet-build-'))
    const write = (name: string, text: string) => {
      fs.mkdirSync(path.dirname(path.join(root, name)), { recursive: true })
      fs.writeFileSync(path.join(root, name), text)
    }
    write('shared/a.ts', 'one')
    expect(stampOf(root)).toBeNull()
    for (const product of ['out/main/index.js', 'out/preload/index.cjs', 'out/renderer/index.html'])
      write(product, 'x')
    const built = stampOf(root)
    expect(stampOf(root)).toBe(built)
    write('shared/a.ts', 'two')
    const edited = stampOf(root)
    expect(edited).not.toBe(built)
    write('shared/a.ts', 'one')
    expect(stampOf(root)).toBe(built)
    write('out/main/index.js', 'another build')
    expect(stampOf(root)).not.toBe(built)
    fs.rmSync(root, { recursive: true })
  })
})

describe('console', () => {
  test('a failure is one sentence and its mend, and no stack', () => {
    const program = `
      import { Failure, runScript } from ${JSON.stringify(path.join(scripts, 'console.mjs'))}
      await runScript(async () => { throw new Failure('It is broken.', 'Mend it.') })`
    const run = spawnSync(process.execPath, ['--input-type=module', '-e', program], { encoding: 'utf8' })
    expect(run.stderr).toBe('stet: It is broken.\n      Mend it.\n')
    expect(run.status).toBe(1)
  })

  test('a long command that fails shows its last words', async () => {
    const program = `
      import { runQuietly } from ${JSON.stringify(path.join(scripts, 'console.mjs'))}
      const { code, output } = await runQuietly('Work', process.execPath, ['-e', 'console.log("why"); process.exit(3)'])
      console.log(JSON.stringify({ code, output }))`
    const run = spawnSync(process.execPath, ['--input-type=module', '-e', program], { encoding: 'utf8' })
    expect(JSON.parse(run.stdout)).toEqual({ code: 3, output: ['why'] })
  })
})

describe('results', () => {
  interface Counts {
    passed: number
    failed: number
    skipped: number
  }
  interface Results {
    vitestCounts(report: unknown): Counts
    playwrightCounts(report: unknown): Counts
    total(...counts: Counts[]): Counts
    summaryLines(...counts: Counts[]): string[]
  }

  test('a file that does not load and one whose beforeAll throws count as failures; each failure is named last', async () => {
    const { vitestCounts, playwrightCounts, summaryLines, total } = await load<Results>('run-results.mjs')
    const unit = vitestCounts({
      numPassedTests: 5,
      numFailedTests: 1,
      numPendingTests: 2,
      testResults: [
        { name: 'unloadable.test.ts', status: 'failed', assertionResults: [] },
        {
          name: 'around.test.ts',
          status: 'failed',
          assertionResults: [{ status: 'skipped' }, { status: 'skipped' }],
        },
        {
          name: 'one.test.ts',
          status: 'failed',
          assertionResults: [{ status: 'passed' }, { status: 'failed', fullName: 'counts words' }],
        },
        { name: 'good.test.ts', status: 'passed', assertionResults: [] },
      ],
    })
    expect(unit).toMatchObject({ passed: 5, failed: 3, skipped: 2 })
    const spec = (title: string, status: string) => ({
      file: 'a.spec.ts',
      line: 1,
      title,
      tests: [{ status }],
    })
    const e2e = playwrightCounts({
      stats: { expected: 3, unexpected: 1, flaky: 1, skipped: 0 },
      errors: [],
      suites: [{ specs: [spec('falls', 'unexpected')], suites: [{ specs: [spec('wavers', 'flaky')] }] }],
    })
    // A second try is in CI only: elsewhere Playwright knows no flaky test, it has failed.
    expect(e2e).toMatchObject({ passed: 4, failed: 1, skipped: 0 })
    expect(total(unit, e2e)).toEqual({ passed: 9, failed: 4, skipped: 2 })
    expect(summaryLines(unit, e2e)).toEqual([
      'flaky: a.spec.ts:1 wavers',
      'failed: counts words',
      'failed: unloadable.test.ts',
      'failed: around.test.ts',
      'failed: a.spec.ts:1 falls',
      '2 skipped',
      '9 passed, 4 failed',
    ])
  })
})
