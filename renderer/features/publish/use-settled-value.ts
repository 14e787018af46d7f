// A value once it has stopped changing.
import { useEffect, useState } from 'react'

export function useSettledValue<T>(value: T, restMs: number): T {
  const [settled, setSettled] = useState(value)
  const key = JSON.stringify(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), restMs)
    return () => clearTimeout(timer)
    // oxlint-disable-next-line react/exhaustive-deps -- equal values are the same value
  }, [key, restMs])
  return settled
}
