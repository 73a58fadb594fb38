import { useState } from 'react'
import type { Hour } from '../../domain/school/timetable-editing.ts'
import { type PlacedLesson, type TimetableView, teacherName } from './timetable-view.ts'

export type ShownBy = 'all' | 'class' | 'teacher' | 'room'

/** What of the timetable is on the screen. */
export interface Shown {
  by: ShownBy
  /** Whose week: a class, a teacher, a room; undefined where there is none. */
  who: string | undefined
  title: string
  /** Those to choose from. */
  choices: readonly { id: string; title: string }[]
  /** Whether a lesson belongs to the week. */
  has: (lesson: PlacedLesson) => boolean
  /** The day on a narrow screen. */
  day: number
  setBy: (by: ShownBy) => void
  setWho: (who: string) => void
  setDay: (day: number) => void
  /** Brings an hour on the screen. */
  toHour: (hour: Hour) => void
}

/** Keeps what is shown; a narrow screen has room for one class, teacher or room, and one day. */
export function useShown(view: TimetableView, narrow: boolean): Shown {
  const [chosen, setBy] = useState<ShownBy>('all')
  const [whos, setWhos] = useState<Partial<Record<ShownBy, string>>>({})
  const [day, setDay] = useState(view.days[0]!)
  const by = narrow && chosen === 'all' ? 'class' : chosen
  const choices = choicesOf(view, by)
  const found = choices.find(({ id }) => id === whos[by]) ?? choices[0]
  const who = found?.id
  return {
    by,
    who,
    title: found?.title ?? '',
    choices,
    has: ({ slot, teachers }) =>
      by === 'class'
        ? slot.class === who
        : by === 'teacher'
          ? teachers.includes(who ?? '')
          : slot.room === who,
    day,
    setBy,
    setWho: (id) => setWhos({ ...whos, [by]: id }),
    setDay,
    toHour: (hour) => {
      setDay(hour.weekday)
      if (by === 'all') return
      setBy('class')
      setWhos({ ...whos, class: hour.class })
    },
  }
}

function choicesOf(view: TimetableView, by: ShownBy): Shown['choices'] {
  if (by === 'class') return view.classes
  const lessons = [...view.cells.values()].flatMap((cell) => cell.lessons)
  const named = (ids: Iterable<string>, titleOf: (id: string) => string) =>
    [...new Set(ids)]
      .map((id) => ({ id, title: titleOf(id) }))
      .sort((a, b) => a.title.localeCompare(b.title, 'ru', { numeric: true }))
  if (by === 'teacher')
    return named(
      view.hours.flatMap(({ teachers }) => teachers),
      (id) => teacherName(view.school, id),
    )
  return by === 'room'
    ? named(
        lessons.flatMap(({ slot }) => slot.room ?? []),
        (id) => id,
      )
    : []
}
