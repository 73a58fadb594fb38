import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import writeXlsxFile from 'write-excel-file/universal'
import { Tablet } from './chromium.ts'
import { faults } from './faults.ts'
import { SchoolServer } from './school-server.ts'
import { firstSignIn } from './teacher.ts'

/** What a teacher copies from Excel: a merged title, a header, the section beside the topic, a column too many. */
const pasted = [
  ['Календарно-тематическое планирование на остаток года', '', '', '', ''],
  ['№ п/п', 'Тема раздела', 'Содержание урока', 'Кол-во часов', 'Домашнее задание'],
  ['1', 'Проверка', 'Первая вставленная тема', '2', '§ 30, № 1'],
  ['2', 'Проверка', 'Вторая вставленная тема', '1', ''],
  ['3', 'Проверка', 'Третья вставленная тема', 'два', ''],
]
const tabbed = (rows: readonly (readonly string[])[]) => rows.map((row) => row.join('\t')).join('\n')

/** One plan told from paste to server: without a line, corrected, undone and taken again. */
describe('the plan of a journal', () => {
  let server: SchoolServer
  const tablets: Tablet[] = []
  let page: Page
  let office: Page
  let address: string

  beforeAll(async () => {
    server = await SchoolServer.demo()
    for (const who of ['сейчас урок в 7А', 'завуч']) {
      const tablet = await Tablet.start()
      tablets.push(tablet)
      const signedIn = await firstSignIn(tablet, server, who)
      if (who === 'завуч') office = signedIn
      else page = signedIn
    }
  }, 180_000)

  afterAll(async () => {
    for (const tablet of tablets) await tablet.discard()
    await server?.discard()
  })

  test('opens from the list of journals with its hours, and today is found in it', async () => {
    // Of the journals of 7А the one whose lesson goes on now.
    const lesson = (await page.getByRole('link', { name: 'Отметить явку' }).getAttribute('href'))!
    address = `#/plan/${lesson.split('/')[2]}`
    await page.getByRole('link', { name: 'Журналы', exact: true }).click()
    await page.locator(`a[href="${address}"]`).click()
    await page.getByRole('heading', { level: 1, name: /^План: 7А/ }).waitFor()
    expect(await page.getByRole('img', { name: /Проведено \d+\sч из \d+\sч/ }).count()).toBe(1)
    expect(await entries(page).filter({ hasText: 'пройдено' }).count()).toBeGreaterThan(10)
    await page.getByRole('button', { name: 'К сегодняшней теме' }).click()
    await page.waitForFunction(() => scrollY > 0)
    expect(await entries(page).filter({ hasText: 'сегодня' }).first().isVisible()).toBe(true)
    expect(await faults(page)).toEqual([])
  })

  test('without a line: a pasted table names its faults, its columns are corrected, and it is taken', async () => {
    await page.context().setOffline(true)
    await page.getByRole('button', { name: 'Вставить план' }).click()
    const area = page.getByLabel('Строки таблицы')
    await area.fill(tabbed(pasted))
    expect(await faults(page)).toEqual([])
    await page.getByRole('button', { name: 'Разобрать' }).click()
    const topic = page.getByLabel('Тема', { exact: true })
    expect(await topic.locator('option:checked').textContent()).toBe('B: Тема раздела')
    await page.getByRole('alert').getByText('«два» — не число часов').waitFor()
    const take = page.getByRole('button', { name: 'Взять план' })
    expect(await take.isDisabled()).toBe(true)
    expect(await faults(page)).toEqual([])

    await page.getByRole('button', { name: 'Другая таблица' }).click()
    await area.fill(tabbed(pasted).replace('два', '1'))
    await page.getByRole('button', { name: 'Разобрать' }).click()
    await topic.selectOption({ label: 'C: Содержание урока' })
    await page.getByText('3 темы, 4\u00a0ч.').waitFor()
    expect(await faults(page)).toEqual([])
    await take.click()
    await page.getByText('План взят: 3 темы').waitFor()
    const texts = await entries(page).allTextContents()
    expect(texts.at(-3)).toContain('Первая вставленная тема')
    expect(texts.at(-3)).toContain('§ 30, № 1')
    // What is held stays.
    expect(texts.length).toBeGreaterThan(13)
  })

  test('one step takes it back; then it is taken again from a workbook', async () => {
    await page.getByRole('button', { name: 'Отменить' }).click()
    await page.getByText('Первая вставленная тема').waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Вставить план' }).click()
    const file = writeXlsxFile(
      [
        ...pasted.map((row) => row.map((value) => ({ value: value === 'два' ? '1' : value, type: String }))),
        // Formatted far beyond the list, as real files are: such a sheet is long when unpacked.
        ...Array.from({ length: 1500 }, () =>
          Array.from({ length: 20 }, () => ({ value: ' ', type: String })),
        ),
      ],
      { sheet: 'КТП' },
    )
    await page.getByLabel('Выбрать файл').setInputFiles({
      name: 'ктп.xlsx',
      mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      buffer: Buffer.from(await (await file.toBlob()).arrayBuffer()),
    })
    await page.getByLabel('Тема', { exact: true }).selectOption({ label: 'C: Содержание урока' })
    await page.getByRole('button', { name: 'Взять план' }).click()
    await page.getByText('План взят: 3 темы').waitFor()
  })

  test('an entry is moved by keyboard, changed, inserted and removed', async () => {
    const second = entries(page).filter({ hasText: 'Вторая вставленная тема' })
    await second.getByRole('button').focus()
    await page.keyboard.press('Alt+ArrowUp')
    await page.getByText(/Тема теперь \d+-я/).waitFor()
    expect((await entries(page).allTextContents()).at(-3)).toContain('Вторая вставленная тема')

    // The focus went with it.
    await page.keyboard.press('Enter')
    await second.getByRole('button', { name: 'Изменить' }).click()
    await page.getByLabel('Часы').fill('ноль')
    await page.getByRole('button', { name: 'Сохранить' }).click()
    await page.getByText('Впишите число часов').waitFor()
    expect(await faults(page)).toEqual([])
    await page.getByLabel('Часы').fill('0,5')
    await page.getByRole('button', { name: 'Сохранить' }).click()
    await second.getByText('0,5\u00a0ч').waitFor()

    await second.getByRole('button').click()
    await second.getByRole('button', { name: 'Вставить после' }).click()
    await page.getByLabel('Тема', { exact: true }).fill('Вписанная тема')
    await page.keyboard.press('Enter')
    await page.getByText('Тема добавлена').waitFor()
    expect((await entries(page).allTextContents()).at(-3)).toContain('Вписанная тема')

    const third = entries(page).filter({ hasText: 'Третья вставленная тема' })
    await third.getByRole('button').click()
    await third.getByRole('button', { name: 'Убрать' }).click()
    await third.waitFor({ state: 'detached' })
  })

  test('with the line back it is on the server, and the office reads it without a way to change it', async () => {
    await page.context().setOffline(false)
    await page.getByText('Всё на сервере').first().waitFor()
    await office.evaluate((hash) => {
      location.hash = hash
    }, address)
    const [before, written] = [entries(office).filter({ hasText: 'Вписанная тема' }), entries(office).last()]
    await before.waitFor()
    expect(await written.textContent()).toContain('Первая вставленная тема')
    await office.getByText(/План ведёт учитель/).waitFor()
    expect(await office.getByRole('button', { name: /Действия|Вставить|Добавить|Отменить/ }).count()).toBe(0)
    expect(await faults(office)).toEqual([])
  })

  test('nothing sticks out on a phone in the dark', async () => {
    await page.setViewportSize({ width: 390, height: 844 })
    await page.emulateMedia({ colorScheme: 'dark' })
    expect(await faults(page)).toEqual([])
    const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    expect(over).toBe(0)
  })
})

function entries(page: Page) {
  return page.getByRole('list', { name: 'Темы плана' }).getByRole('listitem')
}
