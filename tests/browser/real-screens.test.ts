import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Tablet } from './chromium.ts'
import { faults } from './faults.ts'
import { SchoolServer } from './school-server.ts'
import { firstSignIn, invitation, pin } from './teacher.ts'

/** The screens as people have them: the built app, a real server, a demo school's data. */
describe('every real screen', () => {
  let server: SchoolServer
  const tablets: Tablet[] = []
  let teacher: Page
  let classTeacher: Page
  let office: Page

  beforeAll(async () => {
    server = await SchoolServer.demo()
    const signIn = async (who: string) => {
      const tablet = await Tablet.start()
      tablets.push(tablet)
      return firstSignIn(tablet, server, who)
    }
    const [lesson, own] = ['сейчас урок в 7А', 'классный руководитель 7А']
    teacher = await signIn(lesson)
    // At some lessons they are one person.
    const both = invitation(server, lesson).login === invitation(server, own).login
    classTeacher = both ? teacher : await signIn(own)
    office = await signIn('завуч')
  })

  afterAll(async () => {
    for (const tablet of tablets) await tablet.discard()
    await server?.discard()
  })

  test('the app can be installed', async () => {
    const session = await teacher.context().newCDPSession(teacher)
    const { installabilityErrors } = await session.send('Page.getInstallabilityErrors')
    expect(installabilityErrors).toEqual([])
    await session.detach()
  })

  for (const device of [
    { name: 'tablet, light', width: 1280, height: 800, theme: 'light' },
    { name: 'phone, dark', width: 390, height: 844, theme: 'dark' },
  ] as const) {
    test(`has no accessibility violation and nothing sticks out sideways: ${device.name}`, {
      timeout: 180_000,
    }, async () => {
      const found: string[] = []
      for (const page of [teacher, classTeacher, office]) {
        await page.setViewportSize(device)
        await page.emulateMedia({ colorScheme: device.theme })
      }
      const look = async (page: Page, screen: string) => found.push(...(await faultsOf(page, screen)))

      await open(teacher, '#/today', /[а-я]+, \d+/i)
      await look(teacher, 'today')
      const lesson = await hrefOf(teacher, 'a[href*="/lesson/2026-7a"], a[href*="/lesson/"]')
      await open(teacher, '#/journals', 'Журналы')
      await look(teacher, 'journals')
      const journal = await hrefOf(teacher, 'a[href^="#/journal/"]')
      for (const [hash, heading] of [
        ['#/more', 'Ещё'],
        ['#/sync', 'Отправка на сервер'],
        ['#/notAccepted', 'Не принято'],
        ['#/quarantine', 'Отложено'],
        ['#/devices', 'Мои устройства'],
      ] as const) {
        await open(teacher, hash, heading)
        await look(teacher, hash)
      }
      await open(classTeacher, '#/reason', /^7А/)
      await look(classTeacher, 'reasons')
      await open(teacher, lesson, /урок/)
      await look(teacher, 'lesson')
      await teacher
        .getByRole('button', { name: /Поставить отметку/ })
        .first()
        .click()
      await teacher.getByRole('dialog').waitFor()
      await look(teacher, 'mark pad')
      await teacher.keyboard.press('Escape')
      await teacher.getByRole('button', { name: 'Отметки подряд' }).click()
      await look(teacher, 'marks in a row')
      await teacher.getByRole('button', { name: 'Готово' }).click()
      await open(teacher, journal, /./)
      await teacher.getByRole('grid').waitFor()
      await look(teacher, 'journal')
      await teacher.locator('[data-cell="1:1"]').click()
      await teacher.getByRole('complementary').waitFor()
      await look(teacher, 'cell')
      await lockAndOpen(teacher, look)

      for (const [hash, heading] of [
        ['#/board', 'Школа сегодня'],
        ['#/setup', 'Школа'],
        ['#/substitutions', 'Замены'],
        ['#/periods', 'Учебные периоды'],
        ['#/keeping/teachers', 'Ведение журналов'],
        ['#/duties', 'Обязанности классных руководителей'],
        ['#/school-reports/summary', 'Отчёты школы'],
        ['#/remarks', 'Замечания'],
        ['#/hours', 'Часы учителей'],
        ['#/log', 'Кто что сделал'],
        ['#/today', /[а-я]+, \d+/i],
      ] as const) {
        await open(office, hash, heading)
        await look(office, `office ${hash}`)
      }
      expect(found).toEqual([])
    })
  }

  test('a screen that fails says so, and the other sections go on', async () => {
    await office.evaluate(() => {
      const { findLast } = Array.prototype
      Object.assign(window, { mend: () => Object.assign(Array.prototype, { findLast }) })
      Array.prototype.findLast = () => {
        throw new TypeError('broken by a test')
      }
    })
    await open(office, '#/papers', 'Экран не открылся')
    expect(await faultsOf(office, 'failed')).toEqual([])
    await open(office, '#/board', 'Школа сегодня')
    await office.evaluate('mend()')
    await open(office, '#/papers', 'Бумажные копии')
  })
})

/** The lock of the device, the list of people, a forgotten PIN; then back to work. */
async function lockAndOpen(
  page: Page,
  look: (page: Page, screen: string) => Promise<unknown>,
): Promise<void> {
  await page
    .getByRole('button', { name: /Закрыть на ПИН/ })
    .filter({ visible: true })
    .click()
  await page.getByLabel('Ваш ПИН').waitFor()
  await look(page, 'lock')
  await page.getByRole('button', { name: 'Другой человек' }).click()
  await page.getByRole('heading', { name: 'Кто работает?' }).waitFor()
  await look(page, 'people')
  await page.getByRole('button', { name: /\./ }).first().click()
  await page.getByRole('button', { name: 'Забыли ПИН?' }).click()
  await look(page, 'forgotten PIN')
  await page.getByRole('button', { name: /Вспомнил/ }).click()
  await page.getByLabel('Ваш ПИН').fill(pin)
  await page.keyboard.press('Enter')
  await page.getByRole('navigation').first().waitFor()
}

/** Goes to an address and waits for its heading; rejects with what the page shows instead. */
async function open(page: Page, hash: string, heading: string | RegExp): Promise<void> {
  await page.evaluate((to) => {
    location.hash = to
  }, hash)
  await page
    .getByRole('heading', { level: 1, name: heading })
    .waitFor()
    .catch(async (error: Error) => {
      const shown = await page.evaluate(() => `${location.hash}: ${document.body.textContent}`)
      throw new Error(`${error.message}\n${shown}`)
    })
  // A key keeps the session from locking itself.
  await page.keyboard.press('Shift')
}

async function hrefOf(page: Page, selector: string): Promise<string> {
  return (await page.locator(selector).first().getAttribute('href'))!
}

/** What is wrong with the screen as it stands. */
async function faultsOf(page: Page, screen: string): Promise<string[]> {
  const found = (await faults(page)).map((fault) => `${screen}: ${fault}`)
  const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  return over > 0 ? [...found, `${screen}: ${over} px wider than the screen`] : found
}
