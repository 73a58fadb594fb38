import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Tablet } from './chromium.ts'
import { SchoolServer } from './school-server.ts'
import { choosePin, firstSignIn, invitation, password } from './teacher.ts'

describe('one person on two devices', () => {
  let server: SchoolServer
  let first: Tablet
  let second: Tablet
  let page: Page
  let other: Page
  let login: string

  beforeAll(async () => {
    server = await SchoolServer.demo()
    login = invitation(server, 'может заменить').login
    first = await Tablet.start()
    second = await Tablet.start()
    page = await firstSignIn(first, server, 'может заменить')
    other = await second.page()
    await other.goto(server.url)
    await other.getByRole('button', { name: 'У меня уже есть пароль' }).click()
    await withPassword(other, login)
    await choosePin(other)
    await other.getByText('Всё на сервере').first().waitFor()
  }, 200_000)

  afterAll(async () => {
    await first?.discard()
    await second?.discard()
    await server?.discard()
  })

  test('a lost device is cut off from the other one, at once', async () => {
    await page.getByRole('link', { name: 'Ещё' }).click()
    await page.getByRole('link', { name: 'Отправка' }).click()
    await page.getByRole('link', { name: 'Мои устройства' }).click()
    await page.getByRole('button', { name: 'Отключить' }).click()
    await page.getByRole('button', { name: 'Отключить' }).last().click()
    await other.getByText('Этот планшет отключён школой').waitFor()
    await page.getByRole('button', { name: 'Отключить' }).waitFor({ state: 'detached' })
  })

  test('signing in on it again with the password goes on under the same device', async () => {
    await other.getByRole('button', { name: 'Войти снова' }).click()
    await withPassword(other, login)
    await other.getByText('Этот планшет отключён школой').waitFor({ state: 'detached' })
    await other.getByText('Всё на сервере').first().waitFor()
  })

  test('who signs in where he is already is led to his PIN, and told what starting anew costs', async () => {
    await other
      .getByRole('button', { name: /Закрыть на ПИН/ })
      .first()
      .click()
    await other.getByRole('button', { name: 'Другой человек' }).click()
    await other.getByRole('button', { name: 'Войти другому человеку' }).click()
    await other.getByRole('button', { name: 'У меня уже есть пароль' }).click()
    await withPassword(other, login)
    await other.getByRole('heading', { name: 'Вы уже есть на этом планшете' }).waitFor()
    await other.getByRole('button', { name: 'Ввести ПИН' }).click()
    await other.getByLabel('Ваш ПИН').waitFor()
    expect(await other.getByRole('navigation').count()).toBe(0)
  })
})

async function withPassword(page: Page, login: string): Promise<void> {
  await page.getByLabel('Логин').fill(login)
  await page.getByLabel('Пароль').fill(password)
  await page.getByRole('button', { name: 'Войти', exact: true }).click()
}
