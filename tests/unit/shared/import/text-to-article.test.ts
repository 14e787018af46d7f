import { describe, expect, test } from 'vitest'
import { textToArticle } from '#shared/import/text-to-article.ts'
import { headText } from '#shared/article/plain-text.ts'
import { stampWithZone } from '#shared/article/format-stamp.ts'
import { outline } from '#tests/support/outline.ts'

const LONG =
  'The harbour board voted on Friday to close the last of the ferry piers, a decision that people on the outer islands had fought for years and that the mayor called unavoidable.'

function read(text: string, language = 'en') {
  const { article, stamps, lines } = textToArticle(text, { zone: 'Asia/Seoul', language })
  const head = (name: 'kicker' | 'headline' | 'standfirst') => headText(article.content, name)
  return {
    head: [article.meta.section, head('kicker'), head('headline'), head('standfirst')],
    meta: article.meta,
    body: outline((article.content.content ?? []).slice(3)).replaceAll(' blockId=null', ''),
    stamps: [stamps.published, stamps.updated].map((stamp) => (stamp === null ? null : stampWithZone(stamp))),
    receipt: lines.map((line) => line.text).join('\n'),
    levels: lines.map((line) => line.level),
  }
}

describe('a story copied from a page', () => {
  const COPIED = [
    'Skip to main content',
    'World',
    'Last ferry piers to close',
    'Islanders fear being cut off in winter',
    'March 4, 2022 5:35pm',
    'Updated: March 6, 2022 11:55am',
    LONG,
    'Advertisement',
    'Ferries have crossed since 1871.',
    '"We will go on," said Mina Holt, 61.',
  ].join('\n')
  const story = read(COPIED)

  test('section, headline and standfirst are told apart', () => {
    expect(story.head).toEqual([
      'World',
      '',
      'Last ferry piers to close',
      'Islanders fear being cut off in winter',
    ])
  })
  test('the two times become the two stamps, and the receipt says which zone was assumed', () => {
    expect(story.stamps).toEqual([
      '2022-03-04T17:35:00+09:00[Asia/Seoul]',
      '2022-03-06T11:55:00+09:00[Asia/Seoul]',
    ])
    expect(story.receipt).toContain('Asia/Seoul was assumed')
  })
  test('furniture is left out and named; every paragraph is kept apart', () => {
    expect(story.receipt).toContain('“Skip to main content”, “Advertisement”')
    expect(story.body).toBe(
      `paragraph: ${LONG}\nparagraph: Ferries have crossed since 1871.\nparagraph: "We will go on," said Mina Holt, 61.`,
    )
  })
})

describe('a wire story', () => {
  test('byline, roles, place, dateline and times with their zone', () => {
    const { meta, stamps, body, receipt } = read(
      `Harbour board closes piers\n\nBy Jane Doe, Transport Correspondent, and John Roe in Seoul\n\nPublished 4 March 2022, 17.35 GMT | Last updated on Sun 6 Mar 2022 11.55 GMT\n\nSEOUL, March 4 (Example Wire) - ${LONG}\n\nNext.`,
    )
    expect(meta.people.map(({ lead, name, role }) => [lead, name, role])).toEqual([
      ['By', 'Jane Doe', 'Transport Correspondent'],
      ['', 'John Roe', ''],
    ])
    expect([meta.bylineTail, meta.datelinePlace, meta.datelineSource]).toEqual([
      'in Seoul',
      'SEOUL, March 4',
      'Example Wire',
    ])
    expect(stamps).toEqual([
      '2022-03-04T17:35:00+00:00[Europe/London]',
      '2022-03-06T11:55:00+00:00[Europe/London]',
    ])
    expect(body).toBe(`paragraph: ${LONG}\nparagraph: Next.`)
    expect(receipt).not.toContain('assumed')
  })
  test('a dateline alone is enough to know where the story begins', () => {
    const { head, body, meta } = read(`NEW YORK (EW) — ${LONG}\n\nNext.`)
    expect([head[2], body, meta.datelinePlace]).toEqual([
      '',
      `paragraph: ${LONG}\nparagraph: Next.`,
      'NEW YORK',
    ])
  })
  test('a name beside the time is a byline, with words around the people kept', () => {
    const { meta } = read(`Headline of the day\nMina Holt in Busan\nFri 4 Mar 2022 17.35 GMT\n${LONG}`)
    expect([meta.people[0]?.name, meta.bylineTail]).toEqual(['Mina Holt', 'in Busan'])
    const two = read(
      `Headline of the day\nReported by A. Holt; edited by B. Roe\nMarch 4, 2022\n${LONG}`,
    ).meta
    expect(two.people.map(({ lead, name }) => [lead, name])).toEqual([
      ['Reported by', 'A. Holt'],
      ['; edited by', 'B. Roe'],
    ])
  })
})

