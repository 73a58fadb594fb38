import { type DocumentId, entity, readDocumentId, schoolDocument } from '../../src/domain/ledger/documents.ts'
import type { Entry } from '../../src/domain/ledger/fact.ts'
import { serverDevice, type UserId } from '../../src/domain/ledger/ids.ts'
import { assertionsOf } from '../../src/exchange/assertions.ts'
import type { ExchangeTables, StaffRow } from '../../src/exchange/tables.ts'
import type { Accounts } from '../accounts/accounts.ts'
import { recordPeople } from '../accounts/people.ts'
import { demoPeople } from '../demo/cast.ts'
import { familyEntries } from '../demo/families.ts'
import { demoSchool } from '../demo/school.ts'
import { demoFamily } from '../demo/siblings.ts'
import type { Batch } from '../relay/relay.ts'
import { type Authorship, DemoAuthors } from './demo-authors.ts'
import { demoMoment, demoNow } from './demo-clock.ts'
import { dutyEntries } from './demo-duties.ts'
import { type DemoRecord, writeDemoRecord } from './demo-record.ts'
import type { OpenSchool } from './open-school.ts'

/** Documents recorded at once: they share commits. */
const together = 50

/**
 * Fills an empty data folder with the demo school: everything enters through the relay's own append path, as if its
 * authors had entered it at the time. Returns what is noted of it.
 */
export async function fillDemo(school: OpenSchool): Promise<DemoRecord> {
  const { relay, accounts, now } = school
  const demo = demoSchool(demoMoment(demoNow(Date.now())))
  const { tables } = demo
  const yearEnds = tables.years[0]!.ends
  await writeDemoRecord(school.tables, { yearEnds, complete: false })
  const authors = new DemoAuthors(tables, demoPeople(demo).office, now())
  const users = await hire(accounts, tables.staff)
  const entries = entriesByDocument(tables)
  for (const [document, more] of familyEntries(tables, demo.now.slice(0, 10)))
    entries.set(document, [...(entries.get(document) ?? []), ...more])
  const record = (document: DocumentId, list: readonly Entry[]) => {
    const name = readDocumentId(document)!
    return relay.record(
      document,
      batchesOf(list, (entry) => authors.of(name, entry), users),
    )
  }
  await record(schoolDocument, entries.get(schoolDocument)!)
  entries.delete(schoolDocument)
  await recordPeople(accounts, relay)
  const documents = [...entries]
  entries.clear()
  while (documents.length > 0)
    await Promise.all(documents.splice(0, together).map(([document, list]) => record(document, list)))
  // What they did of their duties follows from what the lessons have become.
  for (const [document, list] of await dutyEntries(relay)) await record(document, list)
  await admitFamily(accounts, tables)
  const done = { yearEnds, complete: true }
  await writeDemoRecord(school.tables, done)
  return done
}

/** Accounts for the staff: user by staff id. */
async function hire(accounts: Accounts, staff: readonly StaffRow[]): Promise<Map<string, UserId>> {
  const users = new Map<string, UserId>()
  for (const { id, last_name: last, first_name: first, middle_name: middle } of staff)
    users.set(id, (await accounts.ofPerson(id, { last, first, middle })).user)
  return users
}

/** Logins of the family through whom the demo is shown. */
export const familyLogins = { mother: 'mama', pupil: 'uchenik' } as const

/** Accounts for a mother of two and for one of her children. */
async function admitFamily(accounts: Accounts, tables: ExchangeTables): Promise<void> {
  const family = demoFamily(tables)
  if (!family) return
  const admit = (login: string) => accounts.create({ login, person: '', administrator: false })
  const mother = await admit(familyLogins.mother)
  for (const { pupil, guardian } of family.mother) await accounts.linkFamily(mother.user, pupil, guardian)
  const pupil = await admit(familyLogins.pupil)
  await accounts.linkFamily(pupil.user, family.pupil, family.pupil)
}

function entriesByDocument(tables: ExchangeTables): Map<DocumentId, Entry[]> {
  const entries = new Map<DocumentId, Entry[]>()
  const put = (document: DocumentId, entry: Entry) => {
    const list = entries.get(document)
    if (list) list.push(entry)
    else entries.set(document, [entry])
  }
  for (const { document, entity: name, attribute, value } of assertionsOf(tables)) {
    // Ids of lessons in an exchange folder are nothing that a teacher enters.
    if (attribute !== 'lesson.ref' && value !== null) put(document, { entity: name, attribute, value })
  }
  for (const { teacher, date, bell, ...lesson } of tables.lessons) {
    if (teacher === undefined) continue
    const { class: classId, subject, group } = lesson
    const key = { class: classId, subject, ...(group ? { group } : {}) }
    put(schoolDocument, {
      entity: entity.substitution(key, date, bell),
      attribute: 'substitution',
      value: { ...key, date, bell, teacher },
    })
  }
  return entries
}

/** What one person entered at one time is one batch; batches in order of time. */
function batchesOf(
  entries: readonly Entry[],
  authorOf: (entry: Entry) => Authorship,
  users: ReadonlyMap<string, UserId>,
): Batch[] {
  const batches = new Map<string, Required<Batch>>()
  for (const entry of entries) {
    const { person, as, at } = authorOf(entry)
    const key = `${at},${as},${person}`
    const batch = batches.get(key)
    if (batch) batch.entries.push(entry)
    else
      batches.set(key, {
        writer: { user: users.get(person)!, device: serverDevice, as },
        entries: [entry],
        at,
      })
  }
  return [...batches.values()].sort((a, b) => a.at - b.at)
}
