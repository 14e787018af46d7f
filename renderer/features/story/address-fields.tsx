// The public address and the headlines for places other than the page, each with what it is measured by.
import { slugify, slugProblem, urlSlugOf } from '#shared/article/url-slug.ts'
import { useEditorStats } from '../../editor/index.ts'
import { useMeta } from '../../state/draft-session-context.tsx'
import { type LengthAdvice, LengthMeter, lengthOf } from '../../ui/length-meter.tsx'
import { MetaTextArea, MetaTextField } from './meta-fields.tsx'
import styles from './story.module.css'
import type { StoryPartProps } from './story-part.ts'

/** Characters. Search pages cut a title near 60 and a description near 160; shared cards cut theirs near 90. */
const HEADLINE: LengthAdvice = { from: 20, to: 100 }
const SEARCH_HEADLINE: LengthAdvice = { from: 20, to: 60 }
const SEARCH_DESCRIPTION: LengthAdvice = { from: 70, to: 160 }
const SOCIAL_HEADLINE: LengthAdvice = { from: 20, to: 90 }

export function AddressFields({
  meta,
  isDisabled,
  headline,
}: StoryPartProps & { readonly headline: string }) {
  const urlSlug = useMeta(meta, (all) => all.urlSlug)
  const generated = urlSlugOf({ headline, urlSlug: '' })
  // An empty headline is no mistake yet; a headline or a slug of signs only is.
  const problem =
    urlSlug !== '' ? slugProblem(urlSlug) : headline !== '' && generated === '' ? slugProblem(headline) : null
  const cleaned = slugify(urlSlug)
  return (
    <>
      <div className={styles.length}>
        Headline: <HeadlineLength headline={headline} />
      </div>
      <MetaTextField
        meta={meta}
        field="urlSlug"
        label="URL slug"
        isDisabled={isDisabled}
        placeholder={generated === '' ? 'made from the headline' : generated}
        problem={problem}
        hint={
          urlSlug === ''
            ? 'Follows the headline until you write one.'
            : cleaned === urlSlug
              ? 'The last part of the public address.'
              : `Readers get: ${cleaned}`
        }
      />
      <MeteredField
        meta={meta}
        isDisabled={isDisabled}
        field="searchHeadline"
        label="Search headline"
        advice={SEARCH_HEADLINE}
        placeholder={headline}
      />
      <MeteredField
        meta={meta}
        isDisabled={isDisabled}
        field="searchDescription"
        label="Search description"
        advice={SEARCH_DESCRIPTION}
        placeholder="The standfirst, until you write one"
        isLong
      />
      <MeteredField
        meta={meta}
        isDisabled={isDisabled}
        field="socialHeadline"
        label="Social headline"
        advice={SOCIAL_HEADLINE}
        placeholder={headline}
      />
    </>
  )
}

function HeadlineLength({ headline }: { headline: string }) {
  const length = useEditorStats((stats) => stats.headlineCharacters) ?? lengthOf(headline)
  return length === 0 ? 'not written yet' : <LengthMeter length={length} advice={HEADLINE} />
}

function MeteredField({
  advice,
  isLong = false,
  ...rest
}: StoryPartProps & {
  readonly field: 'searchHeadline' | 'searchDescription' | 'socialHeadline'
  readonly label: string
  readonly advice: LengthAdvice
  readonly placeholder: string
  readonly isLong?: boolean
}) {
  const length = useMeta(rest.meta, (all) => lengthOf(all[rest.field]))
  const Field = isLong ? MetaTextArea : MetaTextField
  return <Field {...rest} aside={<LengthMeter length={length} advice={advice} />} />
}
