import { useMemo, useState } from 'react'
import { readJournal } from '../../domain/journal/journal-view.ts'
import {
  classDocument,
  type DocumentId,
  journalDocument,
  journalName,
} from '../../domain/ledger/documents.ts'
import { yearOn } from '../../domain/policy/access.ts'
import { isPeriodFor } from '../../domain/policy/judge.ts'
import { sameJournal } from '../../domain/policy/policy.ts'
import { reportPeriod } from '../../domain/reports/report-period.ts'
import { teacherPeriod } from '../../domain/reports/teacher-period.ts'
import { teacherPeriodTable } from '../../domain/reports/teacher-period-table.ts'
import { readClass } from '../../domain/school/class-view.ts'
import { hoursByTeacher } from '../../domain/school/hours.ts'
import { journals } from '../../domain/school/school-view.ts'
import { useTexts } from '../design/texts/language.tsx'
import { useDocuments } from '../workspace/use-documents.ts'
import { useNow, useSchool, useWorkspace, viewOf } from '../workspace/workspace.ts'
import { OwnReport } from './own-report.tsx'
import { saveCsv, saveXlsx } from './save-table.ts'
import { usePdf } from './use-pdf.ts'

/** Мой отчёт: the teacher's own period report and hours, from what is on this device. */
export function OwnReportPage() {
  const { session } = useWorkspace()
  const { ownReport } = useTexts()
  const school = useSchool()
  const now = useNow()
  const { person } = session.profile
  const year = yearOn(school, now.date)
  const keys = useMemo(
    () =>
      journals(school).filter(
        (key) =>
          school.classes.get(key.class)?.year === year &&
          school.assignments.some((a) => a.teacher === person && sameJournal(a, key)),
      ),
    [school, year, person],
  )
  // Hours are held in place of colleagues too.
  const held = useMemo(() => {
    const substituted = school.substitutions.filter(({ teacher }) => teacher === person)
    return [...keys, ...substituted.filter((s) => !keys.some((key) => sameJournal(key, s)))]
  }, [school, keys, person])
  const ids = useMemo(
    () => [...new Set<DocumentId>(held.flatMap((key) => [journalDocument(key), classDocument(key.class)]))],
    [held],
  )
  const open = useDocuments(ids)
  const periods = useMemo(() => {
    const grades = keys.map((key) => school.classes.get(key.class)?.grade ?? 1)
    const own = school.periods.filter(
      ({ year: of, kind }) => of === year && grades.some((grade) => isPeriodFor(grade, kind)),
    )
    return [...own.map(({ id }) => id), `${year}/year`]
      .map((id) => reportPeriod(school, id))
      .filter((period) => period !== undefined)
  }, [school, year, keys])
  const running = periods.find(({ starts, ends }) => starts <= now.date && now.date <= ends)
  const [chosen, setChosen] = useState<string>()
  const period = periods.find(({ id }) => id === chosen) ?? running ?? periods[0]
  const { saving, savePdf, cancel } = usePdf()
  if (!period) return <OwnReport empty />

  const fold = (id: DocumentId) => open.get(id)?.fold
  const source = {
    school,
    classes: new Map(
      keys.flatMap((key) => {
        const members = fold(classDocument(key.class))
        return members ? [[key.class, viewOf(members, readClass)] as const] : []
      }),
    ),
    journals: new Map(
      held.flatMap((key) => {
        const journal = fold(journalDocument(key))
        return journal ? [[journalName(key), viewOf(journal, readJournal)] as const] : []
      }),
    ),
  }
  const { kind } = period
  const own = keys.filter(
    (key) => kind === 'year' || isPeriodFor(school.classes.get(key.class)?.grade ?? 1, kind),
  )
  const report = teacherPeriod(source, person, own, period, now.date)
  const table = teacherPeriodTable(report, period, school)
  const hours = hoursByTeacher(school, source.journals, period.starts, period.ends).filter(
    ({ teacher }) => teacher === person,
  )
  const name = `${ownReport.file} ${period.title}`
  const printed = async () => {
    const { teacherPeriodForm } = await import('../../print/teacher-period-form.ts')
    return [{ form: teacherPeriodForm(report, period, school), report }] as const
  }
  return (
    <OwnReport
      table={table}
      missing={own.filter((key) => !source.journals.has(journalName(key))).length}
      periods={periods.map(({ id, title }) => ({ id, title }))}
      period={period.id}
      onPeriod={setChosen}
      hours={hours}
      saving={saving}
      onPdf={() => void savePdf(name, printed)}
      onCancel={cancel}
      onCsv={() => saveCsv(name, table)}
      onXlsx={() => void saveXlsx(name, table)}
      onPrint={() => print()}
    />
  )
}
