import { useMemo } from 'react'
import { planFulfilmentTable } from '../../domain/reports/plan-fulfilment-table.ts'
import { planFigures } from '../../domain/reports/school-figures.ts'
import { className } from '../../domain/school/school-view.ts'
import { planForm } from '../../print/plan-form.ts'
import { reportSignatures } from '../../print/signatures.ts'
import { TableFiles } from '../papers/table-files.tsx'
import { useNow } from '../workspace/workspace.ts'
import css from './desk.module.css'
import { ReportTable } from './reports/report-table.tsx'
import type { ClassDesk } from './use-class.ts'

const nothing = () => undefined

/** How the plans of the class's journals are carried out (clause 2.8). */
export function ClassPlans({ desk: { source, schoolClass } }: { desk: ClassDesk }) {
  const { date } = useNow()
  const { school } = source
  const table = useMemo(
    () => planFulfilmentTable(school, planFigures(source, schoolClass, date), date),
    [school, source, schoolClass, date],
  )
  if (table.rows.length === 0) return null
  return (
    <section className={css.page} aria-labelledby="plans">
      <h2 id="plans">{`${table.title}, ${table.subtitle}`}</h2>
      <ReportTable table={table} behind={nothing} onAsk={nothing} />
      <TableFiles
        name={`${table.title} ${className(schoolClass)}, ${table.subtitle}`}
        table={table}
        form={() => planForm(school.profile?.name ?? '', table, reportSignatures(school, schoolClass))}
      />
    </section>
  )
}
