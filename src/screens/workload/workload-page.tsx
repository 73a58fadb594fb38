import { useMemo, useState } from 'react'
import type { Entry } from '../../domain/ledger/fact.ts'
import type { SchoolView, SchoolYear } from '../../domain/school/school-view.ts'
import { yearToSetUp } from '../../domain/school/setup-steps.ts'
import { classTitle, staffTitle, subjectTitle } from '../../domain/school/titles.ts'
import { assignmentsOn, changeTeacher, setMarking } from '../../domain/school/workload-editing.ts'
import { Notice } from '../design/notice.tsx'
import { useTexts } from '../design/texts/language.tsx'
import { TableTaking } from '../tables/table-taking.tsx'
import css from '../timetable/timetable.module.css'
import { Reading } from '../workspace/reading.tsx'
import { useUndo } from '../workspace/undo.ts'
import { useNow, useSchool, useWorkspace } from '../workspace/workspace.ts'
import { Workload } from './workload.tsx'
import { readEntry } from './workload-entry.ts'
import { WorkloadImport } from './workload-import.tsx'
import { workloadView } from './workload-view.ts'

/** Нагрузка of the year that is set up. */
export function WorkloadPage() {
  const { schoolDocument } = useWorkspace()
  const school = useSchool()
  const now = useNow()
  const { workload: texts } = useTexts()
  const year = yearToSetUp(school, now.date)
  if (schoolDocument.version === 0) return <Reading loaded={false} />
  const hasClasses = [...school.classes.values()].some((own) => own.year === year?.id)
  if (!year || !hasClasses)
    return (
      <div className={css.page}>
        <h1>{texts.title}</h1>
        <Notice tone="empty" icon="note" title={year ? texts.noClassesTitle : texts.noYearTitle}>
          {texts.noClassesHelp}
        </Notice>
      </div>
    )
  return <YearWorkload key={year.id} school={school} year={year} today={now.date} />
}

function YearWorkload({ school, year, today }: { school: SchoolView; year: SchoolYear; today: string }) {
  const { schoolDocument } = useWorkspace()
  const { workload: texts, matrix } = useTexts()
  const { write, undo, canUndo } = useUndo(schoolDocument)
  const [date, setDate] = useState(() => startDate(school, year, today))
  const [added, setAdded] = useState<readonly { teacher: string; subject: string }[]>([])
  const [said, setSaid] = useState('')
  const [taking, setTaking] = useState(false)
  const view = useMemo(() => workloadView(school, year, date, added), [school, year, date, added])
  const say = (entries: readonly Entry[], what: string) => {
    write(entries)
    setSaid(what)
  }
  if (taking)
    return (
      <TableTaking title={matrix.workload.title} lead={matrix.workload.lead} onBack={() => setTaking(false)}>
        {(sheets, onAgain) => (
          <WorkloadImport
            sheets={sheets}
            school={school}
            year={year}
            today={today}
            date={date}
            onDate={setDate}
            onAgain={onAgain}
            onTake={(entries) => {
              say(entries, texts.said.taken(entries.length))
              setTaking(false)
            }}
          />
        )}
      </TableTaking>
    )
  return (
    <Workload
      view={view}
      said={said}
      canUndo={canUndo}
      onDate={setDate}
      onHours={(row, schoolClass, text) => {
        const pair = { class: schoolClass, subject: row.subject }
        const made = readEntry(view, pair, row.teacher, text)
        if (!made.ok) return setSaid(texts.badHours(text))
        const where = `${classTitle(school, schoolClass)}, ${row.subjectName}`
        // A row keeps its place in the matrix though its last hours are gone.
        if (text === '') setAdded([...added, { teacher: row.teacher, subject: row.subject }])
        say(
          made.entries,
          made.groups > 0 ? texts.said.divided(where, made.groups) : texts.said.hours(where, text),
        )
      }}
      onMarking={(assignments, marking) => say(setMarking(assignments, marking), texts.said.marking)}
      onTeacher={(assignment, teacher) =>
        say(
          changeTeacher(school, assignment, teacher, date),
          texts.said.teacher(
            `${classTitle(school, assignment.class)}, ${subjectTitle(school, assignment)}`,
            staffTitle(school, teacher),
          ),
        )
      }
      onAddRow={(row) => setAdded([...added, row])}
      onUndo={() => {
        if (!canUndo) return
        undo()
        setSaid(texts.undone)
      }}
      onTake={() => setTaking(true)}
    />
  )
}

/** Changes hold from today, but what is made for the first time holds from the first day of the year. */
function startDate(school: SchoolView, year: SchoolYear, today: string): string {
  const within = today < year.starts || today > year.ends ? year.starts : today
  return assignmentsOn(school, year.id, within).length === 0 ? year.starts : within
}
