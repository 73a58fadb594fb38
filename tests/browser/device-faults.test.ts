import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { decodeDeviceFrame, decodeRelayFrame } from '../../src/sync/frames.ts'
import { SchoolNetwork } from '../sync/school-network.ts'
import { Tablet } from './chromium.ts'
import { delivered, give, go } from './journal-steps.ts'
import { cutLine, mendLine } from './line-of-tablet.ts'
import { SchoolServer } from './school-server.ts'
import { choosePin, firstSignIn, invitation, password, type Served, unlock } from './teacher.ts'

/** What the page's disk is made to do. */
interface Disk {
  /** No write transaction commits. */
  held: boolean
  connections: Set<IDBDatabase>
}

/** In the page: while `held`, no write transaction of IndexedDB commits, for each asks for one thing more. */
function watchDisk(): void {
  const disk = globalThis as unknown as Disk
  disk.connections = new Set()
  const { transaction } = IDBDatabase.prototype
  const { commit } = IDBTransaction.prototype
  IDBTransaction.prototype.commit = function () {
    if (!disk.held) commit.call(this)
  }
  IDBDatabase.prototype.transaction = function (names, mode, options) {
    disk.connections.add(this)
    const made = transaction.call(this, names, mode, options)
    const store = made.objectStore(made.objectStoreNames[0]!)
    const askAgain = () => {
      if (disk.held) store.count().onsuccess = askAgain
    }
    if (mode === 'readwrite') askAgain()
    return made
  }
}

/** In the page: breaks what is sealed in a person's rows: of those that wait, or of those that the server has. */
async function breakRows(which: 'waiting' | 'receipted'): Promise<void> {
  const { name } = (await indexedDB.databases()).find((one) => /^parta-./.test(one.name!))!
  await new Promise<void>((resolve, reject) => {
    const opening = indexedDB.open(name!)
    opening.onerror = () => reject(opening.error)
    opening.onsuccess = () => {
      const changing = opening.result.transaction(['rows', 'snapshots'], 'readwrite')
      const rows = changing.objectStore('rows')
      changing.objectStore('snapshots').clear()
      rows.openCursor().onsuccess = ({ target }) => {
        const cursor = (target as IDBRequest<IDBCursorWithValue | null>).result
        if (!cursor) return
        const waits = cursor.value.since !== undefined
        if (waits === (which === 'waiting')) cursor.update({ ...cursor.value, blob: new Uint8Array(40) })
        cursor.continue()
      }
      changing.oncomplete = () => {
        opening.result.close()
        resolve()
      }
      changing.onabort = () => reject(changing.error)
    }
  })
}

const patience = { timeout: 30_000 }

let server: SchoolServer
/** Between the tablet and the server. */
let network: SchoolNetwork
let served: Served
let tablet: Tablet
let page: Page
let roll: string[]
let lesson: string
/** Kinds of frames that left the tablet, and that came to it. */
const sent: string[] = []
const came: string[] = []
/** Called when a frame of entries is on its way. */
let onUpdate = () => {}

beforeAll(async () => {
  server = await SchoolServer.demo()
  network = await SchoolNetwork.before(server.port)
  served = { url: network.url, output: server.output }
  tablet = await Tablet.start()
  await watch()
  page = await firstSignIn(tablet, served, 'сейчас урок в 7А')
  await page.getByRole('link', { name: 'Отметить явку' }).click()
  await page.getByRole('radiogroup').first().waitFor()
  lesson = await page.evaluate(() => location.hash)
  roll = await page
    .getByRole('radiogroup')
    .evaluateAll((groups) => groups.map((group) => group.getAttribute('aria-label')!.replace('Явка: ', '')))
})

/** Watches what the tablet's pages do with disk and line. */
async function watch(): Promise<void> {
  await tablet.context.addInitScript(watchDisk)
  tablet.context.on('page', (opened) =>
    opened.on('websocket', (socket) => {
      socket.on('framesent', ({ payload }) => {
        const { kind } = decodeDeviceFrame(new Uint8Array(payload as Buffer)).frame
        sent.push(kind)
        if (kind === 'update') onUpdate()
      })
      socket.on('framereceived', ({ payload }) => {
        came.push(decodeRelayFrame(new Uint8Array(payload as Buffer)).frame.kind)
      })
    }),
  )
}

/** The tablet is switched on again, as it was. */
async function restart(): Promise<void> {
  tablet = await Tablet.start(tablet.profile)
  await watch()
  page = await tablet.page()
  sent.length = 0
}

afterAll(async () => {
  await tablet?.discard()
  await network?.stop()
  await server?.discard()
})

/** Two words and two answers over the line: who did not wait for the disk would have sent by then. */
async function lineWorks(): Promise<void> {
  for (let pongs = 1; pongs <= 2; pongs++) {
    came.length = 0
    await page.evaluate(() => dispatchEvent(new Event('online')))
    await expect.poll(() => came, patience).toContain('pong')
  }
}

const mark = (pupil: string, value: string) =>
  page.getByRole('button', { name: `Отметка ${value}, ${pupil}. Изменить` }).first()

test('STORE1: what is entered shows at once, and nothing of it leaves the tablet before its transaction has committed', async () => {
  await page.evaluate(() => Object.assign(globalThis, { held: true }))
  sent.length = 0
  const [first, second] = await page.getByRole('radiogroup').all()
  await first!.getByRole('radio', { name: 'нет на уроке' }).click()
  await second!.getByRole('radio', { name: 'опоздание' }).click()
  expect(await first!.locator('input:checked').getAttribute('aria-label')).toBe('нет на уроке')
  await lineWorks()
  expect(sent).not.toContain('update')

  await page.evaluate(() => Object.assign(globalThis, { held: false }))
  await expect.poll(() => sent, patience).toContain('update')
  await page.getByText('Сохранено на планшете').waitFor({ state: 'detached' })
})

