// Words of a line with their bounds. Apostrophes and hyphens join inside of a word: "didn't", "on-the-record".

export interface Token {
  readonly text: string
  readonly lower: string
  readonly start: number
  readonly end: number
}

const WORD = /[\p{L}\p{M}\p{N}]+(?:['’‑‐-][\p{L}\p{M}\p{N}]+)*/gu

export function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  for (const match of text.matchAll(WORD)) {
    const word = match[0]
    tokens.push({ text: word, lower: word.toLowerCase(), start: match.index, end: match.index + word.length })
  }
  return tokens
}
