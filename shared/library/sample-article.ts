// The article a new library offers: an original piece about a town that does not exist, with every element of the grammar once
// (a picture excepted). It explains nothing; it is there to be read, edited and exported.
import { ARTICLE_VERSION, type Article, type MarkJson, type NodeJson } from '../article/article.ts'
import { EMPTY_META } from '../article/meta.ts'
import { SCHEMA_VERSION } from '../schema/version.ts'

export function sampleArticle(): Article {
  return {
    version: ARTICLE_VERSION,
    schemaVersion: SCHEMA_VERSION,
    content: { type: 'doc', content: [...head(), ...body()] },
    meta: {
      ...EMPTY_META,
      slugline: 'tide-clock',
      section: 'Harbour',
      topics: ['Port Ellery', 'Restoration', 'Tides'],
      people: [
        {
          id: 'p1',
          rank: 1,
          lead: 'By',
          name: 'Ines Calloway',
          role: 'harbour correspondent',
          profileUrl: 'https://courier.example/people/ines-calloway',
        },
        { id: 'p2', rank: 2, lead: 'Edited by', name: 'Tomas Reyne', role: '', profileUrl: '' },
      ],
      datelinePlace: 'Port Ellery',
      datelineZone: 'Europe/London',
      language: 'en-GB',
      storyType: 'reportage',
      searchDescription: 'How six volunteers in Port Ellery brought back a clock that tells the sea.',
      readerNote: 'The clock room is open on the first Saturday of each month, from the morning low water.',
    },
  }
}

const head = (): NodeJson[] => [
  { type: 'kicker', content: [text('Restoration')] },
  { type: 'headline', content: [text('The clock that tells the sea is running again')] },
  {
    type: 'standfirst',
    content: [
      text(
        'Stopped by a storm and forgotten for 31 years, Port Ellery’s tide clock was put right by six people who had never mended one',
      ),
    ],
  },
]

