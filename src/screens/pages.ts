import { code, lazyPage } from './lazy-page.ts'

/** Code of the screens, fetched when one is opened. */
export const load = {
  lesson: code(() => import('./lesson/lesson-page.tsx')),
  journal: code(() => import('./journal/journal-page.tsx')),
  journals: code(() => import('./journal/journal-list-page.tsx')),
  plan: code(() => import('./plan/plan-page.tsx')),
  debts: code(() => import('./journal/debts-page.tsx')),
  copy: code(() => import('./journal/copy-page.tsx')),
  ownClass: code(() => import('./class/class-page.tsx')),
  ownReport: code(() => import('./papers/own-report-page.tsx')),
  controls: code(() => import('./controls/controls-page.tsx')),
  board: code(() => import('./office/board-page.tsx')),
  setup: code(() => import('./office/school-page.tsx')),
  workload: code(() => import('./workload/workload-page.tsx')),
  timetable: code(() => import('./timetable/timetable-page.tsx')),
  setupStep: code(() => import('./office/setup/setup-step-page.tsx')),
  substitutions: code(() => import('./office/substitutions-page.tsx')),
  papers: code(() => import('./office/papers-page.tsx')),
  council: code(() => import('./office/council-page.tsx')),
  periods: code(() => import('./office/periods-page.tsx')),
  keeping: code(() => import('./office/keeping-page.tsx')),
  duties: code(() => import('./office/duties-page.tsx')),
  schoolReports: code(() => import('./office/school-reports-page.tsx')),
  remarks: code(() => import('./office/remarks-page.tsx')),
  hours: code(() => import('./office/hours-page.tsx')),
  log: code(() => import('./office/log-page.tsx')),
  movement: code(() => import('./office/movement/movement-page.tsx')),
  newYear: code(() => import('./office/new-year/new-year-page.tsx')),
  pupil: code(() => import('./pupil/pupil-page.tsx')),
  people: code(() => import('./office/people/people-page.tsx')),
  familyDiaries: code(() => import('./office/family-diaries-page.tsx')),
  sync: code(() => import('./sync/sync-page.tsx')),
  notAccepted: code(() => import('./sync/not-accepted-page.tsx')),
  quarantine: code(() => import('./sync/quarantine-page.tsx')),
  devices: code(() => import('./sync/devices-page.tsx')),
  carry: code(() => import('./sync/carry-page.tsx')),
  more: code(() => import('./more/more-page.tsx')),
  otherSchool: code(() => import('./other-school/other-school-page.tsx')),
  advice: code(() => import('./advice/advice-page.tsx')),
  show: code(() => import('./show/show-page.tsx')),
}

export const LessonPage = lazyPage(load.lesson, (it) => it.LessonPage)
export const JournalPage = lazyPage(load.journal, (it) => it.JournalPage)
export const JournalListPage = lazyPage(load.journals, (it) => it.JournalListPage)
export const PlanPage = lazyPage(load.plan, (it) => it.PlanPage)
export const DebtsPage = lazyPage(load.debts, (it) => it.DebtsPage)
export const CopyPage = lazyPage(load.copy, (it) => it.CopyPage)
export const ClassPage = lazyPage(load.ownClass, (it) => it.ClassPage)
export const OwnReportPage = lazyPage(load.ownReport, (it) => it.OwnReportPage)
export const ControlsPage = lazyPage(load.controls, (it) => it.ControlsPage)
export const BoardPage = lazyPage(load.board, (it) => it.BoardPage)
export const WorkloadPage = lazyPage(load.workload, (it) => it.WorkloadPage)
export const TimetablePage = lazyPage(load.timetable, (it) => it.TimetablePage)
export const SchoolPage = lazyPage(load.setup, (it) => it.SchoolPage)
export const SetupStepPage = lazyPage(load.setupStep, (it) => it.SetupStepPage)
export const SubstitutionsPage = lazyPage(load.substitutions, (it) => it.SubstitutionsPage)
export const PapersPage = lazyPage(load.papers, (it) => it.PapersPage)
export const CouncilPage = lazyPage(load.council, (it) => it.CouncilPage)
export const PeriodsPage = lazyPage(load.periods, (it) => it.PeriodsPage)
export const KeepingPage = lazyPage(load.keeping, (it) => it.KeepingPage)
export const DutiesPage = lazyPage(load.duties, (it) => it.DutiesPage)
export const SchoolReportsPage = lazyPage(load.schoolReports, (it) => it.SchoolReportsPage)
export const HoursPage = lazyPage(load.hours, (it) => it.HoursPage)
export const LogPage = lazyPage(load.log, (it) => it.LogPage)
export const MovementPage = lazyPage(load.movement, (it) => it.MovementPage)
export const NewYearPage = lazyPage(load.newYear, (it) => it.NewYearPage)
export const PupilPage = lazyPage(load.pupil, (it) => it.PupilPage)
export const PeoplePage = lazyPage(load.people, (it) => it.PeoplePage)
export const FamilyDiariesPage = lazyPage(load.familyDiaries, (it) => it.FamilyDiariesPage)
export const RemarksPage = lazyPage(load.remarks, (it) => it.RemarksPage)
export const SyncPage = lazyPage(load.sync, (it) => it.SyncPage)
export const NotAcceptedPage = lazyPage(load.notAccepted, (it) => it.NotAcceptedPage)
export const QuarantinePage = lazyPage(load.quarantine, (it) => it.QuarantinePage)
export const DevicesPage = lazyPage(load.devices, (it) => it.DevicesPage)
export const ShowPage = lazyPage(load.show, (it) => it.ShowPage)
export const CarryPage = lazyPage(load.carry, (it) => it.CarryPage)
export const OtherSchoolPage = lazyPage(load.otherSchool, (it) => it.OtherSchoolPage)
export const AdvicePage = lazyPage(load.advice, (it) => it.AdvicePage)
export const MorePage = lazyPage(load.more, (it) => it.MorePage)
