import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parta } from '../server/command-line/program.ts'
import { Tablet } from './chromium.ts'
import {
  addLesson,
  changeLesson,
  delivered,
  give,
  go,
  hoursOffered,
  keepLesson,
  note,
  openLesson,
  periodCell,
  periodMarks,
  settle,
} from './journal-steps.ts'
import { SchoolServer } from './school-server.ts'
import { pupils, writeSmallSchool } from './small-school.ts'
import { signInWithCode } from './teacher.ts'

const [anna, boris, vera, gleb] = pupils.first
const [ilya, kira] = pupils.parallel
const journal = '7a,eng,g1'

/** One quarter of the journal «7А, Английский язык, группа 1» from an empty page to the marks of the quarter. */
describe('a quarter of a subject journal', () => {
  let folder: string
  let data: string
  let dates: readonly string[]
  let server: SchoolServer
  let invitations: string
  const tablets: Tablet[] = []
  let teacher: Page
  let office: Page
  let substitute: Page

  const signIn = async (surname: string) => {
    const [, login, code] = new RegExp(`${surname}.*\\tлогин: (\\S+)\\tкод: (\\S+)`).exec(invitations)!
    const tablet = await Tablet.start()
    tablets.push(tablet)
    return signInWithCode(tablet, server, { login: login!, code: code! })
  }
  const command = async (...args: string[]) => {
    const ran = await parta(...args, '--data', data)
    expect(ran.err).toBe('')
    return ran.out
  }

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'quarter-'))
    data = join(folder, 'data')
    ;({ dates } = await writeSmallSchool(join(folder, 'school')))
    await command('import', join(folder, 'school'), '--school', 'school')
    invitations = await command('invite', '--all')
    server = await SchoolServer.of(data)
    teacher = await signIn('Лобанова')
  }, 180_000)

  afterAll(async () => {
    for (const tablet of tablets) await tablet.discard()
    await server?.discard()
    await rm(folder, { recursive: true, force: true })
  })

  test('the first half without a line: lessons, one moved and its hour used again, one called off, one joint', async () => {
    await teacher.context().setOffline(true)
    await openLesson(teacher, dates[0]!, '7А')
    // The subgroup alone is on the roll.
    expect(await teacher.getByRole('radiogroup').count()).toBe(pupils.first.length)
    await keepLesson(teacher, {
      topic: 'Present Simple',
      homework: 'ex. 1, p. 4',
      marks: { [anna]: '5', [boris]: '4', [vera]: '3' },
    })
    await openLesson(teacher, dates[1]!, '7А')
    await keepLesson(teacher, { absent: [gleb], topic: 'Questions', marks: { [anna]: '4', [boris]: '5' } })

    await openLesson(teacher, dates[2]!, '7А')
    await changeLesson(teacher, 'Перенести')
    await hoursOffered(teacher).filter({ hasText: '5-й урок' }).locator('input').click()
    await teacher.getByRole('button', { name: 'Перенести сюда' }).click()
    await teacher.getByText('Урок перенесён с').waitFor()
    await keepLesson(teacher, { topic: 'Articles', marks: { [anna]: '5', [gleb]: '4' } })
    await go(teacher, `#/today/${dates[2]}`)
    await addLesson(teacher, journal, '2')
    await teacher.getByText('Урок добавлен сверх расписания').waitFor()
    await keepLesson(teacher, { topic: 'Plurals', marks: { [vera]: '4' } })

    await openLesson(teacher, dates[3]!, '7А')
    await changeLesson(teacher, 'Отменить урок')
    await teacher.getByRole('button', { name: 'Актированный день' }).click()
    await teacher.getByText('Урок отменён').waitFor()

    await go(teacher, `#/today/${dates[4]}`)
    await addLesson(teacher, '7b,eng', '2')
    await teacher.getByText('Тема и задание одинаковы для всех').waitFor()
    await keepLesson(teacher, { absent: [ilya], topic: 'Numbers', marks: { [boris]: '4', [kira]: '5' } })
    await teacher
      .getByText(/ждут отправки|ждёт отправки/)
      .first()
      .waitFor()
  })

  test('with the line back, a control work and its retake, an absence and lateness', async () => {
    await teacher.context().setOffline(false)
    await delivered(teacher)
    const column = teacher.getByRole('combobox', { name: 'За что' })

    await openLesson(teacher, dates[5]!, '7А')
    await column.selectOption({ label: 'Контрольная работа' })
    await keepLesson(teacher, {
      topic: 'Test 1',
      marks: { [anna]: '5', [boris]: '2', [vera]: '4', [gleb]: '3' },
    })
    await openLesson(teacher, dates[6]!, '7А')
    await keepLesson(teacher, { late: [boris], topic: 'Past Simple', marks: { [gleb]: '4' } })

    await openLesson(teacher, dates[7]!, '7А')
    const retake = column.locator('option', { hasText: 'Контрольная работа, ' })
    await column.selectOption({ label: (await retake.textContent())! })
    await keepLesson(teacher, { topic: 'Irregular verbs' })
    // Down the column the retake asks only for whom it is.
    await teacher.getByRole('button', { name: 'Отметки подряд' }).click()
    await teacher.getByText(`Сейчас: ${boris}`).waitFor()
    await teacher.keyboard.press('4')
    await teacher.getByText('Список пройден').waitFor()
    await teacher.getByRole('button', { name: 'Готово' }).click()

    await openLesson(teacher, dates[8]!, '7А')
    await keepLesson(teacher, { topic: 'Reading', homework: 'p. 20' })
    await openLesson(teacher, dates[9]!, '7А')
    await keepLesson(teacher, { absent: [anna], topic: 'Letters', marks: { [vera]: '5', [gleb]: '5' } })
    await delivered(teacher)
  })

  test("today's lesson is given to a colleague; both keep it, neither hears of the other; the clash is settled", async () => {
    await teacher.context().setOffline(true)
    await openLesson(teacher, dates[10]!, '7А')
    await keepLesson(teacher, { topic: 'Speaking', marks: { [anna]: '5', [boris]: '4' } })

    ;[office, substitute] = await Promise.all([signIn('Трефилова'), signIn('Ощепкова')])
    await go(office, '#/substitutions')
    const absent = office.getByLabel('Кого нет')
    const choice = absent.locator('option', { hasText: 'Лобанова' })
    await absent.selectOption({ label: (await choice.textContent())! })
    const lesson = office.getByRole('listitem').filter({ hasText: '2-й урок, 7А' })
    const colleague = lesson.getByRole('combobox', { name: 'Кто ведёт' })
    const person = colleague.locator('option', { hasText: 'Ощепкова' })
    await colleague.selectOption({ label: (await person.textContent())! })
    await lesson.getByRole('button', { name: /^Назначить замену/ }).click()
    await delivered(office)

    await go(substitute, `#/today/${dates[11]}`)
    await substitute.getByText('замена').first().waitFor()
    await openLesson(substitute, dates[11]!, 'Английский')
    await keepLesson(substitute, { absent: [boris], topic: 'Revision', marks: { [anna]: '3' } })
    await delivered(substitute)

    await openLesson(teacher, dates[11]!, '7А')
    await note(teacher, boris, 'опоздание')
    await give(teacher, anna, '4')
    await teacher.context().setOffline(false)
    await delivered(teacher)
    await teacher.getByText('записано разное').nth(1).waitFor()
    await settle(teacher, anna, '4')
    await openLesson(teacher, dates[11]!, '7А')
    await settle(teacher, boris, 'Н')
    await delivered(teacher)
  })

  test('marks of the quarter: the suggested ones at once, one decided otherwise', async () => {
    await go(teacher, `#/journal/${encodeURIComponent(journal)}`)
    await teacher.getByRole('button', { name: 'Поставить предложенные' }).click()
    await teacher.getByRole('button', { name: 'Поставить', exact: true }).click()
    await teacher.getByText('Поставлено: 4').waitFor()
    // Anna 5 5 4 5×2 5 4: 33/7; Boris 4 5 4 4×2 4: 25/6; Vera 3 4 4×2 5: 20/5; Gleb 4 3×2 4 5: 19/5.
    expect(await periodMarks(teacher)).toEqual(['5', '4', '4', '4'])
    await periodCell(teacher, 2).click()
    await teacher.keyboard.press('3')
    await expect.poll(() => periodMarks(teacher)).toEqual(['5', '4', '3', '4'])
    await delivered(teacher)
  })

  test('the office closes the quarter; what was marked without a line does not count until it is permitted', async () => {
    await teacher.context().setOffline(true)
    await openLesson(teacher, dates[10]!, '7А')
    await give(teacher, vera, '5')
    await go(office, '#/periods')
    await office.getByRole('button', { name: 'Закрыть: I четверть' }).click()
    await office.getByRole('button', { name: 'Закрыть', exact: true }).click()
    await office.getByRole('button', { name: 'Открыть: I четверть' }).waitFor()
    await delivered(office)

    await teacher.context().setOffline(false)
    await delivered(teacher)
    await go(teacher, '#/notAccepted')
    await teacher.getByRole('button', { name: 'Попросить открыть период' }).click()
    await teacher.getByLabel('Зачем нужна правка').fill('Забыла отметку')
    await teacher.getByRole('button', { name: 'Отправить просьбу' }).click()
    const request = office.getByRole('listitem').filter({ hasText: 'Забыла отметку' })
    await request.getByRole('button', { name: 'Разрешить' }).click()
    await request.waitFor({ state: 'detached' })
    await teacher.getByText(/Открыто для вас до/).waitFor()
    await teacher.getByRole('button', { name: 'Записать снова: 1 запись' }).click()
    await teacher.getByText('Всё принято').waitFor()

    // Vera 3 4 4×2 5 5: 25/6, and the teacher gives the four after all.
    await go(teacher, `#/journal/${encodeURIComponent(journal)}`)
    await periodCell(teacher, 2).click()
    await teacher.keyboard.press('4')
    await expect.poll(() => periodMarks(teacher)).toEqual(['5', '4', '4', '4'])
    await delivered(teacher)
  })

  test('the report of results says what the screens were given, and so does the export', async () => {
    const report = JSON.parse(
      await command(
        'report',
        'results',
        '--school',
        'school',
        '--class',
        '7А',
        '--period',
        'year/1',
        '--format',
        'json',
      ),
    )
    expect(report.rows.map(({ name, marks }: { name: string; marks: object }) => [name, marks])).toEqual([
      [anna, { eng: '5' }],
      [boris, { eng: '4' }],
      [vera, { eng: '4' }],
      [gleb, { eng: '4' }],
      ...pupils.second.map((name) => [name, {}]),
    ])
    // 5 4 4 4: 17/4; all pass, all with a 4 or 5; СОУ (100 + 3 × 64)/4.
    expect(report.totals.subjects.eng).toMatchObject({
      5: 1,
      4: 3,
      3: 0,
      2: 0,
      none: 4,
      n: 4,
      average: 4.25,
      passPercent: 100,
      qualityPercent: 100,
      sou: 73,
    })

    const out = join(folder, 'export')
    await command('export', out, '--school', 'school')
    const table = async (name: string): Promise<Record<string, string>[]> =>
      parse(await readFile(join(out, `${name}.csv`)), { columns: true, bom: true })
    const lessons = (await table('lessons')).filter((row) => row.group === 'g1')
    const held = lessons.filter((row) => row.held === '1')
    // Twelve hours of the timetable, one called off, one added.
    expect(held.map((row) => `${row.date} ${row.bell} ${row.topic}`).sort()).toEqual(
      [
        `${dates[0]} 2 Present Simple`,
        `${dates[1]} 2 Questions`,
        `${dates[2]} 5 Articles`,
        `${dates[2]} 2 Plurals`,
        `${dates[4]} 2 Numbers`,
        `${dates[5]} 2 Test 1`,
        `${dates[6]} 2 Past Simple`,
        `${dates[7]} 2 Irregular verbs`,
        `${dates[8]} 2 Reading`,
        `${dates[9]} 2 Letters`,
        `${dates[10]} 2 Speaking`,
        `${dates[11]} 2 Revision`,
      ].sort(),
    )
    const own = new Set(lessons.map((row) => row.id))
    const marks = (await table('marks')).filter((row) => own.has(row.lesson))
    const given = (pupil: string) =>
      marks
        .filter((row) => row.pupil === pupil)
        .map((row) => row.mark)
        .sort()
        .join('')
    expect(['p1', 'p2', 'p3', 'p4'].map(given)).toEqual(['445555', '244445', '34455', '3445'])
    const missed = (await table('attendance')).filter((row) => own.has(row.lesson))
    expect(missed.map((row) => `${row.pupil} ${row.code}`).sort()).toEqual(['p1 Н', 'p2 Н', 'p2 О', 'p4 Н'])
  })
})
