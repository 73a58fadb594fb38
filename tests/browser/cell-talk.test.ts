import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  type DocumentId,
  entity,
  journalDocument,
  readJournalName,
  schoolDocument,
} from '../../src/domain/ledger/documents.ts'
import type { Entry } from '../../src/domain/ledger/fact.ts'
import { sameJournal } from '../../src/domain/policy/policy.ts'
import { periodOn } from '../../src/domain/school/calendar.ts'
import { schoolDate } from '../../src/domain/school/school-date.ts'
import { covers, readSchool } from '../../src/domain/school/school-view.ts'
import { type TestChannel, TestDevice, until } from '../server/relay/test-device.ts'
import { TestWriter } from '../server/relay/writing.ts'
import { Tablet } from './chromium.ts'
import { SchoolServer } from './school-server.ts'
import { firstSignIn, invitation, password } from './teacher.ts'

/** The office at a desk of its own, on the relay's socket: it writes facts and gets receipts. */
class OfficeDesk {
  private readonly channels = new Map<DocumentId, TestChannel>()

  private constructor(
    private readonly device: TestDevice,
    private readonly author: ConstructorParameters<typeof TestWriter>[0],
    readonly now: () => number,
  ) {}

  static async signIn(server: SchoolServer): Promise<OfficeDesk> {
    const school = await (await fetch(`${server.url}/api/school`)).json()
    const answer = await fetch(`${server.url}/api/first-sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...invitation(server, 'завуч'), password, device: { name: 'стол завуча' } }),
    })
    const signedIn = await answer.json()
    const device = await TestDevice.connect(`${server.url.replace('http', 'ws')}/sync`, signedIn.access)
    return new OfficeDesk(device, signedIn, () => Date.now() + school.clockOffset)
  }

  /** A document as the relay has it. */
  async read(document: DocumentId): Promise<TestChannel> {
    const known = this.channels.get(document)
    if (known) return known
    const channel = await this.device.opened(document)
    this.channels.set(document, channel)
    return channel
  }

  /** Writes a fact and waits for its receipt. */
  async write(document: DocumentId, entry: Entry): Promise<void> {
    const channel = await this.read(document)
    const writer = new TestWriter(this.author, this.now)
    channel.update(writer.write(entry, channel.fold.heads(entry.entity, entry.attribute)))
    await channel.receipted(writer.client, 2)
  }

  leave(): void {
    this.device.close()
  }
}

describe('what is said in a cell', () => {
  let server: SchoolServer
  let office: OfficeDesk
  const tablets: Tablet[] = []
  let teacher: Page
  let classTeacher: Page
  let roll: string[]
  /** Address of the first pupil's cell, and of its journal. */
  let cell = ''
  let journal: DocumentId

  beforeAll(async () => {
    server = await SchoolServer.demo()
    for (let i = 0; i < 2; i++) tablets.push(await Tablet.start())
    teacher = await firstSignIn(tablets[0]!, server, 'сейчас урок в 7А')
    classTeacher = await firstSignIn(tablets[1]!, server, 'классный руководитель 7А')
    office = await OfficeDesk.signIn(server)
  }, 300_000)

  afterAll(async () => {
    office?.leave()
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
    journal = journalDocument(readJournalName(decodeURIComponent(cell.split('/')[2]!))!)
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

  test('an entry that a locked period kept out: asked for, permitted by the office, written again', async () => {
    const school = readSchool((await office.read(schoolDocument)).fold)
    const today = schoolDate(office.now(), school.profile?.timezone)
    const period = periodOn(school, 7, today)!
    await openLesson(teacher)
    await tablets[0]!.context.setOffline(true)
    await office.write(schoolDocument, {
      entity: entity.lock(period.id),
      attribute: 'lock',
      value: { period: period.id },
    })
    await give(teacher, roll[3]!, '3')
    await tablets[0]!.context.setOffline(false)
    await teacher.getByText('Всё на сервере').first().waitFor({ timeout: 90_000 })
    await section(teacher, 'Сегодня')
    await teacher.getByRole('link', { name: /Не принято/ }).click()
    await teacher.getByRole('button', { name: 'Попросить открыть период' }).click()
    await teacher.getByLabel('Зачем нужна правка').fill('Отметка за сегодня')
    await teacher.getByRole('button', { name: 'Отправить просьбу' }).click()
    await teacher.getByText(/ждёт ответа. Вы написали: «Отметка за сегодня»/).waitFor()

    const { fold } = await office.read(journal)
    await until(() => [...fold.entities('request')].length === 1)
    const [request] = fold.entities('request')
    const voided = [...fold.fates()].find(
      ({ attribute, receipt }) => attribute === 'mark' && receipt?.verdict === 'void',
    )
    expect(voided?.value).toBe('3')
    const key = readJournalName(journal.slice('journal/'.length))!
    const assignment = school.assignments.find((one) => sameJournal(one, key) && covers(one, today))!
    const tillEnd = '2099-12-31'
    await office.write(journal, {
      entity: request!,
      attribute: 'request.answer',
      value: { granted: true, until: tillEnd },
    })
    await office.write(schoolDocument, {
      entity: entity.permission(key, assignment.teacher, tillEnd),
      attribute: 'permission',
      value: { ...key, teacher: assignment.teacher, until: tillEnd } as Entry['value'],
    })
    await teacher.getByText(/Открыто для вас до 31\sдекабря/).waitFor()
    await teacher.getByRole('button', { name: 'Записать снова: 1 запись' }).click()
    await teacher.getByText('Всё принято').waitFor()
    await teacher.getByText('Всё на сервере').first().waitFor()
    await until(() => fold.state(voided!.entity, 'mark')?.shown?.value === '3')
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