test('STORE1: a tablet that dies as the entry leaves has it on its disk', async () => {
  const dead = new Promise<void>((resolve, reject) => {
    onUpdate = () => {
      onUpdate = () => {}
      tablet.kill().then(resolve, reject)
    }
  })
  await page.getByRole('button', { name: `Поставить отметку: ${roll[4]}` }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: '5', exact: true })
    .click()
    .catch(() => undefined) // the tablet may be faster dead than the tap answered
  await dead

  await restart()
  await cutLine(tablet, network)
  await unlock(page, served)
  await go(page, lesson)
  await mark(roll[4]!, '5').waitFor()
  await mendLine(tablet, network)
  await delivered(page)
})

test('STORE5: on a full disk the journal opens and nothing leaves unwritten; the screen says what to do, and all goes on once there is room', async () => {
  await tablet.close()
  await restart()
  await page.goto(`${served.url}/favicon.svg`)
  const disk = await tablet.context.newCDPSession(page)
  await disk.send('Storage.overrideQuotaForOrigin', { origin: served.url, quotaSize: 1 })
  await unlock(page, served)
  await go(page, lesson)
  await give(page, roll[3]!, '4')
  await page.getByText('На устройстве кончилось место').waitFor()
  // No line comes up while its renewed tokens can't be kept, however often it is tried.
  for (let tries = 1; tries <= 2; tries++) {
    const tried = page.waitForResponse(/api\/refresh/)
    await page.evaluate(() => dispatchEvent(new Event('online')))
    await tried
  }
  expect(sent).not.toContain('update')
  expect(await mark(roll[3]!, '4').count()).toBe(1)

  await disk.send('Storage.overrideQuotaForOrigin', { origin: served.url })
  await expect.poll(() => sent, patience).toContain('update')
  await page.getByText('На устройстве кончилось место').waitFor({ state: 'detached' })
  await delivered(page)
})

test('STORE9: of two tabs each shows what the other enters, and all of it is delivered', async () => {
  await cutLine(tablet, network)
  const other = await tablet.page()
  await unlock(other, served)
  await go(other, lesson)
  await give(other, roll[5]!, '3')
  await mark(roll[5]!, '3').waitFor()
  await give(page, roll[6]!, '5')
  await other.getByRole('button', { name: `Отметка 5, ${roll[6]}. Изменить` }).waitFor()
  await mendLine(tablet, network)
  await delivered(page)
  await delivered(other)
  await other.close()
})

test('STORE12: connections to the database that die are opened again in the middle of a lesson', async () => {
  await page.evaluate(() => {
    const { connections } = globalThis as unknown as Disk
    const died = [...connections].map(
      (one) => new Promise((resolve) => one.addEventListener('close', resolve)),
    )
    Object.assign(globalThis, { died: Promise.race(died) })
  })
  const disk = await tablet.page()
  const itself = await disk.goto('chrome://indexeddb-internals').catch(() => null)
  if (itself) await disk.locator('.force-close').click()
  // A Chromium without pages of its own: the page does what the browser would.
  else
    await page.evaluate(() => {
      for (const connection of (globalThis as unknown as Disk).connections) {
        connection.close()
        connection.dispatchEvent(new Event('close'))
      }
    })
  await page.evaluate('died')
  await disk.close()
  await give(page, roll[7]!, '4')
  await delivered(page)
  await page.reload()
  await unlock(page, served)
  // A row whose commit was cut off half-known may stand there beside its successor: it leaves now, and counts once.
  await delivered(page)
  await go(page, lesson)
  await mark(roll[7]!, '4').waitFor()
})

test('STORE11: what is broken on the disk is counted and named if it had not left, and fetched again if it had', async () => {
  await cutLine(tablet, network)
  await give(page, roll[8]!, '5')
  await page.getByText('ждёт отправки 1').waitFor()
  await page.evaluate(breakRows, 'waiting' as const)
  await page.evaluate(breakRows, 'receipted' as const)
  await page.reload()
  await mendLine(tablet, network)
  await unlock(page, served)
  await page.getByText('Не читаются и потеряны: 1 запись').waitFor()
  await delivered(page)
  await go(page, lesson)
  await mark(roll[7]!, '4').waitFor()
  expect(await page.getByRole('button', { name: `Отметка 5, ${roll[8]}. Изменить` }).count()).toBe(0)
  await page.getByRole('button', { name: 'Понятно' }).click()
  await page.getByText('Не читаются и потеряны').waitFor({ state: 'detached' })
})

test('STORE12: when the browser throws the data away the screen says how much had not left, and the password brings the rest back', async () => {
  await cutLine(tablet, network)
  await give(page, roll[9]!, '5')
  await page.getByText('ждёт отправки 1').waitFor()
  const disk = await tablet.context.newCDPSession(page)
  await disk.send('Storage.clearDataForOrigin', { origin: served.url, storageTypes: 'indexeddb' })
  await page.getByText('Браузер стёр данные Парты').waitFor()
  await page.getByText('Не успели уйти и пропали: 1 запись').waitFor()
  await mendLine(tablet, network)
  await page.getByLabel('Логин').fill(invitation(server, 'сейчас урок в 7А').login)
  await page.getByLabel('Пароль').fill(password)
  await page.getByRole('button', { name: 'Войти', exact: true }).click()
  await choosePin(page)
  await delivered(page)
  await go(page, lesson)
  await mark(roll[7]!, '4').waitFor()
})
