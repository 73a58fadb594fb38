import type { Page } from 'playwright-core'
import { signInLink } from '../../src/screens/sign-in/sign-in-link.ts'
import type { Tablet } from './chromium.ts'

/** Where a school's app is served, and what its server printed at its start. */
export interface Served {
  url: string
  output: string
}

/** The password and PIN of everybody in these tests. */
export const password = 'три весёлых гуся'
export const pin = '582913'

/** Login and one-time code of one of the people that the demo school presents, by a word of their line. */
export function invitation(server: Pick<Served, 'output'>, who: string): { login: string; code: string } {
  const line = server.output.split('\n').find((one) => one.includes(who) && one.includes('код'))
  const found = line && /логин (\S+), код (\S+)/.exec(line)
  if (!found) throw new Error(`nobody with "${who}" in: ${server.output}`)
  return { login: found[1]!, code: found[2]! }
}

/** Opens the app, signs in with a one-time code and chooses a PIN; returns on the first screen, journals on the tablet. */
export async function signInWithCode(
  tablet: Tablet,
  server: Pick<Served, 'url'>,
  { login, code }: { login: string; code: string },
  { link = false } = {},
): Promise<Page> {
  const page = await tablet.page()
  if (link) {
    // What the slip's QR code says; the address keeps nothing of it.
    await page.goto(`${server.url}/${signInLink({ login, code })}`)
    await page.waitForURL(`${server.url}/`)
  } else {
    await page.goto(server.url)
    await page.getByLabel('Логин').fill(login)
    await page.getByLabel('Одноразовый код').fill(code)
  }
  await page.getByLabel('Придумайте пароль').fill(password)
  await page.getByLabel('Пароль ещё раз').fill(password)
  await page.getByRole('button', { name: 'Войти', exact: true }).click()
  await choosePin(page)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await everythingHere(page)
  return page
}

/** The same for one of the people that the demo school presents, by a word of their line. */
export function firstSignIn(tablet: Tablet, server: Served, who: string): Promise<Page> {
  return signInWithCode(tablet, server, invitation(server, who))
}

/** Chooses a PIN, entered twice. */
export async function choosePin(page: Page): Promise<void> {
  await page.getByLabel(/ПИН, не меньше/).fill(pin)
  await page.keyboard.press('Enter')
  await page.getByLabel(/Тот же ПИН/).fill(pin)
  await page.keyboard.press('Enter')
}

/** Waits until the tablet holds all that it wants, the app itself included. */
export async function everythingHere(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready
  })
  // Said only when nothing waits to be sent, nor to be downloaded.
  await page.getByText('Всё на сервере').first().waitFor()
}

/** Opens the installed app on a tablet where the person already is, and enters the PIN. */
export async function unlock(page: Page, server: Pick<Served, 'url'>): Promise<void> {
  await page.goto(server.url)
  await page.getByLabel('Ваш ПИН').fill(pin)
  await page.keyboard.press('Enter')
  await page.getByRole('navigation').first().waitFor()
}
