import { type FormEvent, useState } from 'react'
import { Button } from '../design/button.tsx'
import { SelectField } from '../design/field.tsx'
import { useTexts } from '../design/texts/language.tsx'
import css from './forms.module.css'

export interface SubstitutionFormProps {
  /** Lessons of today that can be given to another teacher. */
  lessons: readonly { id: string; bell: number; className: string; subject: string; teacher: string }[]
  /** `busy`: lessons (ids) at whose time the teacher has one of his own. */
  teachers: readonly { id: string; name: string; busy: readonly string[] }[]
  appointed: readonly {
    id: string
    bell: number
    className: string
    subject: string
    teacher: string
    instead: string
  }[]
  onAppoint: (lesson: string, teacher: string) => void
  onWithdraw: (id: string) => void
}

/** A lesson of today goes to another teacher. */
export function SubstitutionForm({
  lessons,
  teachers,
  appointed,
  onAppoint,
  onWithdraw,
}: SubstitutionFormProps) {
  const { office, today } = useTexts()
  const [lesson, setLesson] = useState('')
  const [teacher, setTeacher] = useState('')
  const [checked, setChecked] = useState(false)

  function submit(event: FormEvent) {
    event.preventDefault()
    setChecked(true)
    if (!lesson || !teacher) return
    onAppoint(lesson, teacher)
    setLesson('')
    setTeacher('')
    setChecked(false)
  }

  return (
    <section className={css.section}>
      <h2>{office.substitution}</h2>
      <form className={css.form} onSubmit={submit} noValidate>
        <SelectField
          label={office.lesson}
          value={lesson}
          onChange={(event) => setLesson(event.target.value)}
          problem={checked && !lesson ? office.chooseLesson : undefined}
        >
          <option value="">{office.chooseLesson}</option>
          {lessons.map((item) => (
            <option key={item.id} value={item.id}>
              {today.lesson(item.bell)}, {item.className}, {item.subject}, {item.teacher}
            </option>
          ))}
        </SelectField>
        <SelectField
          label={office.teacher}
          value={teacher}
          onChange={(event) => setTeacher(event.target.value)}
          problem={checked && !teacher ? office.chooseTeacher : undefined}
        >
          <option value="">{office.chooseTeacher}</option>
          {teachers.map(({ id, name, busy }) => (
            <option key={id} value={id}>
              {busy.includes(lesson) ? `${name} (${office.busy})` : name}
            </option>
          ))}
        </SelectField>
        <Button type="submit" look="main" icon="swap">
          {office.appoint}
        </Button>
      </form>
      <h2>{office.appointed}</h2>
      {appointed.length === 0 ? (
        <p className={css.quiet}>{office.noSubstitutions}</p>
      ) : (
        <ul className={css.list}>
          {appointed.map((item) => (
            <li key={item.id}>
              <div>
                <p className={css.name}>
                  {today.lesson(item.bell)}, {item.className}, {item.subject}
                </p>
                <p>
                  {item.teacher} <span className={css.quiet}>{office.instead(item.instead)}</span>
                </p>
              </div>
              <Button onClick={() => onWithdraw(item.id)}>{office.withdraw}</Button>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
