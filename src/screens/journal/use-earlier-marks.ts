import { useMemo, useRef } from 'react'
import { entity, type JournalKey, journalDocument } from '../../domain/ledger/documents.ts'
import { mayRead } from '../../domain/policy/access.ts'
import { journals, type SchoolView } from '../../domain/school/school-view.ts'
import { useDocuments } from '../workspace/use-documents.ts'
import { useActor, useNow, usePolicy } from '../workspace/workspace.ts'
import { endTimes } from './end-times.ts'

/** Marks of a pupil in the year before, one for each time that has one; undefined where none is given. */
export type EarlierMarks = (pupil: string) => readonly (string | undefined)[]

/**
 * The half-year and year marks of grade 10, of which the final mark of grade 11 is made too: from the journals of the
 * subject that this person may read. Undefined in other grades; the same function while the marks are the same.
 */
export function useEarlierMarks(school: SchoolView, journal: JournalKey): EarlierMarks | undefined {
  const policy = usePolicy()
  const actor = useActor()
  const { date } = useNow()
  const own = school.classes.get(journal.class)
  const before = useMemo(() => {
    if (own?.grade !== 11) return undefined
    const at = school.years.findIndex(({ id }) => id === own.year)
    const year = school.years[at - 1]
    const keys = journals(school).filter((key) => {
      const of = school.classes.get(key.class)
      return (
        of?.grade === 10 &&
        of.year === year?.id &&
        key.subject === journal.subject &&
        mayRead(policy, actor, journalDocument(key), date)
      )
    })
    const kind = school.assignments.find((a) => a.class === journal.class && a.subject === journal.subject)
    const times = endTimes(school.periods, year, 10, kind?.attested)
    return { documents: keys.map(journalDocument), periods: times.map(({ id }) => id) }
  }, [school, policy, actor, date, own, journal])
  const open = useDocuments(before?.documents ?? [])
  const known = useRef<{ of: typeof before; version: string; marks: EarlierMarks }>(undefined)
  if (!before) return undefined
  const folds = [...open.values()].map(({ fold }) => fold)
  const version = folds.map((fold) => fold.version).join(' ')
  if (known.current?.of !== before || known.current.version !== version) {
    const given = (id: string, pupil: string) =>
      folds
        .map((fold) => fold.value(entity.periodMark(id, pupil), 'periodmark'))
        .find((mark) => mark !== undefined)
    const marks = (pupil: string) => before.periods.map((id) => given(id, pupil))
    known.current = { of: before, version, marks }
  }
  return known.current.marks
}
