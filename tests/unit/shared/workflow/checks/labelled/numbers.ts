import { node, paragraph } from '#tests/support/builders.ts'
import { head, type LabelledCase, says } from './labelled-case.ts'

const rest =
  'The town council met late into the night and heard from the people who live along the river and work there.'

export const headlineNumbers: readonly LabelledCase[] = [
  head('Fire kills 12 in a harbour hotel', `At least 12 people died. ${rest}`),
  head('Fire kills 12 in a harbour hotel', `At least 14 people died. ${rest}`, 'headline-number: 12'),
  head('Fire kills twelve in a harbour hotel', `At least 12 people died. ${rest}`),
  head(
    'Three held after harbour hotel fire',
    `Two men and a woman were held. ${rest}`,
    'headline-number: Three',
  ),
  head('Three held after harbour hotel fire', `Police hold 3 people. ${rest}`),
  head('One held after harbour hotel fire', `A man was held by police. ${rest}`),
  head('Town to spend $2.5m on its bridge', `The bridge costs $2.48 million. ${rest}`),
  head(
    'Town to spend $2.5m on its bridge',
    `The bridge costs $3.9 million. ${rest}`,
    'headline-number: 2.5m',
  ),
  head('Nearly 500 march against the new road', `Police counted 487 marchers. ${rest}`),
  head('More than 1,000 march against the road', `Police counted 1,240 marchers. ${rest}`),
  head(
    'More than 1,000 march against the road',
    `Police counted 350 marchers. ${rest}`,
    'headline-number: 1,000',
  ),
  head('Prices rise by 50% in a year', `Prices rose by half. ${rest}`),
  head('Covid-19 returns to the north', `The virus is back. ${rest}`),
  head('G7 leaders meet by the sea', `Leaders of the rich countries met. ${rest}`),
  head('5G masts planned for the valley', `The masts will stand on hills. ${rest}`),
  head('Club marks its 20th year', `The club was founded two decades ago. ${rest}`),
  head('Two-year-old found safe and well', `The boy, aged two, was found. ${rest}`),
  head('Both sides agree after 48-hour strike', `The strike lasted 48 hours. ${rest}`),
  head(
    'Hospital plan for 2030 is dropped',
    `The plan was drawn up last year. ${rest}`,
    'headline-number: 2030',
  ),
  head('Two dozen horses escape at the fair', `In all, 24 horses ran. ${rest}`),
  head('Twenty-one boats lost in the storm', `The harbour lost 21 boats. ${rest}`),
  head('Two hundred and fifty jobs to go at mill', `The mill will shed 250 jobs. ${rest}`),
  head('Four million homes without power', `Some 4 million homes are dark. ${rest}`),
  head('Mayor wins 7-4 vote on harbour plan', `Seven members were for it and four against. ${rest}`),
  head('Harbour diary, part 3: the long night', `The diary goes on. ${rest}`),
  head('Crane Simulator 1.8 is out for all', `The game has new cranes. ${rest}`),
  head('Rates rise 1.8% in the first month', `Rates went up. ${rest}`, 'headline-number: 1.8'),
  head('A short item of 12 lines', 'Not yet written.'),
  {
    name: 'a list is counted',
    language: 'en',
    headline: 'Four things to know about the bridge',
    body: [
      rest,
      node(
        'bulletList',
        ...['It is old.', 'It is narrow.', 'It is dear.', 'It is ours.'].map((item) =>
          node('listItem', paragraph(item)),
        ),
      ),
    ],
    finds: [],
  },
  {
    name: 'German: Zahlwort und Ziffer',
    language: 'de',
    headline: 'Drei Tote nach Brand im Hafen der Stadt',
    body: [
      'Bei dem Brand starben 3 Menschen, wie die Polizei am Abend nach einem langen Einsatz am Hafen der Stadt und in den Straßen mitteilte.',
    ],
    finds: [],
  },
  {
    name: 'German: eine andere Zahl',
    language: 'de',
    headline: 'Drei Tote nach Brand im Hafen der Stadt',
    body: [
      'Bei dem Brand starben sieben Menschen, wie die Polizei am Abend nach einem langen Einsatz am Hafen der Stadt und in den Straßen mitteilte.',
    ],
    finds: ['headline-number: Drei'],
  },
  {
    name: 'French: en lettres et en chiffres',
    language: 'fr',
    headline: 'Deux cent cinquante emplois menacés au port',
    body: [
      'La direction a annoncé la suppression de 250 emplois, soit la moitié de ceux du port, lors d’une réunion tenue mardi soir à la mairie avec les syndicats.',
    ],
    finds: [],
  },
  {
    name: 'Spanish: en letras y en cifras',
    language: 'es',
    headline: 'Tres mil vecinos marchan contra el puente',
    body: [
      'La policía contó 3.000 vecinos que marcharon el martes por la tarde desde la plaza hasta el puente viejo sin que hubiera ningún incidente en todo el recorrido.',
    ],
    finds: [],
  },
  {
    name: 'German grouping: 1.200',
    language: 'de',
    headline: '1.200 Menschen bei Demo am alten Hafen',
    body: [
      'Die Polizei zählte rund 1200 Menschen, die am Abend durch die Straßen der Stadt bis zum Hafen zogen und dort lange vor dem Rathaus blieben.',
    ],
    finds: [],
  },
  {
    name: 'Korean is not counted',
    language: 'ko',
    headline: '화재로 12명 사망',
    body: ['항구 호텔에서 불이 나 열두 명이 숨졌다고 경찰이 밝혔다. '.repeat(6).trim()],
    finds: [],
  },
]

