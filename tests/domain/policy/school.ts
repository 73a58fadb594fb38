import type { AttributeName, Capacity } from '../../../src/domain/ledger/attributes.ts'
import type { DocumentId, DocumentName } from '../../../src/domain/ledger/documents.ts'
import { entity, type JournalKey, lessonKey, readDocumentId } from '../../../src/domain/ledger/documents.ts'
import type { Fact, Json } from '../../../src/domain/ledger/fact.ts'
import { Fold } from '../../../src/domain/ledger/fold.ts'
import { type DeviceId, factId, type UserId, writerSuffix } from '../../../src/domain/ledger/ids.ts'
import { judge, type Reception } from '../../../src/domain/policy/judge.ts'
import { type Actor, isOffice, type Policy, readPolicy } from '../../../src/domain/policy/policy.ts'

export const seven = '2026-7a'
export const russian: JournalKey = { class: seven, subject: 'russian' }
export const russianJournal = 'journal/2026-7a,russian' as DocumentId
export const english: JournalKey = { class: seven, subject: 'english', group: '1' }
export const ten = '2026-10a'
export const physics: JournalKey = { class: ten, subject: 'physics' }

/** Noon of a date in the school (Asia/Yekaterinburg). */
export const noon = (date: string) => Date.parse(`${date}T07:00:00Z`)

/** A school document written step by step, each step received by the relay on its date. */
export class SchoolHistory {
  private readonly fold = new Fold()
  private clock = 0
  private readonly writer = { user: 'offic' as UserId, device: 'dev1' as DeviceId, client: 1 }

  constructor() {
    this.on('2026-08-20')
      .put('school', 'school', { id: 's', name: 'Школа', timezone: 'Asia/Yekaterinburg' })
      .put(entity.year('2026'), 'year', { id: '2026', starts: '2026-09-01', ends: '2027-05-31' })
      .period('q1', 'quarter', '2026-09-01', '2026-10-25')
      .period('q2', 'quarter', '2026-11-03', '2026-12-27')
      .period('h1', 'half', '2026-09-01', '2026-12-27')
      .class(seven, 7, 'galina')
      .class(ten, 10, 'pavel')
      .staff('vera')
      .staff('galina')
      .staff('pavel')
      .staff('semyon')
      .staff('olga', true)
      .assign(russian, 'vera')
      .assign(english, 'galina')
      .assign(physics, 'pavel')
  }

  private date = '2026-08-20'

  on(date: string): this {
    this.date = date
    return this
  }

  put(name: string, attribute: AttributeName, value: Json): this {
    const id = factId(noon(this.date) + this.clock, 0, writerSuffix(this.writer))
    const heads = this.fold.heads(name, attribute)
    const fact: Fact = heads.length > 0 ? [id, name, attribute, value, heads] : [id, name, attribute, value]
    const { user, device, client } = this.writer
    this.fold.add({ client, clock: this.clock, elements: [fact] })
    this.fold.receive({
      client,
      clock: this.clock++,
      length: 1,
      author: user,
      device,
      as: 'office',
      times: [1, noon(this.date)],
      verdict: 'ok',
      mac: '',
    })
    return this
  }

  class(id: string, grade: number, classTeacher: string): this {
    return this.put(entity.class(id), 'class', { id, year: '2026', grade, letter: 'А', classTeacher })
  }

  staff(id: string, office = false): this {
    return this.put(entity.staff(id), 'staff', {
      id,
      last: id,
      first: id,
      roles: office ? ['teacher', 'office'] : ['teacher'],
    })
  }

  period(id: string, kind: string, starts: string, ends: string): this {
    return this.put(entity.period(id), 'period', { id, year: '2026', kind, number: 1, starts, ends })
  }

  assign(key: JournalKey, teacher: string, more: { from?: string; to?: string } = {}): this {
    return this.put(entity.assignment(key, teacher, more.from), 'assignment', {
      ...(key as { class: string; subject: string }),
      teacher,
      ...more,
    })
  }

  unassign(key: JournalKey, teacher: string): this {
    return this.put(entity.assignment(key, teacher), 'assignment', null)
  }

  substitute(key: JournalKey, date: string, bell: number, teacher: string | null): this {
    const value =
      teacher === null ? null : { ...(key as { class: string; subject: string }), date, bell, teacher }
    return this.put(entity.substitution(key, date, bell), 'substitution', value)
  }

  lock(period: string, from?: string): this {
    return this.put(entity.lock(period), 'lock', { period, ...(from ? { from } : {}) })
  }

  permit(key: JournalKey, teacher: string, until: string): this {
    return this.put(entity.permission(key, teacher, until), 'permission', {
      ...(key as { class: string; subject: string }),
      teacher,
      until,
    })
  }

  /** The policy, with pupils p1 now and p2 formerly of the class. */
  policy(): Policy {
    const none = new Set<string>()
    const its = new Set([seven])
    return readPolicy(
      this.fold,
      (pupil) => (pupil === 'p1' ? its : none),
      (pupil) => (pupil === 'p1' || pupil === 'p2' ? its : none),
    )
  }
}

export const actor = (policy: Policy, person: string): Actor => ({
  person,
  office: isOffice(policy.school, person),
})

/** The verdict in one word: a capacity, a reason for void, or "refuse". */
export function verdict(
  school: SchoolHistory,
  person: string,
  today: string,
  entry: { entity: string; attribute: string; value?: Json },
  document: DocumentId = russianJournal,
  movedTo: Reception['movedTo'] = () => undefined,
): Capacity | string {
  const policy = school.policy()
  const { entity: name, attribute, value = null } = entry
  const fact = ['id', name, attribute, value] as unknown as Fact
  const found = judge(policy, readDocumentId(document) as DocumentName, actor(policy, person), fact, {
    today,
    receivedAt: noon(today),
    movedTo,
  })
  return found.kind === 'ok' ? found.as : found.kind === 'void' ? found.reason : 'refuse'
}

/** A mark of a lesson. */
export const markOn = (date: string, bell = 2) => ({
  entity: entity.mark(lessonKey(date, bell), '', 'p1'),
  attribute: 'mark',
  value: '5',
})
