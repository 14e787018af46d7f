// True once what was typed before is in the library: pages and files are made from there.
import { useEffect, useState } from 'react'
import { useDraftSession } from '../../state/draft-session-context.tsx'

export function useFlushed(): boolean {
  const session = useDraftSession()
  const [isFlushed, setFlushed] = useState(false)
  useEffect(() => {
    // Whether it worked is shown by the status line; the export then speaks for what is stored.
    void session.flush().then(() => setFlushed(true))
  }, [session])
  return isFlushed
}
