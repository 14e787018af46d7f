// When the first screen could be seen and when it could be used: read by the end-to-end tests and the bench.
import { useEffect, useLayoutEffect, useRef } from 'react'
import { leaveFirstScreen } from './leave-first-screen.ts'

export function useReadyMarks(isUsable: boolean): void {
  const isMarked = useRef(false)
  useLayoutEffect(() => {
    requestAnimationFrame(() => performance.mark('stet:first-paint'))
  }, [])
  useEffect(() => {
    if (!isUsable || isMarked.current) return
    isMarked.current = true
    requestAnimationFrame(() => {
      performance.mark('stet:interactive')
      document.documentElement.dataset.ready = 'true'
      leaveFirstScreen()
    })
  }, [isUsable])
}
