import { expect, test } from 'vitest'
import { err, ok } from '#shared/ipc/result.ts'
import type { ServedText } from '#shell/app-protocol.ts'
import { keepPreviews } from '#shell/preview-pages.ts'
import { PREVIEW_HEADERS } from '#shell/security.ts'

const caller = { windowId: 1 }
const digest = (n: number) => n.toString(16).padStart(64, '0')

test('what preview answered is served byte for byte under its digest; the oldest make room', async () => {
  const texts = new Map<string, ServedText>()
  let n = 0
  const dispatch = keepPreviews(
    async () => ok({ html: `<p>${n}</p>`, sha256: digest(n), warnings: [] }),
    texts,
  )
  for (n = 0; n < 20; n++) await dispatch('exports', 'preview', {}, caller)
  expect(texts.size).toBe(8)
  expect(texts.get(`app://preview/${digest(19)}`)).toEqual({
    body: '<p>19</p>',
    mime: 'text/html; charset=utf-8',
    headers: PREVIEW_HEADERS,
  })
})

test('other answers and refusals pass by', async () => {
  const texts = new Map<string, ServedText>()
  const other = keepPreviews(async () => ok({ html: 'x', sha256: digest(1) }), texts)
  await other('exports', 'save', {}, caller)
  const refused = keepPreviews(async () => err({ type: 'LeakFound' }), texts)
  expect(await refused('exports', 'preview', {}, caller)).toEqual(err({ type: 'LeakFound' }))
  expect(texts.size).toBe(0)
})
