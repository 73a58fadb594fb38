import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import writeXlsxFile from 'write-excel-file/universal'
import { bells } from '../../server/demo/bells.ts'
import { weekdayOf } from '../../src/domain/school/calendar.ts'
import { Tablet } from './chromium.ts'
import { faults } from './faults.ts'
import { SchoolServer } from './school-server.ts'
import { firstSignIn } from './teacher.ts'

const vertical = ['П\nО\nН\nЕ\nД\nЕ\nЛ\nЬ\nН\nИ\nК', 'В\nТ\nО\nР\nН\nИ\nК', 'Среда', 'ЧТ.', 'пт']

/** The school's day from the matrix of the office to the teacher's Today, by files as schools have them. */
describe('workload and timetable', () => {
  let server: SchoolServer
  const tablets: Tablet[] = []
  let office: Page
  /** The colleague who is free now: full name as the school prints it. */
  let name: [last: string, first: string, middle: string]
  let weekday: number
  let bell: number

  beforeAll(async () => {
    server = await SchoolServer.demo()
    const tablet = await Tablet.start()
    tablets.push(tablet)
    office = await firstSignIn(tablet, server, 'завуч')
    name = /(\S+) (\S+) (\S+) \(учитель, может заменить\)/.exec(server.output)!.slice(1) as typeof name
    const [, day, month, year, clock] = /Часы школы: (\d\d)\.(\d\d)\.(\d{4}) (\d\d:\d\d)/.exec(server.output)!
    weekday = weekdayOf(`${year}-${month}-${day}`)
    bell = bells.findLast(({ starts }) => starts <= clock!)!.number
  }, 180_000)

  afterAll(async () => {
    for (const tablet of tablets) await tablet.discard()
    await server?.discard()
  })

  test('the matrix of hours is taken: what it does not know is asked, one by one, and nothing before', async () => {
    const [last, first, middle] = name
    // One letter too many, a Latin A, a vacancy, a title, numbers of columns, sums.
    const misspelt = `${last.slice(0, 3)}ъ${last.slice(3)} ${first[0]}.${middle[0]}.`
    await open('Нагрузка')
    expect(await faults(office)).toEqual([])
    await take(office, 'Взять из файла', 'нагрузка.xlsx', [
      ['Учебная нагрузка, 2 полугодие', '', '', '', '', ''],
      ['№', 'ФИО', 'Предмет', '7A', '7 «Б»', 'Всего'],
      ['1', '2', '3', '4', '5', '6'],
      ['1', misspelt, 'Рус. яз.', '4', '4 ч', '8'],
      ['2', 'Вакансия', 'Физ-ра', '3', '-', '3'],
      ['', 'Итого', '', '7', '4', '11'],
    ])
    const button = office.getByRole('button', { name: 'Взять нагрузку' })
    await office.getByText('Сначала ответьте на вопросы выше').waitFor()
    expect(await button.isDisabled()).toBe(true)
    const teacher = office.getByLabel(`Учитель «${misspelt}»`)
    expect(await teacher.locator('optgroup[label="Похожие"] option').allTextContents()).toContain(
      name.join(' '),
    )
    await teacher.selectOption({ label: name.join(' ') })
    expect(await button.isDisabled()).toBe(true)
    await office.getByLabel('Учитель «Вакансия»').selectOption({ label: 'Пропустить' })
    expect(await faults(office)).toEqual([])
    await button.click()
    await office.getByText(/^Нагрузка взята/).waitFor()
    // The class has one teacher of Russian from today on, and had another until then.
    const row = office.getByRole('row', { name: new RegExp(`${last} ${first[0]}\\..*Русский язык`) })
    expect(await row.getByRole('gridcell').filter({ hasText: /^4/ }).count()).toBe(2)
    expect(await faults(office)).toEqual([])
  })

  test('hours are typed by keys and undone', async () => {
    const cell = office
      .getByRole('row', { name: new RegExp(`${name[0]}.*Русский язык`) })
      .getByRole('gridcell')
      .filter({ hasText: /^4/ })
      .first()
    await cell.click()
    await office.getByRole('complementary').getByRole('button', { name: 'Закрыть' }).click()
    await office.keyboard.type('3')
    await office.keyboard.press('Enter')
    await office.getByText(/Русский язык: 3$/).waitFor()
    await office.keyboard.press('Control+z')
    await office.getByText('Отменено').waitFor()
    await office.getByText('Всё на сервере').first().waitFor()
  })

  test('the grid is taken: an abbreviation is asked once and remembered', async () => {
    await open('Расписание')
    expect(await faults(office)).toEqual([])
    const grid = [
      ['Утверждаю', '', '', '', '', ''],
      ['День', '№', '7A', 'каб', '7 Б', 'каб'],
      [vertical[weekday - 1]!, String(bell), 'Рус.яз', '77', 'русск яз', '78'],
      ['', '8', 'Инглиш', '', '', ''],
    ]
    await take(office, 'Взять из файла', 'сетка.xlsx', grid)
    await office.getByLabel('Предмет «Инглиш»').selectOption({ label: 'Английский язык' })
    await office.getByText('1 накладка, их можно исправить потом').waitFor()
    expect(await faults(office)).toEqual([])
    await office.getByRole('button', { name: 'Взять расписание' }).click()
    await office.getByText(/^Расписание взято/).waitFor()

    await take(office, 'Взять из файла', 'сетка.xlsx', grid)
    await office.getByText('Всё это уже стоит').waitFor()
    expect(await office.getByLabel('Предмет «Инглиш»').count()).toBe(0)
    await office.getByRole('button', { name: 'Назад' }).click()
  })

  test('the clash is named, led to, and repaired in the grid by keys', async () => {
    const state = office.getByText(/^(Все часы|Осталось)/)
    expect(await state.textContent()).toContain('1 накладка')
    await office.getByRole('button', { name: new RegExp(`${bell}-й урок.*${name[0]}`) }).click()
    const panel = office.getByRole('complementary', { name: 'Урок в клетке' })
    await panel.getByText(new RegExp(`${name[0]}.*ведёт сразу: 7А Русский язык, 7Б Русский язык`)).waitFor()
    expect(await panel.getByRole('button', { name: 'Это общий урок' }).count()).toBe(1)
    expect(await faults(office)).toEqual([])
    await office.keyboard.press('Escape')
    await office.keyboard.press('ArrowRight')
    await office.keyboard.press('Delete')
    await office.getByText('Убрано: Русский язык').waitFor()
    expect(await state.textContent()).toContain('накладок нет')
    await office.getByText('Всё на сервере').first().waitFor()
  })

  test('its Excel file is taken back without a change', async () => {
    const saved = office.waitForEvent('download')
    await office.getByRole('button', { name: 'Скачать Excel' }).click()
    const file = await (await saved).path()
    await office.getByRole('button', { name: 'Взять из файла' }).click()
    await office.getByLabel('Выбрать файл').setInputFiles(file)
    await office.getByText('Всё это уже стоит').waitFor()
    await office.getByRole('button', { name: 'Назад' }).click()
  })

  test('and the new teacher finds the lesson of now in Сегодня', async () => {
    const tablet = await Tablet.start()
    tablets.push(tablet)
    const page = await firstSignIn(tablet, server, 'может заменить')
    await page.getByRole('link', { name: 'Отметить явку' }).waitFor()
    const lesson = await page.getByRole('main').textContent()
    expect(lesson).toContain('7А')
    expect(lesson).toContain('Русский язык')
    expect(lesson).toContain('77')
  })

  test('nothing sticks out on a phone in the dark', async () => {
    await office.setViewportSize({ width: 390, height: 844 })
    await office.emulateMedia({ colorScheme: 'dark' })
    for (const place of ['Расписание', 'Нагрузка']) {
      await open(place)
      expect(await faults(office)).toEqual([])
      expect(await office.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0)
    }
  })

  /** Opens a page of the office from «Школа». */
  async function open(place: string): Promise<void> {
    await office.getByRole('link', { name: 'Школа', exact: true }).click()
    await office.getByRole('link', { name: place, exact: true }).first().click()
    await office.getByRole('heading', { level: 1, name: place }).waitFor()
  }
})

async function take(
  page: Page,
  button: string,
  name: string,
  rows: readonly (readonly string[])[],
): Promise<void> {
  await page.getByRole('button', { name: button }).click()
  const file = writeXlsxFile(
    rows.map((row) => row.map((value) => (value === '' ? null : { value, type: String }))),
    { sheet: 'Лист1' },
  )
  await page.getByLabel('Выбрать файл').setInputFiles({
    name,
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: Buffer.from(await (await file.toBlob()).arrayBuffer()),
  })
}
