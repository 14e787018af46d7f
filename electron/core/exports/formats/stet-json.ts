// Stet's own public form: the whole article without anything private, canonical, so that another Stet can take it in.
import type { ExportFile, ExportInput } from '#shared/article/export-input.ts'
import { urlSlugOf } from '#shared/article/url-slug.ts'
import { canonicalText } from './canonical-text.ts'
import { publicArticle } from './public-article.ts'
import { asReadersGet } from './retraction.ts'

export const STET_JSON_FORMAT = 'stet-article'
export const STET_JSON_VERSION = 1

/** Pictures are named by their hash and not inside. */
export function exportStetJson(given: ExportInput): ExportFile[] {
  const input = asReadersGet(given)
  const slug = urlSlugOf(input.article)
  const json = canonicalText({
    format: STET_JSON_FORMAT,
    formatVersion: STET_JSON_VERSION,
    article: publicArticle(input.article, input.purpose),
    stamps: input.stamps,
    notes: input.notes,
  })
  return [
    {
      name: `${slug === '' ? 'article' : slug}.json`,
      mime: 'application/json',
      bytes: Buffer.from(`${json}\n`, 'utf8'),
    },
  ]
}
