import type { CurrentLesson, LessonOfDay } from '../../../src/screens/today/lesson-of-day.ts'
import { Today, type TodayProps } from '../../../src/screens/today/today.tsx'
import { framed } from './framed.tsx'
import { minutesAgo, type Scenes } from './school.ts'

const lesson = (bell: number, starts: string, ends: string, title: string, subject: string): LessonOfDay => ({
  id: `${bell}`,
  href: '#/lesson',
  bell,
  starts,
  ends,
  title,
  subject,
  room: '12',
  state: bell < 3 ? 'past' : bell === 3 ? 'now' : 'ahead',
  loaded: true,
  missing: [],
  substitution: false,
})
const lessons: LessonOfDay[] = [
  lesson(1, '08:30', '09:15', '8Б', 'Алгебра'),
  { ...lesson(2, '09:25', '10:10', '7Б', 'Математика'), missing: ['topic', 'homework'] },
  { ...lesson(3, '10:20', '11:05', '7А', 'Математика'), missing: ['roll', 'homework', 'marks'] },
  { ...lesson(4, '11:25', '12:10', '9А', 'Геометрия'), substitution: true },
  { ...lesson(5, '12:20', '13:05', '7А', 'Математика'), cancelled: 'болезнь учителя' },
  { ...lesson(5, '12:20', '13:05', '8Б', 'Алгебра'), id: '5-8b', givenTo: 'М. В. Кашин' },
  { ...lesson(5, '12:20', '13:05', '9Б', 'Геометрия'), id: '5-9b', movedTo: { date: '2026-11-26', bell: 3 } },
  lesson(6, '13:15', '14:00', '5А + 6А', 'Математика, вместе'),
]
const current: CurrentLesson = {
  ...lessons[2]!,
  minutes: 18,
  topic: undefined,
  planTopic: 'Сложение дробей с разными знаменателями',
  homework: undefined,
  marks: 0,
  away: [
    { name: 'Ёлохов', until: '2026-11-26', paper: true },
    { name: 'Зубова', paper: false },
  ],
  journalHref: '#/journal',
}
const day: TodayProps = {
  date: '2026-11-24',
  isToday: true,
  onAdd: () => {},
  periodLine: 'II четверть, 4-я неделя',
  lessons,
  current,
  waiting: [
    { kind: 'notAccepted', id: '1', href: '#/notAccepted', count: 1, where: '8Б, 22.10: период закрыт' },
    { kind: 'conflict', id: '2', href: '#/journal', where: '7А, Катаев, 20.11', values: ['4', '5'] },
    { kind: 'sending', id: '3', href: '#/sync', count: 12, since: minutesAgo(66) },
  ],
  demo: true,
}

export const todayScenes: Scenes = {
  today: () => framed('today', <Today {...day} />),
  'today-office': () =>
    framed('today', <Today {...day} demo={false} />, {
      office: true,
      sync: { line: 'open', waiting: 0, storedAt: minutesAgo(1) },
      onUpdate: () => {},
      onDismissUpdate: () => {},
    }),
  'today-done': () =>
    framed('today', <Today {...day} current={undefined} nextDay="2026-11-25" waiting={[]} demo={false} />, {
      attention: 0,
      onInstall: () => {},
      onDismissInstall: () => {},
    }),
  'today-empty': () =>
    framed(
      'today',
      <Today {...day} lessons={[]} current={undefined} nextDay="2026-11-25" waiting={[]} demo={false} />,
      { attention: 0, storageProblem: 'На планшете кончилось место' },
    ),
}
