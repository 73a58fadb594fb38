import type { ReactNode } from 'react'
import { useFormat, useTexts } from '../design/texts/language.tsx'
import css from './lesson.module.css'
import type { LessonProps } from './lesson.tsx'

/** Which lesson it is, how long it lasts, and what can be done with it. */
export function LessonHead({
  title,
  subject,
  bell,
  date,
  begins,
  minutesLeft,
  menu,
  children,
}: Pick<LessonProps, 'title' | 'subject' | 'bell' | 'date' | 'begins' | 'minutesLeft' | 'menu'> & {
  children?: ReactNode
}) {
  const { lesson, today } = useTexts()
  const format = useFormat()
  return (
    <div className={css.head}>
      <h1>
        {title}{' '}
        <small>
          {subject} · {today.lesson(bell)}, {format.day(date)}
        </small>
      </h1>
      {begins !== undefined && <span className={css.left}>{lesson.begins(begins)}</span>}
      {minutesLeft !== undefined && <span className={css.left}>{lesson.left(minutesLeft)}</span>}
      {children}
      {menu}
    </div>
  )
}
