// electron-builder's hook: what came along by accident goes, the fuses are set (RELIABILITY 4.7).
const fs = require('node:fs')
const path = require('node:path')
const { flipFuses } = require('./fuses.cjs')

/** Copied along with the runtime's folder, and no part of the product. */
const STRAY = ['resources/default_app.asar', 'version', '.complete']

module.exports = async ({ appOutDir, electronPlatformName, packager }) => {
  const isMac = electronPlatformName === 'darwin'
  const name = packager.appInfo.productFilename
  const bundle = isMac ? path.join(appOutDir, `${name}.app/Contents`) : appOutDir
  for (const stray of STRAY)
    fs.rmSync(path.join(bundle, isMac ? stray.replace('resources', 'Resources') : stray), { force: true })
  flipFuses(
    isMac
      ? path.join(bundle, 'Frameworks/Electron Framework.framework/Electron Framework')
      : path.join(appOutDir, electronPlatformName === 'win32' ? `${name}.exe` : packager.executableName),
  )
}
