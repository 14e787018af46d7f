/** The paragraphs of a plain text field: lines that say something, trimmed. */
export const textLines = (text: string): readonly string[] =>
  text
    .split(/\n+/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
