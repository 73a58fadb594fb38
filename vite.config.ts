import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { build, defineConfig, type Plugin } from 'vite'
import { VitePWA } from 'vite-plugin-pwa'
import application from './package.json' with { type: 'json' }

const target = ['chrome108', 'safari16']

/** The service worker's own part as one plain script: it is loaded by `importScripts`. */
const outboxWorker: Plugin = {
  name: 'outbox-worker',
  apply: 'build',
  async generateBundle() {
    const entry = fileURLToPath(new URL('./src/pwa/outbox-worker.ts', import.meta.url))
    const built = await build({
      configFile: false,
      logLevel: 'warn',
      publicDir: false,
      build: { write: false, target, lib: { entry, formats: ['iife'], name: 'outboxWorker' } },
    })
    const [result] = [built].flat()
    if (!result || !('output' in result)) throw new Error('the outbox worker was not built')
    this.emitFile({ type: 'asset', fileName: 'outbox-worker.js', source: result.output[0].code })
  },
}

const leftOut = fileURLToPath(new URL('./src/print/left-out.ts', import.meta.url))

export default defineConfig({
  resolve: { alias: { html2canvas: leftOut, dompurify: leftOut, canvg: leftOut } },
  define: { __APP_VERSION__: JSON.stringify(application.version) },
  plugins: [
    react(),
    outboxWorker,
    VitePWA({
      registerType: 'prompt',
      injectRegister: false,
      manifest: {
        id: '/',
        name: 'Парта: классный журнал',
        short_name: 'Парта',
        description: 'Классный журнал, который работает без интернета',
        lang: 'ru',
        start_url: '/',
        scope: '/',
        display: 'standalone',
        background_color: '#fbfaf5',
        theme_color: '#fbfaf5',
        icons: [
          { src: '/icon-192.png', sizes: '192x192', type: 'image/png', purpose: 'any' },
          { src: '/icon-512.png', sizes: '512x512', type: 'image/png', purpose: 'any' },
          { src: '/icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
        ],
      },
      workbox: {
        // Everything, lazy chunks included: what was never opened must open without a line too.
        importScripts: ['/outbox-worker.js'],
        globIgnores: ['outbox-worker.js'],
        globPatterns: ['**/*.{js,css,html,svg,png,webmanifest,woff2,ttf}'],
        navigateFallback: '/index.html',
        navigateFallbackDenylist: [/^\/api/, /^\/sync/],
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
  server: {
    proxy: {
      '/api': 'http://localhost:8080',
      '/sync': { target: 'ws://localhost:8080', ws: true },
    },
  },
})
