import { describe, expect, test } from 'vitest'
import { exportHtml, htmlFragment } from '#core/exports/formats/html.ts'
import type { ExportInput } from '#shared/article/export-input.ts'
import type { ArticleMeta } from '#shared/article/meta.ts'
import { NO_STAMPS } from '#shared/article/stamps.ts'
import { article, node, paragraph, text, withAttrs } from '#tests/support/builders.ts'
import {
  DESK_CANARY,
  exportInput,
  figure,
  fullProfile,
  heading,
  INNER_PICTURE,
  LEAD_PICTURE,
  STASH_CANARY,
  stash,
  withMeta,
} from '#tests/support/full-article.ts'
import {
  attr,
  byClass,
  childTags,
  classOf,
  decodeFile,
  type Element,
  parsePage,
  wordsOf,
} from '#tests/support/parse-page.ts'

const pageOf = (patch: Partial<ExportInput> = {}) => parsePage(exportHtml(exportInput(patch)))

describe('the document', () => {
  test('same input, same bytes', () => {
    expect(exportHtml(exportInput())).toEqual(exportHtml(exportInput()))
    expect(htmlFragment(exportInput())).toBe(htmlFragment(exportInput()))
  })

  test('UTF-8 without a mark, LF, a final newline', () => {
    const html = decodeFile(exportHtml(exportInput())[0])
    expect(html.startsWith('<!doctype html>\n')).toBe(true)
    expect(html).not.toContain('\r')
    expect(html.endsWith('</html>\n')).toBe(true)
  })

  test('charset first, then the policy, then everything else', () => {
    const head = pageOf().one('head')
    const [charset, policy] = head.childNodes.filter((child) => 'tagName' in child) as Element[]
    expect(charset && attr(charset, 'charset')).toBe('utf-8')
    expect(policy && attr(policy, 'http-equiv')).toBe('Content-Security-Policy')
  })

  test('language and direction come from the fields, and direction from the language when it is left open', () => {
    const html = (meta: Partial<ArticleMeta>) => {
      const root = pageOf(withMeta(meta)).one('html')
      return `${attr(root, 'lang')} ${attr(root, 'dir')}`
    }
    expect(html({ language: 'en-gb' })).toBe('en-GB ltr')
    expect(html({ language: 'ar' })).toBe('ar rtl')
    expect(html({ language: 'az-Arab' })).toBe('az-Arab rtl')
    expect(html({ language: 'he', direction: 'ltr' })).toBe('he ltr')
    expect(html({ language: 'no language' })).toBe('und ltr')
  })

  test('a page for readers may be indexed, a proof may not, says so, and claims no address', () => {
    expect(pageOf().meta('robots')).toEqual(['max-image-preview:large'])
    const proof = pageOf({ purpose: 'proof', stamps: NO_STAMPS })
    expect(proof.meta('robots')).toEqual(['noindex'])
    expect(proof.text).toContain('Proof. Not for publication.')
    expect(proof.all('link')).toEqual([])
    expect(proof.meta('og:url')).toEqual([])
  })

  test('the title is the search headline, then the publication', () => {
    expect(wordsOf(pageOf().one('title'))).toBe(
      'Oyster Bend ferry: what happens when the bridge opens – The Valley Post',
    )
    const plain = pageOf({
      ...withMeta({ searchHeadline: '' }),
      profile: fullProfile({ publicationName: '' }),
    })
    expect(wordsOf(plain.one('title'))).toBe('The last ferry at Oyster Bend keeps its own time')
  })

  test('one absolute canonical where the profile has a site', () => {
    expect(
      pageOf()
        .all('link')
        .map((link) => attr(link, 'href')),
    ).toEqual(['https://post.example/valley/2022/03/the-last-ferry-at-oyster-bend-keeps-its-own-time'])
    expect(pageOf({ profile: fullProfile({ siteAddress: '' }) }).all('link')).toEqual([])
  })
})

