import { expect, it } from 'vitest'
import { articleSchema } from '#shared/article/article.ts'
import { blankArticle } from '#shared/article/blank-article.ts'
import { seedDraft } from '#shared/article/seed.ts'
import { articleFrom, replay } from '#tests/support/draft-laws.ts'

it('a blank article has its head lines and one paragraph, and survives being seeded', () => {
  const blank = blankArticle({ language: 'ko', section: 'World', personName: ' A. Writer ' })
  expect(articleFrom(replay([seedDraft(blank)]))).toEqual(blank)
  expect(articleSchema.safeParse(blank).success).toBe(true)
  expect(blank.content.content?.map((block) => block.type)).toEqual([
    'kicker',
    'headline',
    'standfirst',
    'paragraph',
  ])
  expect(blank.meta.people.map((person) => person.name)).toEqual(['A. Writer'])
  expect(blankArticle({ language: 'en' }).meta.people).toEqual([])
})
