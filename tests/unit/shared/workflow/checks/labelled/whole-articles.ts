// Fields, pictures, links, crossheads, the head of the story, and what only the desk knows.
import { node, paragraph, text, withAttrs } from '#tests/support/builders.ts'
import type { NodeJson } from '#shared/article/article.ts'
import type { ArticleId, Instant, ZonedInstant } from '#shared/article/ids.ts'
import { type LabelledCase, says } from './labelled-case.ts'

const PICTURE = 'ab'.repeat(32)
const link = (words: string, href: string): NodeJson => text(words, { type: 'link', attrs: { href } })
const heading = (level: number, words: string): NodeJson => withAttrs({ level }, node('heading', words))
const figure = (attrs: Record<string, unknown>, ...parts: NodeJson[]): NodeJson =>
  withAttrs({ assetId: PICTURE, width: 8, height: 8, ...attrs }, node('figure', ...parts))
const credit = node('credit', 'Photograph: Ada Marsh')
const other = (headline: string) => ({ articleId: 'a'.repeat(32) as ArticleId, headline, isPublished: true })
const instant = (iso: string): Instant => Date.parse(iso) as Instant
const london = 'Europe/London' as ZonedInstant['zone']

const story = (
  name: string,
  rest: Omit<Partial<LabelledCase>, 'name'>,
  ...finds: readonly string[]
): LabelledCase => ({
  name,
  language: 'en',
  body: ['The town council met late into the night.'],
  ...rest,
  finds,
})

