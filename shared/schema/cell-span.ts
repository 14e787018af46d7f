/** Rows or columns a cell may span; browsers cap colspan at 1,000 themselves. */
const MAX_SPAN = 1_000

/** colspan and rowspan as prosemirror-tables expects them, plus its colwidth, which Stet never sets. */
export const cellSpanAttributes = {
  colspan: span('colspan'),
  rowspan: span('rowspan'),
  colwidth: { default: null, validate: 'null', rendered: false },
}

function span(name: string) {
  return {
    default: 1,
    validate: (value: unknown) => {
      if (!Number.isSafeInteger(value) || (value as number) < 1 || (value as number) > MAX_SPAN)
        throw new RangeError(`bad ${name}`)
    },
    parseHTML: (element: { getAttribute(name: string): string | null }) => {
      const value = Number.parseInt(element.getAttribute(name) ?? '1', 10)
      return value >= 1 && value <= MAX_SPAN ? value : 1
    },
  }
}
