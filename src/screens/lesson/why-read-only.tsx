import { Notice } from '../design/notice.tsx'
import { useFormat, useTexts } from '../design/texts/language.tsx'
import css from './lesson.module.css'
import type { ReadOnly } from './roll.ts'

/** Why the lesson can't be changed here, and what to do. */
export function WhyReadOnly({ readOnly }: { readOnly: ReadOnly }) {
  const { lesson, places, today } = useTexts()
  const format = useFormat()
  return (
    <div className={css.why}>
      <Notice icon={readOnly.kind === 'future' ? 'today' : 'lock'}>{inWords()}</Notice>
    </div>
  )

  function inWords(): string {
    switch (readOnly.kind) {
      case 'locked':
        return lesson.locked(readOnly.period)
      case 'notYours':
        return lesson.notYours(readOnly.teacher)
      case 'otherLesson':
        return places.otherLesson(
          readOnly.hours
            .map(({ date, bell }) => places.at(format.short(date), today.lesson(bell)))
            .join('; '),
        )
      case 'future':
        return lesson.future
    }
  }
}
