// One article that holds everything the grammar can say, with pictures, and the export input around it.
import { deflateSync } from 'node:zlib'
import { article, node, paragraph, text, withAttrs } from './builders.ts'
import { pngChunk, pngHeader } from './picture-builders.ts'
import type { Article, NodeJson } from '#shared/article/article.ts'
import type { ExportInput, ExportPicture } from '#shared/article/export-input.ts'
import { type AssetId, assetIdSchema, toInstant, zoneSchema } from '#shared/article/ids.ts'
import type { ArticleMeta } from '#shared/article/meta.ts'
import { type OutputProfile, defaultProfile } from '#shared/article/output-profile.ts'
import { joinBytes } from '#shared/picture/bytes.ts'

export const LEAD_PICTURE: AssetId = assetIdSchema.parse('a1'.repeat(32))
export const INNER_PICTURE: AssetId = assetIdSchema.parse('b2'.repeat(32))
export const STASHED_PICTURE: AssetId = assetIdSchema.parse('c3'.repeat(32))

/** Planted in what must never leave: one search over any output proves it did not. */
export const STASH_CANARY = 'Quillfeather stashword'
export const DESK_CANARY = 'Brindlewick deskword'

const SEOUL = zoneSchema.parse('Asia/Seoul')
export const PUBLISHED = { at: toInstant(Date.UTC(2022, 2, 4, 8, 35)), zone: SEOUL }
export const UPDATED = { at: toInstant(Date.UTC(2022, 2, 6, 2, 55)), zone: SEOUL }

export function fullArticle(): Article {
  return article({
    kicker: 'Waterways',
    headline: 'The last ferry at Oyster Bend keeps its own time',
    standfirst:
      'For 140 years a flat boat on a cable has carried the valley across. The bridge opens in May, and nobody has told the ferryman',
    body: fullBody(),
    meta: {
      slugline: 'ferry-oyster-bend',
      section: 'Valley',
      topics: ['Ferries', 'Oyster Bend', 'Transport'],
      people: [
        {
          id: 'p1',
          rank: 1,
          lead: '',
          name: 'Han Seo-yun',
          role: 'valley reporter',
          profileUrl: 'https://post.example/people/han',
        },
        { id: 'p2', rank: 2, lead: '', name: 'Rosalind Ache', role: '', profileUrl: '' },
        { id: 'p3', rank: 3, lead: '; pictures by', name: 'Ode Marchetti', role: '', profileUrl: '' },
      ],
      bylineTail: 'in Oyster Bend',
      datelinePlace: 'Oyster Bend',
      datelineSource: 'Valley Wire',
      datelineZone: 'Asia/Seoul',
      language: 'en-GB',
      storyType: 'background',
      searchHeadline: 'Oyster Bend ferry: what happens when the bridge opens',
      searchDescription:
        'The cable ferry at Oyster Bend has run since 1882. What the new bridge means for it.',
      socialHeadline: 'Nobody has told the ferryman',
      deskNote: `${DESK_CANARY}: the operator's number is with the desk.`,
      readerNote: 'The ferry runs daily from first light.\n\nFares were correct when this was written.',
      commissionedWords: 900,
    },
  })
}

function fullBody(): NodeJson[] {
  return [
    figure(
      LEAD_PICTURE,
      'A flat ferry in the middle of a wide brown river, its cable slack',
      'The ferry at noon. It carries nine cars or one hay cart.',
      'Ode Marchetti / Valley Wire',
    ),
    paragraph(
      'The boat leaves when it is full, or when the ferryman has finished his tea, ',
      text('whichever is later', 'emphasis'),
      '. There is a timetable on the landing, painted in 1961, and a newer one, printed, that the wind has been at.',
    ),
    stash(),
    paragraph(
      'Its owner, ',
      text('Bertil Aume', 'strong'),
      ', calls the crossing ',
      language('پایان راه', 'fa'),
      ', the end of the road, and the river ',
      language('la vieja', 'es'),
      '. The ',
      link('county plan', 'https://county.example/plan?year=2022&part=3'),
      ' calls it “Asset 7”.',
    ),
    heading(2, 'A cable and a wheel'),
    heading(4, 'How it goes across'),
    paragraph(
      'Nothing drives it but water: 12 m',
      text('3', 'superscript'),
      ' a second, and less CO',
      text('2', 'subscript'),
      ' than the horse it replaced. The winch answers to ',
      text('WN-82', 'code'),
      '.',
      node('hardBreak'),
      'It has never been oiled on a Sunday.',
    ),
    node(
      'bulletList',
      item('Cars, by count'),
      node('listItem', paragraph('Animals:'), node('bulletList', item('on the hoof'), item('crated'))),
    ),
    withAttrs(
      { start: 3 },
      node(
        'orderedList',
        item('The third rule is to wait.'),
        node('listItem', paragraph('The fourth has two parts.'), paragraph('This is the other part.')),
      ),
    ),
    node(
      'blockQuote',
      paragraph('They asked me how many passengers.'),
      paragraph('I said: all of them, so far.'),
      node('quoteSource', 'Bertil Aume, ferryman'),
    ),
    figure(INNER_PICTURE, '', '', '', true),
    node('pullQuote', paragraph('I said: all of them, so far.'), node('quoteSource', 'Bertil Aume')),
    heading(3, 'The numbers'),
    node('tableBlock', node('tableCaption', 'Crossings a year, ', text('by kind', 'emphasis')), table()),
    node(
      'factBox',
      node('factTitle', 'Cable ferries'),
      paragraph('A cable ferry is drawn by the current against a rudder.'),
      heading(3, 'Where to find one'),
      node('bulletList', item('Upstream of a town'), item('Below a ford')),
    ),
    node('horizontalRule'),
    paragraph(
      'At dusk the boat came back with one dog and no driver. Nobody on the landing thought it strange.',
    ),
  ]
}

