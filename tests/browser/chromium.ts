import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'

/** The system's Chromium where there is one, else the one a dev dependency ships. */
export async function chromiumPath(): Promise<string> {
  for (const path of ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'])
    if (existsSync(path)) return path
  const shipped = await import('@sparticuz/chromium')
  return await shipped.default.executablePath()
}

const quiet = [
  '--headless=new',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--hide-scrollbars',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--remote-debugging-port=0',
  '--lang=ru-RU',
  '--disable-dev-shm-usage',
  '--disable-background-timer-throttling',
  '--disable-renderer-backgrounding',
]

/** One browser profile in a real Chromium process of its own, which a test may kill like a dead battery would. */
export class Tablet {
  private constructor(
    readonly profile: string,
    private readonly process: ChildProcess,
    readonly browser: Browser,
    readonly context: BrowserContext,
  ) {}

  /** Starts Chromium on a profile folder (a fresh one by default). */
  static async start(profile?: string): Promise<Tablet> {
    const folder = profile ?? (await mkdtemp(join(tmpdir(), 'tablet-')))
    const child = spawn(await chromiumPath(), [...quiet, `--user-data-dir=${folder}`, 'about:blank'], {
      detached: true,
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, TZ: 'Asia/Yekaterinburg' },
    })
    const endpoint = await new Promise<string>((resolve, reject) => {
      let text = ''
      child.stderr!.on('data', (chunk: Buffer) => {
        text += chunk
        const found = /DevTools listening on (ws:\S+)/.exec(text)
        if (found) resolve(found[1]!)
      })
      child.on('exit', () => reject(new Error(`Chromium ended: ${text}`)))
    })
    const browser = await chromium.connectOverCDP(endpoint)
    // An emulated cut does not reach the service worker: it would deliver what a tablet without a line can't.
    const session = await browser.newBrowserCDPSession()
    await session.send('Browser.setPermission', {
      permission: { name: 'background-sync' },
      setting: 'denied',
    })
    const context = browser.contexts()[0]!
    // Ends only what hangs.
    context.setDefaultTimeout(60_000)
    return new Tablet(folder, child, browser, context)
  }

  /** A page of the given size, a tablet's by default. */
  async page(width = 1280, height = 800): Promise<Page> {
    const page = await this.context.newPage()
    await page.setViewportSize({ width, height })
    return page
  }

  /** Ends every process of the browser at once, without letting it write anything. */
  async kill(): Promise<void> {
    const gone = new Promise((resolve) => this.process.once('exit', resolve))
    process.kill(-this.process.pid!, 'SIGKILL')
    await gone
  }

  /** Ends the browser as a person closes it. */
  async close(): Promise<void> {
    const gone = new Promise((resolve) => this.process.once('exit', resolve))
    const session = await this.browser.newBrowserCDPSession()
    await session.send('Browser.close').catch(() => undefined)
    await gone
  }

  /** Closes the browser and removes the profile. */
  async discard(): Promise<void> {
    if (this.process.exitCode === null && this.process.signalCode === null) await this.kill()
    await rm(this.profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
  }
}
