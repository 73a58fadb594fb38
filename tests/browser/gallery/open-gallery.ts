import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import type { Page } from 'playwright-core'
import { createServer, type ViteDevServer } from 'vite'
import { Tablet } from '../chromium.ts'

/** The gallery of screens, served from source and opened in a real Chromium. */
export class Gallery {
  private constructor(
    private readonly server: ViteDevServer,
    private readonly tablet: Tablet,
    private readonly address: string,
  ) {}

  static async open(): Promise<Gallery> {
    const server = await createServer({
      root: fileURLToPath(new URL('.', import.meta.url)),
      configFile: false,
      plugins: [react()],
      logLevel: 'error',
      server: { port: 0, host: '127.0.0.1', hmr: false, watch: null, fs: { allow: ['../../..'] } },
    })
    await server.listen()
    const address = server.resolvedUrls?.local[0]
    if (!address) throw new Error('The gallery is served nowhere.')
    return new Gallery(server, await Tablet.start(), address)
  }

  /** A page of the given size with the gallery open. */
  async page(width: number, height: number): Promise<Page> {
    const page = await this.tablet.page(width, height)
    await page.goto(this.address)
    await page.waitForSelector('#root a')
    return page
  }

  /** Shows a scene and waits until it stands. */
  async show(page: Page, scene: string, theme: 'light' | 'dark' = 'light'): Promise<void> {
    await page.evaluate(() => window.show('', 'light'))
    await page.waitForSelector('#root > a')
    await page.evaluate(([name, look]) => window.show(name, look), [scene, theme] as const)
    await page.waitForSelector('main')
  }

  /** Names of all scenes. */
  scenes(page: Page): Promise<string[]> {
    return page.evaluate(() => window.scenes)
  }

  async close(): Promise<void> {
    await this.tablet.discard()
    await this.server.close()
  }
}
