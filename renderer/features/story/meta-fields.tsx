// Fields bound to one key each: what is typed is in the draft at once, what a colleague types appears.
import type { ReactNode } from 'react'
import { MAX_LINE_CHARS, MAX_NOTE_CHARS } from '#shared/article/limits.ts'
import type { ArticleMeta, MetaField } from '#shared/article/meta.ts'
import { useMeta } from '../../state/draft-session-context.tsx'
import type { MetaHandle } from '../../state/meta-handle.ts'
import { TextArea, TextField } from '../../ui/text-field.tsx'

/** The fields that are plain text. */
export type TextMetaField = {
  [F in MetaField]: string extends ArticleMeta[F] ? F : never
}[MetaField]

interface Props {
  readonly meta: MetaHandle
  readonly field: TextMetaField
  readonly label: string
  readonly isDisabled: boolean
  readonly placeholder?: string
  readonly hint?: ReactNode
  readonly problem?: string | null
  readonly aside?: ReactNode
}

export function MetaTextField({ meta, field, ...rest }: Props) {
  const value = useMeta(meta, (all) => all[field])
  return (
    <TextField
      {...rest}
      value={value}
      maxLength={MAX_LINE_CHARS}
      // A pasted line break would make two lines of one.
      onChange={(next) => meta.set(field, next.replace(/[\r\n]+/g, ' '))}
    />
  )
}

export function MetaTextArea({ meta, field, ...rest }: Props) {
  const value = useMeta(meta, (all) => all[field])
  return (
    <TextArea
      {...rest}
      value={value}
      maxLength={field === 'deskNote' || field === 'readerNote' ? MAX_NOTE_CHARS : MAX_LINE_CHARS}
      onChange={(next) => meta.set(field, next)}
    />
  )
}
