// A text with the matched characters marked.
export function MatchedText({ text, at }: { text: string; at: readonly number[] }) {
  const hits = new Set(at)
  // Characters never move within their text: their place is their identity.
  return Array.from(text, (character, index) =>
    hits.has(index) ? <b key={index}>{character}</b> : <span key={index}>{character}</span>,
  )
}