describe('the structure', () => {
  test('skip link first, then header, main with one article, footer', () => {
    const page = pageOf()
    expect(childTags(page.one('body'))).toEqual(['a', 'header', 'main', 'footer'])
    expect(attr(page.all('a')[0] as Element, 'href')).toBe('#main')
    expect(attr(page.one('main'), 'id')).toBe('main')
    expect(childTags(page.one('main'))).toEqual(['article'])
  })

  test('the head of the article keeps its order', () => {
    const head = byClass(pageOf(), 'header', 'head')
    const names = (head.childNodes.filter((child) => 'tagName' in child) as Element[]).map(
      (child) => classOf(child) || child.tagName,
    )
    expect(names).toEqual(['kicker', 'h1', 'standfirst', 'byline', 'stamps', 'figure'])
  })

  test('without a kicker the section stands above the headline', () => {
    const page = pageOf({ article: article({ headline: 'H', meta: { section: 'World' } }) })
    expect(wordsOf(byClass(page, 'p', 'kicker'))).toBe('World')
  })

  test('the headline is the only h1, and crossheads follow without gaps', () => {
    const page = pageOf({
      article: article({
        body: [
          heading(4, 'a'),
          'x',
          heading(3, 'b'),
          heading(4, 'c'),
          node('factBox', node('factTitle', 'd'), heading(4, 'e')),
          heading(2, 'f'),
          heading(4, 'g'),
        ],
      }),
    })
    const levels = [...page.structure.matchAll(/<h([1-6])/g)].map((match) => match[1]).join('')
    // a, b and c keep their relation; the fact box hangs below c and leaves the story's own levels alone.
    expect(levels).toBe('12234523')
  })

  test('a figure that opens the body is the lead; only the others are lazy', () => {
    const page = pageOf()
    expect(page.all('img').map((img) => attr(img, 'loading'))).toEqual([undefined, 'lazy'])
    const late = pageOf({ article: article({ body: ['First words.', figure(LEAD_PICTURE, 'x', '', '')] }) })
    expect(childTags(byClass(late, 'header', 'head'))).not.toContain('figure')
  })

  test('pictures carry alt and size; decorative ones an empty alt', () => {
    const [lead, inner] = pageOf().all('img')
    expect(lead?.attrs.map(({ name }) => name)).toEqual(['src', 'width', 'height', 'alt'])
    expect(attr(lead as Element, 'alt')).toBe(
      'A flat ferry in the middle of a wide brown river, its cable slack',
    )
    expect(attr(inner as Element, 'alt')).toBe('')
  })

  test('caption and credit are told apart', () => {
    const caption = pageOf().all('figcaption')[0] as Element
    expect((caption.childNodes as Element[]).filter((n) => 'tagName' in n).map(classOf)).toEqual([
      'caption',
      'credit',
    ])
  })

  test('each person is an element, with role in words and a link where there is an address', () => {
    const byline = byClass(pageOf(), 'p', 'byline')
    expect(wordsOf(byline)).toBe(
      'By Han Seo-yun, valley reporter, and Rosalind Ache; pictures by Ode Marchetti in Oyster Bend',
    )
    const people = (byline.childNodes as Element[]).filter((child) => 'tagName' in child)
    expect(people.map((person) => [person.tagName, classOf(person), wordsOf(person)])).toEqual([
      ['a', 'person', 'Han Seo-yun'],
      ['span', 'role', 'valley reporter'],
      ['span', 'person', 'Rosalind Ache'],
      ['span', 'person', 'Ode Marchetti'],
    ])
    expect(attr(people[0] as Element, 'rel')).toBe('author')
  })

  test('the dateline runs in to the first paragraph, or stands alone by choice', () => {
    const first = (meta: Partial<ArticleMeta>) => wordsOf(pageOf(withMeta(meta)).all('div')[0] as Element)
    expect(first({})).toMatch(/^Oyster Bend \(Valley Wire\) — The boat leaves/)
    expect(first({ datelineRunIn: false })).toMatch(/^Oyster Bend \(Valley Wire\) The boat leaves/)
    expect(byClass(pageOf(withMeta({ datelineRunIn: false })), 'p', 'dateline')).toBeDefined()
    expect(
      byClass(
        pageOf({ article: article({ body: [heading(2, 'x')], meta: { datelinePlace: 'Here' } }) }),
        'p',
        'dateline',
      ),
    ).toBeDefined()
  })

  test('quotes keep their source, pull quotes and fact boxes stand aside', () => {
    const page = pageOf()
    expect(childTags(page.one('blockquote'))).toEqual(['p', 'p', 'footer'])
    expect(page.all('aside').map(classOf)).toEqual(['pull-quote', 'fact-box'])
    expect(childTags(byClass(page, 'aside', 'fact-box'))[0]).toBe('h4')
  })

  test('tables have a caption, scopes, a head and their spans', () => {
    const page = pageOf()
    expect(wordsOf(page.one('caption'))).toBe('Crossings a year, by kind')
    expect(page.all('th').map((th) => attr(th, 'scope'))).toEqual([
      'col',
      'col',
      'col',
      'col',
      'row',
      'row',
      'row',
    ])
    expect(page.all('thead')).toHaveLength(1)
    expect(page.all('td').map((td) => attr(td, 'colspan'))).toContain('2')
  })

  test('lists are lists, with their start', () => {
    expect(attr(pageOf().one('ol'), 'start')).toBe('3')
  })

  test('foreign runs carry their own language and direction', () => {
    const runs = pageOf()
      .all('span')
      .filter((span) => attr(span, 'lang') !== undefined)
    expect(runs.map((run) => `${attr(run, 'lang')} ${attr(run, 'dir')}`)).toEqual(['fa rtl', 'es ltr'])
  })

  test('marks shared by neighbours stay open across them', () => {
    const body = [paragraph(text('a', 'strong'), text('b', 'strong', 'emphasis'), text('c', 'emphasis'))]
    expect(decodeFile(exportHtml(exportInput({ article: article({ body }) }))[0])).toContain(
      '<p><strong>a<em>b</em></strong><em>c</em></p>',
    )
  })

  test('the note to readers and the record end the page', () => {
    const page = pageOf()
    expect(wordsOf(byClass(page, 'footer', 'end-matter'))).toBe(
      'Note to readers The ferry runs daily from first light. Fares were correct when this was written.',
    )
    const foot = wordsOf(byClass(page, 'footer', 'colophon'))
    for (const part of [
      'Corrections policy',
      'Ethics policy',
      'https://post.example/valley/2022/03/',
      '7',
      '5f'.repeat(32),
    ])
      expect(foot).toContain(part)
  })

  test('what an editor leaves empty leaves no element behind', () => {
    const page = pageOf({
      article: article({
        body: [
          'x',
          paragraph(),
          paragraph(' '),
          node('bulletList', node('listItem', paragraph())),
          node('blockQuote'),
          withAttrs({ assetId: '' }, node('figure', node('caption', 'No picture yet'))),
          node('tableBlock', node('table', node('tableRow', node('tableCell', paragraph())))),
          node('factBox'),
        ],
      }),
    })
    expect(childTags(page.all('div')[0] as Element)).toEqual(['p'])
  })

  test('heads that a merge doubled keep all their words', () => {
    const doubled = article({ headline: 'One' })
    const content = {
      ...doubled.content,
      content: [...(doubled.content.content ?? []), node('headline', 'Two')],
    }
    expect(wordsOf(pageOf({ article: { ...doubled, content } }).one('h1'))).toBe('One Two')
  })
})

