import { useState } from 'react'
import { compareNames, fullName } from '../../domain/school/names.ts'
import type { SchoolView } from '../../domain/school/school-view.ts'
import { Button } from '../design/button.tsx'
import { SelectField } from '../design/field.tsx'
import { useTexts } from '../design/texts/language.tsx'
import css from '../timetable/timetable.module.css'

/** A new row of the matrix: whose hours, of which subject. */
export function AddRow({
  school,
  onAdd,
  onCancel,
}: {
  school: SchoolView
  onAdd: (row: { teacher: string; subject: string }) => void
  onCancel: () => void
}) {
  const { workload: texts } = useTexts()
  const [teacher, setTeacher] = useState('')
  const [subject, setSubject] = useState('')
  const subjects = [...school.subjects.values()].sort((a, b) => a.name.localeCompare(b.name, 'ru'))
  const choose = (
    label: string,
    value: string,
    onValue: (value: string) => void,
    options: readonly { id: string; title: string }[],
  ) => (
    <SelectField label={label} value={value} onChange={({ target }) => onValue(target.value)}>
      <option value="">{texts.add.choose}</option>
      {options.map(({ id, title }) => (
        <option key={id} value={id}>
          {title}
        </option>
      ))}
    </SelectField>
  )
  return (
    <form
      className={css.bar}
      aria-label={texts.add.title}
      onSubmit={(event) => {
        event.preventDefault()
        if (teacher !== '' && subject !== '') onAdd({ teacher, subject })
      }}
    >
      {choose(
        texts.add.teacher,
        teacher,
        setTeacher,
        teachersOf(school).map((member) => ({ id: member.id, title: fullName(member) })),
      )}
      {choose(
        texts.add.subject,
        subject,
        setSubject,
        subjects.map(({ id, name }) => ({ id, title: name })),
      )}
      <Button type="submit" look="main" disabled={teacher === '' || subject === ''}>
        {texts.add.save}
      </Button>
      <Button onClick={onCancel}>{texts.add.cancel}</Button>
    </form>
  )
}

/** Those of the staff who teach, by name. */
export function teachersOf({ staff }: Pick<SchoolView, 'staff'>) {
  return [...staff.values()].filter(({ roles }) => roles.includes('teacher')).sort(compareNames)
}
