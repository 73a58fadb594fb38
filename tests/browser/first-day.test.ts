import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import writeXlsxFile, { type Cell } from 'write-excel-file/universal'
import { Tablet } from './chromium.ts'
import { violations } from './faults.ts'
import { SchoolServer } from './school-server.ts'
import { signInWithCode } from './teacher.ts'

/** What a secretary has: a merged title, a number column, a heading inside the list, people in capitals. */
const staff = [
  ['Муниципальное бюджетное общеобразовательное учреждение'],
  ['Сведения о педагогических работниках на 01.09'],
  ['№ п/п', 'Ф.И.О.', 'Должность', 'Стаж', 'e-mail'],
  [null, 'Администрация', null, null, null],
  [1, 'ЁЛКИН ПЁТР СЕМЁНОВИЧ', 'директор, учитель', 31, 'elkin@school.test'],
  [2, 'Трефилова Светлана Олеговна', 'зам. директора по УВР', 20, null],
  [null, 'Учителя', null, null, null],
  [3, 'Иванова Анна  Петровна', 'учитель', 4, null],
  [4, 'Иванова Ольга Ивановна', 'учитель', 12, null],
  [null, 'Итого', 4, null, null],
]

const classes = [
  ['Класс', 'Классный руководитель'],
  ['7A', 'Иванова А.П.'],
  ['7 «б»', 'Иванова О.И.'],
  ['8А', 'Елкин П.С.'],
  ['11', 'Трефилова С.О.'],
]

/** Two people of one name; dates as text and as serial numbers; Ё and Е; parents in one cell. */
const pupils = (spoilt: boolean) => [
  ['Список обучающихся'],
  ['№', 'ФИО ученика', 'Класс', 'Дата рождения', 'Родители (законные представители)', 'Телефон', 'СНИЛС'],
  [1, 'Белов Иван Сергеевич', '7А', '5.3.2013', 'Белова Анна Юрьевна', '8 912 345-67-89', '000'],
  [2, 'БЕЛОВ ИВАН СЕРГЕЕВИЧ', '7Б', 41_400, 'Белов Сергей Ильич', null, '000'],
  [3, 'Королёва Алёна', '7А', '12 мая 2013 г.', 'Королёва Мария\nКоролёв Олег', null, '000'],
  [4, 'Сомов Олег', '7 б', spoilt ? '31.02.2013' : '28.02.2013', null, null, '000'],
  [5, 'Ясырев Глеб', spoilt ? '9Г' : '8а', '01.01.2012', null, null, '000'],
  [6, 'Константинопольская Александра-Вероника Константиновна', '11', '02/04/09', null, null, '000'],
]

