// Lines in the interface's face beside a block: what happened to it that no mark in its text can show.
import type { ReactNode } from 'react'
import type {
  AttributeChange,
  ChangedAttribute,
  ChangeId,
  MergedBlock,
} from '#shared/revision/diff/revision-diff.ts'
import { ReadOnlyPicture } from '../../editor/index.ts'
import { type Drawing, type MarkData, markData, type MoveEnd } from './drawing.ts'
import styles from './marks.module.css'

/** Spans throughout: a note may stand inside of a list item or a cell. */
export function Note({ children, ...data }: { children: ReactNode } & Partial<MarkData>) {
  return (
    <div className={styles.note} {...data}>
      {children}
    </div>
  )
}

/** A note that leads to the other end of a move. */
export function JumpNote({
  id,
  to,
  drawing,
  children,
}: {
  id: ChangeId
  to: MoveEnd
  drawing: Drawing
  children: ReactNode
}) {
  return (
    <Note>
      <button type="button" className={styles.jump} onClick={() => drawing.jump(id, to)}>
        {children}
      </button>
    </Note>
  )
}

export function AttributeNote({
  id,
  block,
  drawing,
}: {
  id: ChangeId
  block: MergedBlock
  drawing: Drawing
}) {
  const change = drawing.changeOf(id)
  if (change === undefined || drawing.shows === 'before') return null
  if ('links' in change)
    return (
      <Note>
        <span className={styles.noteLabel}>Link</span>{' '}
        <FromTo before={change.links.before.join(', ')} after={change.links.after.join(', ')} />
      </Note>
    )
  if (change.kind !== 'attribute') return null
  return (
    <Note {...markData(drawing, id)}>
      <span className={styles.noteLabel}>{labelOf(change)}</span>{' '}
      {change.attribute === 'picture' ? (
        // Side by side, the two pictures stand there themselves.
        drawing.shows === 'both' ? (
          <Pictures block={block} />
        ) : (
          'exchanged'
        )
      ) : (
        <FromTo before={change.before} after={change.after} />
      )}
    </Note>
  )
}

/** One value by another, either of which may be nothing. */
export function FromTo({ before, after }: { before: string; after: string }) {
  return (
    <>
      {before === '' ? (
        <span className={styles.nothing}>none</span>
      ) : (
        <del className={styles.deleted}>{before}</del>
      )}
      <span aria-hidden> → </span>
      {after === '' ? (
        <span className={styles.nothing}>none</span>
      ) : (
        <ins className={styles.inserted}>{after}</ins>
      )}
    </>
  )
}

function Pictures({ block }: { block: MergedBlock }) {
  return (
    <span className={styles.pictures}>
      <del className={styles.picture}>
        <ReadOnlyPicture node={block.before} />
        <span>Before</span>
      </del>
      <ins className={styles.picture}>
        <ReadOnlyPicture node={block.after} />
        <span>After</span>
      </ins>
    </span>
  )
}

const LABELS: Readonly<Record<ChangedAttribute, string>> = {
  link: 'Link',
  language: 'Language',
  'block-kind': 'Kind of block',
  'heading-level': 'Heading level',
  picture: 'Picture',
  alt: 'Alt text',
  decorative: 'Decorative',
  'list-start': 'Starts at',
  'cell-span': 'Cell spans',
  'cell-kind': 'Kind of cell',
  other: 'Attribute',
}

const labelOf = ({ attribute, words }: AttributeChange): string =>
  words === '' ? LABELS[attribute] : `${LABELS[attribute]} of “${words}”`
