#!/usr/bin/env node
// `stet` from a checkout: sets up and builds what is missing or out of date (said on stderr), then runs the built command in
// this very process, under plain Node.
import fs from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { pathToFileURL } from 'node:url'

const root = path.resolve(import.meta.dirname, '..')

if (fs.existsSync(path.join(root, 'electron/cli.ts'))) {
  const { runScript } = await import('../scripts/console.mjs')
  await runScript(async () => {
    const { setUpPackages } = await import('../scripts/setup.mjs')
    const { ensureBuild } = await import('../scripts/build-stamp.mjs')
    await setUpPackages()
    await ensureBuild(root)
  })
}
if (!process.exitCode) await import(pathToFileURL(path.join(root, 'out/main/cli.js')).href)