describe('pictures', () => {
  test('in a folder they follow the page, under their hashed names, each once', () => {
    const twice = article({
      body: [
        figure(LEAD_PICTURE, 'a', '', ''),
        'x',
        figure(LEAD_PICTURE, 'b', '', ''),
        figure(INNER_PICTURE, 'c', '', ''),
        stash(),
      ],
    })
    const files = exportHtml(exportInput({ article: twice, profile: fullProfile({ pictures: 'folder' }) }))
    expect(files.map((file) => file.name)).toEqual([
      'ministry-answers.html',
      'ministry-answers-pictures/a1a1a1a1a1a1a1a1.png',
      'ministry-answers-pictures/b2b2b2b2b2b2b2b2.png',
    ])
    expect(
      parsePage(files)
        .all('img')
        .map((img) => attr(img, 'src')),
    ).toEqual([files[1]?.name, files[1]?.name, files[2]?.name])
  })

  test('the fragment is the article alone with its pictures inside', () => {
    const fragment = parsePage(htmlFragment(exportInput({ profile: fullProfile({ pictures: 'folder' }) })))
    expect(fragment.structure.startsWith('<article lang dir>')).toBe(true)
    for (const img of fragment.all('img')) expect(attr(img, 'src')).toMatch(/^data:/)
    expect(fragment.all('style')).toEqual([])
  })
})

test('stash and desk note are not in the page, in any encoding of its text', () => {
  for (const pictures of ['inline', 'folder'] as const) {
    const files = exportHtml(exportInput({ profile: fullProfile({ pictures }) }))
    const html = decodeFile(files[0])
    for (const canary of [STASH_CANARY, DESK_CANARY, STASH_CANARY.split(' ')[0] ?? '', 'c3c3c3c3'])
      expect(html.includes(canary) || files.some((file) => file.name.includes(canary))).toBe(false)
  }
})

test('a page in another language marks its English furniture', () => {
  const page = pageOf(withMeta({ language: 'ko' }))
  for (const element of [
    page.all('a')[0],
    byClass(page, 'footer', 'colophon'),
    byClass(page, 'span', 'stamp'),
  ])
    expect(attr(element as Element, 'lang')).toBe('en')
  expect(wordsOf(byClass(page, 'p', 'byline'))).toMatch(/^Han Seo-yun/)
})
