// The shortcut of an action as this system writes it, for tooltips, menus and the palette.
import { ACTIONS, type ActionId } from '#shared/actions/actions.ts'
import { isMacPlatform, shortcutWords } from './shortcut.ts'

export function shortcutOf(id: ActionId): string | null {
  const spelling = ACTIONS.find((action) => action.id === id)?.shortcut ?? null
  return spelling === null ? null : shortcutWords(spelling, isMacPlatform())
}
