import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Tablet } from './chromium.ts'
import { SchoolServer } from './school-server.ts'
import { firstSignIn, invitation, password, pin } from './teacher.ts'

describe('a shared tablet: each person behind a PIN, own data each', () => {
  let server: SchoolServer
  let tablet: Tablet
  let page: Page
  let folder: string
  let pupils: string[] = []
  const homework = 'Прочитать «Слово о полку Игореве», выучить плач Ярославны'
  const attachment = 'Плач Ярославны слышится: на Дунае'
  const control = 'контрольная строка, которую поиск обязан найти'

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'reports-'))
    server = await SchoolServer.demo()
    tablet = await Tablet.start()
    page = await firstSignIn(tablet, server, 'сейчас урок в 7А')
  }, 200_000)

  afterAll(async () => {
    await tablet?.discard()
    await server?.discard()
    await rm(folder, { recursive: true, force: true })
  })

  test('the teacher marks a lesson and attaches a file', async () => {
    await page.getByRole('link', { name: 'Отметить явку' }).click()
    await page.getByRole('radiogroup').first().waitFor()
    const labels = await page
      .getByRole('radiogroup')
      .evaluateAll((all) => all.map((one) => one.getAttribute('aria-label') ?? ''))
    pupils = labels.map((label) => label.replace('Явка: ', ''))
    await page.getByRole('textbox', { name: /Задание/ }).fill(homework)
    await page.getByRole('button', { name: 'Все на уроке' }).click()
    const file = { name: 'plach.txt', mimeType: 'text/plain', buffer: Buffer.from(attachment) }
    await page.getByRole('button', { name: /Файлы/ }).click()
    await page.locator('input[data-attach]').setInputFiles(file)
    await page.getByText('plach.txt').first().waitFor()
    await page.getByText('Всё на сервере').first().waitFor()
  })

  test('a report is made; a pupil is shown his own page and nothing else, and only the PIN leads back', async () => {
    await page.getByRole('link', { name: 'Ещё', exact: true }).click()
    await page.getByRole('link', { name: 'Мой отчёт и часы' }).click()
    const session = await tablet.browser.newBrowserCDPSession()
    await session.send('Browser.setDownloadBehavior', {
      behavior: 'allow',
      downloadPath: folder,
      eventsEnabled: true,
    })
    const saved = new Promise<void>((resolve) => {
      session.on('Browser.downloadProgress', ({ state }) => state === 'completed' && resolve())
    })
    await page.getByRole('button', { name: 'PDF', exact: true }).click()
    await saved

    await page
      .getByRole('link', { name: /Сегодня/ })
      .first()
      .click()
    await page.getByRole('link', { name: /7А/ }).first().click()
    const add = (pupil: string) =>
      page.getByRole('button', { name: `Поставить отметку: ${pupil}`, exact: true })
    await add(pupils[1]!).click()
    await page.getByRole('dialog').getByRole('button', { name: '5', exact: true }).click()
    await add(pupils[1]!).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Показать ученику' }).click()
    await page.getByRole('heading', { level: 1, name: pupils[1]! }).waitFor()
    const shown = (await page.locator('body').textContent()) ?? ''
    expect(shown).toMatch(/5\s*\d\d\.\d\d/)
    expect(shown).toContain(homework)
    for (const other of pupils.filter((_, index) => index !== 1)) expect(shown).not.toContain(other)
    expect(await page.getByRole('link').count()).toBe(0)
    expect(await page.getByRole('button').allTextContents()).toEqual(['Закрыть на ПИН'])
    await page.goBack()
    await page.getByLabel('Ваш ПИН').waitFor()
    expect(await page.getByRole('navigation').count()).toBe(0)
  })

  test('a wrong PIN opens nothing and says how many tries are left', async () => {
    await page.getByLabel('Ваш ПИН').fill('111222')
    await page.keyboard.press('Enter')
    await page.getByText(/ПИН не подошёл/).waitFor()
    expect(await page.getByRole('navigation').count()).toBe(0)
  })

  test('another person signs in and sees nothing of the first', async () => {
    await page.getByRole('button', { name: 'Другой человек' }).click()
    await page.getByRole('button', { name: 'Войти другому человеку' }).click()
    const { login, code } = invitation(server, 'может заменить')
    await page.getByLabel('Логин').fill(login)
    await page.getByLabel('Одноразовый код').fill(code)
    await page.getByLabel('Придумайте пароль').fill(password)
    await page.getByLabel('Пароль ещё раз').fill(password)
    await page.getByRole('button', { name: 'Войти', exact: true }).click()
    await page.getByLabel(/ПИН, не меньше/).fill('640275')
    await page.keyboard.press('Enter')
    await page.getByLabel(/Тот же ПИН/).fill('640275')
    await page.keyboard.press('Enter')
    await page.getByText('Всё на сервере').first().waitFor()
    await page.getByRole('heading', { name: /ноября/ }).waitFor()
    const text = (await page.locator('body').textContent()) ?? ''
    for (const pupil of pupils) expect(text).not.toContain(pupil)
  })

  test('the browser profile holds no name, no homework, no token in the open', async () => {
    // A string kept in the open beside the sealed ones shows that the search would find them.
    await page.evaluate(
      (text) =>
        new Promise<void>((resolve, reject) => {
          const opening = indexedDB.open('control', 1)
          opening.onupgradeneeded = () => opening.result.createObjectStore('texts')
          opening.onerror = () => reject(opening.error)
          opening.onsuccess = () => {
            const transaction = opening.result.transaction('texts', 'readwrite', { durability: 'strict' })
            transaction.objectStore('texts').put(text, 'control')
            transaction.oncomplete = () => resolve()
          }
        }),
      control,
    )
    // The app's own files lie in the caches; what the relay answers does not.
    const cached = await page.evaluate(async () => {
      const caches = await Promise.all((await self.caches.keys()).map((name) => self.caches.open(name)))
      const requests = (await Promise.all(caches.map((cache) => cache.keys()))).flat()
      return requests.map(({ url }) => new URL(url).pathname)
    })
    expect(cached.length).toBeGreaterThan(20)
    expect(cached.filter((path) => path.startsWith('/api') || path.startsWith('/sync'))).toEqual([])
    await tablet.close()
    const files = await filesIn(tablet.profile)
    const found = (text: string, isSearched: (path: string) => boolean = () => true) =>
      files
        .filter(({ path }) => isSearched(path))
        .some(
          ({ bytes }) => bytes.includes(Buffer.from(text)) || bytes.includes(Buffer.from(text, 'utf16le')),
        )
    expect(found(control)).toBe(true)
    expect(pupils.length).toBeGreaterThan(20)
    // The lock screen names its people in the open; a pupil may be a namesake of theirs.
    const surnames = pupils
      .map((pupil) => pupil.split(' ')[0]!)
      .filter((surname) => !server.output.includes(surname))
    expect(surnames.filter((surname) => surname.length > 5 && found(surname))).toEqual([])
    expect(found('Ярославны')).toBe(false)
    expect(found('Дунае')).toBe(false)
    expect(found(password)).toBe(false)
    expect(found(pin)).toBe(false)
    // Words of the sealed records; the app's own code, which holds them too, lies in the caches.
    expect(found('lesson.homework', isData)).toBe(false)
    expect(found('accessExpires', isData)).toBe(false)
  })
})

/** Whether a file of a profile is not one in which Chromium keeps the app's code. */
function isData(path: string): boolean {
  return !/Code Cache|Service Worker|Cache_Data/.test(path)
}

/** Every file of a profile, whole. */
async function filesIn(folder: string): Promise<{ path: string; bytes: Buffer }[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  return Promise.all(files.map(async (path) => ({ path, bytes: await readFile(path) })))
}
