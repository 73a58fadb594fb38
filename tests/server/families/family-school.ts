import {
  classDocument,
  entity,
  familyDocument,
  journalDocument,
  lessonKey,
  schoolDocument,
} from '../../../src/domain/ledger/documents.ts'
import type { Entry } from '../../../src/domain/ledger/fact.ts'
import { addDays } from '../../../src/domain/policy/policy.ts'
import { imported, type SchoolServer, startSchool } from '../http/school-server.ts'

/**
 * A school with families on a real server: Aнна (p1) and her brother Борис (p2) of 7А, Вера (p3) of 8А. Their mother
 * is g1 with both, the father g2 has rights with Анна until yesterday; g3 is Вера's mother.
 */
export const algebra = { class: '7a', subject: 'alg' }
export const password = 'снег и луна'

const card = (id: string, last: string, first: string): Entry => ({
  entity: entity.pupil(id),
  attribute: 'pupil',
  value: { id, last, first },
})
const enrolled = (pupil: string, date: string): Entry => ({
  entity: entity.movement(pupil, date, 'enrolled'),
  attribute: 'movement',
  value: { pupil, kind: 'enrolled', date },
})
export const guardian = (id: string, pupil: string, last: string, first: string): Entry => ({
  entity: entity.guardian(id),
  attribute: 'guardian',
  value: { id, pupil, last, first },
})

export async function startFamilySchool(
  inner = false,
): Promise<SchoolServer & { today: string; year: string }> {
  const server = await startSchool(undefined, inner)
  const { relay } = server.school
  const today = relay.today()
  const starts = addDays(today, -60)
  const year = 'y'
  const classOf = (id: string, grade: number, classTeacher: string): Entry => ({
    entity: entity.class(id),
    attribute: 'class',
    value: { id, year, grade, letter: 'А', classTeacher },
  })
  const staff = (id: string, last: string): Entry => ({
    entity: entity.staff(id),
    attribute: 'staff',
    value: { id, last, first: 'Ия', roles: ['teacher'] },
  })
  await relay.record(schoolDocument, [
    imported([
      {
        entity: entity.year(year),
        attribute: 'year',
        value: { id: year, starts, ends: addDays(today, 200) },
      },
      {
        entity: entity.period('q'),
        attribute: 'period',
        value: { id: 'q', year, kind: 'quarter', number: 1, starts, ends: addDays(today, 200) },
      },
      classOf('7a', 7, 't1'),
      classOf('8a', 8, 't2'),
      staff('t2', 'Иванова'),
      staff('t3', 'Петрова'),
      { entity: entity.subject('alg'), attribute: 'subject', value: { id: 'alg', name: 'Алгебра' } },
      {
        entity: entity.assignment(algebra, 't3'),
        attribute: 'assignment',
        value: { ...algebra, teacher: 't3' },
      },
    ]),
  ])
  await relay.record(classDocument('7a'), [
    imported([
      card('p1', 'Белова', 'Анна'),
      card('p2', 'Белов', 'Борис'),
      enrolled('p1', starts),
      enrolled('p2', starts),
    ]),
  ])
  await relay.record(classDocument('8a'), [imported([card('p3', 'Волкова', 'Вера'), enrolled('p3', starts)])])
  await relay.record(familyDocument('p1'), [
    imported([
      guardian('g1', 'p1', 'Белова', 'Мария'),
      guardian('g2', 'p1', 'Белов', 'Пётр'),
      {
        entity: entity.guardian('g2'),
        attribute: 'guardian.rights',
        value: { to: today },
      },
    ]),
  ])
  await relay.record(familyDocument('p2'), [imported([guardian('g1', 'p2', 'Белова', 'Мария')])])
  await relay.record(familyDocument('p3'), [imported([guardian('g3', 'p3', 'Волкова', 'Ольга')])])
  return { ...server, today, year }
}

export const lessonOn = (date: string) => lessonKey(date, 2)

/** Writes into the journal of algebra. */
export function teach({ school }: SchoolServer, entries: Entry[]): Promise<void> {
  return school.relay.record(journalDocument(algebra), [imported(entries)])
}

/** Makes an account for one of a family, with links to pupils, and signs it in. */
export async function signInFamily(
  { school, ask }: SchoolServer,
  login: string,
  links: readonly (readonly [pupil: string, person: string])[],
): Promise<{ access: string; user: string; device: string }> {
  const { accounts } = school
  const { user } = await accounts.create({ login, person: '', administrator: false })
  for (const [pupil, person] of links) await accounts.linkFamily(user, pupil, person)
  const code = await accounts.invite(user)
  const answer = await ask('/api/first-sign-in', { login, code, password, device: { name: 'Телефон' } })
  if (answer.status !== 200) throw new Error(`not signed in: ${JSON.stringify(answer.json)}`)
  const { access, device } = answer.json as Record<string, string>
  return { access: access!, user, device: device! }
}
