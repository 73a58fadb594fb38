import { useState } from 'react'
import { hoursLeft } from '../../domain/school/left-to-place.ts'
import type { Hour } from '../../domain/school/timetable-editing.ts'
import { classTitle, subjectTitle } from '../../domain/school/titles.ts'
import { Choice } from '../design/field.tsx'
import { useFormat, useTexts } from '../design/texts/language.tsx'
import { clashKey, clashWords } from './clash-words.ts'
import css from './timetable.module.css'
import { type TimetableView, teacherName } from './timetable-view.ts'

/** What the timetable still lacks: clashes, each a way to its cell, and hours of the workload without a place. */
export function LeftList({ view, onGo }: { view: TimetableView; onGo: (hour: Hour) => void }) {
  const { timetable: texts } = useTexts()
  const format = useFormat()
  const [by, setBy] = useState<'class' | 'teacher'>('class')
  const rows = by === 'class' ? leftByClass(view) : leftByTeacher(view, texts.left.noTeacher)
  return (
    <div className={css.lists}>
      <section className={css.section} aria-labelledby="clashes">
        <h2 id="clashes">{texts.clashes.title}</h2>
        {view.clashes.length === 0 && <p className={css.quiet}>{texts.clashes.none}</p>}
        <ul className={css.list}>
          {view.clashes.map((clash) => {
            const [{ class: schoolClass, weekday, bell }] = clash.slots
            return (
              <li key={clashKey(clash)}>
                <button
                  type="button"
                  className={css.clash}
                  onClick={() => onGo({ class: schoolClass, weekday, bell })}
                >
                  <b>{texts.hourOf(weekday, bell)}</b>
                  <span>{clashWords(view, clash, texts, format.day)}</span>
                </button>
              </li>
            )
          })}
        </ul>
      </section>
      <section className={css.section} aria-labelledby="left">
        <h2 id="left">{texts.left.title}</h2>
        <Choice
          label={texts.left.by}
          name="left by"
          value={by}
          options={[
            { value: 'class', label: texts.left.byClass },
            { value: 'teacher', label: texts.left.byTeacher },
          ]}
          onChange={setBy}
        />
        {rows.length === 0 && <p className={css.quiet}>{texts.left.none}</p>}
        <ul className={css.list}>
          {rows.map(({ who, placed, hours, items }) => (
            <li key={who} className={css.left}>
              <b>{who}</b>
              <span className={css.quiet}>{texts.left.of(placed, hours)}</span>
              <p>
                {items
                  .map(({ what, left }) =>
                    left > 0 ? texts.left.item(what, left) : texts.left.tooMany(what, -left),
                  )
                  .join(', ')}
              </p>
            </li>
          ))}
        </ul>
      </section>
    </div>
  )
}

interface LeftRow {
  who: string
  placed: number
  hours: number
  items: { what: string; left: number }[]
}

function leftByClass({ school, classes, hours }: TimetableView): LeftRow[] {
  return classes
    .map(({ id, title }) => {
      const own = hours.filter((entry) => entry.class === id)
      return rowOf(title, own, (entry) => subjectTitle(school, entry))
    })
    .filter(({ items }) => items.length > 0)
}

function leftByTeacher({ school, hours }: TimetableView, nobody: string): LeftRow[] {
  const teachers = new Map<string, typeof hours>()
  for (const entry of hours)
    for (const teacher of entry.teachers.length > 0 ? entry.teachers : [''])
      teachers.set(teacher, [...(teachers.get(teacher) ?? []), entry])
  return [...teachers]
    .map(([id, own]) =>
      rowOf(
        id === '' ? nobody : teacherName(school, id),
        own,
        (entry) => `${classTitle(school, entry.class)} ${subjectTitle(school, entry)}`,
      ),
    )
    .filter(({ items }) => items.length > 0)
    .sort((a, b) => a.who.localeCompare(b.who, 'ru'))
}

function rowOf(
  who: string,
  entries: TimetableView['hours'],
  whatOf: (entry: TimetableView['hours'][number]) => string,
): LeftRow {
  const sum = (of: 'placed' | 'hours') => entries.reduce((total, entry) => total + entry[of], 0)
  return {
    who,
    placed: sum('placed'),
    hours: sum('hours'),
    items: entries
      .map((entry) => ({ what: whatOf(entry), left: hoursLeft(entry) }))
      .filter(({ left }) => left !== 0),
  }
}
