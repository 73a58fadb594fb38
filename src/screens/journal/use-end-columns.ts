import type { ValueOf } from '../../domain/ledger/attributes.ts'
import { entity, type JournalKey } from '../../domain/ledger/documents.ts'
import type { Entry } from '../../domain/ledger/fact.ts'
import type { Fold } from '../../domain/ledger/fold.ts'
import type { Judgement } from '../../domain/policy/judge.ts'
import { foresee } from '../../domain/policy/keeping-right.ts'
import { useTexts } from '../design/texts/language.tsx'
import type { Grading } from '../lesson/roll.ts'
import { useActor, useNow, usePolicy } from '../workspace/workspace.ts'
import type { EndTime, GivenPeriodMark, PeriodColumn, PeriodRight } from './period-column.ts'

/** The columns of marks at the right of a journal's page; none where nothing is graded. */
export function useEndColumns(
  journal: JournalKey,
  fold: Fold,
  marks: readonly EndTime[],
  grading: Grading,
  write: (entries: readonly Entry[]) => void,
): PeriodColumn[] {
  const policy = usePolicy()
  const actor = useActor()
  const now = useNow()
  const { office, journalMarks } = useTexts()
  if (grading === 'none') return []
  const rightTo = (id: string): PeriodRight => {
    // Only for the assigned teacher: a substitute's right is to a lesson.
    const value: ValueOf<'periodmark'> = '5'
    const entry: Entry = { entity: entity.periodMark(id, 'x'), attribute: 'periodmark', value }
    return rightOf(
      foresee(policy, journal, actor, entry, { today: now.date, time: now.time, movedTo: () => undefined }),
    )
  }
  return marks.map(({ id, place, kind }): PeriodColumn => {
    const period = policy.school.periods.find((one) => one.id === id)
    return {
      place,
      kind,
      name: period ? office.period(period.kind, period.number) : journalMarks.name[kind],
      short: period ? office.periodShort(period.kind, period.number) : journalMarks.short[kind],
      right: rightTo(id),
      grading,
      onMarks: (given) => write(given.flatMap((one) => entriesOf(fold, id, one))),
      onReason: (pupil, value) =>
        write([{ entity: entity.periodMark(id, pupil), attribute: 'periodmark.reason', value }]),
    }
  })
}

/** A mark with, where it is no longer н/а, its reason taken back; nothing is taken back where nothing stands. */
function entriesOf(fold: Fold, id: string, { pupil, mark }: GivenPeriodMark): Entry[] {
  const name = entity.periodMark(id, pupil)
  const entries: Entry[] = []
  if (mark !== null || fold.state(name, 'periodmark'))
    entries.push({ entity: name, attribute: 'periodmark', value: mark })
  if (mark !== 'н/а' && fold.value(name, 'periodmark.reason') !== undefined)
    entries.push({ entity: name, attribute: 'periodmark.reason', value: null })
  return entries
}

function rightOf(judgement: Judgement): PeriodRight {
  if (judgement.kind === 'ok') return 'granted'
  return judgement.kind === 'void' && judgement.reason === 'periodLocked' ? 'locked' : 'notYours'
}
