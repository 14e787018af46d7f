// The commands of `stet`, in the order in which the help lists them.
import type { Command } from './cli-context.ts'
import { blame } from './commands/blame.ts'
import { act } from './commands/act.ts'
import { at } from './commands/at.ts'
import { check } from './commands/check.ts'
import { correct } from './commands/correct.ts'
import { corrections } from './commands/corrections.ts'
import { diff } from './commands/diff.ts'
import { editions } from './commands/editions.ts'
import { exportCommand } from './commands/export.ts'
import { importCommand } from './commands/import.ts'
import { list } from './commands/list.ts'
import { newArticle } from './commands/new.ts'
import { profiles } from './commands/profiles.ts'
import { publish } from './commands/publish.ts'
import { restore } from './commands/restore.ts'
import { revisions } from './commands/revisions.ts'
import { search } from './commands/search.ts'
import { show } from './commands/show.ts'
import { verify } from './commands/verify.ts'

export const COMMANDS: readonly Command[] = [
  list,
  show,
  search,
  newArticle,
  importCommand,
  exportCommand,
  check,
  act,
  publish,
  correct,
  editions,
  at,
  corrections,
  profiles,
  revisions,
  restore,
  diff,
  blame,
  verify,
]
