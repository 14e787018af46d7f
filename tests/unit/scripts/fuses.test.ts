import fs from 'node:fs'
import { createRequire } from 'node:module'
import os from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'

interface Fuses {
  readFuses(executable: string): Record<string, boolean | null>
  flipFuses(executable: string): Record<string, boolean | null>
}
const { readFuses, flipFuses } = createRequire(import.meta.url)('../../../scripts/fuses.cjs') as Fuses

const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'
const withExecutable = (wire: string, use: (file: string) => void) => {
  const file = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'stet-fuses-')), 'electron')
  fs.writeFileSync(
    file,
    Buffer.concat([
      Buffer.alloc(100, 1),
      Buffer.from(SENTINEL),
      Buffer.from([1, wire.length]),
      Buffer.from(wire),
    ]),
  )
  use(file)
  fs.rmSync(path.dirname(file), { recursive: true })
}

test('E6: the fuses of a packaged app are the ones RELIABILITY 4.7 lists', () => {
  for (const wire of ['10110011', '101100111'])
    withExecutable(wire, (file) => {
      flipFuses(file)
      expect(readFuses(file)).toEqual({
        runAsNode: false,
        cookieEncryption: false,
        nodeOptions: false,
        nodeCliInspect: false,
        embeddedAsarIntegrityValidation: true,
        onlyLoadAppFromAsar: true,
        loadBrowserProcessSpecificV8Snapshot: false,
        grantFileProtocolExtraPrivileges: false,
        ...(wire.length === 9 ? { wasmTrapHandlers: true } : {}),
      })
    })
})

test('an Electron with fuses nobody has decided about is not packaged', () => {
  withExecutable('1011001111', (file) => expect(() => flipFuses(file)).toThrow('10 fuses and 9 are known'))
})
