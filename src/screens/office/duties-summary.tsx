import { useMemo } from 'react'
import { type ClassDuties, dueWithin, dutySummary } from '../../domain/duties/class-standing.ts'
import { dutySummaryTable } from '../../domain/reports/duty-summary-table.ts'
import { officeSignatures } from '../../print/signatures.ts'
import { tableForm } from '../../print/table-form.ts'
import { ReportTable } from '../class/reports/report-table.tsx'
import { useTexts } from '../design/texts/language.tsx'
import { TableFiles } from '../papers/table-files.tsx'
import { useSchool } from '../workspace/workspace.ts'
import { byClass, type DutyTime } from './duty-times.ts'
import css from './keeping.module.css'

/** mm, column by column. */
const widths = [8, 14, 60, 22, 18, 24, 20, 18]
const nothing = () => undefined

/** Duties done in time by class teacher, for pay (5.1.3), to take away. */
export function DutiesSummary({ classes, time }: { classes: readonly ClassDuties[]; time: DutyTime }) {
  const school = useSchool()
  const { officeDuties: texts } = useTexts()
  const table = useMemo(() => {
    const { title, from, to } = time
    const due = [...classes]
      .sort(byClass(school))
      .map((one) => dutySummary({ ...one, duties: dueWithin(one.duties, from, to) }))
    return dutySummaryTable(school, title, due)
  }, [school, classes, time])
  return (
    <section className={css.page} aria-labelledby="summary">
      <h2 id="summary">{texts.summary}</h2>
      <ReportTable table={table} behind={nothing} onAsk={nothing} />
      <TableFiles
        name={`${texts.fileName} ${time.title}`}
        table={table}
        form={() =>
          tableForm(table, {
            organisation: school.profile?.name ?? '',
            widths,
            words: [1, 2],
            signatures: officeSignatures,
            orientation: 'portrait',
          })
        }
      />
    </section>
  )
}
