import { expect, test } from 'vitest'
import { href, type Route, readRoute } from '../../src/screens/route.ts'

const routes: Route[] = [
  { screen: 'today' },
  { screen: 'pupil', class: '2026-7a', pupil: 'p1' },
  { screen: 'pupil', class: '2026-7a' },
  { screen: 'new-year' },
  { screen: 'today', date: '2026-11-23' },
  { screen: 'lesson', journal: '7а,математика', lesson: '2026-11-24,3,0' },
  { screen: 'journals' },
  { screen: 'journal', journal: '11/1,алгебра,группа №2 50%' },
  { screen: 'journal', journal: '7а,math', lesson: '2026-11-24,3,0', pupil: 'п/1' },
  { screen: 'plan', journal: '7а,math' },
  { screen: 'notAccepted' },
  { screen: 'reason', pupil: 'p1' },
  { screen: 'reason' },
  { screen: 'keeping', by: 'classes' },
  { screen: 'keeping', by: 'teachers', of: 't/1' },
  { screen: 'setup' },
  { screen: 'setup', step: 'pupils' },
]

test.each(routes)('the address of $screen leads back to it', (route) => {
  expect(readRoute(href(route))).toEqual(route)
})

test.each([
  '',
  '#',
  '#/',
  '#/nowhere',
  '#/today/2026-13-45',
  '#/today/tomorrow',
  '#/lesson/only-journal',
  '#/%E0%A4%A',
])('%j leads home', (hash) => {
  expect(readRoute(hash)).toEqual({ screen: 'today' })
})
