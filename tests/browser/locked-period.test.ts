import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Tablet } from './chromium.ts'
import { SchoolServer } from './school-server.ts'
import { firstSignIn, unlock } from './teacher.ts'

describe('a lesson marked after the office locked the period', () => {
  let server: SchoolServer
  let teacher: Tablet
  let office: Tablet
  let teacherPage: Page
  let officePage: Page

  beforeAll(async () => {
    server = await SchoolServer.demo()
    teacher = await Tablet.start()
    office = await Tablet.start()
    await firstSignIn(teacher, server, 'сейчас урок в 7А')
    officePage = await firstSignIn(office, server, 'завуч')
    // From here on the teacher's tablet has no line.
    await teacher.close()
    teacher = await Tablet.start(teacher.profile)
    await teacher.context.setOffline(true)
    teacherPage = await teacher.page()
    await unlock(teacherPage, server)
  }, 200_000)

  afterAll(async () => {
    await teacher?.discard()
    await office?.discard()
    await server?.discard()
  })

  test('is marked offline while the office locks the period', async () => {
    await teacherPage.getByRole('link', { name: 'Отметить явку' }).click()
    await radio(teacherPage, 0, 'нет на уроке').click()
    await teacherPage.getByRole('button', { name: 'Остальные на уроке' }).click()
    await teacherPage.getByText('ждёт отправки 5').waitFor()

    await officePage.getByRole('link', { name: 'Школа', exact: true }).click()
    await officePage.getByRole('link', { name: 'Учебные периоды' }).click()
    const period = officePage
      .getByRole('listitem')
      .filter({ hasText: 'II четверть' })
      .filter({ hasText: 'идёт сейчас' })
    await period.getByRole('button', { name: 'Закрыть' }).click()
    await period.getByRole('button', { name: 'Закрыть' }).last().click()
    await period.getByText('закрыт', { exact: true }).waitFor()
    await officePage.getByText('Всё на сервере').first().waitFor()
  })

  test("arrives, does not count, and stands in the teacher's tray with the reason", async () => {
    await teacher.context.setOffline(false)
    await teacherPage.getByText('Всё на сервере').first().waitFor({ timeout: 60_000 })
    await teacherPage.getByText(/Период закрыт \(II четверть\)/).waitFor()
    // Nobody reads it as a roll that was taken.
    expect(await teacherPage.getByText('Явка отмечена').count()).toBe(0)
    await teacherPage
      .getByRole('link', { name: /Сегодня/ })
      .first()
      .click()
    await teacherPage.getByRole('link', { name: /Не принято: 5 записей/ }).click()
    await teacherPage.getByRole('heading', { name: 'Не принято' }).waitFor()
    await teacherPage.getByText('период был закрыт').first().waitFor()
    const items = teacherPage.getByRole('listitem').filter({ hasText: '7А' })
    expect(await items.count()).toBe(5)
    await items.filter({ hasText: 'явка Н' }).waitFor()
  })

  test('does not hold up what the same tablet writes later', async () => {
    const period = officePage
      .getByRole('listitem')
      .filter({ hasText: 'II четверть' })
      .filter({ hasText: 'идёт сейчас' })
    await period.getByRole('button', { name: 'Открыть' }).click()
    await officePage.getByText('Всё на сервере').first().waitFor()
    await teacherPage
      .getByRole('link', { name: /Сегодня/ })
      .first()
      .click()
    await teacherPage.getByRole('link', { name: 'Отметить явку' }).click()
    await radio(teacherPage, 1, 'нет на уроке').click()
    await teacherPage.getByRole('button', { name: 'Остальные на уроке' }).click()
    await teacherPage.getByText('Явка отмечена').waitFor()
    await teacherPage.getByText('Отсутствуют 1').waitFor()
    await teacherPage.getByText('Всё на сервере').first().waitFor()
    await officePage.getByRole('link', { name: 'Школа сегодня' }).click()
    await officePage.getByRole('row', { name: /7А/ }).getByText(/нет 1/).first().waitFor()
  })
})

function radio(page: Page, pupil: number, presence: string) {
  return page.getByRole('radiogroup').nth(pupil).getByRole('radio', { name: presence })
}
