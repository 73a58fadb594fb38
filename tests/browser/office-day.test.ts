import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Tablet } from './chromium.ts'
import { SchoolServer } from './school-server.ts'
import { firstSignIn, invitation, unlock } from './teacher.ts'

describe('a day of the office', () => {
  let server: SchoolServer
  let teacher: Tablet
  let office: Tablet
  let teacherPage: Page
  let officePage: Page
  /** «Вяткина Анна Андреевна» */
  let name: string

  beforeAll(async () => {
    server = await SchoolServer.demo()
    name = nameOf(server, invitation(server, 'сейчас урок в 7А').login)
    teacher = await Tablet.start()
    office = await Tablet.start()
    teacherPage = await firstSignIn(teacher, server, 'сейчас урок в 7А')
    officePage = await firstSignIn(office, server, 'завуч')
  }, 200_000)

  afterAll(async () => {
    await teacher?.discard()
    await office?.discard()
    await server?.discard()
  })

  test('a teacher is ill: the whole of tomorrow is given to colleagues, one lesson is taken back', async () => {
    await open(officePage, '#/substitutions', 'Замены')
    await officePage.getByRole('button', { name: 'Завтра' }).click()
    const absent = officePage.getByLabel('Кого нет')
    // Whoever has a few lessons on that day: who they are depends on the weekday.
    const choices = await absent.locator('option').allTextContents()
    const lessonsOf = (choice: string) => Number(/, (\d+) урок/.exec(choice)?.[1] ?? 0)
    const choice = choices.find((one) => lessonsOf(one) > 1 && lessonsOf(one) < 5)
    expect(choice).toBeDefined()
    await absent.selectOption({ label: choice! })
    const lessons = lessonsOf(choice!)
    await officePage.getByRole('button', { name: /Назначить всех/ }).click()
    await officePage.getByText('Все уроки отданы').waitFor()
    const withdraw = officePage.getByRole('button', { name: /Отменить замену/ })
    expect(await withdraw.count()).toBe(lessons)
    await withdraw.first().click()
    await officePage.getByRole('button', { name: /^Назначить замену/ }).waitFor()
    expect(await withdraw.count()).toBe(lessons - 1)
    await officePage.getByText('Всё на сервере').first().waitFor()
  })

  test('a remark from a gap is answered in the journal and closed', async () => {
    await open(officePage, '#/keeping/teachers', 'Ведение журналов')
    await officePage
      .getByRole('row', { name: new RegExp(name) })
      .getByRole('link')
      .click()
    await officePage.getByRole('heading', { level: 1, name }).waitFor()
    const remark = officePage.getByRole('button', { name: /^Замечание/ }).first()
    await remark.click()
    await officePage.getByRole('textbox', { name: 'Замечание' }).fill('Запишите задание, пожалуйста')
    await officePage.getByRole('button', { name: 'Отправить' }).click()
    await officePage.getByRole('button', { name: 'Отправить' }).waitFor({ state: 'detached' })

    await open(teacherPage, '#/today', /./)
    await teacherPage.getByRole('link', { name: /Замечание к журналу.*Запишите задание/ }).click()
    await teacherPage.getByText('Запишите задание, пожалуйста').waitFor()
    await teacherPage.getByRole('button', { name: 'Ответить' }).click()
    await teacherPage.getByLabel('Что сделано').fill('Записала')
    await teacherPage.getByRole('button', { name: 'Ответить' }).click()
    await teacherPage.getByText('Ответ учителя').waitFor()

    await open(officePage, '#/remarks', 'Замечания')
    const item = officePage.getByRole('listitem').filter({ hasText: 'Запишите задание' })
    await item.getByText('Записала').waitFor()
    await item.getByRole('button', { name: 'Снять замечание' }).click()
    await item.waitFor({ state: 'detached' })
    await teacherPage.getByText('Запишите задание, пожалуйста').waitFor({ state: 'detached' })
  })

  test('a request to open a locked period is granted by a permission, and what did not count is written again', async () => {
    // The teacher marks without a line while the office closes the period.
    await teacher.close()
    teacher = await Tablet.start(teacher.profile)
    await teacher.context.setOffline(true)
    teacherPage = await teacher.page()
    await unlock(teacherPage, server)
    await teacherPage.getByRole('link', { name: 'Отметить явку' }).click()
    await teacherPage
      .getByRole('button', { name: /на уроке/ })
      .last()
      .click()
    await teacherPage
      .getByText(/ждут отправки|ждёт отправки/)
      .first()
      .waitFor()
    await open(officePage, '#/periods', 'Учебные периоды')
    const period = officePage
      .getByRole('listitem')
      .filter({ hasText: 'II четверть' })
      .filter({ hasText: 'идёт сейчас' })
    await period.getByRole('button', { name: 'Закрыть' }).click()
    await period.getByRole('button', { name: 'Закрыть' }).last().click()
    await officePage.getByText('Всё на сервере').first().waitFor()
    await teacher.context.setOffline(false)
    await teacherPage.getByText('Всё на сервере').first().waitFor({ timeout: 60_000 })

    await open(teacherPage, '#/notAccepted', 'Не принято')
    await teacherPage.getByRole('button', { name: 'Попросить открыть период' }).click()
    await teacherPage.getByLabel('Зачем нужна правка').fill('Отмечала без связи')
    await teacherPage.getByRole('button', { name: 'Отправить просьбу' }).click()

    const request = officePage.getByRole('listitem').filter({ hasText: 'Отмечала без связи' })
    await request.getByRole('button', { name: 'Разрешить' }).click()
    await request.waitFor({ state: 'detached' })
    await officePage.getByText(/^можно до/).waitFor()

    await teacherPage.getByText(/Открыто для вас до/).waitFor()
    await teacherPage.getByRole('button', { name: /Записать снова/ }).click()
    await teacherPage.getByText('Всё на сервере').first().waitFor()
    await open(officePage, '#/log', 'Кто что сделал')
    await officePage.getByText(/ответ на просьбу: разрешено/).waitFor()
    await officePage.getByText(/разрешение правки: 7А/).waitFor()
  })
})

/** Goes to an address and waits for its heading. */
async function open(page: Page, hash: string, heading: string | RegExp): Promise<void> {
  await page.evaluate((to) => {
    location.hash = to
  }, hash)
  await page.getByRole('heading', { level: 1, name: heading }).waitFor()
}

function nameOf(server: SchoolServer, login: string): string {
  return /^\s*(.+?) \(/.exec(server.output.split('\n').find((line) => line.includes(`логин ${login},`))!)![1]!
}
