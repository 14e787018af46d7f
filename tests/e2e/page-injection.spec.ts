// RELIABILITY S3: every text and attribute that people can write, with every string that tries to leave its place, read by two
// parsers: parse5 and Chromium's own. What both see is built exactly as the page of harmless words is.
import { exportHtml } from '#core/exports/formats/html.ts'
import { BREAK_OUT_STRINGS } from '#tests/support/break-out-strings.ts'
import { folderInput, harmlessesFor, hostileFor, PLACES } from '#tests/support/injection-places.ts'
import { decodeFile, parsePage } from '#tests/support/parse-page.ts'
import { expect, test } from './support/launch-stet.ts'
import { openPageJudge } from './support/page-judge.ts'

const pageOf = (input: ReturnType<typeof folderInput>): string =>
  // The style is a constant of the theme: it is read once, in pages.spec.ts, and not ten thousand times here.
  decodeFile(exportHtml(input)[0]).replace(/<style>[\s\S]*?<\/style>/, '<style></style>')

/** Tags and attribute names in order, as Chromium parses them; runs in the page. */
function structuresOf(pages: readonly string[]): string[] {
  return pages.map((html) => {
    const elements = [...new DOMParser().parseFromString(html, 'text/html').querySelectorAll('*')]
    return elements.map((one) => `<${[one.localName, ...one.getAttributeNames()].join(' ')}>`).join('')
  })
}

test('no break-out string changes a page, whichever field it stands in and whoever parses it', async ({
  stet,
}) => {
  test.setTimeout(180_000)
  const judge = await openPageJudge(stet.app)
  const broken: string[] = []
  let read = 0
  for (const place of PLACES) {
    const harmless = harmlessesFor(place).map((value) => pageOf(place.put(folderInput(), value)))
    const hostile = BREAK_OUT_STRINGS.map((vector) =>
      pageOf(place.put(folderInput(), hostileFor(place, vector))),
    )
    const wanted = await judge.page.evaluate(structuresOf, harmless)
    const seen = await judge.page.evaluate(structuresOf, hostile)
    const wantedHere = harmless.map((page) => parsePage(page).structure)
    expect(wanted).not.toContain('')
    for (const [index, vector] of BREAK_OUT_STRINGS.entries()) {
      if (!wanted.includes(seen[index] ?? '')) broken.push(`Chromium: ${place.name}: ${vector}`)
      if (!wantedHere.includes(parsePage(hostile[index] ?? '').structure))
        broken.push(`parse5: ${place.name}: ${vector}`)
      read++
    }
  }
  await judge.close()
  expect(broken).toEqual([])
  expect(read).toBeGreaterThan(2_500)
})

test('both parsers see a string that does leave its place', async ({ stet }) => {
  const judge = await openPageJudge(stet.app)
  const page = pageOf(folderInput())
  const left = page.replace('<p class="standfirst">', '<p class="standfirst"><img src=x onerror=alert(1)>')
  const [before, after] = await judge.page.evaluate(structuresOf, [page, left])
  await judge.close()
  expect(after).not.toBe(before)
  expect(parsePage(left).structure).not.toBe(parsePage(page).structure)
})
