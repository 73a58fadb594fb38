import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { build, defineConfig, type Plugin } from 'vite'
import { type ManifestOptions, VitePWA } from 'vite-plugin-pwa'
import application from './package.json' with { type: 'json' }

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const leftOut = at('./src/print/left-out.ts')
const target = ['chrome108', 'safari16']
const define = { __APP_VERSION__: JSON.stringify(application.version) }
const proxy = {
  '/api': 'http://localhost:8080',
  '/sync': { target: 'ws://localhost:8080', ws: true },
}
const look: Partial<ManifestOptions> = {
  lang: 'ru',
  display: 'standalone',
  background_color: '#fbfaf5',
  theme_color: '#fbfaf5',
  icons: [
    { src: '/icon-192.png', sizes: '192x192', type: 'image/png', purpose: 'any' },
    { src: '/icon-512.png', sizes: '512x512', type: 'image/png', purpose: 'any' },
    { src: '/icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
  ],
}

/** A service worker's own part as one plain script, `<name>.js`: it is loaded by `importScripts`. */
const workerPart = (name: string, source: string): Plugin => ({
  name,
  apply: 'build',
  async generateBundle() {
    const entry = at(source)
    const built = await build({
      configFile: false,
      logLevel: 'warn',
      publicDir: false,
      build: { write: false, target, lib: { entry, formats: ['iife'], name: 'part' } },
    })
    const [result] = [built].flat()
    if (!result || !('output' in result)) throw new Error(`${name} was not built`)
    this.emitFile({ type: 'asset', fileName: `${name}.js`, source: result.output[0].code })
  },
})

/**
 * The diary's page carries its style and names what the form is followed by, so that a slow line is never idle, and not
 * its manifest, which can wait (src/family/registration.ts). The server says the style's hash in the page's policy.
 */
const diaryComesAlong: Plugin = {
  name: 'diary-comes-along',
  apply: 'build',
  enforce: 'post',
  transformIndexHtml: {
    order: 'post',
    handler(html, { bundle = {} }) {
      const chunks = Object.values(bundle).filter((one) => one.type === 'chunk')
      const named = new Set(chunks.filter(({ isEntry }) => isEntry).map(({ fileName }) => fileName))
      const follow = (file: string): string[] => {
        const chunk = bundle[file]
        if (named.has(file) || chunk?.type !== 'chunk') return []
        named.add(file)
        return [file, ...chunk.imports.flatMap(follow)]
      }
      const diary = chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith('/family/diary.tsx'))
      const style = Object.values(bundle).find(({ fileName }) => fileName.endsWith('.css'))
      if (!diary || style?.type !== 'asset') throw new Error('the page has no diary or no style')
      delete bundle[style.fileName]
      const files = follow(diary.fileName).map((file) => ({
        tag: 'link',
        attrs: { rel: 'modulepreload', crossorigin: true, fetchpriority: 'low', href: `/diary/${file}` },
        injectTo: 'head' as const,
      }))
      return {
        html: html.replace(/\s*<link rel="(manifest|stylesheet)"[^>]*>/g, ''),
        tags: [...files, { tag: 'style', children: String(style.source).trim(), injectTo: 'head' as const }],
      }
    },
  },
}

/** One style and no preloading leave the bundler's loader of lazy chunks nothing to do: a kilobyte before the form. */
const plainLoader: Plugin = {
  name: 'plain-loader',
  apply: 'build',
  enforce: 'pre',
  load: (id) =>
    id.endsWith('vite/preload-helper.js') ? 'export const __vitePreload = (load) => load()' : null,
}

/** Modules that the diary shares with its later parts. */
const diaryBase =
  /\/(valibot\/|family\/(account|family-data|session|texts\/(ru|speech))\.tsx?|sync\/(account-client|tokens)\.ts|domain\/(diary|ledger\/(outbox|mark-values)|school\/school-view))/

/** The journal of the school's staff. */
const journal = defineConfig({
  resolve: { alias: { html2canvas: leftOut, dompurify: leftOut, canvg: leftOut } },
  define,
  plugins: [
    react(),
    workerPart('outbox-worker', './src/pwa/outbox-worker.ts'),
    VitePWA({
      registerType: 'prompt',
      injectRegister: false,
      manifest: {
        id: '/',
        name: 'Парта: классный журнал',
        short_name: 'Парта',
        description: 'Классный журнал, который работает без интернета',
        start_url: '/',
        scope: '/',
        ...look,
      },
      workbox: {
        // Everything, lazy chunks included: what was never opened must open without a line too.
        importScripts: ['/outbox-worker.js'],
        globIgnores: ['outbox-worker.js'],
        globPatterns: ['**/*.{js,css,html,svg,png,webmanifest,woff2,ttf}'],
        navigateFallback: '/index.html',
        navigateFallbackDenylist: [/^\/api/, /^\/sync/, /^\/diary/],
        cleanupOutdatedCaches: true,
        // The very first page, too, gets its lazy chunks from the cache once they are there.
        clientsClaim: true,
        skipWaiting: false,
      },
    }),
  ],
  // Workers load their lazy chunks as the page does.
  worker: { format: 'es' },
  build: { target, outDir: 'dist', sourcemap: false },
  server: { proxy },
})

/**
 * The families' diary, `--mode diary`: an app of its own under /diary/, with a service worker that keeps only it. On a
 * line of 50 kbit/s react-dom alone takes ten seconds, so that here Preact stands in for it.
 */
const diary = defineConfig({
  root: 'src/family',
  base: '/diary/',
  publicDir: false,
  resolve: {
    alias: [
      { find: 'react/jsx-runtime', replacement: 'preact/jsx-runtime' },
      { find: 'react-dom/client', replacement: 'preact/compat/client' },
      { find: 'react', replacement: 'preact/compat' },
    ],
  },
  define,
  plugins: [
    react(),
    workerPart('push-worker', './src/family/push-worker.ts'),
    VitePWA({
      registerType: 'prompt',
      injectRegister: false,
      manifestFilename: 'diary.webmanifest',
      manifest: {
        id: '/diary/',
        name: 'Парта: дневник',
        short_name: 'Дневник',
        description: 'Дневник ученика, который открывается и без интернета',
        start_url: '/diary/',
        scope: '/diary/',
        ...look,
      },
      workbox: {
        importScripts: ['/diary/push-worker.js'],
        globIgnores: ['push-worker.js'],
        globPatterns: ['**/*.{js,css,html,webmanifest}'],
        navigateFallback: '/diary/index.html',
        cleanupOutdatedCaches: true,
        clientsClaim: true,
        skipWaiting: false,
      },
    }),
    diaryComesAlong,
    plainLoader,
  ],
  build: {
    target,
    outDir: at('./dist/diary'),
    emptyOutDir: true,
    sourcemap: false,
    // Its page names all that a first sign-in needs; the rest comes from the service worker's cache.
    modulePreload: false,
    cssCodeSplit: false,
    rolldownOptions: {
      output: {
        // What the diary is made of in one piece: each answer more is headers more.
        codeSplitting: { includeDependenciesRecursively: false, groups: [{ name: 'base', test: diaryBase }] },
      },
    },
  },
  server: { proxy },
})

export default defineConfig(({ mode }) => (mode === 'diary' ? diary : journal))
