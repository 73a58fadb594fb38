import { useState } from 'react'
import type { PlannedLesson } from '../../domain/school/calendar.ts'
import { lastInitials } from '../../domain/school/names.ts'
import { type Candidate, type Proposal, placeOf } from '../../domain/school/substitutes.ts'
import { classTitle, subjectTitle } from '../../domain/school/titles.ts'
import { Button } from '../design/button.tsx'
import { SelectField } from '../design/field.tsx'
import { Notice } from '../design/notice.tsx'
import { useFormat, useTexts } from '../design/texts/language.tsx'
import { useSchool } from '../workspace/workspace.ts'
import { LessonChangeForm } from './lesson-change-form.tsx'
import css from './substitutions.module.css'

/** Lessons that want somebody, each with a proposed colleague; all at once, or one by one. */
export function SubstitutionPlan({
  proposals,
  wholeDay,
  severalDays,
  onAppoint,
}: {
  proposals: readonly Proposal[]
  /** All of the lessons want a substitute: they can be given at once. */
  wholeDay: boolean
  severalDays: boolean
  onAppoint: (given: readonly { lesson: PlannedLesson; teacher: string }[]) => void
}) {
  const { substitutions } = useTexts()
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>({})
  // Called off or moved just now: they want nobody.
  const [off, setOff] = useState<ReadonlySet<string>>(new Set())
  const teacherOf = ({ lesson, proposed }: Proposal) => chosen[placeOf(lesson)] ?? proposed
  const ready = proposals.flatMap((one) => {
    const teacher = teacherOf(one)
    return teacher && !off.has(placeOf(one.lesson)) ? [{ lesson: one.lesson, teacher }] : []
  })
  if (proposals.length === 0) return <Notice icon="check" title={substitutions.allGiven} />
  return (
    <section className={css.plan} aria-label={substitutions.plan}>
      {wholeDay && ready.length > 1 && (
        <Button look="main" big icon="swap" className={css.all} onClick={() => onAppoint(ready)}>
          {substitutions.appointAll(ready.length)}
        </Button>
      )}
      <ul className={css.list}>
        {proposals.map((one) => (
          <PlannedItem
            key={placeOf(one.lesson)}
            proposal={one}
            teacher={teacherOf(one) ?? ''}
            withDate={severalDays}
            off={off.has(placeOf(one.lesson))}
            onOff={() => setOff(new Set([...off, placeOf(one.lesson)]))}
            onTeacher={(teacher) => setChosen({ ...chosen, [placeOf(one.lesson)]: teacher })}
            onAppoint={(teacher) => onAppoint([{ lesson: one.lesson, teacher }])}
          />
        ))}
      </ul>
    </section>
  )
}

function PlannedItem({
  proposal: { lesson, candidates },
  teacher,
  withDate,
  off,
  onOff,
  onTeacher,
  onAppoint,
}: {
  proposal: Proposal
  teacher: string
  withDate: boolean
  off: boolean
  onOff: () => void
  onTeacher: (teacher: string) => void
  onAppoint: (teacher: string) => void
}) {
  const school = useSchool()
  const { substitutions: texts, office, today } = useTexts()
  const format = useFormat()
  const [change, setChange] = useState<'cancel' | 'move'>()
  const title = [
    ...(withDate ? [format.shortWeekday(lesson.date)] : []),
    today.lesson(lesson.bell),
    classTitle(school, lesson.class),
    subjectTitle(school, lesson),
  ].join(', ')
  const why = (one: Candidate) =>
    [
      one.teachesSubject && texts.teachesSubject,
      one.teachesClass && texts.teachesClass,
      one.substitutions > 0 && texts.substitutionsOfMonth(one.substitutions),
    ]
      .filter(Boolean)
      .join(', ')
  const nameOf = (id: string) => {
    const member = school.staff.get(id)
    return member ? lastInitials(member) : id
  }
  return (
    <li>
      <p className={css.name}>
        {title}
        {lesson.starts && (
          <span className={css.quiet}>
            {' '}
            {lesson.starts}–{lesson.ends}
          </span>
        )}
      </p>
      {candidates.length === 0 ? (
        <p className={css.quiet}>{texts.nobodyFree}</p>
      ) : (
        <div className={css.give}>
          <SelectField
            label={office.teacher}
            value={teacher}
            onChange={(event) => onTeacher(event.target.value)}
          >
            <option value="">{office.chooseTeacher}</option>
            {candidates.map((one) => (
              <option key={one.teacher} value={one.teacher}>
                {[nameOf(one.teacher), why(one)].filter(Boolean).join(': ')}
              </option>
            ))}
          </SelectField>
          <Button
            icon="swap"
            disabled={teacher === ''}
            aria-label={`${office.appoint}: ${title}`}
            onClick={() => onAppoint(teacher)}
          >
            {office.appoint}
          </Button>
        </div>
      )}
      {change ? (
        <LessonChangeForm
          lesson={lesson}
          change={change}
          onDone={(written) => {
            setChange(undefined)
            if (written) onOff()
          }}
        />
      ) : (
        <div className={css.actions}>
          <Button look="quiet" aria-label={`${texts.cancel}: ${title}`} onClick={() => setChange('cancel')}>
            {texts.cancel}
          </Button>
          <Button look="quiet" aria-label={`${texts.move}: ${title}`} onClick={() => setChange('move')}>
            {texts.move}
          </Button>
          {off && <span role="status">{texts.changed}</span>}
        </div>
      )}
    </li>
  )
}
