// Pages made by hand that between them hold everything a page can hold: one for each difficulty.
import type { ExportInput } from '#shared/article/export-input.ts'
import { zoneSchema } from '#shared/article/ids.ts'
import { defaultProfile } from '#shared/article/output-profile.ts'
import { NO_STAMPS } from '#shared/article/stamps.ts'
import { sampleArticle } from '#shared/library/sample-article.ts'
import { article, node, paragraph, text, withAttrs } from './builders.ts'
import { BREAK_OUT_STRINGS } from './break-out-strings.ts'
import { fullArticle, fullProfile, heading } from './full-article.ts'

export function checkerInputs(): Readonly<Record<string, Partial<ExportInput>>> {
  const full = fullArticle()
  const inLanguage = (language: string) => ({ article: { ...full, meta: { ...full.meta, language } } })
  return {
    full: {},
    folder: { profile: fullProfile({ pictures: 'folder' }) },
    sample: { article: sampleArticle(), profile: fullProfile({ zone: zoneSchema.parse('Europe/London') }) },
    proof: { purpose: 'proof', version: null, stamps: NO_STAMPS },
    bare: {
      article: article({ headline: 'H', body: [] }),
      profile: bareProfile(),
      stamps: NO_STAMPS,
      version: null,
    },
    rtl: inLanguage('ar'),
    korean: inLanguage('ko-KR'),
    'no-language': inLanguage('not a language'),
    hostile: { article: hostileArticle() },
    ragged: { article: raggedArticle() },
  }
}

const bareProfile = () =>
  fullProfile({
    publicationName: '',
    siteAddress: '',
    policies: defaultProfile('Asia/Seoul').policies,
    logoUrl: '',
  })

function hostileArticle() {
  const all = BREAK_OUT_STRINGS.join(' ')
  return article({
    kicker: all,
    headline: all,
    standfirst: all,
    body: [
      paragraph(all),
      heading(4, all),
      heading(2, all),
      node('blockQuote', paragraph(all), node('quoteSource', all)),
    ],
    meta: {
      section: all,
      topics: [...BREAK_OUT_STRINGS],
      people: [
        { id: 'p1', rank: 1, lead: all, name: all, role: all, profileUrl: 'https://a.example/"><script>' },
      ],
      bylineTail: all,
      datelinePlace: all,
      searchHeadline: all,
      searchDescription: all,
      readerNote: all,
      language: all.slice(0, 60),
    },
  })
}

/** What two merged edits can leave behind. */
function raggedArticle() {
  const cell = (words: string, attrs = {}) => withAttrs(attrs, node('tableCell', paragraph(words)))
  const header = (words: string, attrs = {}) => withAttrs(attrs, node('tableHeader', paragraph(words)))
  const table = (...rows: Parameters<typeof node>[1][]) => node('tableBlock', node('table', ...rows))
  return article({
    headline: 'Ragged',
    body: [
      table(
        node('tableRow', header('a', { rowspan: 9 }), header('')),
        node('tableRow', cell('b'), cell('c'), cell('d')),
      ),
      table(
        node('tableRow', cell('a', { colspan: 3, rowspan: 4 })),
        node('tableRow'),
        node('tableRow', cell('b', { colspan: 1000 })),
      ),
      table(node('tableRow', header('only')), node('tableRow', header('headers'))),
      node('tableBlock', node('tableCaption', 'A caption alone')),
      node(
        'tableBlock',
        node('tableCaption', 'Twice'),
        node('table', node('tableRow', cell('1'))),
        node('table', node('tableRow', cell('2'))),
      ),
      node('orderedList', node('listItem', node('bulletList', node('listItem', paragraph('deep'))))),
      withAttrs({ start: -3 }, node('orderedList', node('listItem', paragraph('before nought')))),
      node('factBox', paragraph('no title')),
      node('factBox', node('factTitle', 'one'), node('factTitle', 'two')),
      node('pullQuote', node('quoteSource', 'A source alone')),
      paragraph(
        text('x', { type: 'languageRun', attrs: { lang: 'en-latn-gb-boont-r-extended' } }),
        node('hardBreak'),
      ),
      heading(4, 'last'),
    ],
  })
}
