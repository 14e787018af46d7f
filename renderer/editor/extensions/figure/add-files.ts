// Hands picture files to main one after another; what main refuses is told, the rest goes in.
import type { DesktopApi } from '#shared/ipc/desktop-api.ts'
import type { Picture } from '#shared/ipc/groups/assets.ts'
import { MAX_PICTURE_BYTES } from '#shared/article/limits.ts'
import { reportOutcome } from '../../../state/report-outcome.ts'

/** The picture files of a paste or drop. */
export function pictureFilesOf(data: DataTransfer | null): readonly File[] {
  return [...(data?.files ?? [])].filter((file) => file.type.startsWith('image/'))
}

export async function addFiles(desktop: DesktopApi, files: readonly File[]): Promise<readonly Picture[]> {
  const pictures: Picture[] = []
  for (const file of files) {
    if (file.size > MAX_PICTURE_BYTES) {
      reportOutcome({ type: 'PictureTooLarge', detail: `${file.name} is larger than 50 MB.` })
      continue
    }
    const picture = await addBytes(desktop, new Uint8Array(await file.arrayBuffer()), file.name)
    if (picture !== null) pictures.push(picture)
  }
  return pictures
}

/** Stores one picture; null when main refused it, which has been told. */
export async function addBytes(
  desktop: DesktopApi,
  bytes: Uint8Array,
  fileName: string,
): Promise<Picture | null> {
  const answer = await desktop.assets.add({ bytes, fileName })
  if (answer.ok) return answer.value
  reportOutcome(answer.error)
  return null
}
