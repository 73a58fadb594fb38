import { useMemo, useState } from 'react'
import { entity } from '../../domain/ledger/documents.ts'
import { addDays } from '../../domain/policy/policy.ts'
import { lessonsOn, type PlannedLesson } from '../../domain/school/calendar.ts'
import { compareNames, fullName } from '../../domain/school/names.ts'
import { className, type SchoolView } from '../../domain/school/school-view.ts'
import { lessonsOfAbsent, placeOf, proposeFor } from '../../domain/school/substitutes.ts'
import { Button } from '../design/button.tsx'
import { Choice, SelectField, TextField } from '../design/field.tsx'
import { Notice } from '../design/notice.tsx'
import { useFormat, useTexts } from '../design/texts/language.tsx'
import { useNow, useSchool, useWorkspace } from '../workspace/workspace.ts'
import { DaySheet } from './day-sheet.tsx'
import { SubstitutionPlan } from './substitution-plan.tsx'
import css from './substitutions.module.css'

/** Days that a person may be set absent for at once. */
const longest = 31
/** Days looked ahead for the next one with lessons. */
const lookAhead = 30

/** Замены: who is absent, his lessons of the day or of days, a free colleague for each; the day's sheet below. */
export function SubstitutionsPage() {
  const { schoolDocument } = useWorkspace()
  const school = useSchool()
  const now = useNow()
  const { office, substitutions: texts } = useTexts()
  const format = useFormat()
  const [chosenFrom, setFrom] = useState<string>()
  const [chosenTo, setTo] = useState<string>()
  const [who, setWho] = useState<'teacher' | 'class'>('teacher')
  const [absent, setAbsent] = useState('')
  const from = chosenFrom ?? now.date
  const to = chosenTo !== undefined && chosenTo > from ? chosenTo : from
  const next = useMemo(() => nextDay(school, now.date), [school, now.date])
  const days = useMemo(() => daysBetween(from, to), [from, to])
  const choices = useMemo(() => choicesOf(school, days, who), [school, days, who])
  const lessons = useMemo(
    () =>
      absent === ''
        ? []
        : days.flatMap((date) =>
            who === 'teacher'
              ? lessonsOfAbsent(school, absent, date)
              : lessonsOn(school, date, { class: absent }).filter(({ substituted }) => !substituted),
          ),
    [school, days, who, absent],
  )
  const proposals = useMemo(() => proposeFor(school, lessons), [school, lessons])

  function appoint(given: readonly { lesson: PlannedLesson; teacher: string }[]) {
    void schoolDocument.assert(
      given.map(({ lesson, teacher }) => {
        const { class: classId, subject, group, date, bell } = lesson
        const value = { class: classId, subject, ...(group ? { group } : {}), date, bell, teacher }
        return { entity: entity.substitution(lesson, date, bell), attribute: 'substitution' as const, value }
      }),
    )
  }

  return (
    <div className={css.page}>
      <h1>{office.substitutions}</h1>
      <div className={css.dates}>
        <Button aria-pressed={from === now.date && to === from} onClick={() => setDay(now.date)}>
          {texts.today}
        </Button>
        {next && (
          <Button aria-pressed={from === next && to === from} onClick={() => setDay(next)}>
            {next === addDays(now.date, 1) ? texts.tomorrow : format.shortWeekday(next)}
          </Button>
        )}
        <TextField
          label={texts.from}
          type="date"
          value={from}
          onChange={(event) => event.target.value && setFrom(event.target.value)}
        />
        <TextField
          label={texts.to}
          type="date"
          min={from}
          max={addDays(from, longest)}
          value={to}
          onChange={(event) => event.target.value && setTo(event.target.value)}
        />
      </div>
      <Choice
        label={texts.who}
        name="who"
        value={who}
        options={[
          { value: 'teacher', label: texts.byTeacher },
          { value: 'class', label: texts.byClass },
        ]}
        onChange={(value) => {
          setWho(value)
          setAbsent('')
        }}
      />
      {choices.length === 0 && lessons.length === 0 ? (
        <Notice tone="empty" icon="today" title={texts.noLessons} />
      ) : (
        <SelectField
          label={who === 'teacher' ? texts.absent : texts.class}
          value={absent}
          onChange={(event) => setAbsent(event.target.value)}
        >
          <option value="">{who === 'teacher' ? texts.chooseAbsent : texts.chooseClass}</option>
          {choices.map(({ id, name, lessons: n }) => (
            <option key={id} value={id}>
              {name}, {office.missedLessons(n)}
            </option>
          ))}
        </SelectField>
      )}
      {absent !== '' && (
        <SubstitutionPlan
          key={`${absent} ${from} ${to}`}
          proposals={proposals}
          wholeDay={who === 'teacher'}
          severalDays={from !== to}
          onAppoint={appoint}
        />
      )}
      {days.slice(0, 7).map((date) => (
        <DaySheet
          key={date}
          date={date}
          onWithdraw={(lesson) =>
            void schoolDocument.assert([
              {
                entity: entity.substitution(lesson, lesson.date, lesson.bell),
                attribute: 'substitution',
                value: null,
              },
            ])
          }
        />
      ))}
    </div>
  )

  function setDay(date: string) {
    setFrom(date)
    setTo(date)
  }
}

function daysBetween(from: string, to: string): string[] {
  const days: string[] = []
  for (let date = from; date <= to && days.length <= longest; date = addDays(date, 1)) days.push(date)
  return days
}

function nextDay(school: SchoolView, today: string): string | undefined {
  for (let days = 1; days <= lookAhead; days++)
    if (lessonsOn(school, addDays(today, days)).length > 0) return addDays(today, days)
  return undefined
}

/** Teachers, or classes, that have lessons on these days, with how many. */
function choicesOf(school: SchoolView, days: readonly string[], who: 'teacher' | 'class') {
  const counts = new Map<string, Set<string>>()
  for (const lesson of days.flatMap((date) => lessonsOn(school, date)))
    for (const id of who === 'teacher' ? lesson.teachers : [lesson.class])
      counts.set(id, (counts.get(id) ?? new Set<string>()).add(placeOf(lesson)))
  const lessons = (id: string) => counts.get(id)?.size ?? 0
  if (who === 'teacher')
    return [...school.staff.values()]
      .filter(({ id }) => lessons(id) > 0)
      .sort(compareNames)
      .map((member) => ({ id: member.id, name: fullName(member), lessons: lessons(member.id) }))
  return [...school.classes.values()]
    .filter(({ id }) => lessons(id) > 0)
    .sort((a, b) => a.grade - b.grade || a.letter.localeCompare(b.letter, 'ru'))
    .map((own) => ({ id: own.id, name: className(own), lessons: lessons(own.id) }))
}
