import { entity, journalName, readJournalName } from '../../domain/ledger/documents.ts'
import { lessonsOn, type PlannedLesson } from '../../domain/school/calendar.ts'
import { compareNames, fullName } from '../../domain/school/names.ts'
import type { SchoolView } from '../../domain/school/school-view.ts'
import { classTitle, staffTitle, subjectTitle } from '../../domain/school/titles.ts'
import { useTexts } from '../design/texts/language.tsx'
import { useNow, useSchool, useWorkspace } from '../workspace/workspace.ts'
import css from './forms.module.css'
import { SubstitutionForm, type SubstitutionFormProps } from './substitution-form.tsx'

/** Замены: lessons of today that somebody else holds. */
export function SubstitutionsPage() {
  const { schoolDocument } = useWorkspace()
  const school = useSchool()
  const { date } = useNow()
  const { office } = useTexts()
  return (
    <div className={css.page}>
      <h1>{office.substitutions}</h1>
      <SubstitutionForm
        {...substitutions(school, date, (entity, value) =>
          schoolDocument.assert([{ entity, attribute: 'substitution', value }]),
        )}
      />
    </div>
  )
}

type Substitute = {
  class: string
  subject: string
  group?: string
  date: string
  bell: number
  teacher: string
}

function substitutions(
  school: SchoolView,
  date: string,
  write: (entity: string, value: Substitute | null) => void,
): SubstitutionFormProps {
  const today = lessonsOn(school, date)
  const idOf = (lesson: PlannedLesson) => `${journalName(lesson)},${lesson.bell}`
  const described = (lesson: PlannedLesson) => ({
    id: idOf(lesson),
    bell: lesson.bell,
    className: classTitle(school, lesson.class),
    subject: subjectTitle(school, lesson),
    teacher: lesson.teachers.map((id) => staffTitle(school, id)).join(', '),
  })
  const teachers = [...school.staff.values()]
    .filter(({ roles }) => roles.includes('teacher'))
    .sort(compareNames)
  const appointed = today.filter(({ substituted }) => substituted)
  return {
    lessons: today.filter(({ substituted }) => !substituted).map(described),
    teachers: teachers.map((member) => ({
      id: member.id,
      name: fullName(member),
      busy: today
        .filter((lesson) => today.some((own) => own.bell === lesson.bell && own.teachers.includes(member.id)))
        .map(idOf),
    })),
    appointed: appointed.map((lesson) => ({
      ...described(lesson),
      instead: school.assignments
        .filter((a) => journalName(a) === journalName(lesson))
        .map(({ teacher }) => staffTitle(school, teacher))
        .join(', '),
    })),
    onAppoint: (id, teacher) => {
      const lesson = today.find((one) => idOf(one) === id)
      if (!lesson) return
      const { class: classId, subject, group, bell } = lesson
      const value = { class: classId, subject, ...(group ? { group } : {}), date, bell, teacher }
      write(entity.substitution(value, date, bell), value)
    },
    onWithdraw: (id) => {
      const bell = Number(id.slice(id.lastIndexOf(',') + 1))
      const key = readJournalName(id.slice(0, id.lastIndexOf(',')))
      if (key) write(entity.substitution(key, date, bell), null)
    },
  }
}
