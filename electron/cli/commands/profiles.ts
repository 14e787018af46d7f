import { FURNITURE } from '#shared/article/furniture.ts'
import { newProfileId, type OutputProfile, type ProfileList } from '#shared/article/output-profile.ts'
import { err, ok } from '#shared/ipc/result.ts'
import type { LibraryStore } from '#core/storage/library-store.ts'
import type { CliContext, Command, CommandResult } from '../cli-context.ts'
import { editProfile } from '../edit-profile.ts'
import { failed, misused } from '../exit-code.ts'
import { withLibrary } from '../open-cli-library.ts'
import { findProfile } from '../publish-page.ts'
import { printable, tableText } from '../table-text.ts'

/** A verb, a name, and every field there is. */
const MAX_ARGUMENTS = 40

export const profiles: Command = {
  name: 'profiles',
  usage: '[show NAME | set NAME FIELD=VALUE... | add NAME [FIELD=VALUE...] | default NAME | remove NAME]',
  summary:
    'List the output profiles of the library; show, change, add or remove one, or make it the default.',
  takes: [0, MAX_ARGUMENTS],
  flags: {},
  values: {},
  run: (context) => {
    const [verb = 'list', name, ...rest] = context.arguments
    const act = Object.hasOwn(ACTS, verb) ? ACTS[verb] : undefined
    if (act === undefined)
      return Promise.resolve(
        err(misused(`“stet profiles ${verb}” is nothing to do; “stet help profiles” lists what is.`)),
      )
    if (verb === 'list' ? name !== undefined : name === undefined || (!act.takesFields && rest.length > 0))
      return Promise.resolve(err(misused(`Usage: stet profiles ${act.usage}.`)))
    return withLibrary(context, { access: act.access }, ({ store }) =>
      act.run({ store, context, name: name ?? '', rest }),
    )
  },
}

interface Act {
  readonly usage: string
  readonly access: 'read' | 'write'
  readonly takesFields?: boolean
  run(on: {
    readonly store: LibraryStore
    readonly context: CliContext
    readonly name: string
    readonly rest: readonly string[]
  }): CommandResult
}

const ACTS: Readonly<Record<string, Act>> = {
  list: { usage: '[list]', access: 'read', run: ({ store }) => listed(store) },
  show: {
    usage: 'show NAME',
    access: 'read',
    run({ store, name }) {
      const found = named(store, name)
      return found.ok ? ok({ text: shown(found.value), json: found.value }) : found
    },
  },
  set: {
    usage: 'set NAME FIELD=VALUE...',
    access: 'write',
    takesFields: true,
    run({ store, context, name, rest }) {
      if (rest.length === 0) return err(misused('Usage: stet profiles set NAME FIELD=VALUE...'))
      const found = named(store, name)
      return found.ok ? saved(store, context, found.value, rest) : found
    },
  },
  add: {
    usage: 'add NAME [FIELD=VALUE...]',
    access: 'write',
    takesFields: true,
    run({ store, context, name, rest }) {
      const base = store.desk.profile()
      if (!base.ok) return err(failed(base.error))
      return saved(store, context, { ...base.value, id: newProfileId(), name }, rest)
    },
  },
  default: {
    usage: 'default NAME',
    access: 'write',
    run({ store, name }) {
      const found = named(store, name)
      if (!found.ok) return found
      const done = store.desk.makeDefaultProfile(found.value.id)
      return done.ok ? listed(store) : err(failed(done.error))
    },
  },
  remove: {
    usage: 'remove NAME',
    access: 'write',
    run({ store, name }) {
      const found = named(store, name)
      if (!found.ok) return found
      const done = store.desk.removeProfile(found.value.id)
      return done.ok ? listed(store) : err(failed(done.error))
    },
  },
}

function named(store: LibraryStore, name: string) {
  const id = findProfile(store, name)
  if (!id.ok) return id
  if (id.value === null) throw new Error('a name was given')
  const found = store.desk.findProfile(id.value)
  return found.ok ? found : err(failed(found.error))
}

function saved(
  store: LibraryStore,
  context: CliContext,
  profile: OutputProfile,
  assignments: readonly string[],
): CommandResult {
  const edited = editProfile(store, context, profile, assignments)
  if (!edited.ok) return edited
  const done = store.desk.saveProfile(edited.value)
  return done.ok ? ok({ text: shown(edited.value), json: edited.value }) : err(failed(done.error))
}

function listed(store: LibraryStore): CommandResult {
  const list = store.desk.profiles()
  if (!list.ok) return err(failed(list.error))
  return ok({ text: tableText(list.value.profiles.map((one) => rowOf(one, list.value))), json: list.value })
}

const rowOf = (profile: OutputProfile, { defaultId }: ProfileList): string[] => [
  profile.id,
  printable(profile.name),
  profile.id === defaultId ? 'default' : '',
  profile.theme,
  FURNITURE[profile.furnitureLanguage].name,
  profile.zone,
  printable(profile.publicationName),
]

function shown({ policies, ...profile }: OutputProfile): string {
  const rows = [
    ...Object.entries(profile).filter(([field]) => field !== 'version'),
    ...Object.entries(policies).map(([policy, address]) => [`policies.${policy}`, address] as const),
  ]
  return tableText(rows.map(([field, value]) => [field, printable(String(value ?? ''))]))
}
