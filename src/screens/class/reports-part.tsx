import { useMemo } from 'react'
import { reportPeriod } from '../../domain/reports/report-period.ts'
import { periodNow, readReportPlace } from '../../print/report-place.ts'
import { Notice } from '../design/notice.tsx'
import { useTexts } from '../design/texts/language.tsx'
import { useNow } from '../workspace/workspace.ts'
import type { PartProps } from './class-parts.ts'
import { ReportList } from './reports/report-list.tsx'
import { ReportPage } from './reports/report-page.tsx'

/** The reports of clause 5.2.8: all of a period, or the one that the address names. */
export function ReportsPart({ desk, at }: PartProps) {
  const texts = useTexts().reports
  const { date } = useNow()
  const { schoolClass, source } = desk
  const { school } = source
  const place = useMemo(
    () => (at === undefined ? undefined : readReportPlace(at, school, schoolClass)),
    [at, school, schoolClass],
  )
  if (place) return <ReportPage desk={desk} place={place} />
  const period =
    (at === undefined ? undefined : reportPeriod(school, at)) ?? periodNow(school, schoolClass, date)
  return period ? (
    <ReportList desk={desk} period={period} />
  ) : (
    <Notice tone="empty" icon="note" title={texts.noPeriods} />
  )
}
