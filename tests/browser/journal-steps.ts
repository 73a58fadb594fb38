import type { Locator, Page } from 'playwright-core'

/** What a teacher enters in a lesson; pupils by the names that the roll has. */
export interface Kept {
  absent?: readonly string[]
  late?: readonly string[]
  topic: string
  homework?: string
  /** Marks of the column that is chosen. */
  marks?: Readonly<Record<string, string>>
}

/** Goes to an address of the app. */
export async function go(page: Page, hash: string): Promise<void> {
  await page.evaluate((to) => {
    location.hash = to
  }, hash)
  await page.waitForURL((url) => url.hash === hash)
}

/** The lessons of the day that is shown. */
export function lessonsOfDay(page: Page): Locator {
  return page.getByRole('list', { name: 'Уроки дня' }).getByRole('listitem')
}

/** Opens the lesson of a date that says all of the words in the list of the day. */
export async function openLesson(page: Page, date: string, ...words: readonly string[]): Promise<void> {
  await go(page, `#/today/${date}`)
  let lesson = lessonsOfDay(page)
  for (const hasText of words) lesson = lesson.filter({ hasText })
  await lesson.getByRole('link').first().click()
  await page.getByRole('heading', { level: 1, name: /урок/ }).waitFor()
}

/** Keeps the lesson on screen: who is not there, the rest by one tap, topic and homework, marks. */
export async function keepLesson(page: Page, kept: Kept): Promise<void> {
  for (const pupil of kept.absent ?? []) await note(page, pupil, 'нет на уроке')
  for (const pupil of kept.late ?? []) await note(page, pupil, 'опоздание')
  await page.getByRole('button', { name: /^(Все|Остальные) на уроке$/ }).click()
  await page.getByText('Явка отмечена', { exact: true }).waitFor()
  await page.getByRole('textbox', { name: /^Тема/ }).fill(kept.topic)
  if (kept.homework !== undefined) await page.getByRole('textbox', { name: /^Задание/ }).fill(kept.homework)
  for (const [pupil, mark] of Object.entries(kept.marks ?? {})) await give(page, pupil, mark)
}

/** Sets the presence of a pupil. */
export async function note(page: Page, pupil: string, presence: 'нет на уроке' | 'опоздание'): Promise<void> {
  await page
    .getByRole('radiogroup', { name: `Явка: ${pupil}` })
    .getByRole('radio', { name: presence })
    .click()
}

/** Gives a pupil of the lesson on screen a mark. */
export async function give(page: Page, pupil: string, mark: string): Promise<void> {
  await page.getByRole('button', { name: `Поставить отметку: ${pupil}` }).click()
  await page.getByRole('dialog').getByRole('button', { name: mark, exact: true }).click()
  await page
    .getByRole('button', { name: `Отметка ${mark}, ${pupil}. Изменить` })
    .first()
    .waitFor()
}

/** Settles what was written differently of a pupil in the lesson on screen. */
export async function settle(page: Page, pupil: string, kept: string): Promise<void> {
  await page
    .getByRole('listitem')
    .filter({ has: page.getByRole('radiogroup', { name: `Явка: ${pupil}` }) })
    .getByText('записано разное')
    .click()
  const panel = page.getByRole('complementary', { name: pupil })
  await panel.getByRole('button', { name: `Оставить «${kept}»` }).click()
  await panel.getByText('Записано разное').waitFor({ state: 'detached' })
}

/** Opens one of the things that can be done with the lesson on screen as a whole. */
export async function changeLesson(page: Page, what: string): Promise<void> {
  await page.getByRole('button', { name: 'Урок', exact: true }).click()
  await page.getByRole('button', { name: what }).first().click()
}

/** The hours offered to a lesson. */
export function hoursOffered(page: Page): Locator {
  return page.getByRole('group', { name: 'Какой урок' }).locator('label')
}

/** Adds a lesson of a journal to the day shown, at an hour or at its last free one; returns the hour. */
export async function addLesson(page: Page, journal: string, bell?: string): Promise<string> {
  await page.getByRole('button', { name: 'Добавить урок' }).click()
  await page.getByRole('combobox', { name: 'Журнал' }).selectOption(journal)
  const hour =
    bell === undefined
      ? hoursOffered(page).filter({ hasText: 'свободно' }).last()
      : hoursOffered(page).filter({ hasText: `${bell}-й урок` })
  const [chosen] = (await hour.textContent())!.match(/^\d+/)!
  await hour.locator('input').click()
  await page.getByRole('button', { name: 'Добавить сюда' }).click()
  return chosen!
}

/** Waits until the server has all that was entered; without a line it redials within a minute. */
export async function delivered(page: Page): Promise<void> {
  await page.getByText('Всё на сервере').first().waitFor({ timeout: 100_000 })
}

/** The cell of the period's mark in a row of the journal's page, from 0. */
export function periodCell(page: Page, row: number): Locator {
  return page
    .getByRole('row')
    .nth(row + 1)
    .getByRole('gridcell')
    .last()
}

/** The period's marks of the journal's page, from above; suggested ones too. */
export async function periodMarks(page: Page): Promise<string[]> {
  const cells = await page.getByRole('row').locator('> [role=gridcell]:last-child').allTextContents()
  return cells.map((text) => /[1-5]/.exec(text)?.[0] ?? '')
}
