import { describe, expect, test } from 'vitest'
import { headText } from '#shared/article/plain-text.ts'
import { stampWithZone } from '#shared/article/format-stamp.ts'
import { pageToArticle } from '#shared/import/page-to-article.ts'
import { exportHtml } from '#core/exports/formats/html.ts'
import { exportInput } from '#tests/support/full-article.ts'
import { outline } from '#tests/support/outline.ts'

const PARAGRAPHS = [
  'The harbour board voted on Friday, after six hours of talk, to close the last of the ferry piers.',
  'Islanders, who had come in boats of their own, sang outside the hall until the doors were opened.',
  'Ferries have crossed since 1871, in fog, in war, and once with a piano and no pianist on board.',
]

/** A page as newsrooms make them, furniture and all. */
function page(head = '', body = PARAGRAPHS.map((text) => `<p>${text}</p>`).join('')): string {
  return `<!doctype html><html lang="en-GB"><head><title>Last ferry piers to close | The Tide</title>
<meta property="og:title" content="Last ferry piers to close"><meta property="og:site_name" content="The Tide">
<link rel="canonical" href="https://tide.example/world/ferry">${head}</head><body>
<header class="site-header"><a href="/">The Tide</a><nav><ul><li><a href="/world">World</a></li><li><a href="/sea">Sea</a></li></ul></nav></header>
<main><article class="story"><div class="section-label">World</div><h1>Last ferry <em>piers</em> to close</h1>
<p class="standfirst">Islanders fear being cut off in winter, when the sea is high</p>
<div class="byline">By <a href="/people/jane">Jane Doe</a>, Transport Correspondent</div>
<div class="share-bar"><a href="https://social.example">Share</a><a href="#">Tweet</a></div>
<div class="story-body">${body}
<div class="newsletter-signup"><h3>Never miss a tide</h3><p>Sign up for our newsletter and get it all, every day, in your inbox.</p></div>
<aside class="related"><h2>Related stories</h2><ul><li><a href="/1">A boat sank somewhere far away</a></li><li><a href="/2">Another boat did not sink at all</a></li></ul></aside>
</div></article></main>
<section class="comments"><p>I was on that boat, and I can tell you, it was wet, very wet, all of the time.</p></section>
<footer><p>© 2022 The Tide. All rights reserved.</p></footer></body></html>`
}

function read(html: string) {
  const { article, stamps, lines, images } = pageToArticle(html, { zone: 'Asia/Seoul', language: 'en' })
  return {
    meta: article.meta,
    head: (['kicker', 'headline', 'standfirst'] as const).map((name) => headText(article.content, name)),
    body: outline((article.content.content ?? []).slice(3)).replaceAll(' blockId=null', ''),
    headline: article.content.content?.[1]?.content,
    stamps: [stamps.published, stamps.updated].map((stamp) => (stamp === null ? null : stampWithZone(stamp))),
    receipt: lines.map((line) => line.text).join('\n'),
    images,
  }
}

describe('a page of a newsroom', () => {
  const { head, body, meta, headline } = read(page())
  test('the story is found, and nothing but the story', () => {
    expect(body).toBe(PARAGRAPHS.map((text) => `paragraph: ${text}`).join('\n'))
  })
  test('headline with its italics, standfirst and kicker are fields, not body', () => {
    expect(head).toEqual([
      'World',
      'Last ferry piers to close',
      'Islanders fear being cut off in winter, when the sea is high',
    ])
    expect(headline?.map((run) => run.marks?.[0]?.type ?? '')).toEqual(['', 'emphasis', ''])
  })
  test('the byline has its role, the page its language', () => {
    expect(meta.people.map(({ name, role }) => [name, role])).toEqual([
      ['Jane Doe', 'Transport Correspondent'],
    ])
    expect(meta.language).toBe('en-GB')
  })
})

