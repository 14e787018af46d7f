// What every group of fields is handed.
import type { MetaHandle } from '../../state/meta-handle.ts'

export interface StoryPartProps {
  readonly meta: MetaHandle
  readonly isDisabled: boolean
}
