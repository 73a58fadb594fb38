import type { Lesson } from '../../domain/journal/journal-view.ts'
import { readProposal, readQuestions } from '../../domain/journal/questions.ts'
import { entity } from '../../domain/ledger/documents.ts'
import type { Fold } from '../../domain/ledger/fold.ts'
import type { DeviceId, UserId } from '../../domain/ledger/ids.ts'
import type { ClassView, Pupil } from '../../domain/school/class-view.ts'
import { exemptionOn } from '../../domain/school/exemption.ts'
import { lastFirst } from '../../domain/school/names.ts'
import type { CellDetails, CellMark } from './cell-details.ts'
import { conflictsOf, historyOf, partsOf } from './cell-view.ts'

/** What a cell is read with: who wrote it, and the device it is read on. */
export interface Reader {
  authors: (user: UserId) => string
  here: { device: DeviceId; name: string }
}

/** Everything recorded in a cell of a journal; `exercise`: it is a journal of physical education. */
export function detailsOf(
  fold: Fold,
  members: ClassView,
  lesson: Lesson,
  pupil: Pupil,
  { authors, here }: Reader,
  exercise: boolean,
): Omit<CellDetails, 'lessonHref' | 'grading' | 'allowed' | 'lockedPeriod'> {
  const { id } = pupil
  const { key, date, bell, topic, held, roll } = lesson
  const parts = partsOf(fold, lesson, id)
  const cell = entity.cell(key, id)
  return {
    at: { pupil: id, lesson: key },
    name: lastFirst(pupil),
    date,
    bell,
    topic,
    held,
    roll,
    marks: marksAt(fold, lesson, id),
    presence: fold.value(cell, 'presence'),
    reason: fold.value(cell, 'reason'),
    behaviour: fold.value(entity.behaviour(key, id), 'behaviour'),
    exempt: exercise ? exemptionOn(members, id, date) : undefined,
    questions: readQuestions(fold).filter((one) => one.lesson === key && one.pupil === id),
    proposal: readProposal(fold, key, id),
    conflicts: conflictsOf(fold, parts, authors),
    history: historyOf(fold, parts, authors, here),
  }
}

function marksAt(fold: Fold, lesson: Lesson, pupil: string): CellMark[] {
  const works = [{ id: '', kind: undefined, title: undefined, retakeOf: undefined }, ...lesson.works]
  const found = works.flatMap(({ id, kind, title, retakeOf }) => {
    const name = entity.mark(lesson.key, id, pupil)
    const mark = fold.value(name, 'mark')
    return mark === undefined
      ? []
      : [{ work: id, kind, title, retakeOf, mark, comment: fold.value(name, 'mark.comment') }]
  })
  const retaken = new Set(found.map(({ retakeOf }) => retakeOf))
  return found.map(({ retakeOf, ...mark }) => ({
    ...mark,
    retake: retakeOf !== undefined,
    retaken: retaken.has(mark.work),
  }))
}
