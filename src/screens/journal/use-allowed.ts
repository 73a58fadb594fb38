import type { Lesson } from '../../domain/journal/journal-view.ts'
import { entity, type JournalKey, type LessonKey } from '../../domain/ledger/documents.ts'
import type { Entry } from '../../domain/ledger/fact.ts'
import type { Fold } from '../../domain/ledger/fold.ts'
import { foresee } from '../../domain/policy/keeping-right.ts'
import { useActor, useNow, usePolicy } from '../workspace/workspace.ts'
import type { CellAllowed } from './cell-details.ts'

type May = (name: string, attribute: Entry['attribute'], value: Entry['value']) => boolean

/** What this person may write at a lesson, as far as the device knows. */
export function useAllowed(journal: JournalKey, fold: Fold): (lesson: Lesson | undefined) => CellAllowed {
  const may = useMay(journal, fold)
  const now = useNow()
  return (lesson) => {
    if (!lesson) return { marks: false, presence: false, reasons: false, asks: false, answers: false }
    const ahead = lesson.date > now.date
    return {
      marks: !ahead && may(entity.mark(lesson.key, '', 'x'), 'mark', '5'),
      presence: !ahead && may(entity.cell(lesson.key, 'x'), 'presence', 'absent'),
      reasons: may(entity.cell(lesson.key, 'x'), 'reason', 'Б'),
      asks: may(entity.cell(lesson.key, 'x'), 'proposal', 'present'),
      answers: may(entity.question(lesson.key, 'x', 'x'), 'question.answer', ''),
    }
  }
}

/** Whether this person may write the note of a lesson. */
export function useNoteRight(journal: JournalKey, fold: Fold): (lesson: string) => boolean {
  const may = useMay(journal, fold)
  return (lesson) => may(entity.lesson(lesson as LessonKey), 'lesson.note', 'x')
}

function useMay(journal: JournalKey, fold: Fold): May {
  const policy = usePolicy()
  const actor = useActor()
  const now = useNow()
  const at = {
    today: now.date,
    time: now.time,
    movedTo: (lesson: string) => fold.value(`lesson,${lesson}`, 'lesson.moved'),
  }
  return (name, attribute, value) =>
    foresee(policy, journal, actor, { entity: name, attribute, value }, at).kind === 'ok'
}
