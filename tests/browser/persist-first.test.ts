import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { decodeDeviceFrame, decodeRelayFrame } from '../../src/sync/frames.ts'
import { Tablet } from './chromium.ts'
import { SchoolServer } from './school-server.ts'
import { firstSignIn } from './teacher.ts'

/** In the page: while `held`, no write transaction of IndexedDB commits, for each asks for one thing more. */
function holdCommits(): void {
  const disk = globalThis as unknown as { held: boolean }
  const { transaction } = IDBDatabase.prototype
  const { commit } = IDBTransaction.prototype
  IDBTransaction.prototype.commit = function () {
    if (!disk.held) commit.call(this)
  }
  IDBDatabase.prototype.transaction = function (names, mode, options) {
    const made = transaction.call(this, names, mode, options)
    const store = made.objectStore(made.objectStoreNames[0]!)
    const askAgain = () => {
      if (disk.held) store.count().onsuccess = askAgain
    }
    if (mode === 'readwrite') askAgain()
    return made
  }
}

const patience = { timeout: 30_000 }

let server: SchoolServer
let tablet: Tablet
let page: Page
/** Kinds of frames that left the tablet, and that came to it. */
const sent: string[] = []
const came: string[] = []

beforeAll(async () => {
  server = await SchoolServer.demo()
  tablet = await Tablet.start()
  await tablet.context.addInitScript(holdCommits)
  tablet.context.on('page', (opened) =>
    opened.on('websocket', (socket) => {
      socket.on('framesent', ({ payload }) => {
        sent.push(decodeDeviceFrame(new Uint8Array(payload as Buffer)).frame.kind)
      })
      socket.on('framereceived', ({ payload }) => {
        came.push(decodeRelayFrame(new Uint8Array(payload as Buffer)).frame.kind)
      })
    }),
  )
  page = await firstSignIn(tablet, server, 'сейчас урок в 7А')
  await page.getByRole('link', { name: 'Отметить явку' }).click()
  await page.getByRole('radiogroup').first().waitFor()
}, 120_000)

afterAll(async () => {
  await tablet?.discard()
  await server?.discard()
})

test('STORE1: what is entered shows at once, and nothing of it leaves the tablet before its transaction has committed', async () => {
  await page.evaluate(() => Object.assign(globalThis, { held: true }))
  sent.length = 0
  const [first, second] = await page.getByRole('radiogroup').all()
  await first!.getByRole('radio', { name: 'нет на уроке' }).click()
  await second!.getByRole('radio', { name: 'опоздание' }).click()
  expect(await first!.locator('input:checked').getAttribute('aria-label')).toBe('нет на уроке')

  // The line works: asked twice whether it does, the relay answers. Who did not wait would have sent by then.
  for (let pongs = 1; pongs <= 2; pongs++) {
    came.length = 0
    await page.evaluate(() => dispatchEvent(new Event('online')))
    await expect.poll(() => came, patience).toContain('pong')
  }
  expect(sent).not.toContain('update')

  await page.evaluate(() => Object.assign(globalThis, { held: false }))
  await expect.poll(() => sent, patience).toContain('update')
  await page.getByText('Сохранено на планшете').waitFor({ state: 'detached' })
})
