import { carry } from './en/carry.ts'
import { cellTalk } from './en/cell-talk.ts'
import { classControl } from './en/class-control.ts'
import { classLetters } from './en/class-letters.ts'
import { classList } from './en/class-list.ts'
import { classReasons } from './en/class-reasons.ts'
import { copyMarks } from './en/copy-marks.ts'
import { council } from './en/council.ts'
import { device } from './en/device.ts'
import { diaryAccess } from './en/diary-access.ts'
import { families } from './en/families.ts'
import { frame } from './en/frame.ts'
import { groups } from './en/groups.ts'
import { controls, homework } from './en/homework.ts'
import { instruction } from './en/instruction.ts'
import { cell, journal } from './en/journal.ts'
import { journalColumn, journalMarks, journalView } from './en/journal-page.ts'
import { keeping } from './en/keeping.ts'
import { lesson } from './en/lesson.ts'
import { places } from './en/lesson-places.ts'
import { line } from './en/line.ts'
import { matrix } from './en/matrix.ts'
import { more } from './en/more.ts'
import { movement } from './en/movement.ts'
import { newYear } from './en/new-year.ts'
import { board, office } from './en/office.ts'
import { officeDuties } from './en/office-duties.ts'
import { hours, log } from './en/office-log.ts'
import { ownClass } from './en/own-class.ts'
import { ownReport } from './en/own-report.ts'
import { paper } from './en/paper.ts'
import { people } from './en/people.ts'
import { permissions } from './en/permissions.ts'
import { plan } from './en/plan.ts'
import { planSharing } from './en/plan-sharing.ts'
import { pupil } from './en/pupil.ts'
import { reports } from './en/reports.ts'
import { requests } from './en/requests.ts'
import { school } from './en/school.ts'
import { schoolReports } from './en/school-reports.ts'
import { settings } from './en/settings.ts'
import { setup } from './en/setup.ts'
import { show } from './en/show.ts'
import { signIn } from './en/sign-in.ts'
import { substitutions } from './en/substitutions.ts'
import { notAccepted, quarantine, sync } from './en/sync.ts'
import { tables } from './en/tables.ts'
import { timetable } from './en/timetable.ts'
import { today } from './en/today.ts'
import { week } from './en/week.ts'
import { workload } from './en/workload.ts'
import { debts, works } from './en/works.ts'
import type { Texts } from './ru.ts'

/** Every English text of the screens. */
export const en: Texts = {
  brand: 'Parta',
  frame,
  signIn,
  device,
  carry,
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
