import { mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { Tablet } from './chromium.ts'
import { SchoolServer } from './school-server.ts'
import { smallPicture } from './small-png.ts'
import { firstSignIn, invitation, password } from './teacher.ts'

/**
 * `npm run pictures`: the pictures of README.md and README.ru.md, taken of the built app in Chromium while the demo
 * school's people use it: a lesson without a line, its delivery, the office, a period locked too early, a shared tablet.
 */
const folder = fileURLToPath(new URL('./pictures/', import.meta.url))
const tabletSize = { width: 1280, height: 800 }
const phoneSize = { width: 390, height: 844 }
/** A newcomer on a slow line fetches the pictures too. Bytes. */
const sizeLimit = 120 * 1024

const server = await SchoolServer.demo()
const tablets: Tablet[] = []
try {
  mkdirSync(folder, { recursive: true })
  await takeAll()
} finally {
  for (const tablet of tablets) await tablet.discard()
  await server.discard()
}

async function takeAll(): Promise<void> {
  const teacher = await started()
  const newcomer = await teacher.page(phoneSize.width, phoneSize.height)
  await newcomer.goto(server.url)
  await newcomer.getByLabel('Одноразовый код').waitFor()
  await take(newcomer, 'sign-in', phoneSize)
  await newcomer.close()

  const page = await firstSignIn(teacher, server, 'сейчас урок в 7А')
  const officePage = await firstSignIn(await started(), server, 'завуч')
  for (const one of [page, officePage]) await one.getByRole('button', { name: 'Позже' }).click()
  await take(page, 'today')
  await lessonWithoutLine(page)
  await journal(page)
  await office(officePage)
  await lockedTooEarly(page, officePage)
  await sharedTablet(page)
}

async function lessonWithoutLine(page: Page): Promise<void> {
  await server.kill()
  await page.context().setOffline(true)
  await page.getByRole('link', { name: 'Отметить явку' }).click()
  await page.getByRole('radiogroup').first().waitFor()
  const pupils = await page.getByRole('radiogroup').evaluateAll((all) =>
    all.map((one) => ({
      name: one.getAttribute('aria-label')!.replace('Явка: ', ''),
      ill: one.closest('li')!.textContent!.includes('болеет'),
    })),
  )
  const order = [...pupils].sort((a, b) => Number(b.ill) - Number(a.ill)).map(({ name }) => name)
  const absent = order.slice(0, 3)
  const [late, ...answering] = order.slice(3).filter((_, index) => index % 3 === 0)
  for (const name of absent) await presence(page, name, 'нет на уроке')
  await presence(page, late!, 'опоздание')
  await page.getByRole('button', { name: 'Остальные на уроке' }).click()
  await page.getByRole('textbox', { name: /Задание/ }).fill('§ 14, № 301–305')
  for (const [index, mark] of ['5', '4', '3', '5', '4'].entries()) {
    await page.getByRole('button', { name: `Поставить отметку: ${answering[index]}`, exact: true }).click()
    await page.getByRole('dialog').getByRole('button', { name: mark, exact: true }).click()
  }
  await page.getByText('ждёт отправки 14').waitFor()
  await page
    .getByText(/Уйдут сами, когда/)
    .first()
    .waitFor()
  await take(page, 'lesson')
  await page.emulateMedia({ colorScheme: 'dark' })
  await take(page, 'lesson-phone-dark', phoneSize)
  await page.emulateMedia({ colorScheme: 'light' })
  await section(page, 'Сегодня')
  await page
    .getByRole('main')
    .getByRole('link', { name: /ждут отправки/ })
    .click()
  await page.getByRole('heading', { name: 'Отправка на сервер' }).waitFor()
  await take(page, 'waiting', phoneSize)
  await server.start('serve')
  await page.context().setOffline(false)
  await delivered(page)
}

async function journal(page: Page): Promise<void> {
  await section(page, 'Сегодня')
  await page.getByRole('link', { name: 'Открыть журнал' }).click()
  await page.getByRole('grid').waitFor()
  await take(page, 'journal')
}

async function office(page: Page): Promise<void> {
  await dialAgain(page)
  await section(page, 'Школа сегодня')
  await page.getByRole('row', { name: /7А/ }).getByText('нет 3').first().waitFor()
  await take(page, 'board')
  await section(page, '^Школа$')
  await page.getByRole('link', { name: 'Замены' }).click()
  await page.getByRole('combobox', { name: 'Кого нет' }).waitFor()
  await take(page, 'setup')
}

/** What a teacher without a line writes while the office locks the period does not count, and he is told so. */
async function lockedTooEarly(page: Page, officePage: Page): Promise<void> {
  await server.kill()
  await page.context().setOffline(true)
  await server.start('serve')
  await section(page, 'Сегодня')
  await page.getByRole('main').getByRole('link', { name: /7А/ }).first().click()
  const last = page.getByRole('radiogroup').last()
  await last.getByRole('radio', { name: 'нет на уроке' }).click()
  await page.getByText('ждёт отправки 1').first().waitFor()
  await dialAgain(officePage)
  const period = officePage
    .getByRole('listitem')
    .filter({ hasText: 'четверть' })
    .filter({ hasText: 'идёт сейчас' })
  await period.getByRole('button', { name: 'Закрыть' }).click()
  await period.getByRole('button', { name: 'Закрыть' }).last().click()
  await period.getByText('закрыт', { exact: true }).waitFor()
  await delivered(officePage)
  await page.context().setOffline(false)
  await delivered(page)
  await section(page, 'Сегодня')
  await page.getByRole('link', { name: /Не принято/ }).click()
  await page.getByText('период был закрыт').first().waitFor()
  await take(page, 'not-accepted', phoneSize)
}

async function sharedTablet(page: Page): Promise<void> {
  const lock = page.getByRole('button', { name: /Закрыть на ПИН/ }).first()
  await lock.click()
  await page.getByLabel('Ваш ПИН').waitFor()
  await take(page, 'pin', phoneSize)
  await page.getByRole('button', { name: 'Другой человек' }).click()
  await page.getByRole('button', { name: 'Войти другому человеку' }).click()
  const { login, code } = invitation(server, 'может заменить')
  await page.getByLabel('Логин').fill(login)
  await page.getByLabel('Одноразовый код').fill(code)
  await page.getByLabel('Придумайте пароль').fill(password)
  await page.getByLabel('Пароль ещё раз').fill(password)
  await page.getByRole('button', { name: 'Войти', exact: true }).click()
  for (const label of [/ПИН, не меньше/, /Тот же ПИН/]) {
    await page.getByLabel(label).fill('640275')
    await page.keyboard.press('Enter')
  }
  await delivered(page)
  await lock.click()
  await page.getByRole('heading', { name: 'Кто работает?' }).waitFor()
  await take(page, 'people', phoneSize)
}

async function started(): Promise<Tablet> {
  const tablet = await Tablet.start()
  tablets.push(tablet)
  return tablet
}

async function section(page: Page, name: string): Promise<void> {
  await page
    .getByRole('navigation')
    .getByRole('link', { name: new RegExp(name) })
    .first()
    .click()
}

async function presence(page: Page, name: string, which: string): Promise<void> {
  const toggle = page.getByRole('radiogroup', { name: `Явка: ${name}`, exact: true })
  await toggle.getByRole('radio', { name: which }).click()
}

/** The network coming back makes a tablet dial at once. */
async function dialAgain(page: Page): Promise<void> {
  await page.context().setOffline(true)
  await page.context().setOffline(false)
  await delivered(page)
}

async function delivered(page: Page): Promise<void> {
  await page.getByText('Всё на сервере').first().waitFor({ timeout: 100_000 })
}

/** Takes the page at a size, from its top, with nothing under the pointer; throws when the picture is over the limit. */
async function take(page: Page, name: string, size = tabletSize): Promise<void> {
  await page.setViewportSize(size)
  await page.mouse.move(0, 0)
  await page.evaluate(() => scrollTo(0, 0))
  const picture = await smallPicture(page)
  await page.setViewportSize(tabletSize)
  if (picture.length > sizeLimit)
    throw new Error(`${name}.png has ${picture.length} bytes, more than ${sizeLimit}`)
  writeFileSync(`${folder}${name}.png`, picture)
  console.log(`${name}.png  ${Math.round(picture.length / 1024)} KB`)
}
