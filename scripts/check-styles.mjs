// Colours and lengths come from tokens: no raw colour and no raw px in the renderer outside the two token sheets.
// (stylelint needs a newer Node than our floor; this is the one rule of it that matters here.) The exported page has its own
// style sheet under electron/core/exports and is not looked at.
import fs from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'

const TOKENS = 'renderer/styles/tokens.css'
/** Primitives, and the roles that each theme gives them. */
const TOKEN_SHEETS = [TOKENS, 'renderer/styles/themes.css']

const COLOUR = /#[0-9a-f]{3,8}\b|\b(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color)\(/i
/** CSS colour names that people reach for; system colours and transparent are not raw. */
const NAMED =
  /(?<![\w-])(?:black|white|gr[ae]y|silver|red|maroon|orange|gold|yellow|olive|lime|green|teal|cyan|aqua|blue|navy|purple|fuchsia|magenta|pink|brown|tan|beige|ivory|crimson|tomato|coral|salmon|(?:dark|light|dim|slate|pale|medium|deep|royal|steel|dodger)[a-z]+)(?![\w-])/i
const PX = /(?<![\w.-])-?(?!0+px)\d*\.?\d+px\b/i

/** Faults of one style sheet as `{ line, text, fault }`. */
export function findRawValues(css) {
  const bare = blank(css, /\/\*[\s\S]*?\*\//g, /"[^"\n]*"|'[^'\n]*'/g, /url\([^)]*\)/g)
  const faults = []
  // Conditions of @media and @container end in "{", not in ";" or "}": they cannot use tokens and are not declarations.
  for (const { index, 0: declaration, 2: value } of bare.matchAll(/([\w-]+)\s*:\s*([^;{}]+)(?=[;}])/g)) {
    const fault = faultOf(value)
    if (fault)
      faults.push({ line: lineAt(bare, index), text: declaration.replace(/\s+/g, ' ').trim(), fault })
  }
  return faults
}

/** The same in the `style={{ ... }}` of components. */
export function findRawInlineStyles(source) {
  return [...source.matchAll(/style=\{\{([\s\S]*?)\}\}/g)]
    .filter(([, style]) => PX.test(style) || COLOUR.test(style))
    .map(({ index, 0: text }) => ({
      line: lineAt(source, index),
      text,
      fault: 'raw value in an inline style',
    }))
}

function faultOf(value) {
  if (COLOUR.test(value) || NAMED.test(value)) return 'raw colour'
  return PX.test(value) ? 'raw px' : null
}

/** Replaces what must not be looked at by spaces, so that lines keep their numbers. */
function blank(text, ...patterns) {
  return patterns.reduce(
    (rest, pattern) => rest.replace(pattern, (found) => found.replace(/[^\n]/g, ' ')),
    text,
  )
}

function lineAt(text, index) {
  return text.slice(0, index).split('\n').length
}

/** All faults under the renderer, as lines for a person. */
export function checkStyles(root) {
  const files = fs.readdirSync(path.join(root, 'renderer'), { recursive: true, encoding: 'utf8' })
  return files
    .map((file) => `renderer/${file.split(path.sep).join('/')}`)
    .filter((file) => !TOKEN_SHEETS.includes(file) && /\.(css|tsx)$/.test(file))
    .flatMap((file) => {
      const text = fs.readFileSync(path.join(root, file), 'utf8')
      const faults = file.endsWith('.css') ? findRawValues(text) : findRawInlineStyles(text)
      return faults.map(({ line, text: found, fault }) => `${file}:${line} ${fault}: ${found}`)
    })
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const faults = checkStyles(path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..'))
  for (const fault of faults) console.error(fault)
  if (faults.length > 0) console.error(`${faults.length} raw values: use or add a token in ${TOKENS}`)
  process.exitCode = faults.length > 0 ? 1 : 0
}
