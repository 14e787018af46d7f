// Articles made by code, the same ones every time: every node of the grammar, many languages and scripts, notes of all kinds,
// every theme, date style, furniture language and picture handling, and the extremes. What a page must bear, one by one.
import type { NodeJson } from '#shared/article/article.ts'
import { dateStylesOf } from '#shared/article/date-style.ts'
import type { ExportInput } from '#shared/article/export-input.ts'
import { FURNITURE_LANGUAGES } from '#shared/article/furniture.ts'
import { toInstant, type ZonedInstant, zoneSchema } from '#shared/article/ids.ts'
import { type ArticleMeta, STORY_TYPES } from '#shared/article/meta.ts'
import { THEMES } from '#shared/article/output-profile.ts'
import { POLICIES } from '#shared/article/policies.ts'
import { NOTE_KINDS, type PublicNote } from '#shared/article/public-note.ts'
import { article, node, paragraph, text, withAttrs } from './builders.ts'
import { extremes } from './extreme-articles.ts'
import {
  exportInput,
  figure,
  fullProfile,
  heading,
  INNER_PICTURE,
  item,
  language as languageRun,
  LEAD_PICTURE,
  link,
  stash,
} from './full-article.ts'

export interface GeneratedPage {
  readonly name: string
  readonly input: ExportInput
}

/** Words of many scripts; what they say does not matter, how they are set does. */
const VOCABULARY: Readonly<Record<string, string>> = {
  'en-GB': 'the harbour council voted late on Tuesday to keep its oldest crane working another winter',
  'en-US': 'officials said the county would repair every bridge before the river rose again next spring',
  de: 'der Stadtrat beschloss am Dienstag die Donaudampfschifffahrtsgesellschaftskapitänsmütze zu bewahren',
  fr: 'le conseil a décidé mardi soir de préserver l’ancienne grue du port pendant un hiver encore',
  es: 'el ayuntamiento decidió el martes conservar la grúa más antigua del puerto otro invierno más',
  fi: 'lentokonesuihkuturbiinimoottoriapumekaanikkoaliupseerioppilas kertoi asiasta tiistaina satamassa',
  tr: 'İstanbul’da ılık bir sonbahar sabahı vapurlar yeniden çalışmaya başladı dedi kaptan',
  vi: 'hội đồng thành phố quyết định giữ lại chiếc cần cẩu cổ nhất của bến cảng thêm một mùa đông',
  pl: 'rada miasta zdecydowała we wtorek że najstarszy żuraw w porcie zostanie jeszcze jedną zimę',
  el: 'το συμβούλιο αποφάσισε την Τρίτη να κρατήσει τον παλαιότερο γερανό του λιμανιού',
  'ru-RU': 'городской совет решил во вторник сохранить самый старый кран порта ещё на одну зиму',
  ko: '시의회는 화요일 밤 항구에서 가장 오래된 기중기를 한 해 더 쓰기로 결정했다',
  ja: '市議会は火曜日の夜、港で最も古い起重機をもう一冬使い続けることを決めた。',
  'zh-Hans': '市议会星期二晚上决定让港口最古老的起重机再工作一个冬天。',
  th: 'สภาเมืองมีมติเมื่อคืนวันอังคารให้เก็บปั้นจั่นที่เก่าแก่ที่สุดของท่าเรือไว้อีกหนึ่งฤดูหนาว',
  hi: 'नगर परिषद ने मंगलवार रात बंदरगाह की सबसे पुरानी क्रेन को एक और सर्दी चलाने का निर्णय लिया',
  ar: 'قرر المجلس البلدي مساء الثلاثاء الإبقاء على أقدم رافعة في الميناء شتاءً آخر',
  he: 'מועצת העיר החליטה ביום שלישי בערב לשמור על העגורן הישן ביותר בנמל עוד חורף אחד',
  'fa-IR': 'شورای شهر سه‌شنبه شب تصمیم گرفت قدیمی‌ترین جرثقیل بندر را یک زمستان دیگر نگه دارد',
  'ur-PK': 'شہری کونسل نے منگل کی رات بندرگاہ کی سب سے پرانی کرین کو ایک اور سردی چلانے کا فیصلہ کیا',
  yi: 'דער שטאָטראַט האָט באַשלאָסן צו האַלטן דעם עלטסטן קראַן אין פּאָרט נאָך אַ ווינטער',
  ka: 'საქალაქო საბჭომ სამშაბათს გადაწყვიტა პორტის უძველესი ამწის შენარჩუნება',
}

const ZONES = [
  'Asia/Seoul',
  'America/New_York',
  'Europe/Berlin',
  'Europe/London',
  'Asia/Kathmandu',
  'Pacific/Auckland',
  'America/St_Johns',
  'Pacific/Apia',
  'Asia/Kolkata',
  'UTC',
] as const

