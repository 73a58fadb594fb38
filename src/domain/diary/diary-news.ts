import type { StoredDiary } from './apply-diary.ts'
import type { DiaryLesson } from './diary.ts'

/** What of a lesson is told as new. */
const tidings = ['marks', 'homework', 'absent', 'late', 'cancelled', 'works', 'behaviour'] as const

/** Something that a diary says now and did not say so before, with where it stands. */
export type DiaryNews =
  | { kind: (typeof tidings)[number]; date: string; lesson: DiaryLesson }
  | { kind: 'result'; subject: string; period: string }
  | { kind: 'conduct'; period: string }
  | { kind: 'council' }
  | { kind: 'announcement'; id: string }

/** What is new in a diary since the last visit, lessons by date first; what was taken back is no news. */
export function diaryNews(before: StoredDiary, now: StoredDiary): DiaryNews[] {
  const known = new Map(
    before.days.flatMap(({ date, lessons }) => lessons.map((lesson) => [placeOf(date, lesson), lesson])),
  )
  const differ = (a: unknown, b: unknown) => b !== undefined && JSON.stringify(a) !== JSON.stringify(b)
  const ofLessons = now.days.flatMap(({ date, lessons }) =>
    lessons.flatMap((lesson) => {
      const was = known.get(placeOf(date, lesson))
      return tidings
        .filter((kind) => differ(was?.[kind], lesson[kind]))
        .map((kind): DiaryNews => ({ kind, date, lesson }))
    }),
  )
  const marked = new Map(
    before.head.subjects.flatMap(({ id, results }) =>
      results.map(({ period, mark }) => [`${id} ${period}`, mark] as const),
    ),
  )
  const results = now.head.subjects.flatMap(({ id, results: all }) =>
    all
      .filter(({ period, mark }) => differ(marked.get(`${id} ${period}`), mark))
      .map(({ period }): DiaryNews => ({ kind: 'result', subject: id, period })),
  )
  const conducts = new Map(before.head.periods.map(({ id, conduct }) => [id, conduct]))
  const said = new Map(before.head.announcements.map(({ id, text }) => [id, text]))
  return [
    ...ofLessons,
    ...results,
    ...now.head.periods
      .filter(({ id, conduct }) => differ(conducts.get(id), conduct))
      .map(({ id }): DiaryNews => ({ kind: 'conduct', period: id })),
    ...(differ(before.head.council, now.head.council) ? [{ kind: 'council' as const }] : []),
    ...now.head.announcements
      .filter(({ id, text }) => differ(said.get(id), text))
      .map(({ id }): DiaryNews => ({ kind: 'announcement', id })),
  ]
}

function placeOf(date: string, { bell, subject, group = '' }: DiaryLesson): string {
  return `${date},${bell},${subject},${group}`
}
