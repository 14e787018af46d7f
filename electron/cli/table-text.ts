// Rows for people: columns that line up, nothing a terminal would act upon.

/** Cells of control characters, which a terminal would obey, and of line ends become spaces. */
export const printable = (text: string): string =>
  // eslint-disable-next-line no-control-regex -- the point is to take them out
  text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]+/g, ' ').trim()

/** Columns parted by two spaces; the last one is as long as it is. */
export function tableText(rows: readonly (readonly string[])[]): string {
  const widths: number[] = []
  for (const row of rows)
    row.forEach((cell, column) => {
      widths[column] = Math.max(widths[column] ?? 0, cell.length)
    })
  return rows
    .map((row) =>
      row
        .map((cell, column) => (column === row.length - 1 ? cell : cell.padEnd(widths[column] ?? 0)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

/** 2026-03-04 17:35 in a zone: sorts, and is read the same everywhere. */
export const shortTime = (at: number, zone: string): string => exactTime(at, zone).slice(0, -SECONDS.length)

const SECONDS = ':00'

/** 2026-03-04 17:35:09, where a minute is not enough to ask again by. */
export function exactTime(at: number, zone: string): string {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(at)
  const part = (type: string): string => parts.find((one) => one.type === type)?.value ?? ''
  return `${part('year')}-${part('month')}-${part('day')} ${part('hour')}:${part('minute')}:${part('second')}`
}
