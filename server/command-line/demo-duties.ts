import { membersOf, seeGroup } from '../../src/domain/duties/group-members.ts'
import { type JournalView, readJournal } from '../../src/domain/journal/journal-view.ts'
import {
  classDocument,
  type DocumentId,
  type JournalKey,
  journalDocument,
  journalName,
} from '../../src/domain/ledger/documents.ts'
import type { Entry } from '../../src/domain/ledger/fact.ts'
import { addDays } from '../../src/domain/policy/policy.ts'
import { withCarried } from '../../src/domain/reports/carried-journals.ts'
import { type ClassView, readClass } from '../../src/domain/school/class-view.ts'
import { journals } from '../../src/domain/school/school-view.ts'
import { classDuties } from '../demo/duties.ts'
import type { Relay } from '../relay/relay.ts'

/** Days after the first one when the teachers of groups have accepted who is in them. */
const groupsSeenAfter = 9

/** What class teachers and teachers of groups of a demo school did of their duties by now, by document. */
export async function dutyEntries(relay: Relay): Promise<Map<DocumentId, Entry[]>> {
  const { school } = relay.policy()
  const today = relay.today()
  const found = new Map<DocumentId, Entry[]>()
  for (const [index, schoolClass] of [...school.classes.values()].entries()) {
    const { id } = schoolClass
    const keys = journals(school).filter((key) => key.class === id)
    const views = new Map<string, JournalView>()
    for (const key of keys) views.set(journalName(key), readJournal(await relay.foldOf(journalDocument(key))))
    const view = readClass(await relay.foldOf(classDocument(id)))
    const source = { school, classes: new Map([[id, view]]), journals: withCarried(views) }
    found.set(classDocument(id), await classDuties(source, schoolClass, index, today))
    const { starts } = school.years.find((year) => year.id === schoolClass.year)!
    const seenOn = addDays(starts, groupsSeenAfter)
    if (seenOn < today)
      for (const key of keys) {
        const seen = seenMembers(key, view, seenOn)
        if (seen) found.set(journalDocument(key), [seen])
      }
  }
  return found
}

function seenMembers({ group }: JournalKey, view: ClassView, date: string): Entry | undefined {
  return group === undefined ? undefined : seeGroup(date, membersOf(view, group, date))
}
