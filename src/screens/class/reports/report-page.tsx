import { useCallback, useMemo, useState } from 'react'
import type { CellBehind, TablePlace } from '../../../domain/reports/cells-behind.ts'
import { makeReport } from '../../../print/made-report.ts'
import type { ReportPlace } from '../../../print/report-place.ts'
import { ButtonLink } from '../../design/button.tsx'
import { Notice } from '../../design/notice.tsx'
import { useTexts } from '../../design/texts/language.tsx'
import { TableFiles } from '../../papers/table-files.tsx'
import { href } from '../../route.ts'
import { useNow } from '../../workspace/workspace.ts'
import type { ClassDesk } from '../use-class.ts'
import { CellsBehindDialog } from './cells-behind-dialog.tsx'
import { HandIn } from './hand-in.tsx'
import { ReportChooser } from './report-chooser.tsx'
import css from './report-page.module.css'
import { ReportPlots } from './report-plots.tsx'
import { ReportTable } from './report-table.tsx'

/** One report of a class: its table with the way to every cell, files of it, and handing it in. */
export function ReportPage({ desk, place }: { desk: ClassDesk; place: ReportPlace }) {
  const texts = useTexts().reports
  const { date } = useNow()
  const { source, schoolClass } = desk
  const made = useMemo(
    () => makeReport(source, schoolClass, place.request, date),
    [source, schoolClass, place, date],
  )
  const table = useMemo(() => made.table(), [made])
  const [asked, setAsked] = useState<{ title: string; cells: CellBehind[] }>()
  const ask = useCallback(
    (at: TablePlace, title: string) => {
      const cells = made.behind(at)?.()
      if (cells) setAsked({ title, cells })
    },
    [made],
  )
  const back = { screen: 'class', class: schoolClass.id, part: 'reports' } as const
  return (
    <div className={css.page}>
      <div className={css.head}>
        <ButtonLink look="quiet" icon="back" href={href(back)}>
          {texts.all}
        </ButtonLink>
        <div>
          <h2>{table.title}</h2>
          <p className={css.quiet}>{table.subtitle}</p>
        </div>
      </div>
      <ReportChooser desk={desk} place={place} />
      <HandIn key={`${place.key} ${place.term}`} desk={desk} place={place} report={made.report} />
      {table.rows.length === 0 ? (
        <>
          <Notice tone="empty" icon="note" title={texts.empty[place.key]} />
          {table.footnotes.map((note) => (
            <p key={note} className={css.quiet}>
              {note}
            </p>
          ))}
        </>
      ) : (
        <ReportTable table={table} behind={made.behind} onAsk={ask} />
      )}
      <TableFiles
        name={`${table.title}, ${table.subtitle}`}
        table={table}
        form={made.form}
        report={made.report}
        alone
      />
      <ReportPlots desk={desk} place={place} report={made.report} />
      {asked && <CellsBehindDialog {...asked} desk={desk} onClose={() => setAsked(undefined)} />}
    </div>
  )
}
