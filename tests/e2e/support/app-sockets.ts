// Every internet socket that any process of the app holds, read from /proc: where the app reaches, whatever a page says.
import fs from 'node:fs'
import type { ElectronApplication } from '@playwright/test'

/** Addresses of sockets that leave this machine, as `protocol address:port`. Linux only. */
export function socketsOffLoopback(rootPid: number): string[] {
  // One network namespace for all of them: the kernel's tables are read once, before the owners are looked for.
  const rows = ['tcp', 'udp', 'tcp6', 'udp6'].flatMap((protocol) =>
    tableRows(rootPid, protocol).filter(({ remote }) => isOffLoopback(remote)),
  )
  if (rows.length === 0) return []
  const inodes = new Set(processTree(rootPid).flatMap(socketInodes))
  return rows.filter(({ inode }) => inodes.has(inode)).map(({ protocol, remote }) => `${protocol} ${remote}`)
}

/** Pause between two looks, in ms: a connection attempt lives longer, and looking must not slow what is looked at. */
const SAMPLE_MS = 25

/** Watches while `act` runs; answers everything seen. */
export async function watchSockets(app: ElectronApplication, act: () => Promise<void>): Promise<string[]> {
  const { pid } = app.process()
  if (pid === undefined) throw new Error('the app is not running')
  const seen = new Set<string>()
  let timer: NodeJS.Timeout | null = null
  const look = () => {
    for (const socket of socketsOffLoopback(pid)) seen.add(socket)
    timer = setTimeout(look, SAMPLE_MS)
  }
  look()
  try {
    await act()
  } finally {
    if (timer) clearTimeout(timer)
  }
  return [...seen]
}

function processTree(rootPid: number): number[] {
  const parents = new Map<number, number>()
  for (const name of fs.readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue
    const stat = readOr(`/proc/${name}/stat`, '')
    const parent = /\) \S (\d+)/.exec(stat)?.[1]
    if (parent !== undefined) parents.set(Number(name), Number(parent))
  }
  const isInside = (pid: number): boolean =>
    pid === rootPid || (parents.has(pid) && isInside(parents.get(pid) ?? 0))
  return [...parents.keys()].filter(isInside)
}

function socketInodes(pid: number): string[] {
  const inodes: string[] = []
  try {
    for (const fd of fs.readdirSync(`/proc/${pid}/fd`)) {
      const inode = /^socket:\[(\d+)\]$/.exec(fs.readlinkSync(`/proc/${pid}/fd/${fd}`))?.[1]
      if (inode !== undefined) inodes.push(inode)
    }
  } catch {
    // The process, or one of its files, is gone between two reads: it holds nothing.
  }
  return inodes
}

interface SocketRow {
  readonly protocol: string
  readonly remote: string
  readonly inode: string
}

function tableRows(pid: number, protocol: string): SocketRow[] {
  return readOr(`/proc/${pid}/net/${protocol}`, '')
    .split('\n')
    .slice(1)
    .flatMap((line) => {
      const [, , remote, , , , , , , inode] = line.trim().split(/\s+/)
      return remote && inode ? [{ protocol, remote, inode }] : []
    })
}

/** The kernel writes addresses in hex, 32-bit words in host order; all zeros means not connected anywhere. */
function isOffLoopback(remote: string): boolean {
  const [address = ''] = remote.split(':')
  const isNowhere = /^0+$/.test(address)
  const isLoopback = address.endsWith('7F') || address === '00000000000000000000000001000000'
  return !isNowhere && !isLoopback
}

function readOr(file: string, otherwise: string): string {
  try {
    return fs.readFileSync(file, 'utf8')
  } catch {
    return otherwise // the process is gone between two reads
  }
}
