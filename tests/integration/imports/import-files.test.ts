import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, symlinkSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { describe, expect, test } from 'vitest'
import { MAX_IMPORT_BYTES } from '#shared/article/limits.ts'
import { type TestDesk, openTestDesk } from '#tests/support/run-stet.ts'

interface Imported {
  readonly id: string | null
  readonly headline: string
  readonly error: { readonly type: string; readonly sentence: string } | null
  readonly receipt: readonly { readonly level: string; readonly text: string }[]
}

async function take(desk: TestDesk, ...files: string[]): Promise<Imported[]> {
  const { json } = await desk.stet('import', ...files, '--json')
  return json['imported'] as Imported[]
}
const textOf = async (desk: TestDesk, id: string | null): Promise<string> =>
  (await desk.stet('show', id ?? '')).out

describe('encodings', () => {
  const WORDS = 'Überall Café “fein” – 東京'
  test.each([
    ['UTF-8', Buffer.from(WORDS)],
    ['UTF-8 with a mark', Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(WORDS)])],
    ['UTF-16 with a mark', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(WORDS, 'utf16le')])],
    ['UTF-16 without a mark', Buffer.from('Nothing marks this text as UTF-16 but its zeros.', 'utf16le')],
  ])('%s', async (name, bytes) => {
    using desk = openTestDesk()
    const [file] = await take(desk, desk.write('a.txt', bytes))
    expect(await textOf(desk, file?.id ?? null)).toContain(
      name === 'UTF-16 without a mark' ? 'but its zeros' : WORDS,
    )
  })
  test('bytes that are no UTF-8 are read as Windows-1252, and that is said', async () => {
    using desk = openTestDesk()
    const [file] = await take(desk, desk.write('a.txt', Buffer.from('Caf\xe9 cr\xe8me', 'latin1')))
    expect(await textOf(desk, file?.id ?? null)).toContain('Café crème')
    expect(file?.receipt.some((line) => line.level === 'warning' && line.text.includes('Windows-1252'))).toBe(
      true,
    )
  })
  test('a page in the encoding it declares', async () => {
    using desk = openTestDesk()
    const html = Buffer.concat([
      Buffer.from('<html><head><meta charset="gb2312"><title>t</title></head><body><p>'),
      Buffer.from([0xc4, 0xe3, 0xba, 0xc3]),
      Buffer.from('</p></body></html>'),
    ])
    const [file] = await take(desk, desk.write('a.html', html))
    expect(await textOf(desk, file?.id ?? null)).toContain('你好')
  })
  test('UTF-8 with an accident stays UTF-8, and that is said', async () => {
    using desk = openTestDesk()
    const bytes = Buffer.concat([Buffer.from('Ünä çé und '), Buffer.from([0xff]), Buffer.from(' weiter')])
    const [file] = await take(desk, desk.write('a.txt', bytes))
    expect(await textOf(desk, file?.id ?? null)).toContain('Ünä çé und')
    expect(file?.receipt.some((line) => line.text.includes('damaged UTF-8'))).toBe(true)
  })
})

