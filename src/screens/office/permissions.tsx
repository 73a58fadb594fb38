import { type FormEvent, useState } from 'react'
import { entity, journalName } from '../../domain/ledger/documents.ts'
import { yearOn } from '../../domain/policy/access.ts'
import { addDays } from '../../domain/policy/policy.ts'
import { compareNames, fullName } from '../../domain/school/names.ts'
import { covers } from '../../domain/school/school-view.ts'
import { classTitle, staffTitle, subjectTitle } from '../../domain/school/titles.ts'
import { Button } from '../design/button.tsx'
import { SelectField, TextField } from '../design/field.tsx'
import { useFormat, useTexts } from '../design/texts/language.tsx'
import { useNow, useSchool, useWorkspace } from '../workspace/workspace.ts'
import css from './forms.module.css'

/** Days that a permission is offered for. */
const usualDays = 2

/** One-off permissions to edit locked periods: those that stand, and one more by hand. */
export function Permissions() {
  const { schoolDocument } = useWorkspace()
  const school = useSchool()
  const { date } = useNow()
  const { permissions: texts, office } = useTexts()
  const format = useFormat()
  const [teacher, setTeacher] = useState('')
  const [journal, setJournal] = useState('')
  const [chosen, setUntil] = useState<string>()
  const until = chosen ?? addDays(date, usualDays)
  const year = yearOn(school, date)
  const current = school.assignments.filter(
    (a) => covers(a, date) && school.classes.get(a.class)?.year === year,
  )
  const teachers = [...school.staff.values()]
    .filter(({ id }) => current.some((a) => a.teacher === id))
    .sort(compareNames)
  const own = current.filter((a) => a.teacher === teacher)
  const standing = school.permissions.filter((permission) => permission.until >= date)

  function give(event: FormEvent) {
    event.preventDefault()
    const assignment = own.find((a) => journalName(a) === journal)
    if (!assignment || until < date) return
    const { class: classId, subject, group } = assignment
    const value = { class: classId, subject, ...(group ? { group } : {}), teacher, until }
    void schoolDocument.assert([
      { entity: entity.permission(value, teacher, until), attribute: 'permission', value },
    ])
    setJournal('')
  }

  return (
    <section className={css.section}>
      <h2>{texts.title}</h2>
      <p className={css.quiet}>{texts.lead}</p>
      {standing.length > 0 && (
        <ul className={css.list}>
          {standing.map((permission) => {
            const name = entity.permission(permission, permission.teacher, permission.until)
            return (
              <li key={name}>
                <div>
                  <p className={css.name}>
                    {staffTitle(school, permission.teacher)}: {classTitle(school, permission.class)},{' '}
                    {subjectTitle(school, permission)}
                  </p>
                  <p className={css.quiet}>{texts.stands(format.day(permission.until))}</p>
                </div>
                <Button
                  onClick={() =>
                    void schoolDocument.assert([{ entity: name, attribute: 'permission', value: null }])
                  }
                >
                  {texts.withdraw}
                </Button>
              </li>
            )
          })}
        </ul>
      )}
      <form className={css.form} onSubmit={give}>
        <SelectField
          label={texts.teacher}
          value={teacher}
          onChange={(event) => {
            setTeacher(event.target.value)
            setJournal('')
          }}
        >
          <option value="">{office.chooseTeacher}</option>
          {teachers.map((member) => (
            <option key={member.id} value={member.id}>
              {fullName(member)}
            </option>
          ))}
        </SelectField>
        {teacher !== '' && (
          <SelectField
            label={texts.journal}
            value={journal}
            onChange={(event) => setJournal(event.target.value)}
          >
            <option value="">{texts.chooseJournal}</option>
            {own.map((a) => (
              <option key={journalName(a)} value={journalName(a)}>
                {classTitle(school, a.class)}, {subjectTitle(school, a)}
              </option>
            ))}
          </SelectField>
        )}
        <TextField
          label={texts.until}
          type="date"
          min={date}
          value={until}
          onChange={(event) => event.target.value && setUntil(event.target.value)}
        />
        <Button type="submit" disabled={journal === ''}>
          {texts.permit}
        </Button>
      </form>
    </section>
  )
}
