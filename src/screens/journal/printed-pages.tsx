import { type ReactNode, useEffect, useState } from 'react'
import { createPortal, flushSync } from 'react-dom'
import { Button } from '../design/button.tsx'
import { useFormat, useTexts } from '../design/texts/language.tsx'
import { cellText, type GridColumn, type GridRow } from './grid.ts'
import { monthsOf } from './grid-head.tsx'
import type { PeriodColumn } from './period-column.ts'
import css from './printed-pages.module.css'

/** Columns of lessons that an A4 sheet holds beside the names and marks at legible size. */
const columnsOfSheet = 32

export interface Printed {
  school: string
  className: string
  subject: string
  teacher: string | undefined
  viewName: string
  columns: readonly GridColumn[]
  rows: readonly GridRow[]
  ends: readonly PeriodColumn[]
  averages: boolean
}

/** Prints the page as it is chosen: the whole of it, not the drawn part. The paper is there only while it is printed. */
export function PrintedPages({ children, ...printed }: Printed & { children: ReactNode }) {
  const [printing, setPrinting] = useState(false)
  useEffect(() => {
    const before = () => flushSync(() => setPrinting(true))
    const after = () => setPrinting(false)
    addEventListener('beforeprint', before)
    addEventListener('afterprint', after)
    return () => {
      removeEventListener('beforeprint', before)
      removeEventListener('afterprint', after)
    }
  }, [])
  return (
    <>
      <Button onClick={() => print()}>{children}</Button>
      {printing && createPortal(<Sheets {...printed} />, document.body)}
    </>
  )
}

function Sheets(printed: Printed) {
  const { columns } = printed
  const count = Math.max(1, Math.ceil(columns.length / columnsOfSheet))
  return (
    <div className={css.paper} data-printed="">
      {Array.from({ length: count }, (_, part) => (
        <Sheet
          key={columns[part * columnsOfSheet]?.lesson ?? part}
          {...printed}
          from={part * columnsOfSheet}
          part={part + 1}
          count={count}
        />
      ))}
    </div>
  )
}

function Sheet({
  school,
  className,
  subject,
  teacher,
  viewName,
  columns,
  rows,
  ends,
  averages,
  from,
  part,
  count,
}: Printed & { from: number; part: number; count: number }) {
  const { journal, journalView } = useTexts()
  const format = useFormat()
  const own = columns.slice(from, from + columnsOfSheet)
  // The marks at the right stand on the last sheet, where the lessons end.
  const last = part === count
  const marks = last ? ends : []
  const width = 1 + own.length + (last && averages ? 1 : 0) + marks.length
  return (
    <table className={css.sheet}>
      <thead>
        <tr>
          <td colSpan={width} className={css.title}>
            <b>
              {className}, {subject}
            </b>
            <span>{viewName}</span>
            {teacher !== undefined && <span>{journalView.teacher(teacher)}</span>}
            <span>{school}</span>
            {count > 1 && <span>{journalView.sheet(part, count)}</span>}
          </td>
        </tr>
        <tr>
          <th rowSpan={2} className={css.name}>
            {journal.name}
          </th>
          {monthsOf(own).map(({ date, count: days }) => (
            <th key={date} colSpan={days}>
              {format.month(date)}
            </th>
          ))}
          {last && averages && <th rowSpan={2}>{journal.average}</th>}
          {marks.map(({ place, short }) => (
            <th key={place} rowSpan={2}>
              {short}
            </th>
          ))}
        </tr>
        <tr>
          {own.map(({ lesson, date }) => (
            <th key={lesson}>{format.dayOfMonth(date)}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.pupil}>
            <th className={css.name}>
              {row.name}
              {row.left && ` (${journal.left(format.short(row.left))})`}
            </th>
            {own.map(({ lesson }, index) => {
              const cell = row.cells.at(from + index)
              return <td key={lesson}>{cell && cellText(cell)}</td>
            })}
            {last && averages && <td>{row.average === undefined ? '' : format.average(row.average)}</td>}
            {marks.map(({ place }) => {
              const cell = row.ends.get(place)
              return <td key={place}>{cell?.suggested ? '' : cell?.mark}</td>
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
