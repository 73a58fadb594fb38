import { lazy } from 'react'

/** Code of the screens, fetched when one is opened. */
export const load = {
  lesson: () => import('./lesson/lesson-page.tsx'),
  journal: () => import('./journal/journal-page.tsx'),
  journals: () => import('./journal/journal-list-page.tsx'),
  plan: () => import('./plan/plan-page.tsx'),
  debts: () => import('./journal/debts-page.tsx'),
  copy: () => import('./journal/copy-page.tsx'),
  ownClass: () => import('./class/class-page.tsx'),
  ownReport: () => import('./papers/own-report-page.tsx'),
  controls: () => import('./controls/controls-page.tsx'),
  board: () => import('./office/board-page.tsx'),
  setup: () => import('./office/school-page.tsx'),
  workload: () => import('./workload/workload-page.tsx'),
  timetable: () => import('./timetable/timetable-page.tsx'),
  setupStep: () => import('./office/setup/setup-step-page.tsx'),
  substitutions: () => import('./office/substitutions-page.tsx'),
  papers: () => import('./office/papers-page.tsx'),
  council: () => import('./office/council-page.tsx'),
  periods: () => import('./office/periods-page.tsx'),
  keeping: () => import('./office/keeping-page.tsx'),
  duties: () => import('./office/duties-page.tsx'),
  schoolReports: () => import('./office/school-reports-page.tsx'),
  remarks: () => import('./office/remarks-page.tsx'),
  hours: () => import('./office/hours-page.tsx'),
  log: () => import('./office/log-page.tsx'),
  movement: () => import('./office/movement/movement-page.tsx'),
  newYear: () => import('./office/new-year/new-year-page.tsx'),
  pupil: () => import('./pupil/pupil-page.tsx'),
  people: () => import('./office/people/people-page.tsx'),
  familyDiaries: () => import('./office/family-diaries-page.tsx'),
  sync: () => import('./sync/sync-page.tsx'),
  notAccepted: () => import('./sync/not-accepted-page.tsx'),
  quarantine: () => import('./sync/quarantine-page.tsx'),
  devices: () => import('./sync/devices-page.tsx'),
  carry: () => import('./sync/carry-page.tsx'),
  more: () => import('./more/more-page.tsx'),
  advice: () => import('./advice/advice-page.tsx'),
  show: () => import('./show/show-page.tsx'),
}

export const LessonPage = lazy(async () => ({ default: (await load.lesson()).LessonPage }))
export const JournalPage = lazy(async () => ({ default: (await load.journal()).JournalPage }))
export const JournalListPage = lazy(async () => ({ default: (await load.journals()).JournalListPage }))
export const PlanPage = lazy(async () => ({ default: (await load.plan()).PlanPage }))
export const DebtsPage = lazy(async () => ({ default: (await load.debts()).DebtsPage }))
export const CopyPage = lazy(async () => ({ default: (await load.copy()).CopyPage }))
export const ClassPage = lazy(async () => ({ default: (await load.ownClass()).ClassPage }))
export const OwnReportPage = lazy(async () => ({ default: (await load.ownReport()).OwnReportPage }))
export const ControlsPage = lazy(async () => ({ default: (await load.controls()).ControlsPage }))
export const BoardPage = lazy(async () => ({ default: (await load.board()).BoardPage }))
export const WorkloadPage = lazy(async () => ({ default: (await load.workload()).WorkloadPage }))
export const TimetablePage = lazy(async () => ({ default: (await load.timetable()).TimetablePage }))
export const SchoolPage = lazy(async () => ({ default: (await load.setup()).SchoolPage }))
export const SetupStepPage = lazy(async () => ({ default: (await load.setupStep()).SetupStepPage }))
export const SubstitutionsPage = lazy(async () => ({
  default: (await load.substitutions()).SubstitutionsPage,
}))
export const PapersPage = lazy(async () => ({ default: (await load.papers()).PapersPage }))
export const CouncilPage = lazy(async () => ({ default: (await load.council()).CouncilPage }))
export const PeriodsPage = lazy(async () => ({ default: (await load.periods()).PeriodsPage }))
export const KeepingPage = lazy(async () => ({ default: (await load.keeping()).KeepingPage }))
export const DutiesPage = lazy(async () => ({ default: (await load.duties()).DutiesPage }))
export const SchoolReportsPage = lazy(async () => ({
  default: (await load.schoolReports()).SchoolReportsPage,
}))
export const HoursPage = lazy(async () => ({ default: (await load.hours()).HoursPage }))
export const LogPage = lazy(async () => ({ default: (await load.log()).LogPage }))
export const MovementPage = lazy(async () => ({ default: (await load.movement()).MovementPage }))
export const NewYearPage = lazy(async () => ({ default: (await load.newYear()).NewYearPage }))
export const PupilPage = lazy(async () => ({ default: (await load.pupil()).PupilPage }))
export const PeoplePage = lazy(async () => ({ default: (await load.people()).PeoplePage }))
export const FamilyDiariesPage = lazy(async () => ({
  default: (await load.familyDiaries()).FamilyDiariesPage,
}))
export const RemarksPage = lazy(async () => ({ default: (await load.remarks()).RemarksPage }))
export const SyncPage = lazy(async () => ({ default: (await load.sync()).SyncPage }))
export const NotAcceptedPage = lazy(async () => ({ default: (await load.notAccepted()).NotAcceptedPage }))
export const QuarantinePage = lazy(async () => ({ default: (await load.quarantine()).QuarantinePage }))
export const DevicesPage = lazy(async () => ({ default: (await load.devices()).DevicesPage }))
export const ShowPage = lazy(async () => ({ default: (await load.show()).ShowPage }))
export const CarryPage = lazy(async () => ({ default: (await load.carry()).CarryPage }))
export const AdvicePage = lazy(async () => ({ default: (await load.advice()).AdvicePage }))
export const MorePage = lazy(async () => ({ default: (await load.more()).MorePage }))
