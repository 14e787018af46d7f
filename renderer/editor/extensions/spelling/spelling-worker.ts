// The engine's side: Harper in a worker of its own. It holds a few hundred megabytes and thinks for seconds at first, so it is
// started late and never shares a thread with keys. It asks nobody for anything but its own file.
import {
  type BinaryModule,
  createBinaryModuleFromUrl,
  Dialect as HarperDialect,
  type Lint as HarperLint,
  LocalLinter,
  SuggestionKind,
} from 'harper.js'
import { slimBinary } from 'harper.js/slimBinary'
import type { Dialect, Lint, SpellingAnswer, SpellingRequest } from './lint.ts'

/** Kinds that are mistakes. Left out: what is taste (long sentences, Oxford commas), and what our checks or typography do. */
const KINDS: Readonly<Record<string, Lint['kind']>> = {
  Spelling: 'spelling',
  Typo: 'spelling',
  Agreement: 'grammar',
  BoundaryError: 'grammar',
  Eggcorn: 'grammar',
  Grammar: 'grammar',
  Malapropism: 'grammar',
  Miscellaneous: 'grammar',
  Nonstandard: 'grammar',
  WordChoice: 'grammar',
}
/** Suggestions shown for one word. */
const MAX_SUGGESTIONS = 6

let linter: LocalLinter | null = null
let dialect: Dialect | null = null
let binary: BinaryModule | null = null
/** Requests are answered one after the other: words and dialect count for what is asked after them. */
let last: Promise<unknown> = Promise.resolve()

addEventListener('message', ({ data }: MessageEvent<SpellingRequest>) => {
  last = last
    .then(() => (data.kind === 'set' ? set(data.dialect, data.words) : answer(data.id, data.text)))
    // An engine that does not start is an error of the worker: the window ends it and says so.
    .catch(reportError)
})

async function set(next: Dialect, words: readonly string[]): Promise<void> {
  if (linter === null || dialect !== next) {
    await linter?.dispose()
    binary ??= await loadBinary()
    linter = new LocalLinter({ binary, dialect: HarperDialect[next] })
    dialect = next
  } else await linter.clearWords()
  if (words.length > 0) await linter.importWords([...words])
}

/** Our scheme cannot be fetched from (security.ts), which is how the engine would get its file: it is handed over as a blob. */
async function loadBinary(): Promise<BinaryModule> {
  const bytes = await new Promise<ArrayBuffer>((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('GET', slimBinary.url)
    request.responseType = 'arraybuffer'
    request.addEventListener('load', () => resolve(request.response as ArrayBuffer))
    request.addEventListener('error', () => reject(new Error('the spelling engine is not in this build')))
    request.send()
  })
  return createBinaryModuleFromUrl(
    URL.createObjectURL(new Blob([bytes], { type: 'application/wasm' })),
    'slim',
  )
}

async function answer(id: number, text: string): Promise<void> {
  try {
    postAnswer({ id, lints: linter === null ? [] : await lintsOf(linter, text) })
  } catch (error) {
    postAnswer({ id, problem: error instanceof Error ? error.message : 'the engine stopped' })
  }
}

const postAnswer = (message: SpellingAnswer): void => postMessage(message, { transfer: [] })

async function lintsOf(engine: LocalLinter, text: string): Promise<Lint[]> {
  const found = await engine.lint(text, { language: 'plaintext' })
  const units = unitsOf(text)
  const lints: Lint[] = []
  for (const one of found) {
    const lint = readLint(one, text, units)
    if (lint !== null) lints.push(lint)
    one.free()
  }
  return lints
}

function readLint(one: HarperLint, text: string, units: (character: number) => number): Lint | null {
  const kind = KINDS[one.lint_kind()]
  if (kind === undefined) return null
  const span = one.span()
  const from = units(span.start)
  const to = units(span.end)
  span.free()
  const suggestions: string[] = []
  for (const suggestion of one.suggestions().slice(0, MAX_SUGGESTIONS)) {
    // Others take words away or add some, which the text alone says badly.
    if (suggestion.kind() === SuggestionKind.Replace) suggestions.push(suggestion.get_replacement_text())
    suggestion.free()
  }
  return {
    from,
    to,
    kind,
    words: text.slice(from, to),
    message: plain(one.message()),
    suggestions: [...new Set(suggestions)],
  }
}

/** The engine writes `code` marks around words it speaks of. */
const plain = (message: string): string => message.replace(/`([^`]*)`/g, '“$1”')

/** The engine counts characters, the editor UTF-16 units. */
function unitsOf(text: string): (character: number) => number {
  if (!/[\ud800-\udfff]/.test(text)) return (character) => character
  const starts: number[] = []
  let unit = 0
  for (const character of text) {
    starts.push(unit)
    unit += character.length
  }
  starts.push(unit)
  return (character) => starts[character] ?? text.length
}
