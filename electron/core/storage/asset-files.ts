// Pictures: content-addressed files beside the database, plus one row each. A file is durable before its row exists.
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { assetIdSchema } from '#shared/article/ids.ts'
import type { AssetId } from '#shared/article/ids.ts'
import { err, ok } from '#shared/ipc/result.ts'
import type { Connection } from './connection.ts'
import { ASSETS_FOLDER, FILE_MODE, FOLDER_MODE } from './library-format.ts'
import type { LibraryStore, StoredAsset } from './library-store.ts'
import { syncFolder } from './session-file.ts'
import { sha256Hex } from './sha256.ts'
import { integerOf, parsedOf, type Row, type Sql } from './sql.ts'

const mimeSchema = z.enum(['image/jpeg', 'image/png', 'image/webp', 'image/gif'])

export function createAssetFiles(connection: Connection): LibraryStore['assets'] {
  const { folder } = connection
  const find = (assetId: AssetId) => connection.read((sql) => findAsset(sql, assetId))
  return {
    put: (asset, bytes) => {
      if (sha256Hex(bytes) !== asset.assetId || bytes.length !== asset.byteLength)
        throw new Error('the id of a picture is not the hash of its bytes')
      const stored = connection.write((sql) => {
        writeDurably(folder, asset.assetId, bytes)
        sql.run(
          `INSERT INTO assets (asset_id, mime, width, height, byte_length) VALUES (?, ?, ?, ?, ?)
           ON CONFLICT (asset_id) DO NOTHING`,
          asset.assetId,
          asset.mime,
          asset.width,
          asset.height,
          asset.byteLength,
        )
      })
      return stored.ok ? ok(null) : stored
    },
    find: (assetId) => {
      const row = find(assetId)
      if (!row.ok) return row
      return row.value === null ? err({ type: 'PictureNotFound', assetId }) : ok(row.value)
    },
    bytes: (assetId) => {
      const row = find(assetId)
      if (!row.ok) return row
      if (row.value === null) return err({ type: 'PictureNotFound', assetId })
      const bytes = connection.read(() => readAsset(folder, assetId))
      if (!bytes.ok) return bytes
      if (bytes.value === null) return err({ type: 'PictureNotFound', assetId })
      return sha256Hex(bytes.value) === assetId
        ? ok(bytes.value)
        : err({ type: 'PictureDamaged', detail: 'the stored picture was changed on the disk' })
    },
  }
}

/** Null when the file is not there. */
export function readAsset(folder: string, assetId: AssetId): Uint8Array | null {
  try {
    return readFileSync(assetPath(folder, assetId))
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}

function writeDurably(folder: string, assetId: AssetId, bytes: Uint8Array): void {
  const shelf = join(folder, ASSETS_FOLDER, assetId.slice(0, 2))
  const path = assetPath(folder, assetId)
  const existing = readAsset(folder, assetId)
  if (existing !== null && sha256Hex(existing) === assetId) return
  mkdirSync(shelf, { recursive: true, mode: FOLDER_MODE })
  const temporary = `${path}.partial`
  try {
    const file = openSync(temporary, 'w', FILE_MODE)
    try {
      for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at)
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
    renameSync(temporary, path)
  } catch (error) {
    rmSync(temporary, { force: true })
    throw error
  }
  syncFolder(shelf)
  syncFolder(join(folder, ASSETS_FOLDER))
}

function findAsset(sql: Sql, assetId: AssetId): StoredAsset | null {
  const row = sql.get(
    'SELECT asset_id, mime, width, height, byte_length FROM assets WHERE asset_id = ?',
    assetId,
  )
  return row === null ? null : assetOf(row)
}

export function assetOf(row: Row): StoredAsset {
  return {
    assetId: parsedOf(row, 'asset_id', assetIdSchema),
    mime: parsedOf(row, 'mime', mimeSchema),
    width: integerOf(row, 'width'),
    height: integerOf(row, 'height'),
    byteLength: integerOf(row, 'byte_length'),
  }
}

// The id is 64 hex digits by its schema, so no part of a path can be smuggled in.
const assetPath = (folder: string, assetId: AssetId): string =>
  join(folder, ASSETS_FOLDER, assetId.slice(0, 2), assetId)