describe('bad input is a sentence and leaves nothing behind', () => {
  const refused: readonly (readonly [string, string, (desk: TestDesk) => string])[] = [
    ['a missing file', 'ImportUnreadable', (desk) => join(desk.folder, 'missing.txt')],
    ['an empty file', 'ImportUnreadable', (desk) => desk.write('a.txt', '')],
    ['a file of spaces', 'ImportUnreadable', (desk) => desk.write('a.txt', ' \n\u0000\n ')],
    [
      'a folder',
      'ImportUnreadable',
      (desk) => (mkdirSync(join(desk.folder, 'a.txt')), join(desk.folder, 'a.txt')),
    ],
    ['a Word file', 'ImportUnsupported', (desk) => desk.write('a.docx', Buffer.from('PK\u0003\u0004word'))],
    [
      'a picture called text',
      'ImportUnsupported',
      (desk) => desk.write('a.txt', Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10])),
    ],
    [
      'a program called Markdown',
      'ImportUnsupported',
      (desk) => desk.write('a.md', new Uint8Array(500).fill(1)),
    ],
    ['somebody else’s JSON', 'ImportUnreadable', (desk) => desk.write('a.json', '{"a":1}')],
    ['half a JSON', 'ImportUnreadable', (desk) => desk.write('a.json', '{"format":"stet-article",')],
    [
      'a newer Stet JSON',
      'SchemaTooNew',
      (desk) =>
        desk.write('a.json', '{"format":"stet-article","formatVersion":9,"article":{"schemaVersion":1}}'),
    ],
    [
      'a huge file',
      'ImportTooLarge',
      (desk) => {
        const path = desk.write('a.txt', 'x')
        truncateSync(path, MAX_IMPORT_BYTES + 1)
        return path
      },
    ],
    [
      'a pipe',
      'ImportUnreadable',
      (desk) => {
        execFileSync('mkfifo', [join(desk.folder, 'a.txt')])
        return join(desk.folder, 'a.txt')
      },
    ],
  ]
  test.each(refused)('%s: %s', async (_name, type, make) => {
    using desk = openTestDesk()
    await desk.stet('new')
    const path = make(desk)
    const run = await desk.stet('import', path)
    expect([run.exit, run.out]).toEqual([1, ''])
    expect(run.err).toMatch(/^stet: [^\n]+\n$/)
    const [file] = await take(desk, path)
    expect(file?.error?.type).toBe(type)
    expect((await desk.stet('list', '--json')).json['total']).toBe(1)
    expect((await desk.stet('verify')).exit).toBe(0)
  })
  test.skipIf(process.getuid?.() === 0)('a file that may not be read', async () => {
    using desk = openTestDesk()
    chmodSync(desk.write('a.txt', 'x'), 0)
    const [file] = await take(desk, join(desk.folder, 'a.txt'))
    expect(file?.error?.sentence).toContain('not allowed')
  })
  test('one bad file among good ones stops none of them', async () => {
    using desk = openTestDesk()
    const run = await desk.stet(
      'import',
      desk.write('a.md', '# A\n\nx'),
      'missing.txt',
      desk.write('b.md', '# B\n\ny'),
    )
    expect(run.exit).toBe(1)
    expect(run.out).toContain('  A  (a.md)')
    expect(run.out).toContain('  B  (b.md)')
    expect(run.err).toBe(
      'stet: missing.txt cannot be imported: there is no such file. Check the file and try again; nothing was imported from it.\n',
    )
  })
  test('X1: a 10,000-deep page is flattened, said so, and the library stays sound', async () => {
    using desk = openTestDesk()
    const [file] = await take(
      desk,
      desk.write('deep.html', `${'<blockquote><div>'.repeat(10_000)}word of the story`),
    )
    expect(file?.receipt.some((line) => line.text.includes('levels deep'))).toBe(true)
    expect(await textOf(desk, file?.id ?? null)).toContain('word of the story')
    expect((await desk.stet('verify')).exit).toBe(0)
  })
})

describe('pictures', () => {
  const GIF = Buffer.from('R0lGODlhCgAKAIAAAAAAAP///ywAAAAACgAKAAACCISPqcvtD2MrADs=', 'base64')
  test('pictures inside a page come along and go out again', async () => {
    using desk = openTestDesk()
    const html = `<html><body><article><h1>Title of the page</h1><p>Some text that is long enough to be a paragraph, with commas, and more.</p><figure><img alt="A hill" src="data:image/gif;base64,${GIF.toString('base64')}"><figcaption>The hill</figcaption></figure></article></body></html>`
    const [file] = await take(desk, desk.write('a.html', html))
    const page = await desk.stet('export', file?.id ?? '', '--to', 'html', '--proof')
    expect(page.out).toContain('src="data:image/gif;base64,')
    expect(page.out).toContain('alt="A hill"')
  })
  test('a picture bomb costs the picture, not the article', async () => {
    using desk = openTestDesk()
    const bomb = Buffer.from(GIF)
    bomb.writeUInt16LE(65_000, 6)
    bomb.writeUInt16LE(65_000, 8)
    const [file] = await take(
      desk,
      desk.write('a.md', `# A\n\n![x](data:image/gif;base64,${bomb.toString('base64')})\n\ntext`),
    )
    expect(file?.error).toBeNull()
    expect(file?.receipt.some((line) => line.level === 'warning' && /picture/i.test(line.text))).toBe(true)
  })
  test('pictures beside our own Markdown come back; a link in their place does not', async () => {
    using desk = openTestDesk()
    const name = `x-pictures/${'a'.repeat(16)}.gif`
    desk.write('x.md', `# A\n\n![x](${name})\n\ntext`)
    desk.write('secret.gif', GIF)
    const [without] = await take(desk, 'x.md')
    expect(without?.receipt.some((line) => line.text.includes('not beside'))).toBe(true)
    desk.write(name, GIF)
    const [withPicture] = await take(desk, 'x.md')
    expect(withPicture?.receipt.filter((line) => line.level === 'warning')).toEqual([])
    desk.write(`y-pictures/keep`, '')
    symlinkSync(join(desk.folder, 'secret.gif'), join(desk.folder, `y-pictures/${'a'.repeat(16)}.gif`))
    desk.write('y.md', `# A\n\n![x](y-pictures/${'a'.repeat(16)}.gif)\n\ntext`)
    const [linked] = await take(desk, 'y.md')
    expect(linked?.receipt.some((line) => line.text.includes('not beside'))).toBe(true)
  })
})
