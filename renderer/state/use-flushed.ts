// Pages are made from the library: what was typed before goes there first.
import { useEffect, useState } from 'react'
import { useDraftSession } from './draft-session-context.tsx'

/** `partly`: some of it could not be saved, so the page speaks for less than what is on the screen. */
export type Flushed = 'waiting' | 'all' | 'partly'

export function useFlushed(): Flushed {
  const session = useDraftSession()
  const [flushed, setFlushed] = useState<Flushed>('waiting')
  useEffect(() => {
    void session.save().then((unsaved) => setFlushed(unsaved === null ? 'all' : 'partly'))
  }, [session])
  return flushed
}
