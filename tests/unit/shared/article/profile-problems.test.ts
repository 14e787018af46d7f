import { expect, test } from 'vitest'
import { defaultProfile, outputProfileSchema } from '#shared/article/output-profile.ts'
import { profileProblems } from '#shared/article/profile-problems.ts'

const plain = defaultProfile('Asia/Seoul')

test('a new profile has nothing wrong with it', () => {
  expect(outputProfileSchema.parse(plain)).toEqual(plain)
  expect([...profileProblems(plain)]).toEqual([])
})

test.each([
  [{ name: ' ' }, 'name'],
  [{ siteAddress: 'post.example' }, 'siteAddress'],
  [{ siteAddress: 'https://post.example/?a=1' }, 'siteAddress'],
  [{ siteAddress: 'https://' }, 'siteAddress'],
  [{ siteAddress: 'javascript:alert(1)' }, 'siteAddress'],
  [{ urlPattern: '/{section}' }, 'urlPattern'],
  [{ urlPattern: '/{year}/{slug}' }, 'urlPattern'],
  [{ urlPattern: '/{slug' }, 'urlPattern'],
  [{ urlPattern: '{slug}' }, 'urlPattern'],
  [{ urlPattern: '/a b/{slug}' }, 'urlPattern'],
  [{ furnitureLanguage: 'ko', dateStyle: 'guardian' }, 'dateStyle'],
  [{ logoUrl: 'logo.png' }, 'logoUrl'],
  [{ foundingDate: 'long ago' }, 'foundingDate'],
  [{ foundingDate: '1887-13-40' }, 'foundingDate'],
  [{ policies: { ...plain.policies, ethics: 'ethics' } }, 'ethics'],
] as const)('%j is said in a sentence beside %s', (patch, field) => {
  const problems = profileProblems({ ...plain, ...patch })
  expect([...problems.keys()]).toEqual([field])
  expect(problems.get(field)).toMatch(/^\S.*\.$/)
})

test('a date style without words in the language of the furniture is refused by the schema, too', () => {
  expect(outputProfileSchema.safeParse({ ...plain, furnitureLanguage: 'de', dateStyle: 'ap' }).success).toBe(
    false,
  )
  expect(outputProfileSchema.safeParse({ ...plain, furnitureLanguage: 'de', dateStyle: 'iso' }).success).toBe(
    true,
  )
})
