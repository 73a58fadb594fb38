import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Tablet } from './chromium.ts'
import { SchoolServer } from './school-server.ts'
import { firstSignIn, unlock } from './teacher.ts'

/**
 * One lesson told from start to end: marked on a tablet without a line, on another tablet by a substitute, reasons
 * given by the class teacher, delivered when the relay is back, settled, and seen by the office.
 */
describe('a lesson is marked without a line, and the school has it when the line is back', () => {
  let server: SchoolServer
  const tablets: Record<'teacher' | 'substitute' | 'classTeacher' | 'office', Tablet> = {} as never
  const pages: Record<keyof typeof tablets, Page> = {} as never
  /** Pupils of the roll, by name, as the screen lists them. */
  let roll: string[] = []

  beforeAll(async () => {
    server = await SchoolServer.demo()
    for (const [who, line] of [
      ['teacher', 'сейчас урок в 7А'],
      ['substitute', 'может заменить'],
      ['classTeacher', 'классный руководитель 7А'],
      ['office', 'завуч'],
    ] as const) {
      tablets[who] = await Tablet.start()
      pages[who] = await firstSignIn(tablets[who], server, line)
    }
  }, 300_000)

  afterAll(async () => {
    for (const tablet of Object.values(tablets)) await tablet.discard()
    await server?.discard()
  })

  test("the office appoints a substitute, whose tablet hears of it; the teacher's is out of reach", async () => {
    const running = pages.teacher.locator('[aria-current="time"]')
    const [, bell] = decodeURIComponent((await running.getAttribute('href'))!)
      .split('/')[3]!
      .split(',')
    await tablets.teacher.context.setOffline(true)
    await tablets.teacher.close()
    const { office, substitute } = pages
    await office.getByRole('link', { name: 'Школа', exact: true }).click()
    await office.getByRole('link', { name: 'Замены' }).click()
    await office.getByLabel('Уроки класса').check()
    const classes = office.getByRole('combobox', { name: 'Класс' })
    const own = classes.locator('option', { hasText: /^7А/ })
    await classes.selectOption({ label: (await own.textContent()) ?? '' })
    const lesson = office
      .getByRole('listitem')
      .filter({ hasText: `${bell}-й урок, 7А` })
      .first()
    const teacher = lesson.getByRole('combobox', { name: 'Кто ведёт' })
    const name = await substitute
      .getByRole('button', { name: /Закрыть на ПИН/ })
      .first()
      .textContent()
    const surname = /[А-ЯЁ][а-яё]+/.exec(name?.split('.')[2] ?? '')?.[0] ?? ''
    const person = teacher.locator('option', { hasText: surname }).first()
    await teacher.selectOption({ label: (await person.textContent()) ?? '' })
    await lesson.getByRole('button', { name: 'Назначить замену' }).click()
    await office.getByText('Всё на сервере').first().waitFor()
    await substitute.getByRole('link', { name: 'Отметить явку' }).waitFor()
    // The class and the journal of the substituted lesson come by themselves.
    await substitute.getByRole('link', { name: 'Отметить явку' }).click()
    await substitute.getByRole('radiogroup').first().waitFor()
  })

  test('cold start from the home screen without network or relay; 28 pupils, 3 absent, 1 late in at most 6 taps', async () => {
    await server.kill()
    tablets.teacher = await Tablet.start(tablets.teacher.profile)
    await tablets.teacher.context.setOffline(true)
    const page = await tablets.teacher.page()
    pages.teacher = page
    await unlock(page, server)
    await page.getByRole('link', { name: 'Отметить явку' }).click()
    await page.getByRole('radiogroup').first().waitFor()
    roll = await pupilsOn(page)
    expect(roll).toHaveLength(28)

    let taps = 0
    const tap = async (pupil: number, presence: 'нет на уроке' | 'опоздание') => {
      await toggle(page, roll[pupil]!).getByRole('radio', { name: presence }).click()
      taps++
    }
    await tap(0, 'нет на уроке')
    await tap(4, 'нет на уроке')
    await tap(9, 'нет на уроке')
    await tap(11, 'опоздание')
    await page.getByRole('button', { name: 'Остальные на уроке' }).click()
    taps++
    expect(taps).toBeLessThanOrEqual(6)
    await page.getByText('Явка отмечена').waitFor()
    await page.getByText('Отсутствуют 3').waitFor()
  })

  test('5 marks and homework; the browser is killed right after the last tap; all is there and counted as waiting', async () => {
    const page = pages.teacher
    await page.getByRole('textbox', { name: /Задание/ }).fill('§ 14, № 301–305')
    for (const [index, mark] of [
      [1, '5'],
      [2, '4'],
      [3, '3'],
      [5, '5'],
      [6, '4'],
    ] as const) {
      await page.getByRole('button', { name: `Поставить отметку: ${roll[index]}`, exact: true }).click()
      await page.getByRole('dialog').getByRole('button', { name: mark, exact: true }).click()
    }
    // held, teacher, roll, topic, homework; 4 presences; 5 marks: what the screen says is saved is on the disk.
    await page.getByText('ждёт отправки 14').waitFor()
    await tablets.teacher.kill()

    tablets.teacher = await Tablet.start(tablets.teacher.profile)
    await tablets.teacher.context.setOffline(true)
    pages.teacher = await tablets.teacher.page()
    await unlock(pages.teacher, server)
    await pages.teacher.getByText('14 записей ждут отправки').first().waitFor()
    await pages.teacher.getByRole('link', { name: /7А/ }).first().click()
    await expectLesson(pages.teacher, roll)
    expect(await pages.teacher.getByRole('textbox', { name: /Задание/ }).inputValue()).toBe('§ 14, № 301–305')
    expect(await pages.teacher.getByRole('textbox', { name: /Тема/ }).inputValue()).not.toBe('')
  })

  test('the substitute, offline too, marks one of the same cells differently; the class teacher gives reasons', async () => {
    const { substitute, classTeacher } = pages
    await toggle(substitute, roll[4]!).getByRole('radio', { name: 'опоздание' }).click()
    await substitute.getByRole('button', { name: 'Остальные на уроке' }).click()
    await substitute.getByText('Явка отмечена').waitFor()
    await substitute
      .getByText(/ждёт отправки|ждут отправки/)
      .first()
      .waitFor()

    await classTeacher.getByRole('link', { name: 'Ещё' }).click()
    await classTeacher.getByRole('link', { name: 'Причина отсутствия' }).click()
    await classTeacher.getByLabel('На урок или день').check()
    await chooseAbsentPupil(classTeacher)
    await classTeacher.getByRole('button', { name: 'Записать', exact: true }).click()
    await classTeacher.getByText('Записано на планшете').waitFor()
    await classTeacher
      .getByText(/жд[её]т отправки|ждут отправки/)
      .first()
      .waitFor()
  })

  test('relay back: all deliver by themselves and show the same', async () => {
    await server.start('serve')
    await tablets.teacher.context.setOffline(false)
    for (const page of [pages.teacher, pages.substitute, pages.classTeacher])
      await page.getByText('Всё на сервере').first().waitFor({ timeout: 100_000 })
    await expectLesson(pages.teacher, roll)
    // Absent stands over late (the rule of choice), on every tablet, and the cell is flagged.
    for (const page of [pages.teacher, pages.substitute])
      await row(page, roll[4]!).getByText('записано разное').waitFor()
    expect(await shown(pages.substitute, roll[4]!)).toBe('нет на уроке')
  })

  test('the clash is flagged with both values and authors, settled by one tap; the history of the cell is readable', async () => {
    const page = pages.teacher
    await row(page, roll[4]!).getByText('записано разное').click()
    await page.getByText('Записано разное').waitFor()
    const panel = page.getByRole('complementary').filter({ hasText: 'История' })
    const before = (await panel.textContent()) ?? ''
    expect(before).toContain('замена')
    await panel.getByRole('button', { name: 'Оставить «Н»' }).click()
    await page.getByText('Записано разное').waitFor({ state: 'detached' })
    await page.getByText('Всё на сервере').first().waitFor()
    const history = (await panel.textContent()) ?? ''
    expect(history).toContain('на планшете')
    expect(history).toContain('на сервере')
    await row(pages.substitute, roll[4]!).getByText('записано разное').waitFor({ state: 'detached' })
  })

  test("the office's board shows the roll taken", async () => {
    const { office } = pages
    await office.getByRole('link', { name: 'Школа сегодня' }).click()
    const board = office.getByRole('row', { name: /7А/ })
    await board.getByText(/нет 3/).first().waitFor()
  })
})

