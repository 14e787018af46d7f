import { describe, expect, test } from 'vitest'
import { exportHtml } from '#core/exports/formats/html.ts'
import type { ExportInput } from '#shared/article/export-input.ts'
import { zoneSchema } from '#shared/article/ids.ts'
import { NO_STAMPS } from '#shared/article/stamps.ts'
import { sampleArticle } from '#shared/library/sample-article.ts'
import { exportInput, fullProfile, PUBLISHED, withMeta } from '#tests/support/full-article.ts'
import { attr, byClass, classOf, type Element, parsePage, wordsOf } from '#tests/support/parse-page.ts'

const pageOf = (patch: Partial<ExportInput> = {}) => parsePage(exportHtml(exportInput(patch)))

describe('what the page says about itself agrees with what it shows', () => {
  const cases: [string, Partial<ExportInput>][] = [
    ['published and updated', {}],
    ['published only', { stamps: { published: PUBLISHED, updated: null } }],
    ['not published', { stamps: NO_STAMPS, purpose: 'proof' }],
    ['another zone', { profile: fullProfile({ zone: zoneSchema.parse('America/New_York') }) }],
    ['the sample', { article: sampleArticle() }],
  ]
  test.each(cases)('%s', (_name, patch) => {
    const page = pageOf(patch)
    const { jsonLd } = page
    const stamps = byStamp(page)
    expect(jsonLd['datePublished']).toBe(stamps.Published)
    expect(jsonLd['dateModified']).toBe(stamps.Updated ?? stamps.Published)
    expect(page.meta('article:published_time')[0]).toBe(stamps.Published)
    expect(page.meta('article:modified_time')[0]).toBe(stamps.Updated)
    expect(jsonLd['headline']).toBe(wordsOf(page.one('h1')))
    const authors = (jsonLd['author'] as { name: string; url?: string }[]).map(({ name }) => name)
    const names = [...page.all('a'), ...page.all('span')]
      .filter((one) => classOf(one) === 'person')
      .map(wordsOf)
    expect(new Set(authors)).toEqual(new Set(names))
    expect(jsonLd['mainEntityOfPage']).toEqual(
      jsonLd['@id'] === undefined ? undefined : { '@type': 'WebPage', '@id': jsonLd['@id'] },
    )
    expect(page.meta('og:url')[0]).toBe(jsonLd['@id'])
    expect(page.meta('article:section')[0]).toBe(jsonLd['articleSection'])
    expect(page.meta('article:tag')).toEqual(jsonLd['keywords'])
    expect(jsonLd['inLanguage']).toBe(attr(page.one('html'), 'lang'))
    expect(page.meta('description')[0]).toBe(jsonLd['description'])
    expect(jsonLd['isAccessibleForFree']).toBe(true)
  })

  test('stamps made in another zone are shown in the publication zone', () => {
    const elsewhere = { ...PUBLISHED, zone: zoneSchema.parse('Europe/Berlin') }
    const page = pageOf({ stamps: { published: elsewhere, updated: null } })
    expect(wordsOf(byClass(page, 'p', 'stamps'))).toBe('Published March 4, 2022 5:35 p.m. KST')
    expect(page.jsonLd['datePublished']).toBe('2022-03-04T17:35:00+09:00')
  })

  test('the story type has its subtype in a list, the publisher its policies', () => {
    const { jsonLd } = pageOf()
    expect(jsonLd['@type']).toEqual(['NewsArticle', 'BackgroundNewsArticle'])
    expect(pageOf(withMeta({ storyType: 'article' })).jsonLd['@type']).toBe('NewsArticle')
    expect(jsonLd['publisher']).toEqual({
      '@type': 'NewsMediaOrganization',
      name: 'The Valley Post',
      url: 'https://post.example/',
      logo: { '@type': 'ImageObject', url: 'https://post.example/logo.png' },
      correctionsPolicy: 'https://post.example/corrections',
      ethicsPolicy: 'https://post.example/ethics',
    })
    expect(jsonLd['version']).toBe(7)
    expect(jsonLd['dateline']).toBe('Oyster Bend (Valley Wire)')
  })

  test('pictures beside the page have an address that the social tags and the data name alike', () => {
    const page = pageOf({ profile: fullProfile({ pictures: 'folder' }) })
    const [image] = page.jsonLd['image'] as { url: string; width: string }[]
    expect(page.meta('og:image')).toEqual([image?.url])
    expect(page.meta('og:image:width').map((width) => `${width} px`)).toEqual([image?.width])
    expect(image?.url).toMatch(
      /^https:\/\/post\.example\/valley\/2022\/03\/[a-z-]+-pictures\/a1a1a1a1a1a1a1a1\.png$/,
    )
    expect(page.meta('twitter:card')).toEqual(['summary_large_image'])
    expect(pageOf().meta('og:image')).toEqual([])
  })

  function byStamp(page: ReturnType<typeof pageOf>): { Published?: string; Updated?: string } {
    const stamps = page.all('span').filter((span) => classOf(span) === 'stamp')
    return Object.fromEntries(
      stamps.map((stamp) => {
        const time = (stamp.childNodes as Element[]).find((child) => child.tagName === 'time') as Element
        return [wordsOf(stamp).split(' ')[0], attr(time, 'datetime')]
      }),
    )
  }
})
