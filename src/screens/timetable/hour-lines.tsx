import { Icon } from '../design/icons.tsx'
import { useTexts } from '../design/texts/language.tsx'
import css from './timetable-grid.module.css'
import type { HourCell } from './timetable-view.ts'

/** What stands in an hour, a line a subject. `whose`: said before each, where the hour is not of one class. */
export function HourLines({ cell, whose }: { cell: HourCell; whose?: string | undefined }) {
  const { timetable: texts } = useTexts()
  return (
    <>
      {cell.clashing && (
        <span className={css.clash}>
          <Icon name="alert" />
          <span className={css.unseen}>{texts.clashMark}</span>
        </span>
      )}
      {cell.lines.map(({ subject, group, rooms, week, joint }) => (
        <p key={`${subject} ${week ?? ''}`} className={css.line}>
          {whose !== undefined && <b>{whose} </b>}
          {subject}
          {group !== undefined && <span className={css.more}> {group}</span>}
          {week !== undefined && <span className={css.more}> {texts.weeks[week]}</span>}
          {joint && <span className={css.more}> {texts.joint}</span>}
          {rooms !== '' && <span className={css.room}> {rooms}</span>}
        </p>
      ))}
    </>
  )
}
