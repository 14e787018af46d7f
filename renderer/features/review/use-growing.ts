// How much of a long list is drawn: a screenful at once, the rest frame by frame, so that nothing waits for what nobody sees yet.
import { useEffect, useState } from 'react'

/** Blocks drawn with the first paint: more than a tall screen holds. */
const FIRST_BLOCKS = 60
/** Blocks added in each frame after it: in one go 900 marked paragraphs took 0.8 s (50,000 words, two busy cores). */
const BLOCKS_A_FRAME = 60

/** Once all of it has been drawn it stays so. */
export function useGrowing(total: number): number {
  const [count, setCount] = useState(FIRST_BLOCKS)
  const isWhole = count >= total
  useEffect(() => {
    if (isWhole) return
    const frame = requestAnimationFrame(() => setCount(count + BLOCKS_A_FRAME))
    return () => cancelAnimationFrame(frame)
  }, [count, isWhole])
  return Math.min(count, total)
}
