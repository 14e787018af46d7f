// What an import left out or changed, counted while converting and said in words afterwards.

export interface ReceiptLine {
  readonly level: 'info' | 'warning' | 'error'
  readonly text: string
}

export interface Dropped {
  scripts: number
  hidden: number
  embeds: number
  controls: number
  drawings: number
  /** Links whose address may not be kept; their text is. */
  links: number
  /** Pictures on somebody's disk, in somebody's browser or in a format that is not a picture. */
  unreachablePictures: number
  /** Pictures that would have to be fetched: a figure without its picture stands for each. */
  remotePictures: number
  comments: number
  deletions: number
  insertions: number
  struck: number
}

export const nothingDropped = (): Dropped => ({
  scripts: 0,
  hidden: 0,
  embeds: 0,
  controls: 0,
  drawings: 0,
  links: 0,
  unreachablePictures: 0,
  remotePictures: 0,
  comments: 0,
  deletions: 0,
  insertions: 0,
  struck: 0,
})

const count = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`

/** One line for each kind of thing that the text lost or that wants a look. */
export function describeDropped(dropped: Dropped): ReceiptLine[] {
  const lines: ReceiptLine[] = []
  const say = (level: ReceiptLine['level'], n: number, line: (n: number) => string): void => {
    if (n > 0) lines.push({ level, text: line(n) })
  }
  say('warning', dropped.deletions, (n) => `${count(n, 'tracked deletion', 'tracked deletions')} left out.`)
  say(
    'warning',
    dropped.insertions,
    (n) => `${count(n, 'tracked insertion', 'tracked insertions')} taken in as ordinary text.`,
  )
  say(
    'warning',
    dropped.struck,
    (n) => `${count(n, 'struck-out passage', 'struck-out passages')} kept as ordinary text: check each.`,
  )
  say('info', dropped.comments, (n) => `${count(n, 'comment', 'comments')} left out.`)
  say(
    'warning',
    dropped.remotePictures,
    (n) =>
      `${count(n, 'picture', 'pictures')} not fetched: Stet loads nothing from the network. Add each by hand where its figure stands.`,
  )
  say(
    'warning',
    dropped.unreachablePictures,
    (n) => `${count(n, 'picture', 'pictures')} could not be brought along: the file does not hold them.`,
  )
  say(
    'info',
    dropped.links,
    (n) => `${count(n, 'link', 'links')} without a usable address: the text was kept, the link was not.`,
  )
  say('info', dropped.embeds, (n) => `${count(n, 'embed', 'embeds')} (video, map, frame) left out.`)
  say('info', dropped.scripts, (n) => `${count(n, 'script', 'scripts')} left out.`)
  say('info', dropped.hidden, (n) => `${count(n, 'hidden passage', 'hidden passages')} left out.`)
  return lines
}
