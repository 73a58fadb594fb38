import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { outboxSyncTag } from '../../src/pwa/outbox-sync-tag.ts'
import { SchoolNetwork } from '../sync/school-network.ts'
import { Tablet } from './chromium.ts'
import { delivered, give, go } from './journal-steps.ts'
import { cutLine, mendLine } from './line-of-tablet.ts'
import { SchoolServer } from './school-server.ts'
import {
  choosePin,
  everythingHere,
  firstSignIn,
  invitation,
  password,
  pin,
  type Served,
  unlock,
} from './teacher.ts'

const day = 86_400_000

describe('tablets that are closed, lost, left or wrong in time', () => {
  let server: SchoolServer
  /** Between the teacher's tablet and the server. */
  let network: SchoolNetwork
  let served: Served
  let tablet: Tablet
  let office: Tablet
  let page: Page
  let officePage: Page
  let folder: string
  let login: string
  let lesson: string
  let roll: string[]

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'carried-'))
    server = await SchoolServer.demo()
    network = await SchoolNetwork.before(server.port)
    served = { url: network.url, output: server.output }
    login = invitation(server, 'сейчас урок в 7А').login
    tablet = await Tablet.start()
    office = await Tablet.start()
    page = await firstSignIn(tablet, served, 'сейчас урок в 7А')
    officePage = await firstSignIn(office, server, 'завуч')
    await page.getByRole('link', { name: 'Отметить явку' }).click()
    await page.getByRole('radiogroup').first().waitFor()
    lesson = await page.evaluate(() => location.hash)
    roll = await page
      .getByRole('radiogroup')
      .evaluateAll((groups) => groups.map((group) => group.getAttribute('aria-label')!.replace('Явка: ', '')))
    await page.getByRole('button', { name: 'Все на уроке' }).click()
    await page.getByText('Явка отмечена').waitFor()
    // Started anew, the tablet counts what waits from its disk.
    await unlock(page, served)
    await everythingHere(page)
  }, 200_000)

  afterAll(async () => {
    await tablet?.discard()
    await office?.discard()
    await network?.stop()
    await server?.discard()
    await rm(folder, { recursive: true, force: true })
  })

  /** A mark of the lesson, given without a line; one entry waits then. */
  async function markOffline(pupil: string, mark: string): Promise<void> {
    await cutLine(tablet, network)
    await go(page, lesson)
    await give(page, pupil, mark)
    await page.getByText('ждёт отправки 1').waitFor()
  }

  /** A pupil's cell of the lesson in the journal that the office looks at. */
  async function officeCell(pupil: string) {
    const [, , journal] = lesson.split('/')
    await go(officePage, `#/journal/${journal}`)
    // The demo school's day is the 24th of November, and its lesson the last.
    const head = officePage.locator('[data-cell^="-1:"]').filter({ hasText: '24' }).last()
    const [, column] = (await head.getAttribute('data-cell'))!.split(':')
    return officePage.getByRole('row').filter({ hasText: pupil }).locator(`[data-cell$=":${column}"]`)
  }

  /** Waits until the office sees a pupil's mark of the lesson. */
  async function officeSees(pupil: string, mark: string): Promise<void> {
    await (await officeCell(pupil)).filter({ hasText: mark }).waitFor()
  }

  async function signInAgain(): Promise<void> {
    const form = page.getByLabel('Логин')
    const offered = page.getByRole('button', { name: 'У меня уже есть пароль' })
    await form.or(offered).first().waitFor()
    if (await offered.isVisible()) await offered.click()
    await form.fill(login)
    await page.getByLabel('Пароль').fill(password)
    await page.getByRole('button', { name: 'Войти', exact: true }).click()
    // From then on the tablet can ask, locked as it may be, how the school stands to it.
    const known = page.waitForResponse(/api\/device\/share/)
    await choosePin(page)
    await known
    await everythingHere(page)
  }

  /** Databases of people that the tablet still has. */
  const journalsHere = () =>
    page.evaluate(async () =>
      (await indexedDB.databases()).flatMap(({ name }) => (/^parta-./.test(name!) ? name! : [])),
    )

  /** Opens the teacher among the people of the school. */
  async function openTeacher() {
    await go(officePage, '#/people')
    const card = officePage.getByRole('listitem').filter({ hasText: `Логин: ${login}.` })
    await card.getByRole('button', { name: /^Открыть: / }).click()
    return card
  }

  test('OUT1: what waits is delivered by the service worker after the app was closed, locked by the PIN as it is', async () => {
    await markOffline(roll[0]!, '5')
    await page.close()
    await mendLine(tablet, network)
    const bare = await tablet.page()
    await bare.goto(`${served.url}/favicon.svg`)
    const worker = await tablet.context.newCDPSession(bare)
    const registration = new Promise<string>((resolve) => {
      worker.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
        const ours = registrations.find(({ scopeURL }) => scopeURL === `${served.url}/`)
        if (ours) resolve(ours.registrationId)
      })
    })
    await worker.send('ServiceWorker.enable')
    await worker.send('ServiceWorker.dispatchSyncEvent', {
      origin: served.url,
      registrationId: await registration,
      tag: outboxSyncTag,
      lastChance: false,
    })
    await officeSees(roll[0]!, '5')
    await bare.close()
  })

  test('OUT3: the tablet hears of it with its next connection', async () => {
    await cutLine(tablet, network)
    page = await tablet.page()
    await unlock(page, served)
    await page.getByText('1 запись ждёт отправки').first().waitFor()
    await mendLine(tablet, network)
    await delivered(page)
  })

  test('OUT1: what waits is saved as a file and sent from a computer where nobody is signed in', async () => {
    await markOffline(roll[1]!, '4')
    await go(page, '#/sync')
    const sealed = await savedFile(tablet, () =>
      page.getByRole('button', { name: 'Сохранить файлом' }).click(),
    )
    expect(sealed).toMatch(/^PARTA-1\n/)
    expect(sealed).not.toContain('mark')
    await page.getByText(/Файл .*\.parta сохранён/).waitFor()
    const [file] = (await readdir(folder)).filter((name) => name.endsWith('.parta'))

    const computer = await office.browser.newContext()
    const carrier = await computer.newPage()
    await carrier.goto(`${server.url}/#/carry`)
    await carrier.locator('input[data-outbox]').setInputFiles(join(folder, file!))
    await carrier.getByText('На сервере: 1 запись').waitFor()
    await computer.close()
    await officeSees(roll[1]!, '4')
    await mendLine(tablet, network)
    await delivered(page)
  })

  test('signing out waits until all is on the server, and leaves nothing on the tablet', async () => {
    await markOffline(roll[2]!, '3')
    await go(page, '#/more')
    await page.getByText('Ещё не на сервере: 1 запись').waitFor()
    const out = page.getByRole('button', { name: 'Выйти и стереть мои записи с планшета' })
    expect(await out.count()).toBe(0)
    await mendLine(tablet, network)
    await out.click()
    await page.getByRole('button', { name: 'Выйти', exact: true }).click()
    await page.getByLabel('Логин').waitFor()
    expect(await journalsHere()).toEqual([])
    await officeSees(roll[2]!, '3')
    await signInAgain()
  })

  test('SEAL8: a tablet that the office forgets delivers what waits, then wipes itself and says so', async () => {
    await markOffline(roll[3]!, '5')
    const card = await openTeacher()
    await card.getByRole('button', { name: 'Забыть планшет' }).click()
    await card.getByRole('button', { name: 'Забыть планшет' }).last().click()
    await officePage.getByText(/^Устройство «.*» отключено/).waitFor()
    expect(await journalsHere()).toHaveLength(1)
    await mendLine(tablet, network)
    await page.getByText('Журналы стёрты с этого планшета').waitFor()
    await page.getByText(/школа забыла этот планшет/).waitFor()
    expect(await journalsHere()).toEqual([])
    await officeSees(roll[3]!, '5')
    await page.getByRole('button', { name: 'Понятно' }).click()
    await signInAgain()
  })

  test('SEAL8: before a tablet forgets for want of a line its person is warned', async () => {
    await cutLine(tablet, network)
    await page.clock.install({ time: Date.now() + 50 * day })
    await unlock(page, served)
    await page.getByText('Планшет не был на связи: 50 дней').waitFor()
    await page.getByText('через 10 дней Парта сотрёт журналы').waitFor()
    await page.close()
  })

  test('SEAL8: after so many days without a line it forgets: nothing of the journals is on it any more', async () => {
    page = await tablet.page()
    await page.clock.install({ time: Date.now() + 61 * day })
    await page.goto(served.url)
    await page.getByText('Журналы стёрты с этого планшета').waitFor()
    await page.getByText(/слишком долго не выходил на связь/).waitFor()
    expect(await journalsHere()).toEqual([])
    await page.close()
    await mendLine(tablet, network)
    page = await tablet.page()
    await page.goto(served.url)
    await signInAgain()
    await page.close()
  })

  test('a clock a month ahead is named, and the history of an entry has the time of the server beside its own', async () => {
    page = await tablet.page()
    await page.clock.install({ time: Date.now() + 31 * day })
    await unlock(page, served)
    await page.getByText('Часы планшета спешат на 31 день').waitFor()
    await go(page, lesson)
    await give(page, roll[4]!, '4')
    await delivered(page)
    await page.getByRole('button', { name: `Отметка 4, ${roll[4]}. Изменить` }).click()
    await page.getByRole('button', { name: 'Пересдача, пояснение, замечание' }).click()
    await page
      .getByRole('complementary', { name: roll[4]! })
      .getByText(/^на планшете \d\d:\d\d, на сервере 24\.11, \d\d:\d\d$/)
      .first()
      .waitFor()
  })

  test('SEAL7, SEAL8: who was closed out while his tablet lay locked still delivers, by PIN and line; then it wipes itself', async () => {
    await markOffline(roll[5]!, '5')
    await page.close()
    const card = await openTeacher()
    await card.getByRole('button', { name: 'Закрыть вход' }).click()
    await card.getByRole('button', { name: 'Закрыть вход' }).last().click()
    await officePage
      .getByText(/вход закрыт/)
      .first()
      .waitFor()
    await mendLine(tablet, network)
    page = await tablet.page()
    await page.goto(served.url)
    await page.getByLabel('Ваш ПИН').fill(pin)
    await page.keyboard.press('Enter')
    await page.getByText('Журналы стёрты с этого планшета').waitFor()
    await page.getByText(/школа закрыла вход/).waitFor()
    expect(await journalsHere()).toEqual([])
    await officeSees(roll[5]!, '5')
  })

  test('the office reads in the cell what the server received, from whom and in which order, and saves it', async () => {
    await (await officeCell(roll[5]!)).click()
    const panel = officePage.getByRole('complementary', { name: roll[5]! })
    await panel.getByRole('button', { name: 'Показать', exact: true }).click()
    await panel.getByText(/^Проверено: в журнале записей ничего не изменено/).waitFor()
    const entry = panel
      .getByRole('listitem')
      .filter({ hasText: /отметка: 5.*учитель предмета.*устройство «Linux/ })
    // The tablet's clock is a month ahead, still.
    await entry.getByText(/^записано 25\.12, \d\d:\d\d, получено \d\d:\d\d$/).waitFor()
    const saved = await savedFile(office, () =>
      panel.getByRole('button', { name: 'Сохранить выписку' }).click(),
    )
    expect(saved).toContain(`Ученик: ${roll[5]}`)
    expect(saved).toContain('Цепочка записей проверена: цела')
  })

  /** What the browser saves when that is done. */
  async function savedFile(where: Tablet, act: () => Promise<void>): Promise<string> {
    const session = await where.browser.newBrowserCDPSession()
    await session.send('Browser.setDownloadBehavior', {
      behavior: 'allow',
      downloadPath: folder,
      eventsEnabled: true,
    })
    const name = new Promise<string>((resolve) => {
      session.on('Browser.downloadWillBegin', ({ suggestedFilename }) => resolve(suggestedFilename))
    })
    const done = new Promise<void>((resolve) => {
      session.on('Browser.downloadProgress', ({ state }) => state === 'completed' && resolve())
    })
    await act()
    await done
    return readFile(join(folder, await name), 'utf8')
  }
})