test('paragraphs on lines of their own stay paragraphs, however short and even', () => {
  const { body } = read(
    'World\nLast ferry piers to close\nIslanders fear it\nMarch 4, 2022 5:35pm\nThe harbour board voted on Friday to close the last of the ferry piers.\nFerries have crossed since 1871.\nNobody asked the ferryman about the timetable of the boats in winter.\n"No," he said.',
  )
  expect(body.split('\n')).toHaveLength(4)
})

describe('what is not recognised is body text', () => {
  test('a date inside the story stays in the story', () => {
    const { body, stamps } = read(
      `Title here\nMarch 4, 2022 5:35pm\n\nOn March 5, 2022 5:35pm the bells rang for everyone in the harbour town.\n\nMarch 7, 2022\n\nEnd.`,
    )
    expect(body).toContain('On March 5, 2022 5:35pm the bells')
    expect(body).toContain('paragraph: March 7, 2022')
    expect(stamps[1]).toBeNull()
  })
  test('without head matter there is no headline, and the receipt says so', () => {
    const { head, body, receipt } = read(`${LONG}\n\n${LONG}`)
    expect([head[2], body.split('\n').length, receipt]).toEqual(['', 2, 'No headline was recognised.'])
  })
  test('a sentence about sharing or cookies is a sentence', () => {
    const { body } = read(
      `Title here\n\n${LONG}\n\nShare prices fell.\n\nWe use cookies as bait, the ferryman said.\n\n${LONG}`,
    )
    expect(body).toContain('Share prices fell.')
  })
  test('nothing at all is an empty article', () => {
    expect(read('').body).toBe('paragraph: ')
  })
})

describe('times', () => {
  const stamp = (line: string, language = 'en') => read(`Headline of it all\n${line}\n${LONG}`, language)
  test.each([
    ['Mar. 4, 2022, 5:35 p.m. ET', '2022-03-04T17:35:00-05:00[America/New_York]'],
    ['Published Fri 4 Mar 2022 17.35 GMT', '2022-03-04T17:35:00+00:00[Europe/London]'],
    ['2022-03-04T17:35:00+09:00', '2022-03-04T17:35:00+09:00[Asia/Seoul]'],
    ['2022-03-04T17:35Z', '2022-03-04T17:35:00+00:00[UTC]'],
    ['5:35 p.m. KST, March 4, 2022', '2022-03-04T17:35:00+09:00[Asia/Seoul]'],
    ['4. März 2022, 17:35 Uhr', '2022-03-04T17:35:00+09:00[Asia/Seoul]'],
    ['vendredi 4 mars 2022 à 17h35', '2022-03-04T17:35:00+09:00[Asia/Seoul]'],
    ['2022년 3월 4일 오후 5:35', '2022-03-04T17:35:00+09:00[Asia/Seoul]'],
    ['March 4, 2022 12:05 a.m.', '2022-03-04T00:05:00+09:00[Asia/Seoul]'],
    ['March 4, 2022 17:35 GMT+9', '2022-03-04T17:35:00+09:00[Asia/Seoul]'],
  ])('%s', (line, expected) => {
    expect(stamp(line).stamps).toEqual([expected, null])
  })
  test('an abbreviation of several countries means the one at home', () => {
    const at = (zone: string) =>
      textToArticle(`Headline of it all\nMarch 4, 2022 5:35 pm IST\n${LONG}`, { zone, language: 'en' }).stamps
        .published?.zone
    expect([at('Asia/Seoul'), at('Asia/Jerusalem')]).toEqual(['Asia/Kolkata', 'Asia/Jerusalem'])
  })
  test('hours that the clocks skipped or repeated are said', () => {
    const skipped = stamp('March 13, 2022 2:30am ET')
    expect([skipped.stamps[0], skipped.receipt.includes('skipped')]).toEqual([
      '2022-03-13T03:30:00-04:00[America/New_York]',
      true,
    ])
    const repeated = stamp('Nov 6, 2022 1:30 am ET')
    expect([repeated.stamps[0], repeated.receipt.includes('twice')]).toEqual([
      '2022-11-06T01:30:00-04:00[America/New_York]',
      true,
    ])
  })
  test('day and month in numbers follow the language, and the doubt is said', () => {
    expect(stamp('04/03/2022 17:35', 'en-GB').stamps[0]).toMatch(/^2022-03-04/)
    expect(stamp('04/03/2022 17:35', 'en-US').stamps[0]).toMatch(/^2022-04-03/)
    expect(stamp('04/03/2022 17:35').receipt).toContain('other way round')
  })
  test('a date alone is midnight and says so; no such day is no time', () => {
    expect(stamp('March 4, 2022').receipt).toContain('midnight')
    expect(stamp('February 30, 2022').stamps).toEqual([null, null])
  })
  test('an Updated before its Published is kept and doubted', () => {
    const { stamps, receipt } = read(
      `Headline of it all\nPublished: March 6, 2022\nUpdated: March 4, 2022\n${LONG}`,
    )
    expect(stamps.every((one) => one !== null)).toBe(true)
    expect(receipt).toContain('earlier than')
  })
})
