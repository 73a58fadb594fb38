import type { ValueOf } from '../../domain/ledger/attributes.ts'
import { entity, type JournalKey } from '../../domain/ledger/documents.ts'
import type { Entry } from '../../domain/ledger/fact.ts'
import type { Fold } from '../../domain/ledger/fold.ts'
import type { Judgement } from '../../domain/policy/judge.ts'
import { foresee } from '../../domain/policy/keeping-right.ts'
import type { Period } from '../../domain/school/school-view.ts'
import { useTexts } from '../design/texts/language.tsx'
import type { Grading } from '../lesson/roll.ts'
import { useActor, useNow, usePolicy } from '../workspace/workspace.ts'
import { type PeriodColumn, type PeriodRight, periodPlace } from './period-column.ts'

/** The column of period marks of a journal; undefined for the whole year and where nothing is graded. */
export function usePeriodColumn(
  journal: JournalKey,
  fold: Fold,
  period: Period | undefined,
  grading: Grading,
  write: (entries: readonly Entry[]) => void,
): PeriodColumn | undefined {
  const policy = usePolicy()
  const actor = useActor()
  const now = useNow()
  const { office } = useTexts()
  if (!period || grading === 'none') return undefined
  // Only for the assigned teacher: a substitute's right is to a lesson.
  const value: ValueOf<'periodmark'> = '5'
  const entry: Entry = { entity: entity.periodMark(period.id, 'x'), attribute: 'periodmark', value }
  const judgement = foresee(policy, journal, actor, entry, {
    today: now.date,
    time: now.time,
    movedTo: () => undefined,
  })
  return {
    place: periodPlace(period.id),
    name: office.period(period.kind, period.number),
    right: rightOf(judgement),
    grading,
    onMarks: (marks) =>
      write(
        marks
          .map(({ pupil, mark }): Entry => {
            return { entity: entity.periodMark(period.id, pupil), attribute: 'periodmark', value: mark }
          })
          // Nothing is taken back where nothing stands.
          .filter(({ entity: name, value }) => value !== null || fold.state(name, 'periodmark')),
      ),
  }
}

function rightOf(judgement: Judgement): PeriodRight {
  if (judgement.kind === 'ok') return 'granted'
  return judgement.kind === 'void' && judgement.reason === 'periodLocked' ? 'locked' : 'notYours'
}
