// Node's zlib behind the port of shared/picture: streams bounded, damage answered as null.
import { deflateSync, inflateSync } from 'node:zlib'
import type { Zlib } from '#shared/picture/picture-parts.ts'

export const pictureZlib: Zlib = {
  inflate(bytes, maxBytes) {
    try {
      return inflateSync(bytes, { maxOutputLength: maxBytes })
    } catch {
      return null // damaged or over the bound; the caller drops the block either way
    }
  },
  deflate: (bytes) => deflateSync(bytes, { level: 9 }),
}