/** A year with both kinds of time in most zones, an epoch, a year of five digits, an hour that happened twice. */
const INSTANTS = [
  Date.UTC(2022, 2, 4, 8, 35),
  Date.UTC(2024, 6, 30, 23, 59, 59),
  Date.UTC(1970, 0, 1),
  Date.UTC(10_000, 0, 1, 12),
  Date.UTC(2025, 9, 26, 0, 30),
  Date.UTC(2026, 2, 29, 1),
] as const

/** Mulberry32: small, good enough to mix, the same everywhere. */
function createDice(seed: number) {
  let state = seed
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const upTo = (most: number): number => Math.floor(next() * (most + 1))
  return {
    upTo,
    pick: <T>(list: readonly T[]): T => {
      const chosen = list[upTo(list.length - 1)]
      if (chosen === undefined) throw new Error('nothing to pick from')
      return chosen
    },
    isLucky: (chance: number): boolean => next() < chance,
  }
}
type Dice = ReturnType<typeof createDice>

/** One page for each language, each with a profile of its own making, and the extremes. */
export function generatedPages(): readonly GeneratedPage[] {
  const drawn = Object.keys(VOCABULARY).map((language, index) => drawnPage(language, index))
  return [
    ...drawn,
    ...Object.entries(extremes()).map(([name, patch]) => ({ name, input: exportInput(patch) })),
  ]
}

function drawnPage(language: string, index: number): GeneratedPage {
  const dice = createDice(20_260_704 + index)
  const furnitureLanguage = at(FURNITURE_LANGUAGES, index)
  const zone = zoneSchema.parse(at(ZONES, index))
  const published = stampAt(at(INSTANTS, index), zone)
  const updated = dice.isLucky(0.6) ? stampAt(published.at + 3 * 86_400_000, zone) : null
  const kinds = NOTE_KINDS.filter((kind) => kind !== 'retraction' || index % 7 === 6)
  const words = wordsOf(language)
  return {
    name: `${language} ${at(THEMES, index)} ${furnitureLanguage}`,
    input: exportInput({
      article: article({
        kicker: dice.isLucky(0.5) ? sentence(dice, words, 2) : '',
        headline: sentence(dice, words, 9),
        standfirst: sentence(dice, words, 20),
        body: body(dice, words, language),
        meta: meta(dice, words, language),
      }),
      stamps: { published, updated },
      notes: notes(dice, words, kinds, published),
      profile: fullProfile({
        theme: at(THEMES, index),
        furnitureLanguage,
        dateStyle: at(dateStylesOf(furnitureLanguage), Math.floor(index / FURNITURE_LANGUAGES.length)),
        zone,
        pictures: index % 2 === 0 ? 'inline' : 'folder',
        logo: index % 3 === 0 ? INNER_PICTURE : null,
        foundingDate: dice.pick(['', '1887', '1887-05-01']),
        policies: Object.fromEntries(
          POLICIES.map((policy) => [policy, dice.isLucky(0.6) ? `https://post.example/${policy}` : '']),
        ) as ExportInput['profile']['policies'],
      }),
    }),
  }
}

function meta(dice: Dice, words: readonly string[], language: string): Partial<ArticleMeta> {
  return {
    section: sentence(dice, words, 1),
    topics: Array.from({ length: dice.upTo(4) }, (_, index) => `${sentence(dice, words, 1)} ${index}`),
    people: Array.from({ length: dice.upTo(4) }, (_, index) => ({
      id: `p${index + 1}`,
      rank: index + 1,
      lead: dice.isLucky(0.2) ? '; ' + sentence(dice, words, 1) : '',
      name: `${sentence(dice, words, 2)} ${index}`,
      role: dice.isLucky(0.4) ? sentence(dice, words, 2) : '',
      profileUrl: dice.isLucky(0.4) ? `https://post.example/people/${index}` : '',
    })),
    datelinePlace: dice.isLucky(0.6) ? sentence(dice, words, 1) : '',
    datelineRunIn: dice.isLucky(0.7),
    language,
    storyType: dice.pick(STORY_TYPES),
    searchHeadline: dice.isLucky(0.5) ? sentence(dice, words, 6) : '',
    searchDescription: dice.isLucky(0.5) ? sentence(dice, words, 15) : '',
    socialHeadline: dice.isLucky(0.5) ? sentence(dice, words, 6) : '',
    readerNote: dice.isLucky(0.5) ? `${sentence(dice, words, 9)}\n\n${sentence(dice, words, 5)}` : '',
    deskNote: sentence(dice, words, 6),
    slugline: 'generated',
  }
}

