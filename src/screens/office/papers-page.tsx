import { useMemo, useState } from 'react'
import { readDuties } from '../../domain/duties/duty-records.ts'
import { papersDue } from '../../domain/duties/working-day.ts'
import { classDocument, entity } from '../../domain/ledger/documents.ts'
import { yearOn } from '../../domain/policy/access.ts'
import { periodsOfGrade } from '../../domain/reports/report-period.ts'
import { by, className, type SchoolClass } from '../../domain/school/school-view.ts'
import { staffTitle } from '../../domain/school/titles.ts'
import { Button } from '../design/button.tsx'
import { Chip } from '../design/chip.tsx'
import { SelectField } from '../design/field.tsx'
import { useFormat, useTexts } from '../design/texts/language.tsx'
import { Reading } from '../workspace/reading.tsx'
import { useDocuments } from '../workspace/use-documents.ts'
import { useNow, useSchool, viewOf } from '../workspace/workspace.ts'
import css from './papers.module.css'

/** Бумажные копии: which classes have handed theirs in, and the office's acceptance. */
export function PapersPage() {
  const { paper: texts } = useTexts()
  const school = useSchool()
  const { date } = useNow()
  const year = yearOn(school, date)
  const classes = useMemo(
    () =>
      [...school.classes.values()]
        .filter((one) => one.year === year && one.grade > 1)
        .sort(by(({ grade, letter }) => `${String(grade).padStart(2, '0')}${letter}`)),
    [school.classes, year],
  )
  const periods = useMemo(
    () =>
      [
        ...new Map(
          classes.flatMap(({ grade }) => periodsOfGrade(school, year ?? '', grade)).map((p) => [p.id, p]),
        ),
      ]
        .map(([, period]) => period)
        .filter(({ starts }) => starts <= date),
    [classes, school, year, date],
  )
  const [chosen, setChosen] = useState<string>()
  const period =
    periods.find(({ id }) => id === chosen) ?? periods.findLast(({ ends }) => ends < date) ?? periods[0]
  const open = useDocuments(useMemo(() => classes.map(({ id }) => classDocument(id)), [classes]))
  if (!period) return <Reading loaded={false} />
  const own = classes.filter(({ grade }) =>
    periodsOfGrade(school, period.year, grade).some(({ id }) => id === period.id),
  )
  return (
    <div className={css.page}>
      <h1>{texts.office}</h1>
      <p className={css.quiet}>{texts.officeLead}</p>
      <SelectField
        label={texts.officePeriod}
        value={period.id}
        onChange={(event) => setChosen(event.target.value)}
      >
        {periods.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </SelectField>
      <table className={css.table}>
        <thead>
          <tr>
            <th scope="col">{texts.class}</th>
            <th scope="col">{texts.teacher}</th>
            <th scope="col">{texts.state}</th>
            <th />
          </tr>
        </thead>
        <tbody>
          {own.map((schoolClass) => (
            <Row
              key={schoolClass.id}
              schoolClass={schoolClass}
              teacher={staffTitle(school, schoolClass.classTeacher ?? '')}
              overdue={papersDue(school, period) < date}
              document={open.get(classDocument(schoolClass.id))}
              period={period.id}
              today={date}
            />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Row({
  schoolClass,
  teacher,
  overdue,
  document,
  period,
  today,
}: {
  schoolClass: SchoolClass
  teacher: string
  overdue: boolean
  document: ReturnType<ReturnType<typeof useDocuments>['get']>
  period: string
  today: string
}) {
  const { paper: texts } = useTexts()
  const format = useFormat()
  const copy = document && viewOf(document.fold, readDuties).papers.get(period)
  const { signed, handed, accepted } = copy ?? {}
  const isAccepted = accepted !== undefined && (handed === undefined || accepted.digest === handed.digest)
  const state = isAccepted
    ? texts.states.accepted(format.day(accepted.date))
    : handed
      ? texts.states.handed(format.day(handed.date))
      : signed
        ? texts.states.signed(format.day(signed.date))
        : texts.states.none
  return (
    <tr>
      <th scope="row">{className(schoolClass)}</th>
      <td>{teacher}</td>
      <td>
        {state} {!handed && overdue && <Chip tone="act">{texts.overdue}</Chip>}
        {handed && accepted && !isAccepted && <Chip tone="late">{texts.replaces}</Chip>}
        {handed && <span className={css.quiet}> {texts.revision(handed.digest)}</span>}
      </td>
      <td>
        {handed && !isAccepted && (
          <Button
            onClick={() =>
              void document?.assert([
                {
                  entity: entity.paper(period),
                  attribute: 'paper.accepted',
                  value: { date: today, digest: handed.digest },
                },
              ])
            }
          >
            {texts.acceptDo}
          </Button>
        )}
      </td>
    </tr>
  )
}
