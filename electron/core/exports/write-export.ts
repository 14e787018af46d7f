// EX4: an export appears under its final names only when complete. Staged whole in a folder beside the target, synced, then
// renamed into place: pictures first, the page last, so that no page ever stands without its pictures.
import { randomUUID } from 'node:crypto'
import { constants } from 'node:fs'
import { lstat, mkdir, open, readdir, rename, rm, rmdir } from 'node:fs/promises'
import path from 'node:path'
import process from 'node:process'
import type { ExportFile } from '#shared/article/export-input.ts'
import type { Outcome } from '#shared/errors/outcome.ts'
import { err, ok, type Result } from '#shared/ipc/result.ts'

type WriteResult = Result<null, Outcome<'WriteFailed'>>

export interface StagedExport {
  /** Renames everything into place. */
  land(): Promise<WriteResult>
  /** Leaves no trace. */
  discard(): Promise<void>
}

/**
 * Writes the files durably beside `target`, under no final name yet. The first file is the page and gets the target's name;
 * the others keep their names, in one folder below it. Refuses to write through a link.
 */
export async function stageExport(
  target: string,
  files: readonly ExportFile[],
): Promise<Result<StagedExport, Outcome<'WriteFailed'>>> {
  const page = path.resolve(target)
  const plan = planOf(page, files)
  const staging = path.join(path.dirname(page), `.${path.basename(page)}.${randomUUID().slice(0, 8)}.partial`)
  const discard = () => rm(staging, { recursive: true, force: true })
  const staged = await attempt(page, async () => {
    await refuseUnsafe(plan)
    await mkdir(staging)
    if (plan.folder !== null) await mkdir(path.join(staging, plan.folder))
    for (const [name, bytes] of plan.files) await writeSynced(path.join(staging, name), bytes)
    if (plan.folder !== null) await syncFolder(path.join(staging, plan.folder))
    await syncFolder(staging)
  })
  if (!staged.ok) {
    await discard()
    return staged
  }
  return ok({ land: () => landed(plan, staging, discard), discard })
}

export async function writeExport(target: string, files: readonly ExportFile[]): Promise<WriteResult> {
  const staged = await stageExport(target, files)
  return staged.ok ? staged.value.land() : staged
}

interface Plan {
  readonly page: string
  /** Name of the picture folder, or null. */
  readonly folder: string | null
  /** Paths relative to the page's folder; the page first. */
  readonly files: readonly (readonly [name: string, bytes: Uint8Array])[]
}

/** A folder and a file in it, as the formats name them: nothing else can become a path. */
const PICTURE_NAME = /^[a-z0-9-]{1,100}\/[a-z0-9]{1,64}\.[a-z0-9]{1,5}$/
/** Characters of a whole path that Windows programs can be trusted with. */
const MAX_WINDOWS_PATH = 240
/** How long Windows is asked again while a scanner or an indexer holds a file (RELIABILITY 5.8). */
const SHARING_RETRY_MS = 2_000
const SHARING_STEP_MS = 50

function planOf(page: string, files: readonly ExportFile[]): Plan {
  const [first, ...pictures] = files
  if (first === undefined) throw new Error('An export without a file')
  for (const { name } of pictures)
    if (!PICTURE_NAME.test(name)) throw new Error('A format named a picture as none may be named')
  const folder = pictures[0]?.name.split('/')[0] ?? null
  return {
    page,
    folder,
    files: [[path.basename(page), first.bytes], ...pictures.map(({ name, bytes }) => [name, bytes] as const)],
  }
}

async function landed(plan: Plan, staging: string, discard: () => Promise<void>): Promise<WriteResult> {
  const base = path.dirname(plan.page)
  const result = await attempt(plan.page, async () => {
    await refuseUnsafe(plan)
    const isNewFolder = plan.folder !== null && (await landFolder(staging, base, plan.folder))
    try {
      await renamePatiently(path.join(staging, path.basename(plan.page)), plan.page)
    } catch (error) {
      if (isNewFolder) await rm(path.join(base, plan.folder ?? ''), { recursive: true, force: true })
      throw error
    }
    await syncFolder(base)
  })
  await discard()
  return result
}