export function stash(): NodeJson {
  return node(
    'stash',
    heading(2, `${STASH_CANARY} one`),
    paragraph(`${STASH_CANARY} two: ask the clerk again.`),
    figure(STASHED_PICTURE, `${STASH_CANARY} three`, `${STASH_CANARY} four`, ''),
  )
}

export const heading = (level: 2 | 3 | 4, words: string): NodeJson =>
  withAttrs({ level }, node('heading', words))
export const item = (words: string): NodeJson => node('listItem', paragraph(words))
export const link = (words: string, href: string): NodeJson => text(words, { type: 'link', attrs: { href } })
export const language = (words: string, lang: string): NodeJson =>
  text(words, { type: 'languageRun', attrs: { lang } })

export function figure(
  assetId: AssetId,
  alt: string,
  caption: string,
  credit: string,
  decorative = false,
): NodeJson {
  const lines = [
    caption === '' ? [] : [node('caption', caption)],
    credit === '' ? [] : [node('credit', credit)],
  ].flat()
  return withAttrs({ assetId, width: 1200, height: 800, alt, decorative }, node('figure', ...lines))
}

function table(): NodeJson {
  const header = (words: string, attrs: Record<string, unknown> = {}) =>
    withAttrs(attrs, node('tableHeader', paragraph(words)))
  const cell = (words: string, attrs: Record<string, unknown> = {}) =>
    withAttrs(attrs, node('tableCell', paragraph(words)))
  return node(
    'table',
    node(
      'tableRow',
      withAttrs({ rowspan: 2 }, node('tableHeader', paragraph('Kind'))),
      header('Year', { colspan: 2 }),
    ),
    node('tableRow', header('1962'), header('2021')),
    node('tableRow', header('Cars'), cell('4,118'), cell('19,540')),
    node('tableRow', header('Hay carts'), cell('2,206'), cell('1')),
    node('tableRow', header('Dogs'), cell('Not counted', { colspan: 2 })),
  )
}

/** Big enough to look at; made by code. */
export function landscapePng(width: number, height: number): Uint8Array {
  const rows = new Uint8Array(height * (1 + width * 3))
  for (let y = 0; y < height; y++) {
    const horizon = height * (0.55 + 0.03 * Math.sin(y / 40))
    for (let x = 0; x < width; x++) {
      const at = y * (1 + width * 3) + 1 + x * 3
      const isWater = y > horizon + 14 * Math.sin(x / 170) + 6 * Math.sin(x / 31)
      const shade = isWater ? 90 - (y / height) * 40 + 6 * Math.sin((x + y * 3) / 9) : 232 - (y / height) * 70
      rows[at] = shade * 0.98
      rows[at + 1] = shade * (isWater ? 1.05 : 0.97)
      rows[at + 2] = shade * (isWater ? 1.08 : 0.92)
    }
  }
  return joinBytes([
    pngHeader(width, height),
    pngChunk('IDAT', deflateSync(rows)),
    pngChunk('IEND', new Uint8Array(0)),
  ])
}

let pictures: ReadonlyMap<AssetId, ExportPicture> | null = null

export function fullPictures(): ReadonlyMap<AssetId, ExportPicture> {
  pictures ??= new Map(
    [LEAD_PICTURE, INNER_PICTURE, STASHED_PICTURE].map((id, index) => {
      const [width, height] = [120 - index * 20, 80 - index * 20]
      return [id, { mime: 'image/png', width, height, bytes: landscapePng(width, height) }]
    }),
  )
  return pictures
}

export const fullProfile = (patch: Partial<OutputProfile> = {}): OutputProfile => ({
  ...defaultProfile('Asia/Seoul'),
  publicationName: 'The Valley Post',
  siteAddress: 'https://post.example',
  urlPattern: '/{section}/{yyyy}/{mm}/{slug}',
  policies: {
    ...defaultProfile('Asia/Seoul').policies,
    corrections: 'https://post.example/corrections',
    ethics: 'https://post.example/ethics',
  },
  logoUrl: 'https://post.example/logo.png',
  ...patch,
})

export function exportInput(patch: Partial<ExportInput> = {}): ExportInput {
  return {
    article: fullArticle(),
    stamps: { published: PUBLISHED, updated: UPDATED },
    notes: [],
    profile: fullProfile(),
    pictures: fullPictures(),
    purpose: 'readers',
    version: { number: 7, hash: '5f'.repeat(32) },
    ...patch,
  }
}

/** The full article with some of its fields changed. */
export function withMeta(meta: Partial<ArticleMeta>): Partial<ExportInput> {
  const full = fullArticle()
  return { article: { ...full, meta: { ...full.meta, ...meta } } }
}
