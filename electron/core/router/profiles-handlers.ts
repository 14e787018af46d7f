// The profiles group of the contract: the output profiles of this library, and a sample page in any of them.
import type { Broadcast, Handlers } from '#shared/ipc/desktop-api.ts'
import { ok } from '#shared/ipc/result.ts'
import { samplePage } from '../exports/sample-page.ts'
import type { ProfileResult } from '../storage/library-store.ts'
import type { LibraryStore } from '../storage/library-store.ts'
import { ruleOut, whileOpen } from '../while-open.ts'

export interface ProfilesDeps {
  readonly store: LibraryStore
  readonly broadcast: Broadcast
}

export function createProfilesHandlers({ store, broadcast }: ProfilesDeps): Handlers['profiles'] {
  const told = (result: ProfileResult<null>): ProfileResult<null> => {
    if (result.ok) broadcast('profiles', 'changed', {})
    return result
  }
  return {
    list: () => whileOpen(store.desk.profiles()),
    save: (profile) => ruleOut(whileOpen(told(store.desk.saveProfile(profile))), ['ProfileNotFound']),
    remove: ({ profileId }) => whileOpen(told(store.desk.removeProfile(profileId))),
    makeDefault: ({ profileId }) =>
      ruleOut(whileOpen(told(store.desk.makeDefaultProfile(profileId))), ['ProfileRefused']),
    sample(profile) {
      const page = samplePage(store, profile)
      return page.ok ? ok(page.value) : whileOpen(page)
    },
  }
}
