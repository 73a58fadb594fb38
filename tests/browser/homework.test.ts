import { execFileSync } from 'node:child_process'
import { copyFile, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Tablet } from './chromium.ts'
import { SchoolServer } from './school-server.ts'
import { firstSignIn, unlock } from './teacher.ts'

/** A homework told from a tablet without a line to the office that opens it; then the teacher's own report. */
describe('homework with a file', () => {
  let server: SchoolServer
  let tablet: Tablet
  let officeTablet: Tablet
  let page: Page
  let office: Page
  let lesson: string
  let folder: string

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'homework-'))
    server = await SchoolServer.demo()
    tablet = await Tablet.start()
    page = await firstSignIn(tablet, server, 'сейчас урок в 7А')
    officeTablet = await Tablet.start()
    office = await firstSignIn(officeTablet, server, 'завуч')
    lesson = (await page.getByRole('link', { name: 'Отметить явку' }).getAttribute('href'))!
  }, 240_000)

  afterAll(async () => {
    await tablet?.discard()
    await officeTablet?.discard()
    await server?.discard()
    await rm(folder, { recursive: true, force: true })
  })

  const openExtras = async (on: Page) => {
    await on.goto(`${server.url}/${lesson}`)
    await on.getByRole('button', { name: /Срок и файлы/ }).click()
  }

  test('says what the class already has for that day', async () => {
    await openExtras(page)
    await page.getByRole('heading', { name: /Что ещё у класса на/ }).waitFor()
    await page.getByText(/уже задано: \d+ предмет/).waitFor()
  })

  test('a file attached without a line is kept, waits, and opens after the app was killed', async () => {
    await server.kill()
    const file = join(folder, 'схема.png')
    await copyFile('public/icon-512.png', file)
    await page.locator('input[data-attach]').setInputFiles([file, join(process.cwd(), 'index.html')])
    await page.getByText('«index.html» приложить нельзя').waitFor()
    await page.getByText('ждёт отправки', { exact: true }).waitFor()
    await tablet.kill()
    tablet = await Tablet.start(tablet.profile)
    page = await tablet.page()
    await unlock(page, server)
    await page.evaluate((hash) => {
      location.hash = hash
    }, lesson)
    await page.getByRole('button', { name: /Срок и файлы/ }).click()
    await page.getByText('ждёт отправки', { exact: true }).waitFor()
    await page.getByRole('button', { name: 'Открыть: схема.png' }).click()
    const picture = page.getByRole('img', { name: 'схема.png' })
    await picture.waitFor()
    expect(await picture.evaluate((it: HTMLImageElement) => it.naturalWidth)).toBeGreaterThan(0)
    await page.keyboard.press('Escape')
  })

  test('leaves by itself when the line is back, and the office opens it', async () => {
    await server.start()
    await page.getByText('ждёт отправки', { exact: true }).waitFor({ state: 'detached' })
    await page.getByText('Всё на сервере').first().waitFor()
    await openExtras(office)
    await office.getByRole('button', { name: 'Открыть: схема.png' }).click()
    const picture = office.getByRole('img', { name: 'схема.png' })
    await picture.waitFor()
    expect(await picture.evaluate((it: HTMLImageElement) => it.naturalWidth)).toBeGreaterThan(0)
  }, 180_000)

  test('the own report is made on the device, without a line, as a PDF whose text can be read', async () => {
    await page.getByRole('link', { name: 'Ещё', exact: true }).click()
    await page.getByRole('link', { name: 'Мой отчёт и часы' }).click()
    await page.getByRole('heading', { level: 1, name: 'Мой отчёт за период' }).waitFor()
    await page.context().setOffline(true)
    // Of a browser that is only looked at, downloads are its own affair until it is told where to.
    const session = await tablet.browser.newBrowserCDPSession()
    await session.send('Browser.setDownloadBehavior', {
      behavior: 'allow',
      downloadPath: folder,
      eventsEnabled: true,
    })
    const named = new Promise<string>((resolve) => {
      session.on('Browser.downloadWillBegin', ({ suggestedFilename }) => resolve(suggestedFilename))
    })
    const saved = new Promise<void>((resolve) => {
      session.on('Browser.downloadProgress', ({ state }) => state === 'completed' && resolve())
    })
    await page.getByRole('button', { name: 'PDF', exact: true }).click()
    const path = join(folder, await named)
    await saved
    await page.context().setOffline(false)
    expect((await readFile(path)).subarray(0, 5).toString()).toBe('%PDF-')
    const text = execFileSync('pdftotext', ['-layout', path, '-']).toString()
    expect(text).toContain('ОТЧЁТ УЧИТЕЛЯ-ПРЕДМЕТНИКА')
    expect(text).toContain('Геометрия')
    expect(text).toMatch(/стр\. 1 из 1/)
  })
})
