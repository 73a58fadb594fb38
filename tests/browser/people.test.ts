import { execFileSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { signInLink } from '../../src/screens/sign-in/sign-in-link.ts'
import { Tablet } from './chromium.ts'
import { SchoolServer } from './school-server.ts'
import { firstSignIn, password, signInWithCode, unlock } from './teacher.ts'

describe('the office and its people', () => {
  let server: SchoolServer
  let office: Tablet
  let page: Page
  let folder: string

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'slips-'))
    server = await SchoolServer.demo()
    office = await Tablet.start()
    page = await firstSignIn(office, server, 'завуч')
  }, 200_000)

  afterAll(async () => {
    await office?.discard()
    await server?.discard()
    await rm(folder, { recursive: true, force: true })
  })

  test('a teacher signs in with what a printed slip says, and the office sees it', async () => {
    await open(page, '#/people', 'Вход сотрудников')
    await page.getByRole('button', { name: /Пригласить всех/ }).waitFor()
    await page
      .getByRole('button', { name: /^Открыть: / })
      .first()
      .click()
    const card = page
      .getByRole('listitem')
      .filter({ has: page.getByRole('button', { name: 'Выдать новый код' }) })
    await card.getByRole('button', { name: 'Выдать новый код' }).click()
    await page.getByText('Приглашения готовы').waitFor()
    const text = await savedPdf(() => page.getByRole('button', { name: /Сохранить для печати/ }).click())
    expect(text).toContain(server.url)
    const login = /Логин: (\S+)/.exec(text)![1]!
    const code = /Код: (\S+)/.exec(text)![1]!
    expect(await card.textContent()).toContain(login)
    const tablet = await Tablet.start()
    try {
      await signInWithCode(tablet, server, { login, code }, { link: true })
      await page.reload()
      await unlock(page, server)
      await open(page, '#/people', 'Вход сотрудников')
      await page
        .getByRole('listitem')
        .filter({ hasText: `Логин: ${login}.` })
        .getByText(/Последний вход/)
        .waitFor()
    } finally {
      await tablet.discard()
    }
  }, 200_000)

  test('a family opens the diary with what a printed slip says, and its class shows who signed in', async () => {
    const give = page.getByRole('button', { name: /^Выдать код: / }).first()
    await open(page, '#/class/2026-7a/diary', /^7А/)
    const name = (await give.getAttribute('aria-label'))!.replace('Выдать код: ', '')
    await give.click()
    await page.getByText('Выдано: 1 код.').waitFor()
    const text = await savedPdf(() => page.getByRole('button', { name: /Сохранить для печати/ }).click())
    expect(text).toContain(name)
    expect(text).toContain(`${server.url}/diary/`)
    const login = /Логин: (\S+)/.exec(text)![1]!
    const code = /Код: (\S+)/.exec(text)![1]!
    const phone = await Tablet.start()
    try {
      const diary = await phone.page()
      await diary.goto(`${server.url}/diary/${signInLink({ login, code })}`)
      await diary.waitForURL(`${server.url}/diary/`)
      await diary.getByLabel('Придумайте пароль').fill(password)
      await diary.getByLabel('Пароль ещё раз').fill(password)
      await diary.getByRole('button', { name: 'Войти', exact: true }).click()
      await diary.getByText(/^Обновлено/).waitFor()
      await page.reload()
      await unlock(page, server)
      await open(page, '#/class/2026-7a/diary', /^7А/)
      await page
        .getByRole('listitem')
        .filter({ has: page.getByRole('button', { name: `Закрыть доступ: ${name}` }) })
        .getByText(/^Последний вход/)
        .waitFor()
    } finally {
      await phone.discard()
    }
  }, 200_000)

  test('a pupil who moves to the parallel class finds the marks there', async () => {
    await open(page, '#/movement', 'Движение учеников')
    await page.getByRole('button', { name: 'Новый приказ' }).click()
    await page.getByLabel('Из класса', { exact: true }).selectOption({ label: '7А' })
    await page.getByLabel('В класс', { exact: true }).selectOption({ label: '7Б' })
    const pupil = page.getByRole('group', { name: 'Ученики' }).locator('label').first()
    const name = (await pupil.textContent())!.trim()
    await pupil.click()
    await page.getByLabel('Номер приказа').fill('41')
    await page.getByRole('button', { name: 'Сохранить' }).click()
    await page.getByText('Записано: 1 ученик').waitFor()
    const line = page.getByRole('listitem').filter({ hasText: name })
    await line.getByText(/переведён\(а\), 7А → 7Б/).waitFor()
    await line.getByRole('button', { name: /^Исправить приказ/ }).click()
    await line.getByLabel('Номер приказа').fill('41-у')
    await page.keyboard.press('Enter')
    await line.getByText(/приказ № 41-у/).waitFor()
    await page.getByText('Всё на сервере').first().waitFor()
    const [last, first] = name.split(' ')
    await open(page, '#/journal/2026-7b%2Crus', /./)
    await page
      .getByRole('row', { name: new RegExp(`${last} ${first}`) })
      .getByText(/\(7А\)/)
      .waitFor()
  })

  test('the roll-over says what it will write, writes it, and has nothing left to do', async () => {
    await open(page, '#/new-year', 'Новый учебный год')
    const preview = page.getByRole('region', { name: 'Будет записано' })
    await preview.getByText(/Перейдёт дальше: \d+ учен/).waitFor()
    await preview.getByText(/Выпускается: \d+ учен/).waitFor()
    await preview.getByRole('button', { name: 'Записать новый год' }).click()
    await page.getByText('Новый год записан').waitFor()
    await preview.getByText('Всё уже записано').waitFor()
    await page.getByText('Всё на сервере').first().waitFor()
    await open(page, '#/setup', 'Школа')
    await open(page, '#/new-year', 'Новый учебный год')
    await preview.getByText('Всё уже записано').waitFor()
  })

  /** The text of the PDF that an action makes the browser save. */
  async function savedPdf(act: () => Promise<void>): Promise<string> {
    const session = await office.browser.newBrowserCDPSession()
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
    await act()
    const path = join(folder, await named)
    await saved
    return execFileSync('pdftotext', ['-layout', path, '-']).toString()
  }
})

async function open(page: Page, hash: string, heading: string | RegExp): Promise<void> {
  await page.evaluate((to) => {
    location.hash = to
  }, hash)
  await page.getByRole('heading', { level: 1, name: heading }).waitFor()
}
