// Takes a person from a finding to its cause: words selected in the galley, or the field in the Story tab.
import type { CheckField, Finding, Place } from '#shared/workflow/checks/finding.ts'
import type { StoryAccess, StoryPlace } from '../../editor/index.ts'
import { runAction } from '../../app/action-registry.ts'
import { useOverlayPane } from '../../state/overlay-pane.ts'
import { useChecks } from './checks-store.ts'

/** Names of the fields as the Story tab has them; the byline is a group of people with a button to add one. */
const FIELD_NAMES: Partial<Record<CheckField, readonly string[]>> = {
  slugline: ['Slugline'],
  urlSlug: ['URL slug'],
  section: ['Section'],
  topics: ['Topics'],
  people: ['Name', 'Add a person'],
  bylineTail: ['Words after the last person'],
  datelinePlace: ['Place'],
  datelineSource: ['Source'],
  language: ['Language'],
  searchHeadline: ['Search headline'],
  searchDescription: ['Search description'],
  socialHeadline: ['Social headline'],
  readerNote: ['Note to readers'],
  embargo: ['Embargo'],
}
/** Where what concerns the story as a whole is decided. */
const DESKS: Readonly<Record<string, 'go.story' | 'go.review' | 'go.galley'>> = {
  'suggestions-open': 'go.review',
  'threads-open': 'go.review',
  'headline-missing': 'go.galley',
  'standfirst-missing': 'go.galley',
}
/** Frames the Story tab is given to appear: its code may have to be loaded first. */
const PATIENCE_FRAMES = 90

export function goToFinding(story: StoryAccess | null, finding: Finding): void {
  const isBack = useChecks.getState().isAway
  const { place } = finding
  useChecks.setState({ at: finding.id, isAway: place.kind === 'field' || place.kind === 'story' })
  if (place.kind === 'field') return focusField(place.field)
  if (place.kind === 'story') return void runAction(DESKS[finding.rule] ?? 'go.story')
  const where = storyPlaceOf(place)
  if (where === null || story === null) return
  // A margin that lies over the text would hide it.
  const isOver = useOverlayPane.getState().overlay === 'margin'
  if (isOver) useOverlayPane.getState().show(null)
  if (!isBack || isOver) return story.reveal(where)
  // The list gave way to the fields; it comes back with the next finding that is none.
  runAction('go.checks')
  afterPaneFocus(() => story.reveal(where))
}

export function storyPlaceOf(place: Place): StoryPlace | null {
  if (place.kind === 'block') return { block: place.block, path: place.path }
  if (place.kind !== 'text') return null
  return { block: place.block, path: place.path, words: { from: place.from, to: place.to } }
}

function focusField(field: CheckField): void {
  runAction('go.story')
  let frames = 0
  const look = (): void => {
    const control = controlNamed(FIELD_NAMES[field] ?? [])
    if (control === null) {
      if (frames++ < PATIENCE_FRAMES) requestAnimationFrame(look)
      return
    }
    // Nearest: centring would scroll the window's own frame along.
    control.scrollIntoView({ block: 'nearest' })
    control.focus({ preventScroll: true })
  }
  afterPaneFocus(look)
}

/** An action that shows a tab puts focus into the pane two frames later. */
const afterPaneFocus = (task: () => void) =>
  void requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(task)))

function controlNamed(names: readonly string[]): HTMLElement | null {
  const margin = document.getElementById('margin')
  for (const name of names) {
    for (const label of margin?.querySelectorAll('label, span[id], [role="group"]') ?? [])
      if (label.textContent?.trim() === name || label.getAttribute('aria-label') === name) {
        const control = controlOf(label)
        if (control !== null) return control
      }
    for (const button of margin?.querySelectorAll('button') ?? [])
      if (button.textContent?.trim() === name) return button
  }
  return null
}

const CONTROLS = 'input, textarea, button, [role="spinbutton"]'

function controlOf(label: Element): HTMLElement | null {
  const named = label instanceof HTMLLabelElement ? label.control : null
  if (named !== null) return named
  const group =
    label.id === '' ? null : document.querySelector(`[aria-labelledby~="${CSS.escape(label.id)}"]`)
  const around = group ?? label
  return around.matches(CONTROLS) ? (around as HTMLElement) : around.querySelector<HTMLElement>(CONTROLS)
}
