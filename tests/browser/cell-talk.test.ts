import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Tablet } from './chromium.ts'
import { SchoolServer } from './school-server.ts'
import { firstSignIn } from './teacher.ts'

describe('what is said in a cell', () => {
  let server: SchoolServer
  const tablets: Tablet[] = []
  let teacher: Page
  let classTeacher: Page
  let roll: string[]
  /** Address of the first pupil's cell. */
  let cell = ''

  beforeAll(async () => {
    server = await SchoolServer.demo()
    for (let i = 0; i < 2; i++) tablets.push(await Tablet.start())
    teacher = await firstSignIn(tablets[0]!, server, 'сейчас урок в 7А')
    classTeacher = await firstSignIn(tablets[1]!, server, 'классный руководитель 7А')
  }, 300_000)

  afterAll(async () => {
    for (const tablet of tablets) await tablet.discard()
    await server?.discard()
  })

  test('the teacher marks a pupil absent in the cell, another is given a two, a third a dot', async () => {
    await openLesson(teacher)
    roll = await teacher
      .getByRole('radiogroup')
      .evaluateAll((groups) => groups.map((group) => group.getAttribute('aria-label')!.replace('Явка: ', '')))
    await teacher.getByRole('button', { name: `Поставить отметку: ${roll[0]}` }).click()
    await teacher.getByRole('button', { name: 'Пересдача, пояснение, замечание' }).click()
    const panel = teacher.getByRole('complementary', { name: roll[0]! })
    await panel.getByRole('radio', { name: 'нет на уроке' }).click()
    await panel.getByRole('listitem').filter({ hasText: 'явка' }).waitFor()
    cell = await teacher.evaluate(() => location.hash)
    await openLesson(teacher)
    await give(teacher, roll[1]!, '2')
    await give(teacher, roll[2]!, 'точка: работа за учеником')
    await teacher.getByRole('button', { name: 'Остальные на уроке' }).click()
    await teacher.getByText('Всё на сервере').first().waitFor()
  })

  test('the class teacher proposes «был на уроке» without a line; no reason for who is present', async () => {
    await classTeacher.evaluate((hash) => {
      location.hash = hash
    }, cell)
    const panel = classTeacher.getByRole('complementary', { name: roll[0]! })
    await panel.getByRole('listitem').filter({ hasText: 'явка' }).waitFor()
    await tablets[1]!.context.setOffline(true)
    await panel.getByRole('button', { name: 'Был на уроке' }).click()
    await panel.getByText('Ждёт ответа учителя').waitFor()
    await panel.getByRole('button', { name: 'Спросить учителя' }).click()
    await panel.getByLabel('Вопрос учителю').fill('Он был у врача?')
    await panel.getByRole('button', { name: 'Отправить' }).click()
    // The next pupil was present: Б (the comma's key) is not written, and it is said why.
    await classTeacher
      .getByRole('gridcell', { name: /ждёт ответа классному руководителю/ })
      .press('ArrowDown')
    await classTeacher.keyboard.press(',')
    await classTeacher.getByText(/причина нужна только отсутствующему/).waitFor()
    await tablets[1]!.context.setOffline(false)
    await classTeacher.getByText('Всё на сервере').first().waitFor({ timeout: 90_000 })
  })

  test('the subject teacher finds it in Сегодня, accepts by one tap, and answers', async () => {
    await section(teacher, 'Сегодня')
    await teacher.getByRole('link', { name: /Вопрос классного руководителя.*у врача/ }).waitFor()
    await teacher.getByRole('link', { name: /Предложено исправить явку.*на уроке/ }).click()
    const panel = teacher.getByRole('complementary', { name: roll[0]! })
    await panel.getByRole('button', { name: 'Принять: на уроке' }).click()
    await panel.getByText('Исправлено по предложению классного руководителя').waitFor()
    await panel.getByRole('button', { name: 'Ответить', exact: true }).click()
    await panel.getByLabel('Ответ', { exact: true }).fill('Да, пришёл ко второму звонку')
    await panel.getByRole('button', { name: 'Отправить' }).click()
    const talk = classTeacher.getByRole('complementary')
    await classTeacher.keyboard.press('ArrowUp')
    await talk.getByText('Да, пришёл ко второму звонку').first().waitFor()
    await section(teacher, 'Сегодня')
    await teacher.getByText(/Вопрос классного руководителя/).waitFor({ state: 'detached' })
    await openLesson(teacher)
    const first = teacher.getByRole('radiogroup', { name: `Явка: ${roll[0]}` })
    expect(await first.getByRole('radio', { name: 'на уроке', exact: true }).isChecked()).toBe(true)
  })

  test('a retake stands beside the first mark; the owed work is closed from the list', async () => {
    await teacher.getByRole('button', { name: `Отметка 2, ${roll[1]}. Изменить` }).click()
    await teacher.getByRole('button', { name: 'Пересдача, пояснение, замечание' }).click()
    const panel = teacher.getByRole('complementary', { name: roll[1]! })
    await panel.getByRole('button', { name: 'Пересдача' }).click()
    await panel.getByText(/Первая отметка «2» останется рядом/).waitFor()
    await panel.getByRole('button', { name: '4', exact: true }).click()
    await teacher.getByRole('gridcell', { name: '2/4' }).first().waitFor()
    await panel.getByRole('button', { name: 'Закрыть' }).click()
    await teacher.getByRole('link', { name: 'Долги' }).click()
    const owed = teacher.getByRole('button', { name: `Поставить отметку: ${roll[2]}` })
    await owed.first().waitFor()
    const before = await owed.count()
    await owed.last().click()
    await teacher.getByRole('dialog').getByRole('button', { name: '5', exact: true }).click()
    await expect.poll(() => owed.count()).toBe(before - 1)
    await teacher.getByText('Всё на сервере').first().waitFor()
  })
})

async function section(page: Page, name: string): Promise<void> {
  await page
    .getByRole('link', { name: new RegExp(name) })
    .first()
    .click()
  await page.getByRole('heading', { level: 1 }).waitFor()
}

async function openLesson(page: Page): Promise<void> {
  await section(page, 'Сегодня')
  await page
    .getByRole('link', { name: /Отметить явку|Открыть урок/ })
    .first()
    .click()
  await page.getByRole('radiogroup').first().waitFor()
}

async function give(page: Page, pupil: string, mark: string): Promise<void> {
  await page.getByRole('button', { name: `Поставить отметку: ${pupil}` }).click()
  await page.getByRole('dialog').getByRole('button', { name: mark, exact: true }).click()
}
