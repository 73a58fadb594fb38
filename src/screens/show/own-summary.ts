import type { Diary, DiaryMark, DiaryPeriod } from '../../domain/diary/diary.ts'

export interface OwnSubject {
  id: string
  name: string
  /** Of the period, by date. */
  marks: { date: string; mark: DiaryMark }[]
  /** Hundredths. */
  average: number | undefined
  /** The mark of the period, once it stands. */
  given: string | undefined
}

/** What the page of a pupil shows: of the period that is on, else of the whole year. */
export interface OwnSummary {
  period: DiaryPeriod | undefined
  subjects: OwnSubject[]
  /** Lessons missed, the latest first. */
  absent: { date: string; bell: number; subject: string; reason: 'Б' | 'У' | 'Н' | '' }[]
  /** Lessons to which the pupil came late. */
  late: number
  /** Homework still to be done, by the day it is due. */
  homework: { subject: string; due: string; text: string }[]
}

/** Reads a diary for the page that is shown to the pupil. */
export function ownSummary({ head, days }: Diary): OwnSummary {
  const { today, subjects, year } = head
  const period = head.periods.find(({ starts, ends }) => starts <= today && today <= ends)
  const { starts, ends, id } = period ?? year
  const nameOf = (subject: string) => subjects.find((one) => one.id === subject)?.name ?? subject
  const lessons = days.flatMap(({ date, lessons: own }) => own.map((lesson) => ({ date, ...lesson })))
  const inPeriod = lessons.filter(({ date }) => starts <= date && date <= ends)
  return {
    period,
    subjects: subjects.map((subject) => {
      const result = subject.results.find((one) => one.period === id)
      return {
        id: subject.id,
        name: subject.name,
        marks: inPeriod
          .filter((lesson) => lesson.subject === subject.id)
          .flatMap(({ date, marks = [] }) => marks.map((mark) => ({ date, mark }))),
        average: result?.average,
        given: result?.mark,
      }
    }),
    absent: inPeriod
      .flatMap(({ date, bell, subject, absent }) =>
        absent === undefined ? [] : [{ date, bell, subject: nameOf(subject), reason: absent }],
      )
      .reverse(),
    late: inPeriod.filter(({ late }) => late !== undefined).length,
    homework: lessons
      .flatMap(({ subject, homework }) => {
        const due = homework?.due?.date
        return homework?.text === undefined || due === undefined || due < today
          ? []
          : [{ subject: nameOf(subject), due, text: homework.text }]
      })
      .sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0)),
  }
}