/** Every node at least once, in an order of its own. */
function body(dice: Dice, words: readonly string[], language: string): NodeJson[] {
  const line = (most: number) => sentence(dice, words, most)
  const prose = () => paragraph(...inline(dice, words, language))
  const source = () => node('quoteSource', line(3))
  const makers: readonly (() => NodeJson)[] = [
    () => heading(dice.pick([2, 3, 4]), line(5)),
    () => heading(dice.pick([2, 3, 4]), line(5)),
    () => node('blockQuote', prose(), prose(), source()),
    () => node('pullQuote', paragraph(line(8)), source()),
    () => node('bulletList', item(line(4)), node('listItem', prose(), node('bulletList', item(line(3))))),
    () => withAttrs({ start: dice.upTo(9) }, node('orderedList', item(line(4)), item(line(4)))),
    () => figure(INNER_PICTURE, line(8), line(10), line(3)),
    () => figure(INNER_PICTURE, '', '', '', true),
    () => node('tableBlock', node('tableCaption', line(4)), table(dice, words, 3 + dice.upTo(3))),
    () => node('tableBlock', table(dice, words, 2)),
    () =>
      node(
        'factBox',
        node('factTitle', line(3)),
        prose(),
        heading(3, line(3)),
        node('bulletList', item(line(2))),
      ),
    () => node('horizontalRule'),
    () => stash(),
    prose,
  ]
  const opening = dice.isLucky(0.6) ? [figure(LEAD_PICTURE, line(9), line(9), line(2))] : []
  const shuffled = [...makers].sort(() => dice.upTo(2) - 1)
  return [...opening, prose(), ...shuffled.flatMap((make) => [make(), prose()])]
}

function inline(dice: Dice, words: readonly string[], language: string): NodeJson[] {
  const run = () => `${sentence(dice, words, 12)} `
  const marks: readonly ((words: string) => NodeJson)[] = [
    (said) => text(said, 'strong'),
    (said) => text(said, 'emphasis'),
    (said) => text(said, 'strong', 'emphasis'),
    (said) => text(said, 'code'),
    (said) => text(said, 'superscript'),
    (said) => text(said, 'subscript'),
    (said) => link(said, 'https://county.example/plan?year=2022&part=3'),
    (said) => languageRun(said, language === 'ar' ? 'en' : 'ar'),
  ]
  const parts = [text(run())]
  for (let count = dice.upTo(3); count > 0; count--)
    parts.push(dice.pick(marks)(run().trim()), text(` ${run()}`))
  if (dice.isLucky(0.2)) parts.push(node('hardBreak'), text(run()))
  return parts
}

function table(dice: Dice, words: readonly string[], columns: number): NodeJson {
  const cells = (type: 'tableHeader' | 'tableCell') =>
    Array.from({ length: columns }, () => node(type, paragraph(sentence(dice, words, 2))))
  const rows = Array.from({ length: 2 + dice.upTo(3) }, () => {
    const [first, ...rest] = cells('tableCell')
    const opens = dice.isLucky(0.5) ? node('tableHeader', paragraph(sentence(dice, words, 1))) : first
    return node('tableRow', ...(opens === undefined ? rest : [opens, ...rest]))
  })
  return node('table', ...(dice.isLucky(0.7) ? [node('tableRow', ...cells('tableHeader'))] : []), ...rows)
}

function notes(
  dice: Dice,
  words: readonly string[],
  kinds: readonly PublicNote['kind'][],
  published: ZonedInstant,
): PublicNote[] {
  const made = kinds.flatMap((kind) => (dice.isLucky(0.6) || kind === 'retraction' ? [kind] : []))
  return made.map((kind, index) => ({
    id: `note-${index + 1}`,
    kind,
    text: dice.isLucky(0.3)
      ? `${sentence(dice, words, 12)}\n${sentence(dice, words, 8)}`
      : sentence(dice, words, 14),
    at: stampAt(published.at + (index + 1) * 3_600_000, published.zone),
    placement: dice.pick(['high', 'low']),
    revises: index > 0 && dice.isLucky(0.15) ? `note-${index}` : null,
  }))
}

function sentence(dice: Dice, words: readonly string[], most: number): string {
  const count = Math.max(1, most - dice.upTo(Math.floor(most / 2)))
  return Array.from({ length: count }, () => dice.pick(words)).join(' ')
}

/** Scripts without spaces are cut into runs of a few letters. */
function wordsOf(language: string): readonly string[] {
  const line = VOCABULARY[language] ?? ''
  return line.includes(' ') ? line.split(' ') : (line.match(/.{1,6}/gu) ?? [])
}

const stampAt = (at: number, zone: ZonedInstant['zone']): ZonedInstant => ({ at: toInstant(at), zone })

function at<T>(list: readonly T[], index: number): T {
  const found = list[index % list.length]
  if (found === undefined) throw new Error('an empty list')
  return found
}
