import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readPdf, run, squeezed } from '../print/read-pdf.ts'
import { violations } from './faults.ts'
import { Gallery } from './gallery/open-gallery.ts'
import { fullClass } from './gallery/school.ts'

let gallery: Gallery
let scenes: string[]

beforeAll(async () => {
  gallery = await Gallery.open()
  const page = await gallery.page(800, 600)
  scenes = await gallery.scenes(page)
  await page.close()
})
afterAll(() => gallery?.close())

const devices = [
  { name: 'tablet, light', width: 1280, height: 800, theme: 'light' },
  { name: 'phone, dark', width: 390, height: 844, theme: 'dark' },
] as const

describe.each(devices)('every screen on a $name', ({ width, height, theme }) => {
  test('has no accessibility violation, and nothing sticks out sideways', { timeout: 300_000 }, async () => {
    const page = await gallery.page(width, height)
    const found: string[] = []
    expect(scenes.length).toBeGreaterThan(25)
    for (const scene of scenes) {
      await gallery.show(page, scene, theme)
      for (const fault of await violations(page, 'best-practice')) found.push(`${scene}: ${fault}`)
      const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      if (over > 0) found.push(`${scene}: ${over} px wider than the screen`)
    }
    expect(found).toEqual([])
    await page.close()
  })
})

/** A key of the Russian layout, which the driver has no name for. */
async function cyrillic(page: Page, key: string, code: string): Promise<void> {
  const session = await page.context().newCDPSession(page)
  await session.send('Input.dispatchKeyEvent', { type: 'keyDown', key, code })
  await session.send('Input.dispatchKeyEvent', { type: 'keyUp', key, code })
  await session.detach()
}

test('the roll of 28 fits a landscape tablet without scrolling', async () => {
  const page = await gallery.page(1280, 800)
  await gallery.show(page, 'lesson-begun')
  const fits = await page.evaluate(() => {
    const last = document.querySelectorAll('main li')
    const foot = [...document.querySelectorAll('main button')].find((b) =>
      b.textContent?.includes('на уроке'),
    )!
    return {
      scrolls: document.documentElement.scrollHeight - innerHeight,
      rows: last.length,
      lowest: Math.max(...[...last].map((row) => row.getBoundingClientRect().bottom)),
      foot: foot.getBoundingClientRect().top,
    }
  })
  expect(fits.rows).toBe(28)
  expect(fits.scrolls).toBeLessThanOrEqual(0)
  expect(fits.lowest).toBeLessThanOrEqual(fits.foot)
  await page.close()
})

test('three absent and one late take five taps; a second tap takes one back', async () => {
  const page = await gallery.page(1280, 800)
  await gallery.show(page, 'lesson')
  const choose = (name: string, what: string) =>
    page
      .getByRole('radiogroup', { name: `Явка: ${name}` })
      .getByRole('radio', { name: what })
      .click()
  await choose('Ёлохов Тимур', 'нет на уроке')
  await choose('Зубова Варвара', 'нет на уроке')
  await choose('Обухов Кирилл', 'нет на уроке')
  await choose('Политов Иван', 'опоздание')
  await page.getByRole('button', { name: 'Остальные на уроке' }).click()
  expect(await page.getByRole('status').textContent()).toBe('Отсутствуют 3 · опоздал 1')
  expect(await page.getByText('Явка отмечена').isVisible()).toBe(true)
  expect(await page.getByText('опоздание 7 мин').isVisible()).toBe(true)
  await choose('Обухов Кирилл', 'нет на уроке')
  expect(await page.getByRole('status').textContent()).toBe('Отсутствуют 2 · опоздал 1')
  await page.keyboard.press('Control+Z')
  expect(await page.getByRole('status').textContent()).toBe('Отсутствуют 3 · опоздал 1')
  await page.close()
})

test('a mark takes two taps, is changed and removed in its place', async () => {
  const page = await gallery.page(390, 844)
  await gallery.show(page, 'lesson')
  await page.getByRole('button', { name: 'Поставить отметку: Вяткин Егор' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '4', exact: true }).click()
  const mark = page.getByRole('button', { name: 'Отметка 4, Вяткин Егор. Изменить' })
  await mark.click()
  const pad = await page.getByRole('dialog').boundingBox()
  expect(pad!.x).toBeGreaterThanOrEqual(0)
  expect(pad!.x + pad!.width).toBeLessThanOrEqual(390)
  await page.getByRole('button', { name: 'Вторая отметка' }).click()
  await page.keyboard.press('5')
  expect(await page.getByRole('button', { name: 'Отметка 5, Вяткин Егор. Изменить' }).count()).toBe(1)
  await mark.click()
  await page.getByRole('button', { name: 'Убрать' }).click()
  expect(await mark.count()).toBe(0)
  await page.close()
})

test('a column is filled by one tap a pupil, absent ones are skipped', async () => {
  const page = await gallery.page(1280, 800)
  await gallery.show(page, 'lesson')
  await page
    .getByRole('radiogroup', { name: 'Явка: Ведерников Артём' })
    .getByRole('radio', { name: 'нет на уроке' })
    .click()
  await page.getByRole('button', { name: 'Отметки подряд' }).click()
  await page.getByRole('button', { name: '5', exact: true }).click()
  expect(await page.getByRole('status').textContent()).toBe('Сейчас: Вяткин Егор')
  await page.keyboard.press('3')
  expect(await page.getByRole('status').textContent()).toBe('Сейчас: Гилёва Дарья')
  await page.getByRole('button', { name: 'Готово' }).click()
  expect(await page.getByRole('button', { name: 'Отметка 3, Вяткин Егор. Изменить' }).count()).toBe(1)
  await page.close()
})

