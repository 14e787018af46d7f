// The assets group of the contract: pictures handed in by paste or drop, and pictures chosen in the system's dialog.
import { addPicture, type NewPicture } from '../assets/add-picture.ts'
import { readPictureFile } from '../assets/read-picture-file.ts'
import type { Dialogs } from '../ports.ts'
import type { LibraryStore } from '../storage/library-store.ts'
import type { Outcome, OutcomeTag } from '#shared/errors/outcome.ts'
import type { Picture } from '#shared/ipc/groups/assets.ts'
import type { Handlers } from '#shared/ipc/desktop-api.ts'
import { err, ok, type Result } from '#shared/ipc/result.ts'

export interface AssetsDeps {
  readonly store: Pick<LibraryStore, 'assets'>
  readonly dialogs: Pick<Dialogs, 'openFiles'>
}

const PICTURE_EXTENSIONS = ['jpg', 'jpeg', 'png', 'webp', 'gif'] as const

export function createAssetsHandlers({ store, dialogs }: AssetsDeps): Handlers['assets'] {
  return {
    add: (picture) => add(store, picture),
    async pick() {
      const paths = await dialogs.openFiles({
        title: 'Add pictures',
        extensions: PICTURE_EXTENSIONS,
        multiple: true,
      })
      if (paths === null) return err({ type: 'Cancelled' })
      // One at a time: each may take 50 MB, and the order chosen is the order answered. Pictures stored before one that is
      // refused stay in the library unused; choosing them again finds them there.
      const pictures: Picture[] = []
      for (const path of paths) {
        const file = await readPictureFile(path)
        if (!file.ok) return file
        const added = add(store, file.value)
        if (!added.ok) return added
        pictures.push(added.value)
      }
      return ok(pictures)
    },
  }
}

type AddOutcome = Extract<Awaited<ReturnType<Handlers['assets']['add']>>, { ok: false }>['error']

function add(store: AssetsDeps['store'], picture: NewPicture): Result<Picture, AddOutcome> {
  const added = addPicture(store.assets, picture)
  return added.ok ? added : err(whileOpen(added.error))
}

/** Outcomes of opening a library cannot come from one that is open: meeting one here is a bug. */
function whileOpen<T extends OutcomeTag>(outcome: Outcome<T>): Exclude<Outcome<T>, Outcome<OpeningTag>> {
  if (openingTags.some((tag) => tag === outcome.type)) {
    throw new Error(`an open library answered ${outcome.type}`)
  }
  return outcome as Exclude<Outcome<T>, Outcome<OpeningTag>>
}
type OpeningTag = (typeof openingTags)[number]
const openingTags = ['LibraryMissing', 'LibraryNotOurs', 'LibraryTooNew'] as const
