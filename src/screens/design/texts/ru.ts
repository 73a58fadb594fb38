import { firstRu } from './first.ts'
import { cellTalk } from './ru/cell-talk.ts'
import { classControl } from './ru/class-control.ts'
import { classLetters } from './ru/class-letters.ts'
import { classList } from './ru/class-list.ts'
import { classReasons } from './ru/class-reasons.ts'
import { copyMarks } from './ru/copy-marks.ts'
import { council } from './ru/council.ts'
import { diaryAccess } from './ru/diary-access.ts'
import { families } from './ru/families.ts'
import { groups } from './ru/groups.ts'
import { controls, homework } from './ru/homework.ts'
import { instruction } from './ru/instruction.ts'
import { cell, journal } from './ru/journal.ts'
import { journalColumn, journalMarks, journalView } from './ru/journal-page.ts'
import { keeping } from './ru/keeping.ts'
import { lesson } from './ru/lesson.ts'
import { places } from './ru/lesson-places.ts'
import { line } from './ru/line.ts'
import { matrix } from './ru/matrix.ts'
import { more } from './ru/more.ts'
import { movement } from './ru/movement.ts'
import { newYear } from './ru/new-year.ts'
import { board, office } from './ru/office.ts'
import { officeDuties } from './ru/office-duties.ts'
import { hours, log } from './ru/office-log.ts'
import { ownClass } from './ru/own-class.ts'
import { ownReport } from './ru/own-report.ts'
import { paper } from './ru/paper.ts'
import { people } from './ru/people.ts'
import { permissions } from './ru/permissions.ts'
import { plan } from './ru/plan.ts'
import { planSharing } from './ru/plan-sharing.ts'
import { pupil } from './ru/pupil.ts'
import { reports } from './ru/reports.ts'
import { requests } from './ru/requests.ts'
import { school } from './ru/school.ts'
import { schoolReports } from './ru/school-reports.ts'
import { settings } from './ru/settings.ts'
import { setup } from './ru/setup.ts'
import { show } from './ru/show.ts'
import { substitutions } from './ru/substitutions.ts'
import { notAccepted, quarantine, sync } from './ru/sync.ts'
import { tables } from './ru/tables.ts'
import { timetable } from './ru/timetable.ts'
import { today } from './ru/today.ts'
import { week } from './ru/week.ts'
import { workload } from './ru/workload.ts'
import { debts, works } from './ru/works.ts'

/** Every Russian text of the screens. Dates and times come written already, by `Format`. */
export const ru = {
  ...firstRu,
  today,
  lesson,
  journal,
  cell,
  cellTalk,
  works,
  debts,
  requests,
  ownClass,
  classReasons,
  classControl,
  classLetters,
  classList,
  families,
  diaryAccess,
  groups,
  instruction,
  week,
  reports,
  ownReport,
  journalMarks,
  journalColumn,
  journalView,
  paper,
  plan,
  planSharing,
  homework,
  controls,
  line,
  sync,
  notAccepted,
  quarantine,
  board,
  office,
  school,
  keeping,
  hours,
  officeDuties,
  copyMarks,
  schoolReports,
  log,
  movement,
  newYear,
  people,
  pupil,
  permissions,
  substitutions,
  setup,
  tables,
  more,
  settings,
  show,
  council,
  timetable,
  workload,
  matrix,
  places,
}

/** What every other catalogue must hold; a missing text is a compile error. */
export type Texts = typeof ru
