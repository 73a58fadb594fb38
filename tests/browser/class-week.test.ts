import { execFileSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Tablet } from './chromium.ts'
import { go } from './journal-steps.ts'
import { SchoolServer } from './school-server.ts'
import { firstSignIn } from './teacher.ts'

/** A class teacher of the demo school does every duty that waits, without a line; then the office takes the papers. */
describe('the class teacher’s desk', () => {
  let server: SchoolServer
  let tablet: Tablet
  let officeTablet: Tablet
  let page: Page
  let office: Page
  let desk: string
  let folder: string
  /** Duties that were done, as the list named them. */
  const done: string[] = []

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'class-week-'))
    server = await SchoolServer.demo()
    tablet = await Tablet.start()
    page = await firstSignIn(tablet, server, 'классный')
    officeTablet = await Tablet.start()
    office = await firstSignIn(officeTablet, server, 'завуч')
    const link = page.getByRole('link', { name: /^(Мой класс|7А)$/ }).first()
    desk = (await link.getAttribute('href'))!
  }, 240_000)

  afterAll(async () => {
    await tablet?.discard()
    await officeTablet?.discard()
    await server?.discard()
    await rm(folder, { recursive: true, force: true })
  })

  const button = (name: string | RegExp) => page.getByRole('button', { name })
  /** The class in the office's overview of duties. */
  const ownLine = () =>
    office
      .getByRole('row')
      .filter({ has: office.getByRole('rowheader', { name: /^7А/ }) })
      .first()
  const duties = () => page.getByRole('region', { name: 'Обязанности' }).getByRole('list').first()

  async function print(start: Locator): Promise<string> {
    const [download] = await Promise.all([page.waitForEvent('download'), start.click()])
    const file = join(folder, download.suggestedFilename())
    await download.saveAs(file)
    return execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' })
  }

  /** Puts every flag of the week right where the class teacher can, asks about the rest, signs. */
  async function reconcile(): Promise<void> {
    const flags = page.locator('li[data-kind]')
    await button('Подписать неделю').waitFor()
    const texts = () => flags.evaluateAll((rows) => rows.map((row) => row.textContent ?? ''))
    const skipped = new Set<string>()
    for (;;) {
      const said = await texts()
      const next = said.findIndex((text) => !skipped.has(text))
      if (next < 0) break
      const flag = flags.nth(next)
      const decide = flag.getByRole('button', { name: /^(У, уважительная|Уже вышел|Справка есть)$/ })
      if ((await decide.count()) === 0) {
        // Only the subject teacher can put this right: he is asked, once.
        const ask = flag.getByRole('button', { name: 'Спросить учителя' })
        if ((await ask.count()) > 0) {
          await ask.click()
          await flag.getByRole('button', { name: 'Отправить' }).click()
          await flag.getByText('Ответа ещё нет.').waitFor()
        }
        skipped.add((await flag.textContent()) ?? '')
        continue
      }
      await decide.click()
      const paper = flag.getByRole('textbox', { name: 'Какой документ' })
      if ((await paper.count()) > 0) {
        await paper.fill('справка № 14')
        await flag.getByRole('button', { name: 'Сохранить' }).click()
      }
      // Another may come in its place: who is back from an illness has yet to bring the paper.
      await expect.poll(texts).not.toContain(said[next])
    }
    await button('Подписать неделю').click()
    await page.getByText(/^Неделя подписана/).waitFor()
  }

  async function families(): Promise<void> {
    const inform = button(/^Выбрать всех/)
    const check = button(/^Сверены все/)
    const consent = button('Согласие дано')
    await inform.or(check).or(consent).first().waitFor()
    if (await inform.isVisible()) {
      await inform.click()
      expect(await print(button(/^Листки в PDF/))).toContain('7А')
      await button(/^Записать, что извещены: \d+/).click()
      await page.getByText(/^Записано: извещено/).waitFor()
    } else if (await check.isVisible()) await check.click()
    else {
      while ((await consent.count()) > 0) {
        const before = await consent.count()
        await consent.first().click()
        await expect.poll(() => consent.count()).toBeLessThan(before)
      }
    }
  }

  async function paper(): Promise<void> {
    await print(button('Сделать PDF'))
    await button('Подписано').click()
    await button('Сдано').click()
    await page.getByText(/^Сдано \d/).waitFor()
  }

  const ways: readonly [part: RegExp, act: () => Promise<void>][] = [
    [/\/week\//, reconcile],
    [/\/control\//, () => button('Проверено').click()],
    [/\/families\//, families],
    [/\/reports\//, () => button(/^Сдать (отчёт|снова)$/).click()],
    [/\/paper\//, paper],
    [/\/instruction$/, () => button(/ознакомлен/i).click()],
  ]

  test('leads from every duty to its place, where it is done without a line, until none is left', async () => {
    await go(office, '#/duties')
    await ownLine()
      .getByText(/^просрочено/)
      .first()
      .waitFor()
    await page.context().setOffline(true)
    await go(page, desk)
    await page.getByRole('heading', { name: 'Обязанности' }).waitFor()
    const rows = duties().getByRole('listitem')
    expect(await rows.count()).toBeGreaterThan(0)
    for (let left = await rows.count(); left > 0; left = await rows.count()) {
      // At once: what comes first may change while journals are read from the disk.
      const [title, address] = await rows
        .first()
        .evaluate((row) => [
          row.querySelector('b')!.textContent,
          row.querySelector('a')!.getAttribute('href')!,
        ])
      expect(done).not.toContain(title)
      await duties().locator(`a[href="${address}"]`).click()
      const way = ways.find(([part]) => part.test(address))
      expect(way, `${title}: ${address}`).toBeDefined()
      await way![1]()
      done.push(title)
      await go(page, desk)
      await page.getByRole('heading', { name: 'Обязанности' }).waitFor()
      if ((await page.getByText('Всё сделано.').count()) > 0) break
    }
    await page.getByText(/^Всё сделано/).waitFor()
    expect(done.some((title) => title.startsWith('Сверить посещаемость'))).toBe(true)
  })

  test('prints the paper copy with the class, its sheets and the digest', async () => {
    await go(page, `${desk}/paper`)
    const text = await print(button('Сделать PDF'))
    expect(text).toContain('БУМАЖНАЯ КОПИЯ ЭЛЕКТРОННОГО КЛАССНОГО ЖУРНАЛА')
    expect(text).toContain('7А класс')
    expect(text).toMatch(/пронумеровано, прошнуровано/)
    expect(text).toMatch(/[0-9a-f]{4}-[0-9a-f]{4}/)
  })

  test('it all leaves when the line is back, and the office accepts the copy', async () => {
    await page.context().setOffline(false)
    await page.getByText('Всё на сервере').first().waitFor()
    await go(office, '#/board')
    await office.getByRole('heading', { level: 1, name: 'Школа сегодня' }).waitFor()
    await go(office, '#/duties')
    await ownLine()
      .getByText(/^просрочено/)
      .first()
      .waitFor({ state: 'detached' })
    await go(office, '#/papers')
    const row = office.getByRole('row').filter({ has: office.getByRole('rowheader', { name: '7А' }) })
    await row.getByText(/сдана/).waitFor()
    await row.getByRole('button', { name: 'Принять' }).click()
    await row.getByText(/принята/).waitFor()
    await go(page, `${desk}/paper`)
    await page.getByText(/^Принято \d/).waitFor()
  })
})
