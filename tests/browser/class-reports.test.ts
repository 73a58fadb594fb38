import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import type { Page } from 'playwright-core'
import readXlsxFile from 'read-excel-file/node'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { addDays } from '../../src/domain/policy/policy.ts'
import { csvLine } from '../../src/domain/reports/table-csv.ts'
import { readPdf, run, squeezed } from '../print/read-pdf.ts'
import { startOf } from '../server/built-programs.ts'
import { Tablet } from './chromium.ts'
import { go, lessonsOfDay } from './journal-steps.ts'
import { SchoolServer } from './school-server.ts'
import { firstSignIn } from './teacher.ts'

let server: SchoolServer
let tablet: Tablet
let page: Page

beforeAll(async () => {
  server = await SchoolServer.demo()
  tablet = await Tablet.start()
  page = await firstSignIn(tablet, server, 'классный руководитель')
})

afterAll(async () => {
  await tablet?.discard()
  await server?.discard()
})

/** The file that a button gives. */
async function fileOf(button: string): Promise<Buffer> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button, exact: true }).click(),
  ])
  return readFile(await download.path())
}

/** Cells of the table on the screen, row by row, those under the line too. */
function cellsOnScreen(): Promise<string[][]> {
  return page
    .locator('tbody tr, tfoot tr')
    .evaluateAll((rows) =>
      rows.map((row) => [...row.querySelectorAll('th, td')].map((cell) => cell.textContent)),
    )
}

it('says the same on the screen, in CSV, Excel and PDF without a line, and at the command line', async () => {
  await page.locator('a[href^="#/class/"]').first().click()
  await page.getByRole('link', { name: 'Отчёты' }).click()
  await page.getByLabel('Период', { exact: true }).selectOption({ label: 'I четверть' })
  const row = page.getByRole('listitem').filter({ hasText: 'Итоги успеваемости' })
  await row.getByRole('link', { name: 'Открыть' }).click()
  await page.getByRole('heading', { name: 'Итоги успеваемости класса' }).waitFor()
  const period = await page.getByLabel('Период', { exact: true }).inputValue()
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [
      ...startOf('parta'),
      ...['report', 'results', '--data', server.data],
      ...['--school', await schoolId(), '--class', '7А', '--period', period, '--format', 'csv'],
    ],
    { maxBuffer: 10_000_000 },
  )
  await server.kill()

  const shown = await cellsOnScreen()
  expect(shown.length).toBeGreaterThan(40)
  const csv = (await fileOf('CSV')).toString('utf8')
  expect(csv).toBe(stdout)
  const lines = csv
    .replace(/^\uFEFF/, '')
    .split('\r\n')
    .slice(1, 1 + shown.length)
  // Fractions stand with a comma and all their decimals on the screen, as plain numbers in files.
  const plain = (text: string) => (/^\d+,\d+$/.test(text) ? String(Number(text.replace(',', '.'))) : text)
  expect(lines.map((line) => `${line}\r\n`)).toEqual(shown.map((cells) => csvLine(cells.map(plain))))

  const [sheet] = await readXlsxFile(await fileOf('Excel'))
  expect(
    sheet!.data
      .slice(1, 1 + shown.length)
      .map((cells) => shown[0]!.map((_, index) => String(cells[index] ?? ''))),
  ).toEqual(shown.map((cells) => cells.map(plain)))

  const paper = (await readPdf(new Uint8Array(await fileOf('PDF')))).map(run).join('')
  for (const cells of shown) expect(paper).toContain(squeezed(cells.join('')))
})

