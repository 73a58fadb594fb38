import type { Entry } from '../../domain/ledger/fact.ts'
import type { SchoolView } from '../../domain/school/school-view.ts'
import {
  assignmentsOn,
  changeWorkload,
  dividePair,
  groupEntries,
  type Pair,
} from '../../domain/school/workload-editing.ts'
import { derivedIds } from '../../exchange/sheets/derived-id.ts'
import { hoursIn } from '../../exchange/sheets/read-workload.ts'
import type { WorkloadView } from './workload-view.ts'

/** Entries that a cell typed in the matrix stands for; `groups`: how many groups it has made. */
export type WorkloadEntry = { ok: true; entries: Entry[]; groups: number } | { ok: false }

/** Reads hours typed for a teacher into a class and subject: empty takes them away, `2/2` is two groups. */
export function readEntry(
  { school, year, date }: Pick<WorkloadView, 'school' | 'year' | 'date'>,
  pair: Pair,
  teacher: string,
  text: string,
): WorkloadEntry {
  const typed = text.trim()
  const hours = typed === '' || typed === '0' ? [] : hoursIn(typed)
  if (!hours || hours.some((each) => each === 0)) return { ok: false }
  const standing = assignmentsOn(school, year.id, date)
    .filter((own) => own.class === pair.class && own.subject === pair.subject)
    .sort((a, b) => groupName(school, a.group).localeCompare(groupName(school, b.group), 'ru'))
  const others = standing
    .filter((own) => own.teacher !== teacher)
    .map((own) => ({ teacher: own.teacher, hours: own.hoursPerWeek ?? 0 }))
  const parts = [...others, ...hours.map((each) => ({ teacher, hours: each }))]
  const made = dividePair(school, pair, parts, date, groupIds(school, pair))
  return {
    ok: true,
    entries: [...groupEntries(made.groups), ...changeWorkload(school, [pair], made.assignments, date)],
    groups: made.groups.length,
  }
}

/** Ids of groups to make: the same on two computers that divide one class. */
export function groupIds({ groups }: Pick<SchoolView, 'groups'>, pair: Pair): () => string {
  const own = [...groups.values()].filter(
    (group) => group.class === pair.class && group.subject === pair.subject,
  )
  const ids = derivedIds(groups.keys())
  let number = own.length
  return () => ids('groups', `${pair.class}|${pair.subject}|${++number}`)
}

function groupName({ groups }: SchoolView, id: string | undefined): string {
  return id === undefined ? '' : (groups.get(id)?.name ?? id)
}
