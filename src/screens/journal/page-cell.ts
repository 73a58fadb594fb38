import type { Lesson } from '../../domain/journal/journal-view.ts'
import type { Mark } from '../../domain/ledger/attributes.ts'
import { entity } from '../../domain/ledger/documents.ts'
import type { CellState, Fold } from '../../domain/ledger/fold.ts'
import { type ClassView, spanOn } from '../../domain/school/class-view.ts'
import { valueInWords } from './fact-words.ts'
import type { GridCell, Letter } from './grid.ts'
import type { PageSource, Said } from './page-source.ts'

/** A cell of the page as it stands; undefined where nothing was ever written. */
export function cellOf(
  { fold, members }: Pick<PageSource, 'fold' | 'members'>,
  lesson: Lesson,
  pupil: string,
  { voided, asked }: Said,
): GridCell | undefined {
  const states: { attribute: string; state: CellState }[] = []
  const marks: Mark[] = []
  for (const work of ['', ...lesson.works.map(({ id }) => id)]) {
    const state = fold.state(entity.mark(lesson.key, work, pupil), 'mark')
    if (!state) continue
    states.push({ attribute: 'mark', state })
    const mark = state.shown?.value
    if (mark !== null && mark !== undefined) marks.push(mark as Mark)
  }
  const name = entity.cell(lesson.key, pupil)
  for (const attribute of ['presence', 'reason'] as const) {
    const state = fold.state(name, attribute)
    if (state) states.push({ attribute, state })
  }
  const place = `${lesson.key} ${pupil}`
  if (states.length === 0 && !asked.has(place)) return undefined
  const conflict = states.find(({ state }) => state.conflict)
  const other = conflict?.state.heads.find(({ value }) => value !== conflict.state.shown?.value)
  return {
    marks,
    letter: letterOf(fold, members, lesson, pupil),
    waiting: states.some(({ state }) => state.shown && !state.shown.receipt),
    conflict: conflict && valueInWords(conflict.attribute, other?.value ?? null),
    voided: voided.has(place),
    ...(asked.has(place) ? { asked: true } : {}),
  }
}

/** Б, У or Н of an absence (explicit reason, else the span that covers it, else Н), О of a lateness. */
export function letterOf(fold: Fold, members: ClassView, lesson: Lesson, pupil: string): Letter | undefined {
  const name = entity.cell(lesson.key, pupil)
  const presence = fold.value(name, 'presence')
  if (presence === undefined || presence === 'present') return undefined
  if (presence !== 'absent') return 'О'
  return fold.value(name, 'reason') ?? spanOn(members, pupil, lesson.date)?.code ?? 'Н'
}