it('leads from a number to the marks behind it, and keeps when it was handed in', async () => {
  const count = page.getByRole('row', { name: /^«5»/ }).locator('td[data-place]').first()
  const said = Number(await count.textContent())
  await count.click()
  const dialog = page.getByRole('dialog')
  await dialog.waitFor()
  const marks = dialog.getByRole('link')
  expect(await marks.count()).toBe(said)
  expect(await marks.first().getAttribute('href')).toMatch(/^#\/journal\//)
  expect(await marks.locator('b').allTextContents()).toEqual(Array.from({ length: said }, () => '5'))
  await page.keyboard.press('Escape')
  // The class that the demo shows has yet to hand in its movement.
  await page.getByRole('link', { name: 'Все отчёты' }).click()
  await page.getByLabel('Период', { exact: true }).selectOption({ label: 'I четверть' })
  const movement = page.getByRole('listitem').filter({ hasText: 'Сводная ведомость движения' })
  await movement.getByRole('link', { name: 'Открыть' }).click()
  await page.getByRole('button', { name: 'Сдать отчёт' }).click()
  await page.getByText(/Сдан .+, редакция [0-9a-f]{4}-[0-9a-f]{4}/).waitFor()
  await page.getByRole('link', { name: 'Все отчёты' }).click()
  await page.getByLabel('Период', { exact: true }).selectOption({ label: 'I четверть' })
  await movement.getByText('сдан').waitFor()
})

it('says of a report handed in what a lesson changed in it since, until it is handed in again', async () => {
  const lesson = await ownLesson()
  const month = lesson.split('/').at(-1)!.slice(0, 7)
  const reports = (await page
    .getByRole('link', { name: /^(Мой класс|7А)$/ })
    .first()
    .getAttribute('href'))!
  const report = `${reports}/reports/${encodeURIComponent(`attendance-month ${month}`)}`
  await go(page, report)
  await page.getByRole('button', { name: 'Сдать отчёт' }).click()
  await page.getByText(/Сдан .+, редакция/).waitFor()

  await go(page, lesson)
  await page.getByRole('radio', { name: 'нет на уроке', checked: false }).first().click()
  await go(page, reports)
  const duty = page.getByRole('listitem').filter({ hasText: 'Отчёт о посещаемости' })
  await duty.getByText('изменился после сдачи').waitFor()
  await duty.getByRole('link', { name: 'Открыть' }).click()
  await page.getByText('После сдачи: 1 изменение').waitFor()
  // It leads to the cell.
  const changes = page.getByRole('alert').locator('xpath=following-sibling::ul').getByRole('link')
  expect(await changes.count()).toBe(1)
  expect(await changes.getAttribute('href')).toContain(lesson.split('/')[2])

  await page.getByRole('button', { name: 'Сдать снова' }).click()
  await page.getByText(/Сдан .+, редакция/).waitFor()
  await page.getByText('изменился').waitFor({ state: 'detached' })
})

it('says it, too, of an entry that the server did not accept since the period was locked', async () => {
  await tablet.context.setOffline(true)
  await server.start()
  const office = await Tablet.start()
  const officePage = await firstSignIn(office, server, 'завуч')
  await go(officePage, '#/periods')
  const period = officePage
    .getByRole('listitem')
    .filter({ hasText: 'II четверть' })
    .filter({ hasText: 'идёт сейчас' })
  await period.getByRole('button', { name: 'Закрыть' }).click()
  await period.getByRole('button', { name: 'Закрыть' }).last().click()
  await period.getByText('закрыт', { exact: true }).waitFor()
  await officePage.getByText('Всё на сервере').first().waitFor()
  await office.discard()

  await tablet.context.setOffline(false)
  // The absence was in the report that was handed in; now it does not count.
  await page.getByText('После сдачи: 1 изменение').waitFor({ timeout: 60_000 })
  const changes = page.getByRole('alert').locator('xpath=following-sibling::ul').getByRole('link')
  expect(await changes.count()).toBe(1)
})

/** The last lesson before today that the class teacher held in the class: its address. */
async function ownLesson(): Promise<string> {
  await go(page, '#/today')
  const day = page.locator('input[type="date"]')
  for (let date = await day.inputValue(); ; ) {
    date = addDays(date, -1)
    await go(page, `#/today/${date}`)
    await expect.poll(() => day.inputValue()).toBe(date)
    const lesson = lessonsOfDay(page).filter({ hasText: '7А' })
    if ((await lesson.count()) > 0) return (await lesson.getByRole('link').first().getAttribute('href'))!
  }
}

async function schoolId(): Promise<string> {
  const answer = await fetch(`${server.url}/api/school`)
  return ((await answer.json()) as { id: string }).id
}