const body = (): NodeJson[] => [
  paragraph(
    text(
      'At nineteen minutes past six on Tuesday morning, a brass pointer on the wall of the old harbour office moved a finger’s breadth to the left, and a small crowd on the wet steps below began to clap. It had not moved since the night of the great gale. Few of those clapping had ever seen it do so.',
    ),
  ),
  paragraph(
    text(
      'The clock does not tell the hour. Its single hand follows the water: straight up for high, straight down for low, and somewhere between for everything that matters to a person with a boat. Built in 1887 for a harbour master who was tired of being asked, it was driven by a float in a well beneath the floor, and it was ',
    ),
    text('never', 'emphasis'),
    text(' wrong, because it did not predict. It looked.'),
  ),
  {
    type: 'heading',
    attrs: { blockId: null, level: 2 },
    content: [text('A well full of sand')],
  },
  paragraph(
    text(
      'The storm filled the well. The harbour office moved uphill, the room was let as a store for nets, and the hand stayed where the flood had left it, at a little under half. When the nets went, in the spring of last year, ',
    ),
    text('Marit Osgood', 'strong'),
    text(', a retired teacher of physics, went in with a torch and came out with a plan.'),
  ),
  {
    type: 'blockQuote',
    attrs: { blockId: null },
    content: [
      paragraph(
        text(
          'I had taught the thing for thirty years with a bucket and a cork. And there it was, the whole lesson in brass, with a dead pigeon in it.',
        ),
      ),
      { type: 'quoteSource', content: [text('Marit Osgood, who led the repair')] },
    ],
  },
  paragraph(
    text(
      'She put a card in the window of the chandlery. Five people answered: a welder, two sisters who keep bees, a bus driver and a boy of fifteen who wanted to be out of the house. They worked in this order:',
    ),
  ),
  {
    type: 'orderedList',
    attrs: { blockId: null, start: 1 },
    content: [
      item('They dug out eleven tonnes of sand by hand, since no machine would fit the stairs.'),
      item(
        'They found the inlet, a stone pipe 40 metres long, and cleared it with drain rods tied end to end.',
      ),
      item('They cast a new float, the old one having been sold, it turned out, as a planter.'),
    ],
  },
  paragraph(
    text(
      'The float was the hard part. It must displace enough to drive 14 kg of gearing and yet ride in a shaft with a section of barely 0.3 m',
    ),
    text('2', 'superscript'),
    text(
      '. The welder, Anselm Duff, made four. The first sank. Of the third he will say only that it was a good shape for a boat. Tests of the water brought a surprise of their own: so much dissolved CO',
    ),
    text('2', 'subscript'),
    text(' that bare steel would not have lasted five winters. The fourth is bronze, and carries his mark, '),
    text('AD-4', 'code'),
    text('.'),
  ),
  {
    type: 'pullQuote',
    attrs: { blockId: null },
    content: [paragraph(text('It was never wrong, because it did not predict. It looked.'))],
  },
  {
    type: 'heading',
    attrs: { blockId: null, level: 3 },
    content: [text('What it cost')],
  },
  paragraph(
    text(
      'The town council gave nothing and, after some thought, asked for nothing either. The accounts, pinned beside the door, are short.',
    ),
  ),
  {
    type: 'tableBlock',
    attrs: { blockId: null },
    content: [
      { type: 'tableCaption', content: [text('The repair of the tide clock, in pounds')] },
      {
        type: 'table',
        content: [
          row('tableHeader', 'Item', 'Paid', 'Given in kind'),
          row('tableCell', 'Bronze and casting', '1,140', '600'),
          row('tableCell', 'Rods, rope and buckets', '212', '90'),
          row('tableCell', 'Tea', '0', 'Not recorded'),
        ],
      },
    ],
  },
  paragraph(
    text(
      'The money came from a jar, a raffle and one cheque from a woman in another country who remembered being lifted up to see the hand. The volunteers kept a list of what else they were owed:',
    ),
  ),
  {
    type: 'bulletList',
    attrs: { blockId: null },
    content: [
      item('an apology from whoever bought the planter;'),
      item('a key, since the office still has the only one;'),
      item('a second clock, says the boy, who is sixteen now.'),
    ],
  },
  {
    type: 'factBox',
    attrs: { blockId: null },
    content: [
      { type: 'factTitle', content: [text('How a tide clock works')] },
      paragraph(
        text(
          'Sea enters a well through a narrow pipe, slowly enough that waves do not count. A float rises and falls with it. A chain over a wheel turns that into a movement of the hand, at 19 to 1.',
        ),
      ),
    ],
  },
  { type: 'horizontalRule', attrs: { blockId: null } },
  paragraph(
    text(
      'Around the dial runs a motto in Latin that generations of children had to translate as a punishment: ',
    ),
    { type: 'text', text: 'Aestus neminem manet', marks: [{ type: 'languageRun', attrs: { lang: 'la' } }] },
    text(', the tide waits for no one. Someone has chalked a reply beneath it, and nobody has wiped it off:'),
  ),
  paragraph(text('It waited for us.'), { type: 'hardBreak' }, text('Thirty-one years, four months.')),
  paragraph(
    text('The volunteers publish the readings each evening on '),
    {
      type: 'text',
      text: 'a page of their own',
      marks: [{ type: 'link', attrs: { href: 'https://tideclock.example/readings' } }],
    },
    text(
      '. On Tuesday the hand stood straight up at eight minutes to one. The printed tables had said a quarter to. Three fishermen, asked which they believed, looked at the wall.',
    ),
  ),
  {
    type: 'stash',
    attrs: { blockId: null },
    content: [
      paragraph(
        text(
          'Ask the office about the key before this runs. Osgood says the harbour master will lend it for photographs, not before Friday.',
        ),
      ),
    ],
  },
]

function text(words: string, mark?: MarkJson['type']): NodeJson {
  return mark === undefined
    ? { type: 'text', text: words }
    : { type: 'text', text: words, marks: [{ type: mark }] }
}

function paragraph(...content: NodeJson[]): NodeJson {
  return { type: 'paragraph', attrs: { blockId: null }, content }
}

const item = (words: string): NodeJson => ({ type: 'listItem', content: [paragraph(text(words))] })

const row = (type: 'tableHeader' | 'tableCell', ...cells: string[]): NodeJson => ({
  type: 'tableRow',
  content: cells.map((words) => ({
    type,
    attrs: { colspan: 1, rowspan: 1, colwidth: null },
    content: [paragraph(text(words))],
  })),
})