export const wholeArticles: readonly LabelledCase[] = [
  story('a sound story', {}),
  story('no headline', { headline: '' }, 'headline-missing'),
  story('a headline of spaces', { headline: '   ' }, 'headline-missing'),
  story(
    'a headline that is too long',
    {
      headline:
        'The council of the old town by the river votes late at night to close the bridge for the whole of the coming winter',
    },
    'headline-long: The council of the old town by the river votes late at night to close the bridge for the whole of the coming winter',
  ),
  story('a long headline in Korean', {
    language: 'ko',
    headline: '다리를 겨울 동안 닫기로 시의회가 결정했다',
  }),
  story('no standfirst', { standfirst: '' }, 'standfirst-missing'),
  story('nobody in the byline', { meta: { people: [] } }, 'byline-missing @people'),
  story('an agency in the byline', { meta: { people: [], bylineTail: 'Staff and agencies' } }),
  story('no section', { meta: { section: ' ' } }, 'section-missing @section'),
  story('a headline without letters', { headline: '!!!' }, 'slug-missing @urlSlug'),
  story('a headline without letters and an address', { headline: '!!!', meta: { urlSlug: 'bang' } }),
  story('language und', { language: 'und' }, 'language-missing @language'),
  story('a malformed language', { language: 'english please' }, 'language-missing @language'),
  story('the address is taken', { context: { sameAddress: [other('Bridge shut')] } }, 'slug-taken @urlSlug'),
  story(
    'an embargo in the past',
    { meta: { embargo: { at: instant('2025-03-01T06:00:00Z'), zone: london } } },
    'embargo-past @embargo',
  ),
  story('an embargo ahead', { meta: { embargo: { at: instant('2025-03-09T06:00:00Z'), zone: london } } }),
  story('legal is asked for', { context: { legal: 'required' } }, 'legal-open'),
  story('legal is cleared', { context: { legal: 'cleared' } }),
  story('open suggestions', { context: { openSuggestions: 2 } }, 'suggestions-open'),
  story('an open thread', { context: { openThreads: 1 } }, 'threads-open'),
  story(
    'a stash',
    { body: ['Text.', node('stash', paragraph('The source is the the TK mayor.'))] },
    'stash-present',
  ),
  story('an empty stash', { body: ['Text.', node('stash', paragraph())] }),
  story('TK in the headline', { headline: 'Bridge shut for TK months' }, 'tk: TK'),
  story(
    'TK in the text',
    { body: ['The mayor, TKTK, said so.', 'There were TKs of them.'] },
    'tk: TKTK',
    'tk: TKs',
  ),
  story('no TK', { body: ['A latke and a TKO are no placeholders, nor is attk.'] }),
  story(
    'TK in a field',
    { meta: { section: 'TK', datelinePlace: 'TK' } },
    'tk @section',
    'tk @datelinePlace',
  ),
  story('TK in the desk note is private', { meta: { deskNote: 'TK ask the mayor' } }),
  story(
    'TK in a name',
    { meta: { people: [{ id: 'a', rank: 1, lead: '', name: 'TK', role: '', profileUrl: '' }] } },
    'tk @people',
  ),
  story(
    'TK in a caption',
    { body: [figure({ alt: 'A bridge' }, node('caption', 'The bridge in TK'), credit)] },
    'tk: TK',
  ),
  story('TK as text alternative', { body: [figure({ alt: 'TK' }, credit)] }, 'tk'),
  story('a sound picture', { body: [figure({ alt: 'A bridge at night' }, credit)] }),
  story('a picture without anything', { body: [figure({ alt: '' })] }, 'picture-alt', 'picture-credit'),
  story('a decorative picture', { body: [figure({ alt: '', decorative: true }, credit)] }),
  story('an empty credit', { body: [figure({ alt: 'A bridge' }, node('credit'))] }, 'picture-credit'),
  story('a link that says where', {
    body: [paragraph('See ', link('the council’s minutes', 'https://example.org/m'), '.')],
  }),
  story(
    'click here',
    { body: [paragraph('For more ', link('click here', 'https://example.org/m'), '.')] },
    'link-text: click here',
  ),
  story(
    'Read more »',
    { body: [paragraph(link('Read more »', 'https://example.org/m'))] },
    'link-text: Read more »',
  ),
  story(
    'a bare address',
    { body: [paragraph('At ', link('https://example.org/m', 'https://example.org/m'))] },
    'link-text: https://example.org/m',
  ),
  story('an address by name', { body: [paragraph('At ', link('example.org', 'https://example.org/'))] }),
  story(
    'a link without words',
    { body: [paragraph('See', link(' ', 'https://example.org/m'), 'it.')] },
    'link-empty:  ',
  ),
  story(
    'a link without an address',
    { body: [paragraph('See ', link('the minutes', ''), '.')] },
    'link-empty: the minutes',
  ),
  story(
    'hier klicken',
    { language: 'de', body: [paragraph(link('Hier klicken', 'https://example.org/m'))] },
    'link-text: Hier klicken',
  ),
  story('hier in English', { body: [paragraph('The Danish word ', link('hier', 'https://example.org/m'))] }),
  story(
    'en savoir plus',
    { language: 'fr', body: [paragraph(link('En savoir plus', 'https://example.org/m'))] },
    'link-text: En savoir plus',
  ),
  story(
    'aquí',
    { language: 'es', body: [paragraph(link('aquí', 'https://example.org/m'))] },
    'link-text: aquí',
  ),
  story('여기', { language: 'ko', body: [paragraph(link('여기', 'https://example.org/m'))] }),
  story('one link in two runs', {
    body: [
      paragraph(
        'See ',
        link('read', 'https://example.org/m'),
        text(' minutes', 'strong', { type: 'link', attrs: { href: 'https://example.org/m' } }),
      ),
    ],
  }),
  story('crossheads in steps', {
    body: [heading(2, 'One'), heading(3, 'Two'), heading(4, 'Three'), heading(2, 'Four')],
  }),
  story('crossheads with a gap', { body: [heading(2, 'One'), heading(4, 'Two')] }, 'heading-gap'),
  story('crossheads that begin low', { body: [heading(3, 'One')] }, 'heading-gap'),
  story('a fact box has levels of its own', {
    body: [heading(2, 'One'), node('factBox', node('factTitle', 'Facts'), heading(4, 'Two'))],
  }),
  story(
    'a standfirst that repeats',
    { headline: 'Council votes to close the bridge', standfirst: 'The council votes to close the bridge.' },
    'standfirst-repeats: The council votes to close the bridge.',
  ),
  story('a standfirst that goes on', {
    headline: 'Council votes to close the bridge',
    standfirst:
      'The council votes to close the bridge for the winter, and the shops on the far side fear for their trade.',
  }),
  story('two words need no more', { headline: 'Bridge shut', standfirst: 'Bridge shut' }),
  story('code is not read', { body: [paragraph('Type ', text('the the TKO', 'code'), ' and wait.')] }),
  story('another language is not read', {
    body: [
      paragraph('He said ', text('die die Polizei', { type: 'languageRun', attrs: { lang: 'de' } }), '.'),
    ],
  }),
  says('ar', 'اجتمع المجلس في وقت متأخر من الليل.'),
  says('ko', '시의회는 밤늦게까지 회의를 열었다.'),
  says('de', 'Der Rat tagte bis spät in die Nacht.'),
  says('fr', 'Le conseil a siégé tard dans la nuit.'),
  says('es', 'El pleno se reunió hasta bien entrada la noche.'),
]
