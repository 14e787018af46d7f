// Across the window when something is wrong with the library as a whole.
import { useLibraryState } from '../state/library-state.ts'
import { Notice } from '../ui/notice.tsx'

const WORDS = {
  'read-only': {
    title: 'This library can only be read.',
    text: 'Articles can be read and exported; nothing can be written. Check the rights of its folder, or open another library.',
  },
  gone: {
    title: 'The library cannot be reached.',
    text: 'Its disk or folder is no longer there. What you write is kept in this window: bring the disk back, or save a copy.',
  },
  'disk-full': {
    title: 'The disk is full.',
    text: 'What you write is kept in this window and saved as soon as there is room. Make room, or save a copy elsewhere.',
  },
  failed: {
    title: 'The library cannot be written.',
    text: 'What you write is kept in this window. Save a copy before closing it.',
  },
} as const

export function LibraryBanner() {
  const { state, detail } = useLibraryState((library) => library.fact)
  if (state === 'ok') return null
  const { title, text } = WORDS[state]
  return (
    <Notice tone={state === 'read-only' ? 'info' : 'problem'} title={title}>
      {text} {detail === '' ? null : <small>({detail})</small>}
    </Notice>
  )
}
