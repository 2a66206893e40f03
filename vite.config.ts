/**
 * How the app is built: src/app to dist/app, the same bytes in every folder and at every time (PROTOCOL.md section 9).
 *
 * Nothing is inlined, because the Content-Security-Policy of the app allows no inline script, no inline style and no data: font.
 * A worker is made by `import url from './x.worker.ts?worker&url'` and `new Worker(policy.createScriptURL(url), { type: 'module' })`: Trusted Types take no plain string.
 */
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'
import type { InlineConfig } from 'vite'

const root = fileURLToPath(new URL('.', import.meta.url))

/** Translators read the notes beside the texts; nobody else does, so they do not ship. */
const withoutNotes = {
  name: 'without-notes',
  enforce: 'pre',
  transform(code: string, id: string): string | undefined {
    if (!/\/texts\/(?:[\w-]+\.)?en\.ts$/.test(id)) return undefined
    return code.replace(/,\s*note: (?:'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|`[^`]*`)/g, '')
  },
} as const

/** Libraries look for Node's crypto where the platform has none; a browser that old is told so before it gets there. */
const withoutNodeCrypto = {
  name: 'without-node-crypto',
  enforce: 'pre',
  resolveId: (id: string): string | null => (id === 'crypto' ? '\0no-node-crypto' : null),
  load: (id: string): string | null => (id === '\0no-node-crypto' ? 'export const webcrypto = globalThis.crypto' : null),
} as const

const shared = {
  configFile: false,
  plugins: [withoutNotes, withoutNodeCrypto],
  // Where modules lie on this machine must not show in names or contents.
  resolve: { preserveSymlinks: true },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  logLevel: 'warn',
} satisfies InlineConfig

/** Names that the code of src/app may use; src/app/build.d.ts declares them. */
function names(version: string): Record<string, string> {
  // Undefined, so that the switch for taking out checks is not in what ships: src/base/check.ts.
  return { __HOLDFAST_TAKE_OUT__: 'undefined', __HOLDFAST_VERSION__: JSON.stringify(version) }
}

export function appConfig(outDir: string, version: string): InlineConfig {
  return {
    ...shared,
    root: `${root}src/app`,
    base: '/',
    define: names(version),
    publicDir: `${root}src/app/public`,
    css: { transformer: 'lightningcss' },
    worker: { format: 'es', rolldownOptions: { output: { entryFileNames: 'assets/[name]-[hash].js', chunkFileNames: 'assets/[name]-[hash].js' } } },
    build: {
      outDir,
      emptyOutDir: true,
      target: 'es2022',
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      cssMinify: 'lightningcss',
      reportCompressedSize: false,
      manifest: '.vite/manifest.json',
      // A slow machine is no mistake.
      rolldownOptions: { checks: { bundlerTimings: false } },
    },
  }
}

/** The service worker: one classic file under a fixed name, which knows every other file of the build and the hash over them. */
export function serviceWorkerConfig(outDir: string, version: string, build: string, files: readonly string[]): InlineConfig {
  return {
    ...shared,
    root: `${root}src/app`,
    define: { ...names(version), __HOLDFAST_BUILD__: JSON.stringify(build), __HOLDFAST_FILES__: JSON.stringify(files) },
    publicDir: false,
    build: {
      outDir,
      emptyOutDir: false,
      target: 'es2022',
      reportCompressedSize: false,
      rolldownOptions: {
        checks: { bundlerTimings: false },
        input: `${root}src/app/service-worker.ts`,
        output: { format: 'iife', entryFileNames: 'sw.js', codeSplitting: false },
      },
    },
  }
}

/** For `npm run dev`: the page from its sources, everything else from a server on port 4747. */
export default defineConfig({
  ...shared,
  root: `${root}src/app`,
  publicDir: `${root}src/app/public`,
  define: { __HOLDFAST_VERSION__: JSON.stringify('dev') },
  worker: { format: 'es' },
})