/** A school from an empty folder, by screens and files alone. */
describe('the first day of a school', () => {
  let server: SchoolServer
  let tablet: Tablet
  let page: Page

  beforeAll(async () => {
    server = await SchoolServer.of(await mkdtemp(join(tmpdir(), 'first-day-')))
    tablet = await Tablet.start()
    const [, login, code] = /логин (\S+), одноразовый код (\S+)/.exec(server.output)!
    page = await signInWithCode(tablet, server, { login: login!, code: code! })
    await page.setViewportSize({ width: 1920, height: 1080 })
  }, 180_000)

  afterAll(async () => {
    await tablet?.discard()
    await server?.discard()
  })

  const step = async (name: string) => {
    await page.getByRole('link', { name: 'Школа', exact: true }).click()
    await page.getByRole('heading', { level: 1, name: 'Школа' }).waitFor()
    await page.getByRole('link', { name, exact: true }).click()
    await page.getByRole('heading', { level: 1, name }).waitFor()
  }
  const choose = async (name: string, rows: Parameters<typeof xlsx>[0]) => {
    const buffer = await xlsx(rows)
    await page.getByLabel('Выбрать файл').setInputFiles({
      name,
      mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      buffer,
    })
    await page.getByRole('heading', { name: 'Что получится' }).waitFor()
  }
  const take = async (button: string, said: string) => {
    await page.getByRole('button', { name: button }).click()
    await page.getByRole('status').filter({ hasText: said }).waitFor()
  }

  test('begins with the checklist of an empty school: its name and time zone', async () => {
    await page.getByRole('heading', { name: 'Школы здесь ещё нет' }).waitFor()
    await page.getByRole('link', { name: 'Начать' }).click()
    await page.getByText('Готово 0 из 10.').waitFor()
    await page.getByRole('link', { name: 'О школе' }).click()
    await page.getByLabel('Название школы').fill('МБОУ «Сивинская средняя школа»')
    await page.getByLabel('Регион').fill('Пермский край')
    await page.getByLabel('Часовой пояс').selectOption('Asia/Yekaterinburg')
    await page.getByRole('button', { name: 'Сохранить' }).click()
    await page.getByText('Готово 1 из 10.').waitFor()
    expect(await violations(page)).toEqual([])
  })

  test('takes the year from a template; a wrong date is named in its place and keeps the year from being saved', async () => {
    await step('Учебный год и звонки')
    await page.getByRole('button', { name: 'Показать год' }).click()
    const ends = page.getByLabel('По', { exact: true }).first()
    const right = await ends.inputValue()
    await ends.fill('2020-01-01')
    await page.getByText('Конец раньше начала.').waitFor()
    expect(await page.getByRole('button', { name: 'Сохранить год' }).isDisabled()).toBe(true)
    await ends.fill(right)
    await page.getByRole('button', { name: 'Сохранить год' }).click()
    await page.getByRole('status').filter({ hasText: 'Сохранено' }).waitFor()
    expect(await violations(page)).toEqual([])
  })

  test('picks subjects from the common ones, and adds its own', async () => {
    await step('Предметы')
    await page.getByRole('button', { name: 'Выбрать из обычных' }).click()
    await page.getByLabel('Французский язык').uncheck()
    await page.getByRole('button', { name: 'Сохранить' }).click()
    await page.getByRole('button', { name: 'Добавить предмет' }).click()
    await page.getByLabel('Предмет', { exact: true }).fill('Коми-пермяцкий язык')
    await page.keyboard.press('Enter')
    await page.getByText('Коми-пермяцкий язык', { exact: true }).waitFor()
    expect(await page.getByText('Французский язык').count()).toBe(0)
  })

  test('takes its staff and classes from the files that it has', async () => {
    await step('Сотрудники')
    await page.getByRole('button', { name: 'Взять из файла' }).click()
    await choose('кадры.xlsx', staff)
    await take('Записать 4 человека', 'Записано: 4.')
    await page.getByText('Ёлкин Пётр Семёнович').waitFor()
    await step('Классы')
    await page.getByRole('button', { name: 'Взять из файла' }).click()
    await choose('классы.xlsx', classes)
    await take('Записать 4 класса', 'Записано: 4.')
    await page.getByText('Ёлкин Пётр Семёнович, 1-я смена').waitFor()
  })

  test('names every bad row of a list of pupils and writes none of it; mended, all is written', async () => {
    await step('Ученики и родители')
    await page.getByRole('button', { name: 'Взять из файла' }).click()
    await choose('ученики.xlsx', pupils(true))
    await page.getByText('Исправьте 2 ошибки').waitFor()
    await page.getByText(/строка 6, D: даты «31.02.2013» нет в календаре/).waitFor()
    await page.getByText(/строка 7, C: класса 9Г в этом году нет/).waitFor()
    expect(await page.getByRole('button', { name: /^Записать/ }).isDisabled()).toBe(true)
    expect(await violations(page)).toEqual([])
    await page.getByRole('button', { name: 'Другая таблица' }).click()
    await choose('ученики.xlsx', pupils(false))
    await page.getByText(/Белов Иван Сергеевич: тёзка есть в строке 3/).waitFor()
    await take('Записать 6 учеников', 'Записано: 6.')
    await page.getByText('Всё на сервере').first().waitFor()
    await page.getByText('7А, 05.03.2013').waitFor()
    await page.getByText('7Б, 06.05.2013').waitFor()
    await page.getByRole('button', { name: /^Изменить: Королёва/ }).click()
    await page.getByRole('group', { name: 'Родитель 2' }).waitFor()
    await page.keyboard.press('Escape')
  })

  test('the same list again finds everybody and adds nobody', async () => {
    await page.getByRole('button', { name: 'Взять из файла' }).click()
    await choose('ученики.xlsx', pupils(false))
    await page.getByText('Королёва уже в школе: данные дополнены').waitFor()
    await take('Записать 6 учеников', 'Записано: 6.')
    await page.getByText('6 учеников', { exact: true }).waitFor()
  })

  test('divides a class for a subject, by turns down its list', async () => {
    await step('Деление на группы')
    await page.getByRole('button', { name: 'Разделить класс' }).click()
    await page.getByLabel('Класс', { exact: true }).selectOption({ label: '7А' })
    await page.getByLabel('Предмет', { exact: true }).selectOption({ label: 'Английский язык' })
    await page.getByLabel('Королёва Алёна').waitFor()
    expect(await violations(page)).toEqual([])
    await page.getByRole('button', { name: 'Сохранить' }).click()
    await page.getByText('Группа 1: 1 ученик, Группа 2: 1 ученик').waitFor()
  })

  test('the checklist tells what is done', async () => {
    await page.getByRole('link', { name: 'Школа', exact: true }).click()
    for (const state of ['27 предметов', '4 человека', '4 класса', '6 учеников', '2 группы'])
      await page.getByText(state, { exact: true }).waitFor()
    await page.getByText('Готово 7 из 10.').waitFor()
  })
})

type CellValue = string | number | null

async function xlsx(rows: readonly (readonly CellValue[])[]): Promise<Buffer> {
  const file = writeXlsxFile(
    rows.map((row) =>
      row.map((value): Cell => {
        if (value === null) return null
        return typeof value === 'number' ? { value, type: Number } : { value, type: String }
      }),
    ),
    { sheet: 'Лист1' },
  )
  return Buffer.from(await (await file.toBlob()).arrayBuffer())
}
