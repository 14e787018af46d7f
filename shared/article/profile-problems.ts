// What is wrong with an output profile, in sentences beside the field: for the form and the command line alike.
import { safeHref } from '../schema/safe-href.ts'
import { dateStylesOf } from './date-style.ts'
import type { OutputProfile } from './output-profile.ts'
import { POLICIES, type Policy } from './policies.ts'

export type ProfileField = Exclude<keyof OutputProfile, 'version' | 'id' | 'policies'> | Policy
export type ProfileProblems = ReadonlyMap<ProfileField, string>

const TOKENS: ReadonlySet<string> = new Set(['section', 'slug', 'yyyy', 'mm', 'dd'])

export function profileProblems(profile: OutputProfile): ProfileProblems {
  const found: (readonly [ProfileField, string | null])[] = [
    ['name', profile.name.trim() === '' ? 'Give the profile a name.' : null],
    ['siteAddress', siteProblem(profile.siteAddress)],
    ['urlPattern', patternProblem(profile.urlPattern)],
    [
      'dateStyle',
      dateStylesOf(profile.furnitureLanguage).includes(profile.dateStyle)
        ? null
        : 'This date style is English only: choose another, or English furniture.',
    ],
    ['logoUrl', addressProblem(profile.logoUrl)],
    ['foundingDate', foundingProblem(profile.foundingDate)],
    ...POLICIES.map((policy) => [policy, addressProblem(profile.policies[policy])] as const),
  ]
  return new Map(found.flatMap(([field, problem]) => (problem === null ? [] : [[field, problem] as const])))
}

function addressProblem(address: string): string | null {
  if (address.trim() === '') return null
  const href = safeHref(address)
  return href !== null && /^https?:/.test(href) ? null : 'Begin with https:// or http:// and name a site.'
}

function siteProblem(address: string): string | null {
  const problem = addressProblem(address)
  if (problem !== null) return problem
  return /[?#]/.test(address) ? 'A site address has no question mark and no #.' : null
}

function patternProblem(pattern: string): string | null {
  const unknown = [...pattern.matchAll(/\{([^}]*)\}/g)].find(([, token = '']) => !TOKENS.has(token))
  if (unknown !== undefined)
    return `${unknown[0]} is not known: use {section}, {slug}, {yyyy}, {mm} and {dd}.`
  if (/[{}]/.test(pattern.replace(/\{[^{}]*\}/g, ''))) return 'A brace is open.'
  if (!pattern.includes('{slug}')) return 'Without {slug} every article would have the same address.'
  if (!pattern.startsWith('/')) return 'Begin with a slash.'
  return /[\s?#\\]/.test(pattern) ? 'A path has no space, question mark, # or backslash.' : null
}

function foundingProblem(date: string): string | null {
  if (date === '') return null
  if (!/^\d{4}(-\d\d(-\d\d)?)?$/.test(date)) return 'Write a year, or a date like 1887-05-01.'
  return Number.isNaN(Date.parse(date)) ? 'There is no such day.' : null
}
