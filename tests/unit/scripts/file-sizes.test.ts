import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, expect, test } from 'vitest'

const script: unknown = await import(path.resolve(import.meta.dirname, '../../../scripts/file-sizes.mjs'))
const { checkFileSizes } = script as { checkFileSizes: (root: string) => readonly string[] }
const root = mkdtempSync(path.join(tmpdir(), 'stet-sizes-'))
afterEach(() => rmSync(root, { recursive: true, force: true }))

test('a file of 400 lines passes, one more is named with its length, fixtures are not looked at', () => {
  const write = (file: string, lines: number): void => {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true })
    writeFileSync(path.join(root, file), 'x\n'.repeat(lines))
  }
  write('shared/deep/fits.ts', 400)
  write('renderer/long.module.css', 401)
  write('tests/fixtures/golden.ts', 9_000)
  write('shared/data.json', 9_000)
  expect(checkFileSizes(root)).toEqual(['renderer/long.module.css has 401 lines; 400 is the limit'])
})
