// Deterministic newsroom-shaped prose: the same words in the floor and in Stet.

const WORDS = (
  'the council voted on Tuesday to close a river bridge after engineers found cracks in two of its piers and the mayor said ' +
  'repairs would cost more than the town collects in a year while residents asked why no inspection had been made since the ' +
  'flood that carried away market stalls school buses and most of the lower harbour before dawn one March morning'
).split(' ')

/** Words in a paragraph; PERFORMANCE.md measured with news-length paragraphs. */
const WORDS_PER_PARAGRAPH = 40

/** `words` words in paragraphs of forty, the same for the same number on every machine. */
export function benchParagraphs(words) {
  const paragraphs = []
  let state = 42
  for (let made = 0; made < words; made += WORDS_PER_PARAGRAPH) {
    const line = []
    for (let i = 0; i < WORDS_PER_PARAGRAPH; i++) {
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
      line.push(WORDS[state % WORDS.length])
    }
    line[0] = line[0][0].toUpperCase() + line[0].slice(1)
    paragraphs.push(`${line.join(' ')}.`)
  }
  return paragraphs
}

/** Commas, so that no headline is the beginning of another. */
export const benchHeadline = (words) => `Bench of ${words.toLocaleString('en')} words`
