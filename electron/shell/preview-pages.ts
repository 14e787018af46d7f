// Serves what a preview command answered as a page of its own, app://preview/<sha256>, so that the frame that shows it is
// bound by the preview's policy and not by the application's. The bytes are the export's, untouched.
import { z } from 'zod'
import { HTML, type ServedText } from './app-protocol.ts'
import type { Dispatch } from './ipc-host.ts'
import { PREVIEW_HEADERS, PREVIEW_ORIGIN } from './security.ts'

/** Previews kept: one per window that is looking at one, with some to go back to. Each may be several megabytes. */
const MAX_PREVIEWS = 8

/** Commands whose answer is a page to look at. */
const PREVIEWS: ReadonlySet<string> = new Set([
  'exports.preview',
  'profiles.sample',
  'corrections.preview',
  'publishing.preview',
  'publishing.editionPage',
])

const previewSchema = z.object({
  ok: z.literal(true),
  value: z.object({ html: z.string(), sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
})

export function keepPreviews(dispatch: Dispatch, texts: Map<string, ServedText>): Dispatch {
  const kept: string[] = []
  return async (group, name, input, caller) => {
    const result = await dispatch(group, name, input, caller)
    if (!PREVIEWS.has(`${String(group)}.${String(name)}`)) return result
    const preview = previewSchema.safeParse(result)
    if (!preview.success) return result
    const address = `${PREVIEW_ORIGIN}/${preview.data.value.sha256}`
    texts.set(address, { body: preview.data.value.html, mime: HTML, headers: PREVIEW_HEADERS })
    kept.splice(0, kept.length, ...kept.filter((other) => other !== address), address)
    for (const old of kept.splice(0, Math.max(0, kept.length - MAX_PREVIEWS))) texts.delete(old)
    return result
  }
}
