import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { createFileLog } from '#shell/file-log.ts'

const withFolder = (use: (folder: string) => void) => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'stet-log-'))
  try {
    use(path.join(folder, 'logs'))
  } finally {
    fs.rmSync(folder, { recursive: true })
  }
}

test('a line is one JSON object; an error is on disk at once, the rest when flushed', () => {
  withFolder((folder) => {
    const { log, flush } = createFileLog(folder, () => 0)
    log('info', 'library-opened', { isReadOnly: false })
    expect(fs.existsSync(folder)).toBe(false)
    log('error', 'defect', { reference: 'abc' })
    flush()
    const lines = fs.readFileSync(path.join(folder, 'stet.log'), 'utf8').trim().split('\n')
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      { at: '1970-01-01T00:00:00.000Z', level: 'info', event: 'library-opened', isReadOnly: false },
      { at: '1970-01-01T00:00:00.000Z', level: 'error', event: 'defect', reference: 'abc' },
    ])
  })
})

test('a full log makes room: three files at most, the newest in front', () => {
  withFolder((folder) => {
    const { log, flush } = createFileLog(folder, () => 0)
    for (let round = 0; round < 6; round++) {
      log('info', `round-${round}`, { filler: 'x'.repeat(1024 * 1024) })
      flush()
    }
    expect(fs.readdirSync(folder).sort()).toEqual(['stet.log', 'stet.log.1', 'stet.log.2'])
    expect(fs.readFileSync(path.join(folder, 'stet.log'), 'utf8')).toContain('round-5')
    expect(fs.readFileSync(path.join(folder, 'stet.log.2'), 'utf8')).toContain('round-3')
  })
})
