// The style of a page, one constant a theme, so that the policy can name it by its hash; nothing from users ever enters it.
import type { Theme } from '#shared/article/output-profile.ts'
import { BASE_CSS, PRINT_CSS, SCRIPT_CSS } from './base-css.ts'
import { BROADSHEET_CSS } from './broadsheet-css.ts'
import { BULLETIN_CSS } from './bulletin-css.ts'
import { LONGFORM_CSS } from './longform-css.ts'

const page = (theme: string): string => BASE_CSS + theme + SCRIPT_CSS + PRINT_CSS

const PAGES: Readonly<Record<Theme, string>> = {
  broadsheet: page(BROADSHEET_CSS),
  bulletin: page(BULLETIN_CSS),
  longform: page(LONGFORM_CSS),
}

export const pageCss = (theme: Theme): string => PAGES[theme]
