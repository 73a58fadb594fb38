import { memo } from 'react'
import { cx } from '../design/cx.ts'
import { useTexts } from '../design/texts/language.tsx'
import css from './workload-grid.module.css'
import type { WorkloadRow, WorkloadView } from './workload-view.ts'

/** A cell of a grid (WAI-ARIA, grid pattern). */
const cellRole = { role: 'gridcell' } as const

/** A teacher with a subject; drawn anew when its own hours change or the focus is in it. */
export const Row = memo(
  function Row({
    row,
    index,
    classes,
    teacherHours,
    activeColumn,
    draft,
    onDraft,
    onLeave,
  }: {
    row: WorkloadRow
    index: number
    classes: WorkloadView['classes']
    /** All hours of the teacher, said in his first row. */
    teacherHours: number | undefined
    activeColumn: number
    draft: string | undefined
    onDraft: (text: string) => void
    onLeave: (text: string | undefined) => void
  }) {
    const { workload: texts } = useTexts()
    return (
      <tr className={teacherHours === undefined ? undefined : css.first}>
        <th scope="row" className={css.head}>
          <button type="button" data-row={row.key} className={css.rowButton}>
            <span className={teacherHours === undefined ? css.unseen : css.teacher}>
              {row.teacherName}
              {teacherHours !== undefined && <b> {texts.hours(teacherHours)}</b>}
            </span>
            <span>{row.subjectName}</span>
          </button>
        </th>
        {classes.map(({ id }, column) => {
          const cell = row.cells.get(id)
          const active = column === activeColumn
          return (
            <td
              key={id}
              {...cellRole}
              data-cell={`${index}:${column}`}
              tabIndex={active ? 0 : -1}
              className={cx(css.cell, active && css.active)}
            >
              {active && draft !== undefined ? (
                <input
                  ref={focusEnd}
                  className={css.input}
                  aria-label={texts.hoursIn}
                  inputMode="decimal"
                  value={draft}
                  onChange={({ target }) => onDraft(target.value)}
                  onBlur={() => onLeave(draft)}
                />
              ) : (
                cell && (
                  <>
                    <b>{cell.text}</b>
                    {cell.groups !== '' && <span className={css.more}>{texts.groupMark}</span>}
                    {cell.placed !== cell.hours && (
                      <span className={css.placed}>{texts.inTimetable(cell.placed)}</span>
                    )}
                  </>
                )
              )}
            </td>
          )
        })}
        <td className={css.total}>
          <b>{texts.number(row.hours)}</b>
          {row.placed !== row.hours && <span className={css.placed}>{texts.inTimetable(row.placed)}</span>}
        </td>
      </tr>
    )
  },
  (a, b) =>
    a.index === b.index &&
    a.classes === b.classes &&
    a.teacherHours === b.teacherHours &&
    a.activeColumn === b.activeColumn &&
    a.draft === b.draft &&
    sameRow(a.row, b.row) &&
    (b.draft === undefined || a.onLeave === b.onLeave),
)

function sameRow(a: WorkloadRow, b: WorkloadRow): boolean {
  if (a.key !== b.key || a.cells.size !== b.cells.size || a.placed !== b.placed) return false
  for (const [id, cell] of a.cells) {
    const other = b.cells.get(id)
    if (other?.text !== cell.text || other.placed !== cell.placed || other.groups !== cell.groups)
      return false
  }
  return a.teacherName === b.teacherName && a.subjectName === b.subjectName
}

function focusEnd(input: HTMLInputElement | null): void {
  if (!input || document.activeElement === input) return
  input.focus({ preventScroll: true })
  input.setSelectionRange(input.value.length, input.value.length)
}