test('the journal is written from the keyboard in either layout', async () => {
  const page = await gallery.page(1280, 800)
  await gallery.show(page, 'journal-year')
  const cell = (row: number, column: number) => page.locator(`[data-cell="${row}:${column}"]`)
  const text = (row: number, column: number) => cell(row, column).textContent()
  await page.locator('[role=grid] [tabindex="0"]').focus()
  await page.keyboard.press('Delete')
  await page.keyboard.type('5')
  await page.keyboard.press('/')
  await page.keyboard.type('4')
  expect(await text(0, 199)).toContain('5/4')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Delete')
  await cyrillic(page, 'н', 'KeyY')
  expect(await text(1, 199)).toContain('Н')
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Delete')
  await page.keyboard.press('KeyJ')
  expect(await text(1, 198)).toContain('О')
  await cyrillic(page, 'б', 'Comma')
  expect(await text(1, 198)).not.toContain('Б')
  expect(await page.locator('main [role=status]').textContent()).toContain('классный руководитель')
  await page.keyboard.press('Home')
  expect(await cell(1, 0).evaluate((element) => element === document.activeElement)).toBe(true)
  await page.keyboard.type('5')
  expect(await page.locator('main [role=status]').textContent()).toContain('Период закрыт')
  await page.close()
})

test('period marks are given by keys, by taps, and all suggested at once', async () => {
  const page = await gallery.page(1280, 800)
  await gallery.show(page, 'journal')
  const mark = (row: number) => page.locator(`[data-cell="${row}:30"]`)
  await page.locator('[role=grid] [tabindex="0"]').focus()
  await page.keyboard.press('End')
  expect(await mark(0).evaluate((element) => element === document.activeElement)).toBe(true)
  expect(await mark(0).textContent()).toContain('предложение')
  await page.keyboard.press('5')
  expect(await mark(0).textContent()).not.toContain('предложение')
  await page.keyboard.press('.')
  expect(await page.locator('main [role=status]').last().textContent()).toContain('За период так не ставят')
  await page.keyboard.press('Delete')
  expect(await mark(0).textContent()).toContain('предложение')
  await mark(12).click()
  const panel = page.getByRole('complementary').last()
  await panel.getByText('2 отметки, нужно не меньше 3.').waitFor()
  await panel.getByRole('button', { name: 'осв' }).click()
  expect(await mark(12).textContent()).toContain('осв')
  await page.getByRole('button', { name: 'Поставить предложенные' }).click()
  await page.getByText(/поставить предложенные отметки 32 ученикам/).waitFor()
  await page.getByRole('button', { name: 'Поставить', exact: true }).click()
  await page.getByText('Поставлено: 32').waitFor()
  expect(await page.getByRole('button', { name: 'Поставить предложенные' }).count()).toBe(0)
  await page.getByRole('button', { name: 'Отменить', exact: true }).click()
  expect(await mark(1).textContent()).toContain('предложение')
  expect(await mark(12).textContent()).toContain('осв')
  await page.close()
})

test('the head of a column opens its note and its marks; a list leads to a row', async () => {
  const page = await gallery.page(1280, 800)
  await gallery.show(page, 'journal')
  await page.locator('[role=grid] [tabindex="0"]').focus()
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  const panel = page.getByRole('complementary', { name: /24 ноября, 3-й урок/ })
  expect(await panel.evaluate((element) => element === document.activeElement)).toBe(true)
  await panel.getByLabel('Заметка к уроку').fill('Принести циркули')
  await panel.getByRole('button', { name: 'Закрыть' }).click()
  await page.locator('[data-cell="-1:29"][aria-label*="есть заметка"]').waitFor()
  await page.getByText('Мало отметок').first().click()
  await page.getByRole('region', { name: 'Мало отметок' }).getByRole('button').click()
  const found = page.locator('[data-cell="12:30"]')
  expect(await found.evaluate((element) => element === document.activeElement)).toBe(true)
  await page.close()
})

test('the printed page holds every pupil and every lesson, on A4 across', async () => {
  const page = await gallery.page(1280, 800)
  await gallery.show(page, 'journal')
  const pages = (await readPdf(new Uint8Array(await page.pdf({ preferCSSPageSize: true })))).map(run)
  expect(pages.length).toBe(1)
  for (const words of ['7А, Математика', 'II четверть', 'Учитель: А. А. Вяткина', 'Сивинская СОШ', 'ноябрь'])
    expect(pages[0]).toContain(squeezed(words))
  for (const name of fullClass) expect(pages[0]).toContain(squeezed(name))
  await page.close()
})

test('of 200 lessons those in view are drawn first, then all; the focus survives being scrolled away', async () => {
  const page = await gallery.page(1280, 800)
  await gallery.show(page, 'journal-year')
  await page.locator('[data-cell="2:199"]').click()
  await page.evaluate(() => document.querySelector('[role=grid]')!.parentElement!.scrollTo(0, 0))
  await page.locator('[data-cell="0:0"]').waitFor()
  // 200 lessons and the period's mark, in every row.
  await page.locator('tbody tr').last().locator('[data-cell]').nth(200).waitFor({ state: 'attached' })
  await page.keyboard.press('ArrowLeft')
  const box = await page.locator('[data-cell="2:198"]').boundingBox()
  const names = await page.locator('tbody tr:first-child th').boundingBox()
  expect(box!.x).toBeGreaterThanOrEqual(names!.x + names!.width - 1)
  await page.close()
})
