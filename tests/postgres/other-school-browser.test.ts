import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Tablet } from '../browser/chromium.ts'
import { faults } from '../browser/faults.ts'
import { choosePin, pin, signInWithCode, password as typed } from '../browser/teacher.ts'
import { TwoSchools } from './two-schools.ts'

let schools: TwoSchools
let tablet: Tablet
const at = (school: number) => schools.nodes[0]!.url.replace('127.0.0.1', schools.hosts[school]!)

beforeAll(async () => {
  schools = await TwoSchools.start('.localhost')
  tablet = await Tablet.start()
}, 240_000)
afterAll(async () => {
  await tablet?.discard()
  await schools?.stop()
})

async function enterPin(page: Page): Promise<void> {
  await page.getByLabel('Ваш ПИН').fill(pin)
  await page.keyboard.press('Enter')
}

test('a teacher links a second school once, and opens either by one tap', async () => {
  const page = await signInWithCode(tablet, { url: at(0) }, await schools.invite(0, 't1'))
  await page.getByRole('link', { name: 'Ещё' }).first().click()
  await page.getByRole('link', { name: 'Другая школа' }).click()
  expect(await faults(page)).toEqual([])
  await page.getByLabel('Адрес журнала другой школы').fill(`${at(1)}/#/today`)
  await page.getByLabel('Ваш пароль в этой школе').fill(typed)
  await page.keyboard.press('Enter')

  // There, with nothing but an invitation.
  await page.getByText('«Бабушкина Мария Олеговна»').waitFor()
  expect(page.url()).toBe(`${at(1)}/`)
  expect(await faults(page)).toEqual([])
  const { login, code } = await schools.invite(1, 't1')
  await page.getByRole('button', { name: 'У меня одноразовый код' }).click()
  await page.getByLabel('Логин').fill(login)
  await page.getByLabel('Одноразовый код').fill(code)
  await page.getByLabel('Придумайте пароль').fill(typed)
  await page.getByLabel('Пароль ещё раз').fill(typed)
  await page.keyboard.press('Enter')

  // Back, behind the PIN.
  await page.waitForURL(`${at(0)}/`)
  await enterPin(page)
  await page.getByText('Школы связаны.').waitFor()
  await page.getByRole('button', { name: /^Открыть: / }).click()
  await page.getByText('впервые').waitFor()
  await enterPin(page)
  await choosePin(page)
  await page.getByText('Всё на сервере').first().waitFor()
  expect(page.url()).toBe(`${at(1)}/#/today`)

  // The way back leads to the PIN that opens what is here already.
  await page.getByRole('link', { name: 'Ещё' }).first().click()
  await page.getByRole('button', { name: /^Открыть: / }).click()
  await enterPin(page)
  await page.waitForURL(`${at(0)}/`)
  await enterPin(page)
  await page.waitForURL(/#\/today$/)

  // From now on by one tap.
  await page.getByRole('link', { name: 'Ещё' }).first().click()
  await page.getByRole('button', { name: /^Открыть: / }).click()
  await page.waitForURL(`${at(1)}/`)
  await enterPin(page)
  await page.getByText('Всё на сервере').first().waitFor()

  // Without a line it says what it wants.
  await tablet.context.setOffline(true)
  await page.reload()
  await enterPin(page)
  await page.getByRole('link', { name: 'Ещё' }).first().click()
  const open = page.getByRole('button', { name: /^Открыть: .*нужна связь$/ })
  await open.waitFor()
  expect(await open.isDisabled()).toBe(true)
})
