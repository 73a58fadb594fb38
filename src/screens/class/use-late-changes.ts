import { useMemo } from 'react'
import { changedAfter, type LateChange, withinDates } from '../../domain/duties/changed-after.ts'
import { journalName } from '../../domain/ledger/documents.ts'
import { journals } from '../../domain/school/school-view.ts'
import type { ClassDesk } from './use-class.ts'

/** A signature of the class document, and what was signed: dates, and periods whose marks it shows. */
export interface Signed {
  entity: string
  attribute: string
  from: string
  to: string
  periods?: readonly string[]
}

const none: readonly string[] = []

/** What changed in the class's journals after something was signed, each with its journal. */
export function useLateChanges(
  { source, schoolClass, classDocument, journalDocument: open }: ClassDesk,
  { entity, attribute, from, to, periods = none }: Signed,
): (LateChange & { journal: string })[] {
  return useMemo(() => {
    const shown = classDocument?.fold.state(entity, attribute)?.shown
    if (!shown || shown.value === null) return []
    return journals(source.school)
      .filter((key) => key.class === schoolClass.id)
      .flatMap((key) => {
        const name = journalName(key)
        const fold = open(name)?.fold
        if (!fold) return []
        const dates = new Map(
          source.journals.get(name)?.lessons.map((lesson) => [lesson.key as string, lesson.date]),
        )
        const inDates = withinDates((lesson) => dates.get(lesson), from, to)
        const within = (cell: string) =>
          inDates(cell) || periods.some((period) => cell.startsWith(`periodmark,${period},`))
        return changedAfter(fold, shown, within).map((change) => ({
          ...change,
          journal: name,
        }))
      })
  }, [source, schoolClass, classDocument, open, entity, attribute, from, to, periods])
}
