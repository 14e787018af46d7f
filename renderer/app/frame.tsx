// The window's three panes.
import { useEffect } from 'react'

export function Frame() {
  useEffect(() => {
    document.documentElement.dataset.ready = 'true'
  }, [])
  return <main>Stet</main>
}
