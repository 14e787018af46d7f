// A sample page of the profile being written, once it has stopped changing and can be a page at all.
import { useEffect, useState } from 'react'
import type { OutputProfile } from '#shared/article/output-profile.ts'
import { useLiveQuery } from '../../bridge/use-live-query.ts'

/** Milliseconds without a change before a page is made anew: a pause between two words. */
const REST_MS = 250

export function useSample(profile: OutputProfile, isSound: boolean) {
  const [settled, setSettled] = useState(profile)
  useEffect(() => {
    if (!isSound) return undefined
    const timer = setTimeout(() => setSettled(profile), REST_MS)
    return () => clearTimeout(timer)
  }, [profile, isSound])
  return useLiveQuery('profiles', 'sample', settled)
}