function row(page: Page, pupil: string) {
  return page
    .getByRole('listitem')
    .filter({ has: page.getByRole('radiogroup', { name: `Явка: ${pupil}`, exact: true }) })
}

function toggle(page: Page, pupil: string) {
  return page.getByRole('radiogroup', { name: `Явка: ${pupil}`, exact: true })
}

async function pupilsOn(page: Page): Promise<string[]> {
  const names = await page
    .getByRole('radiogroup')
    .evaluateAll((all) => all.map((one) => one.getAttribute('aria-label') ?? ''))
  return names.map((name) => name.replace('Явка: ', ''))
}

async function shown(page: Page, pupil: string): Promise<string | null> {
  return toggle(page, pupil).locator('input:checked').getAttribute('aria-label')
}

/** What the teacher entered, as the lesson's screen shows it. */
async function expectLesson(page: Page, roll: readonly string[]): Promise<void> {
  await page.getByText('Явка отмечена').waitFor()
  await page.getByText('Отсутствуют 3').waitFor()
  for (const index of [0, 4, 9]) expect(await shown(page, roll[index]!)).toBe('нет на уроке')
  expect(await shown(page, roll[11]!)).toBe('опоздание')
  expect(await shown(page, roll[20]!)).toBe('на уроке')
  for (const [index, mark] of [
    [1, '5'],
    [2, '4'],
    [3, '3'],
    [5, '5'],
    [6, '4'],
  ] as const)
    await page.getByRole('button', { name: `Отметка ${mark}, ${roll[index]}. Изменить` }).waitFor()
}

/** Chooses the first pupil of the class who missed a lesson on the day shown. */
async function chooseAbsentPupil(page: Page): Promise<void> {
  const select = page.getByRole('combobox', { name: 'Ученик' })
  await select.waitFor()
  const values = await select
    .locator('option')
    .evaluateAll((all) => all.map((one) => (one as HTMLOptionElement).value))
  const save = page.getByRole('button', { name: 'Записать', exact: true })
  for (const value of values.filter(Boolean)) {
    await select.selectOption(value)
    await save.or(page.getByText('пропусков у ученика нет')).first().waitFor()
    if (await save.isVisible()) return
  }
  throw new Error('nobody missed a lesson today')
}
