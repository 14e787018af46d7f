import path from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

const at = (p: string) => path.resolve(import.meta.dirname, p)

// Targets are explicit: electron-vite would derive them from the product's Electron and emit syntax
// that the runtime used where no download host is reachable (Electron 33) cannot parse.
export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      target: 'node20.18',
      lib: { entry: { index: at('electron/main.ts'), cli: at('electron/cli.ts') }, formats: ['es'] },
      rollupOptions: { output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' } },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      target: 'node20.18',
      externalizeDeps: false,
      lib: { entry: at('electron/preload.ts'), formats: ['cjs'] },
      rollupOptions: { output: { entryFileNames: 'index.cjs' } },
    },
  },
  renderer: {
    root: at('renderer'),
    plugins: [react()],
    build: {
      outDir: at('out/renderer'),
      target: 'chrome130',
      minify: true,
      rollupOptions: { input: at('renderer/index.html') },
    },
  },
})