export const percentages: readonly LabelledCase[] = [
  says(
    'en',
    'Of the votes, Labour won 48%, the Greens 38% and others 21%.',
    'percent-sum: Of the votes, Labour won 48%, the Greens 38% and others 21%.',
  ),
  says('en', 'Of the votes, Labour won 48%, the Greens 31% and others 21%.'),
  says('en', 'The vote split 45.2%, 33.4% and 21.6%.'),
  says('en', 'Voters gave her 34 percent, him 33.5 percent and the third man 33 percent.'),
  says(
    'en',
    'Respondents said yes (61 per cent), no (37 per cent) or nothing (12 per cent).',
    'percent-sum: Respondents said yes (61 per cent), no (37 per cent) or nothing (12 per cent).',
  ),
  says('en', 'Rents rose 40% in the east, 35% in the west and 50% in the city.'),
  says('en', 'Its share rose from 40% to 55%, compared with 60% a decade before.'),
  says('en', 'About 70% of houses have gas, 60% have solar and 50% have both.'),
  says('en', 'Turnout was 71% in the vote, 64% in the second and 58% in the third.'),
  says(
    'de',
    'Auf die Parteien entfallen 48 Prozent, 38 Prozent und 21 Prozent der Stimmen.',
    'percent-sum: Auf die Parteien entfallen 48 Prozent, 38 Prozent und 21 Prozent der Stimmen.',
  ),
  says('de', 'Auf die Parteien entfallen 48 Prozent, 31 Prozent und 21 Prozent der Stimmen.'),
  says('fr', 'Les voix : 48 %, 38 % et 21 %.', 'percent-sum: Les voix : 48 %, 38 % et 21 %.'),
  says('ar', 'حصل على 48% و38% و21% من الأصوات.'),
  {
    name: 'a list of shares',
    language: 'en',
    body: [
      'What people said:',
      node(
        'bulletList',
        ...['Yes: 55%', 'No: 40%', 'Unsure: 15%'].map((item) => node('listItem', paragraph(item))),
      ),
    ],
    finds: ['percent-sum'],
  },
  {
    name: 'a list of shares that fits',
    language: 'en',
    body: [
      node(
        'bulletList',
        ...['Yes: 55%', 'No: 30%', 'Unsure: 15%'].map((item) => node('listItem', paragraph(item))),
      ),
    ],
    finds: [],
  },
  {
    name: 'a list of sentences with rates',
    language: 'en',
    body: [
      node(
        'bulletList',
        ...[
          'In the north, prices of houses with gardens are 55% higher',
          'In the south they are 40% higher',
          'In town 60%',
        ].map((item) => node('listItem', paragraph(item))),
      ),
    ],
    finds: [],
  },
  table(
    'a table of votes',
    [
      ['Party', 'Share of vote'],
      ['Left', '48%'],
      ['Right', '41%'],
      ['Others', '20%'],
    ],
    ['percent-sum'],
  ),
  table(
    'a table with its total',
    [
      ['Party', 'Share of vote'],
      ['Left', '48%'],
      ['Right', '41%'],
      ['Others', '11%'],
      ['Total', '100%'],
    ],
    [],
  ),
  table(
    'a table of growth',
    [
      ['Region', 'Growth in share of vote'],
      ['East', '48%'],
      ['West', '41%'],
      ['South', '20%'],
    ],
    [],
  ),
]

function table(name: string, rows: readonly (readonly string[])[], finds: readonly string[]): LabelledCase {
  const [heads, ...body] = rows.map((cells, index) =>
    node(
      'tableRow',
      ...cells.map((cell) => node(index === 0 ? 'tableHeader' : 'tableCell', paragraph(cell))),
    ),
  )
  return {
    name,
    language: 'en',
    body: [node('tableBlock', node('table', ...(heads === undefined ? [] : [heads]), ...body))],
    finds,
  }
}
