import type { Batch, Relay } from '../../../server/relay/relay.ts'
import {
  classDocument,
  entity,
  type JournalKey,
  journalDocument,
  lessonKey,
  schoolDocument,
} from '../../../src/domain/ledger/documents.ts'
import type { Entry } from '../../../src/domain/ledger/fact.ts'
import { type DeviceId, importUser, serverDevice, type UserId } from '../../../src/domain/ledger/ids.ts'

/** A small school for the relay's tests: a class, two subjects, a teacher each, a class teacher, an office. */
export const seven = '2026-7a'
export const russian: JournalKey = { class: seven, subject: 'russian' }
export const physics: JournalKey = { class: seven, subject: 'physics' }
export const russianJournal = journalDocument(russian)
export const physicsJournal = journalDocument(physics)
export const sevenDocument = classDocument(seven)

export interface Person {
  user: UserId
  device: DeviceId
  person: string
}
const person = (user: string, device: string, id: string): Person => ({
  user: user as UserId,
  device: device as DeviceId,
  person: id,
})
export const people = {
  vera: person('vera1', 'dev1', 'vera'),
  /** Vera's second tablet. */
  veraHome: person('vera1', 'dev2', 'vera'),
  pavel: person('pavel', 'dev3', 'pavel'),
  galina: person('galin', 'dev4', 'galina'),
  office: person('offic', 'dev5', 'olga'),
  semyon: person('semyo', 'dev6', 'semyon'),
} as const

/** Tuesday, noon in the school. */
export const tuesday = Date.UTC(2026, 10, 24, 7)
export const day = 86_400_000
export const today = '2026-11-24'
export const lesson = lessonKey(today, 2)

const staff = (id: string, roles: ('teacher' | 'office')[]): Entry => ({
  entity: entity.staff(id),
  attribute: 'staff',
  value: { id, last: id, first: id, roles },
})

const part = ({ class: of, subject }: JournalKey) => ({ class: of, subject })

export const assign = (
  key: JournalKey,
  teacher: string,
  more: { from?: string; to?: string } = {},
): Entry => ({
  entity: entity.assignment(key, teacher, more.from),
  attribute: 'assignment',
  value: { ...part(key), teacher, ...more },
})

export const lock = (period: string): Entry => ({
  entity: entity.lock(period),
  attribute: 'lock',
  value: { period },
})

export const substitute = (key: JournalKey, date: string, bell: number, teacher: string): Entry => ({
  entity: entity.substitution(key, date, bell),
  attribute: 'substitution',
  value: { ...part(key), date, bell, teacher },
})

export const mark = (pupil: string, value: string, of = lesson): Entry => ({
  entity: entity.mark(of, '', pupil),
  attribute: 'mark',
  value,
})

const schoolEntries: Entry[] = [
  {
    entity: 'school',
    attribute: 'school',
    value: { id: 'school', name: 'Школа', timezone: 'Asia/Yekaterinburg' },
  },
  {
    entity: entity.year('2026'),
    attribute: 'year',
    value: { id: '2026', starts: '2026-09-01', ends: '2027-05-31' },
  },
  period('2026-q1', 1, '2026-09-01', '2026-10-25'),
  period('2026-q2', 2, '2026-11-03', '2026-12-27'),
  staff('vera', ['teacher']),
  staff('pavel', ['teacher']),
  staff('galina', ['teacher']),
  staff('semyon', ['teacher']),
  staff('olga', ['office']),
  {
    entity: entity.class(seven),
    attribute: 'class',
    value: { id: seven, year: '2026', grade: 7, letter: 'А', classTeacher: 'galina' },
  },
  assign(russian, 'vera'),
  assign(physics, 'pavel'),
]

function period(id: string, number: number, starts: string, ends: string): Entry {
  return {
    entity: entity.period(id),
    attribute: 'period',
    value: { id, year: '2026', kind: 'quarter', number, starts, ends },
  }
}

/** A batch of the import's. */
export const imported = (entries: Entry[], at?: number): Batch => ({
  writer: { user: importUser, device: serverDevice, as: 'import' },
  entries,
  ...(at === undefined ? {} : { at }),
})

/** Fills a relay with the school. */
export async function seedSchool(relay: Pick<Relay, 'record'>, at = tuesday - 30 * day): Promise<void> {
  await relay.record(schoolDocument, [imported(schoolEntries, at)])
  await relay.record(sevenDocument, [
    imported(
      ['p1', 'p2', 'p3'].map((pupil) => ({
        entity: entity.movement(pupil, '2026-09-01', 'enrolled'),
        attribute: 'movement',
        value: { pupil, kind: 'enrolled', date: '2026-09-01' },
      })),
      at,
    ),
  ])
}
