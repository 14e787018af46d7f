// One labelled text: what the checker must find in it, and nothing else. A find is the rule and the words it points at.
import type { NodeJson } from '#shared/article/article.ts'
import type { ArticleMeta } from '#shared/article/meta.ts'
import type { CheckContext } from '#shared/workflow/checks/check-context.ts'

export interface LabelledCase {
  readonly name: string
  readonly language: string
  readonly kicker?: string
  readonly headline?: string
  readonly standfirst?: string
  readonly body: readonly (string | NodeJson)[]
  readonly meta?: Partial<ArticleMeta>
  readonly context?: Partial<CheckContext>
  /** "rule: words", "rule @field", or "rule" for a place without words. */
  readonly finds: readonly string[]
}

/** One paragraph in a language. */
export const says = (language: string, text: string, ...finds: readonly string[]): LabelledCase => ({
  name: text,
  language,
  body: [text],
  finds,
})

/** Several paragraphs. */
export const tells = (
  language: string,
  body: readonly string[],
  ...finds: readonly string[]
): LabelledCase => ({
  name: body.join(' / '),
  language,
  body,
  finds,
})

export const head = (headline: string, body: string, ...finds: readonly string[]): LabelledCase => ({
  name: headline,
  language: 'en',
  headline,
  body: [body],
  finds,
})
