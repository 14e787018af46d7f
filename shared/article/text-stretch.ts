/** Part of one text block: how the library's log names words, and how a person points at them. */
export interface TextStretch {
  /** Indices from the `doc` node down to the text block. */
  readonly path: readonly number[]
  /** Offsets in UTF-16 units; a line break counts one. */
  readonly from: number
  readonly to: number
  readonly text: string
}
