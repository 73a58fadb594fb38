import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Tablet } from './chromium.ts'
import { faults } from './faults.ts'
import { addLesson, changeLesson, go, hoursOffered, lessonsOfDay } from './journal-steps.ts'
import { SchoolServer } from './school-server.ts'
import { firstSignIn } from './teacher.ts'

/** A week's changes told from start to end: made on a tablet without a line, seen by the office when it is back. */
describe('lessons that are not where the timetable has them', () => {
  let server: SchoolServer
  const tablets: Tablet[] = []
  let teacher: Page
  let office: Page
  /** Tomorrow's first and second lesson, as addresses. */
  let first: string
  let second: string
  /** The journals of a joint lesson, and its key, `date,bell,ordinal`, which is the same in both. */
  let joint: string[]
  let jointKey: string

  beforeAll(async () => {
    server = await SchoolServer.demo()
    for (const who of ['сейчас урок в 7А', 'завуч']) {
      const tablet = await Tablet.start()
      tablets.push(tablet)
      const page = await firstSignIn(tablet, server, who)
      if (who === 'завуч') office = page
      else teacher = page
    }
    await teacher.context().setOffline(true)
  }, 180_000)

  afterAll(async () => {
    for (const tablet of tablets) await tablet.discard()
    await server?.discard()
  })

  test("yesterday's and tomorrow's lessons are a tap away", async () => {
    const today = await heading(teacher)
    await teacher.getByRole('link', { name: 'Предыдущий день' }).click()
    await teacher.getByRole('heading', { level: 1, name: today, exact: true }).waitFor({ state: 'detached' })
    await toToday(teacher)
    expect(await heading(teacher)).toBe(today)
    do await nextDay(teacher)
    while ((await lessonsOfDay(teacher).count()) < 2)
    first = (await lessonsOfDay(teacher).nth(0).getByRole('link').getAttribute('href'))!
    second = (await lessonsOfDay(teacher).nth(1).getByRole('link').getAttribute('href'))!
    expect(await faults(teacher)).toEqual([])
  })

  test('a lesson is moved to a free hour, undone, and moved again', async () => {
    const day = teacher.url()
    await go(teacher, first)
    for (const again of [false, true]) {
      await changeLesson(teacher, 'Перенести')
      // The hour it stands at can't be chosen; what else stands there is said.
      expect(await hoursOffered(teacher).locator('input[disabled]').count()).toBe(1)
      await hoursOffered(teacher)
        .getByText(/у класса|у вас/)
        .first()
        .waitFor()
      if (!again) expect(await faults(teacher)).toEqual([])
      await hoursOffered(teacher).filter({ hasText: 'свободно' }).last().locator('input').click()
      await teacher.getByRole('button', { name: 'Перенести сюда' }).click()
      await teacher.getByText('Урок перенесён с').waitFor()
      if (!again) {
        await teacher.keyboard.press('Control+z')
        await teacher.getByText('Урок перенесён с').waitFor({ state: 'detached' })
      }
    }
    await teacher.goto(day)
    await lessonsOfDay(teacher).filter({ hasText: 'перенесён на' }).waitFor()
    await lessonsOfDay(teacher).filter({ hasText: 'перенесён с' }).waitFor()
  })

  test('another lesson of the same journal comes to the hour it left, under a key of its own', async () => {
    const vacated = decodeURIComponent(first.split('/')[3]!)
    await addLesson(teacher, journalIn(first), vacated.split(',')[1])
    await teacher.getByText('Урок добавлен сверх расписания').waitFor()
    const [, , , key] = decodeURIComponent(new URL(teacher.url()).hash).split('/')
    expect(first).not.toContain(encodeURIComponent(key!))
    expect(key).toMatch(/,1$/)
    await teacher.goBack()
    await lessonsOfDay(teacher).filter({ hasText: 'добавлен' }).waitFor()
  })

  test('a lesson is called off with a reason in one tap, restored, and called off in own words', async () => {
    await go(teacher, second)
    await changeLesson(teacher, 'Отменить урок')
    await teacher.getByRole('button', { name: 'Актированный день' }).click()
    await teacher.getByText('Урок отменён').waitFor()
    expect(await faults(teacher)).toEqual([])
    await teacher.getByRole('button', { name: 'Вернуть урок' }).click()
    await teacher.getByRole('radiogroup').first().waitFor()
    await changeLesson(teacher, 'Отменить урок')
    await teacher.getByRole('button', { name: 'Отменить урок' }).last().click()
    await teacher.getByText('Укажите причину').waitFor()
    await teacher.getByLabel('Другая причина').fill('Прорвало трубу')
    await teacher.keyboard.press('Enter')
    await teacher.getByText('Прорвало трубу').waitFor()
  })

  test('a class comes to the lesson of another: one screen, each entry in its own journal', async () => {
    await toToday(teacher)
    const running = teacher.locator('[aria-current="time"]')
    const address = (await running.getAttribute('href'))!
    const own = journalIn(address)
    jointKey = decodeURIComponent(address.split('/')[3]!)
    const other = await otherClass(teacher, own)
    await addLesson(teacher, other, jointKey.split(',')[1])
    await teacher.getByText('Тема и задание одинаковы для всех').waitFor()
    expect(await faults(teacher)).toEqual([])
    const rolls = teacher.getByRole('region', { name: 'Явка и отметки' })
    expect(await rolls.count()).toBe(2)
    // One absent of each class, the rest of both by one tap, and one topic for both.
    for (const roll of await rolls.all())
      await roll.getByRole('radio', { name: 'нет на уроке' }).first().click()
    await teacher.getByRole('button', { name: 'Остальные на уроке' }).click()
    await teacher.getByText('Отсутствуют 2').waitFor()
    const together = teacher.getByRole('checkbox', { name: /одинаковы/ })
    if (!(await together.isChecked())) await together.check()
    await teacher.getByRole('textbox', { name: /Задание/ }).fill('§ 20 для всех')
    const plus = rolls
      .last()
      .getByRole('button', { name: /Поставить отметку/ })
      .first()
    await plus.click()
    // The pad goes with its row.
    await teacher.mouse.wheel(0, -60)
    await teacher.getByRole('dialog').getByRole('button', { name: '5', exact: true }).click()
    await together.uncheck()
    const homework = teacher.getByRole('textbox', { name: /Задание/ })
    await homework.nth(1).waitFor()
    expect(await homework.evaluateAll((all) => all.map((one) => (one as HTMLTextAreaElement).value))).toEqual(
      ['§ 20 для всех', '§ 20 для всех'],
    )
    joint = [own, other]
    await toToday(teacher)
    await teacher
      .getByText(/\d+[А-Я] \+ \d+[А-Я]/)
      .first()
      .waitFor()
  })

  test('its second hour takes the roll of the first in one tap', async () => {
    const free = await addLesson(teacher, joint[1]!)
    const [, jointHour] = jointKey.split(',')
    expect(Number(free)).toBeGreaterThan(Number(jointHour))
    await teacher.getByText(`На ${jointHour}-м уроке явка уже отмечена: не было 1 ученика`).waitFor()
    expect(await faults(teacher)).toEqual([])
    await teacher.getByRole('button', { name: 'Взять явку с прошлого урока' }).click()
    await teacher.getByText('Явка отмечена', { exact: true }).waitFor()
    await teacher.getByText('Отсутствуют 1').waitFor()
  })

  test('with the line back the office sees all of it, and can change nothing', async () => {
    await teacher.context().setOffline(false)
    await teacher.getByText('Всё на сервере').first().waitFor({ timeout: 100_000 })
    await go(office, first)
    await office.getByText('Урок перенесён с').waitFor()
    expect(await office.getByRole('button', { name: /^Урок$|Вернуть/ }).count()).toBe(0)
    await go(office, second)
    await office.getByText('Прорвало трубу').waitFor()
    // Of the joint lesson each journal holds its own class; the mark is in one of them.
    const marks: number[] = []
    for (const journal of joint) {
      await go(office, `#/lesson/${encodeURIComponent(journal)}/${encodeURIComponent(jointKey)}`)
      await office.getByText('Отсутствуют 1').waitFor()
      expect(await office.getByRole('textbox', { name: /Задание/ }).inputValue()).toBe('§ 20 для всех')
      marks.push(await office.getByRole('button', { name: /^Отметка 5/ }).count())
    }
    expect(marks.sort()).toEqual([0, 1])
  })

  test('nothing sticks out on a phone in the dark', async () => {
    await teacher.setViewportSize({ width: 390, height: 844 })
    await teacher.emulateMedia({ colorScheme: 'dark' })
    for (const address of [first, second]) {
      await go(teacher, address)
      await teacher.getByText(/Урок (перенесён с|отменён)/).waitFor()
      expect(await faults(teacher)).toEqual([])
      expect(await teacher.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0)
    }
  })
})

async function heading(page: Page): Promise<string> {
  return (await page.getByRole('heading', { level: 1 }).textContent())!
}

async function nextDay(page: Page): Promise<void> {
  const shown = await heading(page)
  await page.getByRole('link', { name: 'Следующий день' }).click()
  await page.getByRole('heading', { level: 1, name: shown, exact: true }).waitFor({ state: 'detached' })
}

async function toToday(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Сегодня', exact: true }).first().click()
  await page.locator('[aria-current="time"]').waitFor()
}

/** The journal in the address of a lesson: `class,subject`. */
function journalIn(address: string): string {
  return decodeURIComponent(address.split('/')[2]!)
}

/** A journal of the teacher's with another class than the given one's. */
async function otherClass(page: Page, journal: string): Promise<string> {
  await page.getByRole('button', { name: 'Добавить урок' }).click()
  const options = page.getByRole('combobox', { name: 'Журнал' }).locator('option')
  await options.nth(1).waitFor({ state: 'attached' })
  const values = await options.evaluateAll((all) => all.map((one) => (one as HTMLOptionElement).value))
  await page.getByRole('button', { name: 'Закрыть', exact: true }).click()
  return values.find((value) => value !== '' && value.split(',')[0] !== journal.split(',')[0])!
}