describe('stamps', () => {
  const at = (head: string) => read(page(head)).stamps
  test('JSON-LD is believed first; published is not updated', () => {
    expect(
      at(
        '<script type="application/ld+json">{"@graph":[{"@type":"WebPage"},{"@type":["NewsArticle","AnalysisNewsArticle"],"headline":"x","datePublished":"2022-03-04T17:35:00+09:00","dateModified":"2022-03-06T11:55:00+09:00"}]}</script><meta property="article:published_time" content="2001-01-01T00:00:00Z">',
      ),
    ).toEqual(['2022-03-04T17:35:00+09:00[Asia/Seoul]', '2022-03-06T11:55:00+09:00[Asia/Seoul]'])
  })
  test('meta elements, microdata and labelled times in that order', () => {
    expect(
      at(
        '<meta property="article:modified_time" content="2022-03-06T02:55:00Z"><meta itemprop="datePublished" content="2022-03-04T08:35:00Z">',
      ),
    ).toEqual(['2022-03-04T08:35:00+00:00[UTC]', '2022-03-06T02:55:00+00:00[UTC]'])
  })
  test('modified in the minute of publication is no update', () => {
    expect(
      at(
        '<meta property="article:published_time" content="2022-03-04T08:35:00Z"><meta property="article:modified_time" content="2022-03-04T08:35:20Z">',
      )[1],
    ).toBeNull()
  })
  test('broken JSON-LD is passed over', () => {
    expect(at('<script type="application/ld+json">{"@type":"NewsArticle",</script>')).toEqual([null, null])
  })
})

describe('inside the story', () => {
  test('figures keep alt, caption and credit; tables and lists their shape; addresses become absolute', () => {
    const body = `${PARAGRAPHS.map((text) => `<p>${text}</p>`).join('')}<figure><img src="/p.jpg" alt="A pier"><figcaption>The pier <span class="credit">J. Roe</span></figcaption></figure><p>See <a href="/plan">the plan</a> of the board, which is long, and the list of piers below it.</p><ol><li>North</li><li>South</li></ol><table><tr><th>Pier</th><th>Built</th></tr><tr><td>North</td><td>1871</td></tr></table>`
    const { body: found, images } = read(page('', body))
    expect(images).toEqual([{ kind: 'remote', href: 'https://tide.example/p.jpg' }])
    expect(found).toContain('alt=A pier')
    expect(found).toContain('  caption: The pier\n  credit: J. Roe')
    expect(found).toContain('[the plan](https://tide.example/plan)')
    expect(found).toContain('orderedList start=1\n  listItem\n    paragraph: North')
    expect(found).toContain('tableHeader')
  })
})

describe('our own page', () => {
  const input = exportInput()
  const html = new TextDecoder().decode(exportHtml(input)[0]?.bytes)
  const { meta, stamps, images } = read(html)
  test('fields, people, roles, dateline, note and stamps come back', () => {
    const { section, topics, bylineTail, datelinePlace, datelineSource, storyType, readerNote, language } =
      input.article.meta
    expect(meta).toMatchObject({
      section,
      topics,
      bylineTail,
      datelinePlace,
      datelineSource,
      storyType,
      readerNote,
      language,
    })
    expect(meta.people.map(({ name, role, profileUrl }) => [name, role, profileUrl])).toEqual(
      input.article.meta.people.map(({ name, role, profileUrl }) => [name, role, profileUrl]),
    )
    expect(stamps).toEqual(
      [input.stamps.published, input.stamps.updated].map((stamp) =>
        stamp === null ? null : stampWithZone(stamp),
      ),
    )
    expect(images.map((image) => image.kind)).toEqual(['data', 'data'])
  })
  test('importing the export of the import changes nothing', () => {
    const once = pageToArticle(html, { zone: 'Asia/Seoul', language: 'en' })
    const again = exportHtml(exportInput({ article: once.article, stamps: once.stamps, pictures: new Map() }))
    const twice = pageToArticle(new TextDecoder().decode(again[0]?.bytes), {
      zone: 'Asia/Seoul',
      language: 'en',
    })
    const withoutFigures = (article: typeof once.article) =>
      outline((article.content.content ?? []).filter((node) => node.type !== 'figure'))
    expect(withoutFigures(twice.article)).toBe(withoutFigures(once.article))
    expect(twice.article.meta).toEqual(once.article.meta)
  })
})

test('a page that is nothing but text, or nothing at all, is an article all the same', () => {
  expect(read('just words').body).toBe('paragraph: just words')
  expect(read('').receipt).toContain('No headline')
})
