// Measures a page beside the least work that makes one: a walk over the JSON that joins strings. `npm run bench -- export`.
import process from 'node:process'
import { buildExport } from '#core/exports/build-export.ts'
import { exportHtml } from '#core/exports/formats/html.ts'
import type { Article, NodeJson } from '#shared/article/article.ts'
import type { ExportInput } from '#shared/article/export-input.ts'
import { article, paragraph, text } from '../support/builders.ts'
import { exportInput, heading, link } from '../support/full-article.ts'

const PAGES = 400
const ROUNDS = 9
const WARM_UP = 3
const WORDS = 600
const WORDS_PER_PARAGRAPH = 50

const VOCABULARY =
  'the county said on Tuesday that repairs to its old bridge would begin before the river rises again'.split(
    ' ',
  )
const sentence = (seed: number, count: number): string =>
  Array.from({ length: count }, (_, index) => VOCABULARY[(seed * 7 + index * 5) % VOCABULARY.length]).join(
    ' ',
  )

/** As long as a story of the day, with what such stories have: links, stress, crossheads. */
function story(seed: number): Article {
  const body: NodeJson[] = []
  for (let at = 0; at < WORDS / WORDS_PER_PARAGRAPH; at++) {
    if (at % 4 === 3) body.push(heading(2, sentence(seed + at, 4)))
    body.push(
      paragraph(
        text(`${sentence(seed + at, 20)} `),
        link(sentence(seed + at, 3), `https://county.example/${seed}/${at}`),
        text(` ${sentence(seed - at, 22)} `),
        text(sentence(seed + at, 5), 'strong'),
      ),
    )
  }
  return article({
    headline: sentence(seed, 9),
    standfirst: sentence(seed + 1, 20),
    body,
    meta: {
      section: 'World',
      topics: ['Bridges', 'Rivers'],
      deskNote: 'Call the county again before noon',
      people: [{ id: 'p1', rank: 1, lead: '', name: 'Ada Public', role: 'reporter', profileUrl: '' }],
    },
  })
}

const escape = (value: string): string =>
  value.replace(/[&<>"]/g, (sign) =>
    sign === '&' ? '&amp;' : sign === '<' ? '&lt;' : sign === '>' ? '&gt;' : '&quot;',
  )
const TAGS: Readonly<Record<string, string>> = {
  paragraph: 'p',
  heading: 'h2',
  headline: 'h1',
  standfirst: 'p',
  kicker: 'p',
  strong: 'strong',
}

/** The floor: body markup and nothing else. No head, no data, no checks. */
function floor(node: NodeJson): string {
  if (node.text !== undefined) {
    let html = escape(node.text)
    for (const mark of node.marks ?? [])
      html =
        mark.type === 'link'
          ? `<a href="${escape(String(mark.attrs?.['href'] ?? ''))}">${html}</a>`
          : `<${TAGS[mark.type]}>${html}</${TAGS[mark.type]}>`
    return html
  }
  let inside = ''
  for (const child of node.content ?? []) inside += floor(child)
  const tag = TAGS[node.type]
  return tag === undefined ? inside : `<${tag}>${inside}</${tag}>`
}

const inputs: readonly ExportInput[] = Array.from({ length: PAGES }, (_, seed) =>
  exportInput({ article: story(seed), pictures: new Map() }),
)

const WORKS: readonly (readonly [name: string, work: (input: ExportInput) => unknown, goal: string])[] = [
  ['floor', ({ article: { content } }) => Buffer.from(floor(content), 'utf8'), ''],
  ['page (head, data, body, record)', exportHtml, '(goal x2, at most x6)'],
  [
    'page, private parts out, scanned',
    (input) => buildExport({ format: 'html', input, articleId: '0'.repeat(32), allowTk: false }),
    '',
  ],
]

/** Microseconds of processor time a page; turn by turn, so that a busy machine is busy for all of them. */
const times = WORKS.map((): number[] => [])
for (let round = 0; round < WARM_UP + ROUNDS; round++)
  for (const [index, [, work]] of WORKS.entries()) {
    const begun = process.cpuUsage()
    for (const input of inputs) work(input)
    const { user, system } = process.cpuUsage(begun)
    if (round >= WARM_UP) times[index]?.push((user + system) / inputs.length)
  }
const medians = times.map((list) => list.sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0)

process.stdout.write(`export, one page of ${WORDS} words, processor time; floor: body markup alone\n`)
for (const [index, [name, , goal]] of WORKS.entries()) {
  const time = medians[index] ?? 0
  const ratio = (time / (medians[0] ?? 1)).toFixed(1)
  process.stdout.write(`  ${name.padEnd(34)} ${time.toFixed(1).padStart(8)} µs  x${ratio}  ${goal}\n`)
}
