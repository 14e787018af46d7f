// app:// and media:// as pure lookups: an exact map of files, a map of pages made at run time, pictures by digest.
// There is no path arithmetic in here, so there is none to get wrong (RELIABILITY E5).
import fs from 'node:fs'
import path from 'node:path'
import type { AssetId } from '#shared/article/ids.ts'
import { APP_ORIGIN, headersOf, MEDIA_HEADERS, MEDIA_ORIGIN } from './security.ts'

export interface ServedFile {
  readonly file: string
  readonly mime: string
}
export interface Picture {
  readonly mime: string
  readonly bytes: Uint8Array
}
/** Why there is no picture: not in the library, or the library cannot give it now. */
export type PictureLookup = Picture | 'absent' | 'unavailable'

/** A page or style made at run time: a notice, an export preview. */
export interface ServedText {
  readonly body: string
  readonly mime: string
  readonly headers: Readonly<Record<string, string>>
}
export interface AppProtocolDeps {
  /** The built renderer, by path. */
  readonly files: ReadonlyMap<string, ServedFile>
  /** By whole address. */
  readonly texts: ReadonlyMap<string, ServedText>
  /** In place of the build's start page, for whoever asks first. */
  takeStartPage?(): string | null
  /** A file of the build was asked for. Answers what to call once all of it was handed over. */
  onRequest?(address: string): () => void
}

export const HTML = 'text/html; charset=utf-8'

const MIMES: Readonly<Record<string, string>> = {
  '.html': HTML,
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.wasm': 'application/wasm',
}
export const START_PAGE = '/index.html'
const ASSET_ID = /^[0-9a-f]{64}$/

/** Every file of the built renderer by its exact address; a kind of file nobody named a type for is not served. */
export function rendererFiles(folder: string): Map<string, ServedFile> {
  const files = new Map<string, ServedFile>()
  const walk = (inside: string) => {
    for (const entry of fs.readdirSync(path.join(folder, inside), { withFileTypes: true })) {
      const address = `${inside}/${entry.name}`
      const mime = MIMES[path.extname(entry.name)]
      if (entry.isDirectory()) walk(address)
      else if (entry.isFile() && mime) files.set(address, { file: path.join(folder, address), mime })
    }
  }
  walk('')
  return files
}

/** Answers app:// requests. */
export function createAppProtocol(deps: AppProtocolDeps): (request: Request) => Promise<Response> {
  return async (request) => {
    const refusal = refuse(request)
    if (refusal) return refusal
    const text = deps.texts.get(request.url)
    if (text !== undefined) return respond(request, text.body, text.mime, text.headers)
    const { origin, address } = splitAddress(request.url)
    const found = origin === APP_ORIGIN ? deps.files.get(address) : undefined
    if (found === undefined) return status(404)
    const onSent = deps.onRequest?.(address)
    const startPage = address === START_PAGE ? (deps.takeStartPage?.() ?? null) : null
    if (startPage !== null) return respond(request, startPage, found.mime, headersOf(address), onSent)
    return respond(request, await fs.promises.readFile(found.file), found.mime, headersOf(address), onSent)
  }
}

/** Answers media:// requests: only pictures the library knows, only under the types it sniffed itself. */
export function createMediaProtocol(
  find: (assetId: AssetId) => Promise<PictureLookup>,
): (request: Request) => Promise<Response> {
  return async (request) => {
    const refusal = refuse(request)
    if (refusal) return refusal
    const { origin, address } = splitAddress(request.url)
    const id = address.slice(1)
    if (origin !== MEDIA_ORIGIN || !ASSET_ID.test(id)) return status(404)
    const found = await find(id as AssetId)
    if (found === 'absent') return status(404)
    if (found === 'unavailable') return status(503)
    return respond(request, found.bytes, found.mime, MEDIA_HEADERS)
  }
}

function refuse(request: Request): Response | null {
  if (request.method !== 'GET' && request.method !== 'HEAD') return status(405)
  const origin = request.headers.get('origin')
  return origin !== null && origin !== APP_ORIGIN ? status(403) : null
}

/** The address exactly as asked: nothing is decoded or normalised, so only the plain spelling of a known file matches. */
function splitAddress(url: string): { origin: string; address: string } {
  const match = /^([a-z]+:\/\/[a-z]+)(\/[^?#]*)(?:#.*)?$/.exec(url)
  return { origin: match?.[1] ?? '', address: match?.[2] ?? '' }
}

function respond(
  request: Request,
  body: string | Uint8Array,
  mime: string,
  headers: Readonly<Record<string, string>>,
  onSent?: () => void,
): Response {
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : new Uint8Array(body)
  if (request.method === 'HEAD') onSent?.()
  return new Response(request.method === 'HEAD' ? null : onSent ? told(bytes, onSent) : bytes, {
    status: 200,
    headers: { ...headers, 'Content-Type': mime, 'Content-Length': String(bytes.byteLength) },
  })
}

/** Bytes that say when they were taken, or that nobody wants them any more. */
function told(bytes: Uint8Array, onSent: () => void): ReadableStream<Uint8Array> {
  let isGiven = false
  return new ReadableStream<Uint8Array>(
    {
      pull: (stream) => {
        if (!isGiven) {
          isGiven = true
          return stream.enqueue(bytes)
        }
        stream.close()
        onSent()
      },
      cancel: onSent,
    },
    { highWaterMark: 0 },
  )
}

/** Node loads what stands behind requests and responses when they are first named, which takes as long as a page's first answer may. */
export const loadResponses = (): void => void new Response(null)

const status = (code: number): Response =>
  new Response(null, { status: code, headers: { 'X-Content-Type-Options': 'nosniff' } })
