import { Button } from '../design/button.tsx'
import { Icon } from '../design/icons.tsx'
import { useTexts } from '../design/texts/language.tsx'
import type { LessonSection } from './lesson.tsx'
import css from './lesson-foot.module.css'
import { shownPresence } from './roll.ts'

export interface LessonFootProps {
  /** What the counts are of. */
  sections: readonly LessonSection[]
  writable: boolean
  undoable: boolean
  /** Facts of this lesson that wait for the server. */
  waiting: number
  canUndo: boolean
  onRestPresent: () => void
  onUndo: () => void
}

/** The foot that stays in view: "the rest are here", the counts, what is saved where, undo. */
export function LessonFoot(props: LessonFootProps) {
  const { sections, writable, undoable, waiting, canUndo, onRestPresent, onUndo } = props
  const { lesson } = useTexts()
  const roll = sections.every((section) => section.roll)
  const shown = sections.flatMap(({ pupils, roll }) =>
    pupils.map(({ presence }) => shownPresence(presence, roll)),
  )
  const absent = shown.filter((value) => value === 'absent').length
  const late = shown.filter((value) => value === 'late').length
  const touched = shown.some((value) => value !== undefined)
  const counts = [
    absent > 0 ? lesson.absentCount(absent) : roll ? lesson.nobodyAbsent : undefined,
    late > 0 ? lesson.lateCount(late) : undefined,
  ].filter((text) => text !== undefined)
  return (
    <div className={css.foot}>
      {roll ? (
        <span className={css.rolled}>
          <Icon name="check" />
          {lesson.rolled}
        </span>
      ) : (
        writable && (
          <Button look="main" className={css.main} onClick={onRestPresent}>
            {touched ? lesson.rest : lesson.all}
          </Button>
        )
      )}
      <span className={css.counts} role="status">
        {counts.length > 0 ? counts.join(' · ') : lesson.notRolled(shown.length)}
      </span>
      <span className={css.saved}>{waiting > 0 ? lesson.savedWaiting(waiting) : lesson.savedServer}</span>
      {undoable && (
        <Button icon="undo" disabled={!canUndo} aria-label={lesson.undoLast} onClick={onUndo}>
          <span className={css.undo}>{lesson.undo}</span>
        </Button>
      )}
    </div>
  )
}