/** The whole folder at once where there is none; else its files one by one, beside what is there. True when it is new. */
async function landFolder(staging: string, base: string, folder: string): Promise<boolean> {
  const from = path.join(staging, folder)
  const to = path.join(base, folder)
  if ((await kindOf(to)) === 'nothing') {
    await renamePatiently(from, to)
    return true
  }
  for (const name of await readdir(from)) await renamePatiently(path.join(from, name), path.join(to, name))
  await rmdir(from)
  await syncFolder(to)
  return false
}

class Refusal extends Error {}

/** Looked at when staging and again when landing: somebody may have put a link there in between. */
async function refuseUnsafe(plan: Plan): Promise<void> {
  const base = path.dirname(plan.page)
  for (const [name] of plan.files) {
    const file = path.join(base, name)
    const kind = await kindOf(file)
    if (kind === 'link') throw new Refusal(`${name} is a link there, and Stet does not write through links.`)
    if (kind !== 'nothing' && kind !== 'file')
      throw new Refusal(`${name} is there already and is not a file.`)
    if (process.platform === 'win32' && file.length > MAX_WINDOWS_PATH)
      throw new Refusal('The path is too long for Windows: choose a folder nearer to the top of the disk.')
  }
  const folder = plan.folder === null ? 'nothing' : await kindOf(path.join(base, plan.folder))
  if (folder === 'link')
    throw new Refusal(`${plan.folder} is a link there, and Stet does not write through links.`)
  if (folder !== 'nothing' && folder !== 'folder')
    throw new Refusal(`${plan.folder} is there already and is not a folder.`)
}

async function kindOf(file: string): Promise<'nothing' | 'file' | 'folder' | 'link' | 'other'> {
  try {
    const stats = await lstat(file)
    if (stats.isSymbolicLink()) return 'link'
    return stats.isFile() ? 'file' : stats.isDirectory() ? 'folder' : 'other'
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return 'nothing'
    throw error
  }
}

async function writeSynced(file: string, bytes: Uint8Array): Promise<void> {
  const flags = constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | (constants.O_NOFOLLOW ?? 0)
  const handle = await open(file, flags, 0o644)
  try {
    await handle.writeFile(bytes)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return // folders cannot be opened there, and NTFS journals the rename itself
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function renamePatiently(from: string, to: string): Promise<void> {
  for (let waitedMs = 0; ; waitedMs += SHARING_STEP_MS) {
    try {
      return await rename(from, to)
    } catch (error) {
      const isShared =
        process.platform === 'win32' && ['EPERM', 'EACCES', 'EBUSY'].includes(codeOf(error) ?? '')
      if (!isShared || waitedMs >= SHARING_RETRY_MS) throw error
      await new Promise((resolve) => setTimeout(resolve, SHARING_STEP_MS))
    }
  }
}

const SENTENCES: Readonly<Record<string, string>> = {
  ENOSPC: 'The disk is full.',
  EDQUOT: 'Your share of the disk is full.',
  EROFS: 'The disk is read-only.',
  EACCES: 'You may not write in this folder.',
  EPERM: 'You may not write in this folder.',
  ENOENT: 'The folder does not exist.',
  ENOTDIR: 'The folder does not exist.',
  ENAMETOOLONG: 'The name is too long for this disk.',
  EBUSY: 'Another program holds the file.',
}

async function attempt(page: string, work: () => Promise<void>): Promise<WriteResult> {
  try {
    await work()
    return ok(null)
  } catch (error) {
    const code = codeOf(error)
    if (!(error instanceof Refusal) && code === null) throw error // a bug, not the disk
    const sentence = error instanceof Refusal ? error.message : SENTENCES[code ?? '']
    return err({
      type: 'WriteFailed',
      fileName: path.basename(page),
      detail: sentence ?? `The disk answered ${code}.`,
    })
  }
}

const codeOf = (error: unknown): string | null =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null
