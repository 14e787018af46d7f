// What the command line may ask of the window: `--library DIR` and `--open ID`. Everything else is ignored.
// Read before the single-instance lock, so this file imports nothing that could open a library.
import path from 'node:path'
import type { ArticleId } from '#shared/article/ids.ts'

export interface LaunchRequest {
  /** Absolute. */
  readonly library: string | null
  /** Of the right shape; whether there is such an article is found out later. */
  readonly articleId: ArticleId | null
}

/** The longest path Linux accepts, in bytes; no path of a person comes near it. */
const MAX_PATH_CHARS = 4_096
const ARTICLE_ID = /^[0-9a-f]{32}$/

export function readLaunchArguments(argv: readonly string[], workingFolder: string): LaunchRequest {
  const library = valueOf(argv, '--library')
  return checked(library === null ? null : path.resolve(workingFolder, library), valueOf(argv, '--open'))
}

/** What a second instance handed over: another process wrote it, so it is checked like any input. */
export function readHandedOver(data: unknown): LaunchRequest {
  if (typeof data !== 'object' || data === null) return checked(null, null)
  const { library, articleId } = data as Record<string, unknown>
  return checked(
    typeof library === 'string' ? library : null,
    typeof articleId === 'string' ? articleId : null,
  )
}

function checked(library: string | null, articleId: string | null): LaunchRequest {
  const isPathSound =
    library !== null &&
    path.isAbsolute(library) &&
    library.length <= MAX_PATH_CHARS &&
    !library.includes('\0')
  return {
    library: isPathSound ? path.normalize(library) : null,
    articleId: articleId !== null && ARTICLE_ID.test(articleId) ? (articleId as ArticleId) : null,
  }
}

/** `--name value` or `--name=value`; the last one wins, as people expect who edit a line they typed before. */
function valueOf(argv: readonly string[], name: string): string | null {
  let found: string | null = null
  argv.forEach((argument, i) => {
    if (argument.startsWith(`${name}=`)) found = argument.slice(name.length + 1)
    else if (argument === name) found = argv[i + 1] ?? null
  })
  return found === '' ? null : found
}
