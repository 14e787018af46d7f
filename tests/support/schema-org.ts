// JSON-LD held against the published vocabulary of schema.org: every class known, every property one of its class, every value
// of a kind the property takes.
import { z } from 'zod'
import { corpusJson } from './corpus.ts'

const termsSchema = z.object({
  classes: z.record(z.string(), z.object({ is_a: z.array(z.string()), properties: z.array(z.string()) })),
  properties: z.record(z.string(), z.object({ values: z.array(z.string()) })),
})

/** Sentences about what the vocabulary does not allow; none for good data. */
export function schemaOrgProblems(data: unknown): readonly string[] {
  const terms = termsSchema.parse(corpusJson('schemas/schemaorg/article-terms.json'))

  function thing(value: Record<string, unknown>, path: string): string[] {
    const types = [value['@type']].flat().map(String)
    const unknown = types.filter((type) => terms.classes[type] === undefined)
    if (unknown.length > 0) return [`${path} has the unknown type ${unknown.join(', ')}`]
    const allowed = new Set(types.flatMap((type) => terms.classes[type]?.properties ?? []))
    return Object.entries(value).flatMap(([name, member]) => {
      if (name.startsWith('@')) return []
      if (!allowed.has(name)) return [`${path}.${name} is no property of ${types.join(', ')}`]
      return [member].flat().flatMap((one) => oneValue(one, name, `${path}.${name}`))
    })
  }

  function oneValue(value: unknown, property: string, path: string): string[] {
    const takes = terms.properties[property]?.values ?? []
    if (typeof value === 'object' && value !== null) {
      const object = value as Record<string, unknown>
      const kinds = [object['@type']].flat().flatMap((type) => terms.classes[String(type)]?.is_a ?? [])
      const fits = kinds.some((kind) => takes.includes(kind)) || takes.includes('Thing')
      return [...(fits ? [] : [`${path} does not take ${String(object['@type'])}`]), ...thing(object, path)]
    }
    return takes.some((kind) => LITERALS[kind]?.(value) === true)
      ? []
      : [`${path} takes ${takes.join(' or ')}, not ${JSON.stringify(value)}`]
  }

  return thing(data as Record<string, unknown>, 'article')
}

const isText = (value: unknown): value is string => typeof value === 'string'
const LITERALS: Readonly<Record<string, (value: unknown) => boolean>> = {
  Text: isText,
  Language: isText,
  URL: (value) => isText(value) && URL.canParse(value) && /^https?:/.test(value),
  Date: (value) => isText(value) && /^\d{4,}(-\d\d(-\d\d)?)?$/.test(value),
  DateTime: (value) => isText(value) && /^\d{4,}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/.test(value),
  Integer: Number.isInteger,
  Number: (value) => typeof value === 'number',
  Distance: (value) => isText(value) && /^\d+ px$/.test(value),
  Boolean: (value) => typeof value === 'boolean',
}
