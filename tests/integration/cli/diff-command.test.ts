import { describe, expect, test } from 'vitest'
import { BREAK_OUT_STRINGS } from '#tests/support/break-out-strings.ts'
import { parsePage } from '#tests/support/parse-page.ts'
import { openTestDesk, type TestDesk } from '#tests/support/run-stet.ts'

const LEDE =
  'The harbour board voted on Friday to close the last of the ferry piers, which people had fought for years.'
const MORE =
  'Ferries have crossed since 1871, and nobody on the outer islands owns a boat that could take their place.'
const LAST = 'The board will meet again when the engineers have looked at the northern foundations.'
const story = (headline: string, ...paragraphs: string[]): string =>
  [`# ${headline}`, ...paragraphs].join('\n\n')

async function imported(desk: TestDesk, text: string): Promise<string> {
  const run = await desk.stet('import', desk.write('story.md', text), '--json')
  const [first] = run.json['imported'] as { id: string }[]
  return first?.id ?? ''
}

describe('stet diff', () => {
  test('compares two files without any library, in words and as data', async () => {
    using desk = openTestDesk()
    desk.write('old.md', story('Piers to close', LEDE, MORE, LAST))
    desk.write('new.md', story('Piers to close', MORE, LAST, LEDE.replace('Friday', 'Monday')))
    const run = await desk.stet('diff', 'old.md', 'new.md')
    expect([run.exit, run.err]).toEqual([0, ''])
    expect(run.out.split('\n')).toEqual([
      '1 replaced, 1 moved. Words: 1 in, 1 out.',
      'Paragraph 1 moved down, now after paragraph 2',
      'Paragraph 3: ‘Friday’ replaced by ‘Monday’',
      '',
    ])
    const { json } = await desk.stet('diff', 'old.md', 'new.md', '--json')
    expect(json).toMatchObject({
      before: { kind: 'file', name: 'old.md' },
      after: { kind: 'file', name: 'new.md' },
      type: 'changed',
      words: { inserted: 1, deleted: 1 },
      regions: 1,
      moves: 1,
      counts: { moved: 1, replaced: 1 },
      changes: [
        { id: 'c1', kind: 'moved' },
        { id: 'c2', kind: 'replaced', before: 'Friday', after: 'Monday' },
      ],
    })
    expect(json['ms']).toBeTypeOf('number')
    const asked = await desk.stet('diff', 'old.md', 'new.md', '--to', 'json')
    expect(JSON.parse(asked.out)).toMatchObject({ type: 'changed', moves: 1 })
  })
  test('equal versions differ in nothing, whatever the format of their files', async () => {
    using desk = openTestDesk()
    desk.write('one.md', story('Piers to close', LEDE))
    desk.write(
      'two.html',
      `<!doctype html><html><body><article><h1>Piers to close</h1><p>${LEDE}</p></article></body></html>`,
    )
    const run = await desk.stet('diff', 'one.md', 'two.html')
    expect([run.exit, run.out]).toEqual([0, 'Nothing differs.\n'])
    expect((await desk.stet('diff', 'one.md', 'one.md', '--json')).json).toMatchObject({
      type: 'same',
      words: { inserted: 0, deleted: 0 },
      changes: [],
    })
  })
  test('compares an article with its revisions and with a file', async () => {
    using desk = openTestDesk()
    const id = await imported(desk, story('Piers to close', LEDE, MORE))
    const short = id.slice(0, 6)
    const same = await desk.stet('diff', `${short}@1`, short)
    expect([same.exit, same.out]).toEqual([0, 'Nothing differs.\n'])
    desk.write('sent.md', story('Piers to close', LEDE, LAST))
    const run = await desk.stet('diff', `${short}@1`, 'sent.md', '--json')
    expect(run.json).toMatchObject({
      before: { kind: 'revision', name: `${id.slice(0, 8)}@1` },
      after: { kind: 'file' },
      type: 'changed',
    })
  })
  test('compares what went out with what stands', async () => {
    using desk = openTestDesk()
    const id = await imported(desk, story('Piers to close', LEDE, MORE))
    expect((await desk.stet('export', id, '--to', 'html', '-o', 'page.html')).exit).toBe(0)
    const run = await desk.stet('diff', `${id}@edition-1`, id, '--json')
    expect([run.exit, run.json['before']]).toEqual([
      0,
      { kind: 'edition', name: `${id.slice(0, 8)}@edition-1` },
    ])
  })
  test('what cannot be found or read is said in one sentence, with the usual codes', async () => {
    using desk = openTestDesk()
    const id = await imported(desk, story('Piers to close', LEDE))
    const codes = async (...given: string[]): Promise<[number, number]> => {
      const run = await desk.stet('diff', ...given)
      return [run.exit, run.err.trim().split('\n').length]
    }
    expect(await codes('nowhere.md', id)).toEqual([1, 1])
    expect(await codes(`${id}@99`, id)).toEqual([1, 1])
    expect(await codes(`${id}@edition-3`, id)).toEqual([2, 1])
    expect(await codes('ffffff', id)).toEqual([1, 1])
    expect(await codes(id)).toEqual([2, 1])
    expect(await codes(id, id, '--to', 'pdf')).toEqual([2, 1])
  })
  test('reading two versions changes nothing', async () => {
    using desk = openTestDesk()
    const id = await imported(desk, story('Piers to close', LEDE))
    const before = await desk.stet('show', id, '--json')
    await desk.stet('diff', `${id}@1`, id, '--to', 'html')
    expect((await desk.stet('show', id, '--json')).out).toBe(before.out)
  })
  test('the page holds every change, no script, and asks nobody for anything', async () => {
    using desk = openTestDesk()
    desk.write('old.md', story('Piers to close', LEDE, MORE, '- One thing\n- Another thing', LAST))
    desk.write(
      'new.md',
      story(
        'Piers to shut',
        LEDE,
        '- One thing\n- Another **thing**\n- A third',
        MORE.replace('nobody', 'no one'),
      ),
    )
    const { out } = await desk.stet('diff', 'old.md', 'new.md', '--to', 'html')
    const { json } = await desk.stet('diff', 'old.md', 'new.md', '--json')
    for (const { id } of json['changes'] as { id: string }[]) expect(out.split(` id="${id}"`)).toHaveLength(2)
    expect(out).toContain("default-src 'none'")
    expect(out).not.toMatch(/<script|<link|<img| on[a-z]+=|url\(/i)
    expect(out).toContain('<span class="sign">+</span>shut</ins>')
    expect(out).toContain('<span class="sign">−</span>close</del>')
  })
  test('nothing that was written breaks out of the page', async () => {
    using desk = openTestDesk()
    const hostile = BREAK_OUT_STRINGS.map((one) => one.replace(/\s+/gu, ' '))
    desk.write('old.txt', `Piers to close\n\n${LEDE}\n\n${MORE}`)
    desk.write('new.txt', `Piers to close\n\n${hostile.join('\n\n')}\n\n${LEDE}`)
    const run = await desk.stet('diff', 'old.txt', 'new.txt', '--to', 'html')
    expect(run.exit).toBe(0)
    const page = parsePage(run.out)
    for (const tag of ['script', 'iframe', 'img', 'svg', 'object', 'base', 'form', 'link'])
      expect(page.all(tag)).toEqual([])
    expect([page.all('style').length, page.all('meta').length, page.all('article').length]).toEqual([1, 5, 1])
    expect(page.structure).not.toMatch(/\bon[a-z]/)
    const plain = hostile.filter((one) => /^[ -~]+$/.test(one))
    expect(plain.length).toBeGreaterThan(20)
    for (const one of plain) expect(page.text.replace(/\s+/gu, ' ')).toContain(one.trim().slice(0, 20))
  })
})
