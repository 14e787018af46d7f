// Zoom of the galley in steps the eye can tell apart.
const STEPS = [50, 67, 80, 90, 100, 110, 125, 150, 175, 200, 250, 300, 400] as const

/** The next step from here, or 100 % for a direction of 0. */
export function nextZoom(zoom: number, direction: -1 | 0 | 1): number {
  if (direction === 0) return 100
  const further = direction > 0 ? STEPS.find((step) => step > zoom) : STEPS.findLast((step) => step < zoom)
  return further ?? zoom
}
