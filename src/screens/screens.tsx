import { lazy, memo, Suspense, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { type JournalKey, type LessonKey, readJournalName } from '../domain/ledger/documents.ts'
import { initials } from '../domain/school/names.ts'
import { classesLedBy, className } from '../domain/school/school-view.ts'
import { canInstall, install, onInstallOffer } from '../pwa/install.ts'
import { Frame } from './design/frame.tsx'
import { type Route, useRoute } from './route.ts'
import { sectionOf } from './section-of.ts'
import { useShowing } from './show/showing.ts'
import { TodayPage } from './today/today-page.tsx'
import { useAppearance } from './workspace/appearance.ts'
import { useAttention } from './workspace/attention.tsx'
import { useIsBusy } from './workspace/busy.ts'
import { ContactNotice, LostNotice } from './workspace/device-notices.tsx'
import { NetworkNotice } from './workspace/network-notice.tsx'
import { LineNotice, SignInAgain } from './workspace/sign-in-again.tsx'
import { useSyncState } from './workspace/sync-state.ts'
import { useAppUpdate } from './workspace/update.ts'
import { useActor, useNow, useSchool, useWorkspace } from './workspace/workspace.ts'

const load = {
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
const LessonPage = lazy(async () => ({ default: (await load.lesson()).LessonPage }))
const JournalPage = lazy(async () => ({ default: (await load.journal()).JournalPage }))
const JournalListPage = lazy(async () => ({ default: (await load.journals()).JournalListPage }))
const PlanPage = lazy(async () => ({ default: (await load.plan()).PlanPage }))
const DebtsPage = lazy(async () => ({ default: (await load.debts()).DebtsPage }))
const CopyPage = lazy(async () => ({ default: (await load.copy()).CopyPage }))
const ClassPage = lazy(async () => ({ default: (await load.ownClass()).ClassPage }))
const OwnReportPage = lazy(async () => ({ default: (await load.ownReport()).OwnReportPage }))
const ControlsPage = lazy(async () => ({ default: (await load.controls()).ControlsPage }))
const BoardPage = lazy(async () => ({ default: (await load.board()).BoardPage }))
const WorkloadPage = lazy(async () => ({ default: (await load.workload()).WorkloadPage }))
const TimetablePage = lazy(async () => ({ default: (await load.timetable()).TimetablePage }))
const SchoolPage = lazy(async () => ({ default: (await load.setup()).SchoolPage }))
const SetupStepPage = lazy(async () => ({ default: (await load.setupStep()).SetupStepPage }))
const SubstitutionsPage = lazy(async () => ({ default: (await load.substitutions()).SubstitutionsPage }))
const PapersPage = lazy(async () => ({ default: (await load.papers()).PapersPage }))
const CouncilPage = lazy(async () => ({ default: (await load.council()).CouncilPage }))
const PeriodsPage = lazy(async () => ({ default: (await load.periods()).PeriodsPage }))
const KeepingPage = lazy(async () => ({ default: (await load.keeping()).KeepingPage }))
const DutiesPage = lazy(async () => ({ default: (await load.duties()).DutiesPage }))
const SchoolReportsPage = lazy(async () => ({ default: (await load.schoolReports()).SchoolReportsPage }))
const HoursPage = lazy(async () => ({ default: (await load.hours()).HoursPage }))
const LogPage = lazy(async () => ({ default: (await load.log()).LogPage }))
const MovementPage = lazy(async () => ({ default: (await load.movement()).MovementPage }))
const NewYearPage = lazy(async () => ({ default: (await load.newYear()).NewYearPage }))
const PupilPage = lazy(async () => ({ default: (await load.pupil()).PupilPage }))
const PeoplePage = lazy(async () => ({ default: (await load.people()).PeoplePage }))
const FamilyDiariesPage = lazy(async () => ({ default: (await load.familyDiaries()).FamilyDiariesPage }))
const RemarksPage = lazy(async () => ({ default: (await load.remarks()).RemarksPage }))
const SyncPage = lazy(async () => ({ default: (await load.sync()).SyncPage }))
const NotAcceptedPage = lazy(async () => ({ default: (await load.notAccepted()).NotAcceptedPage }))
const QuarantinePage = lazy(async () => ({ default: (await load.quarantine()).QuarantinePage }))
const DevicesPage = lazy(async () => ({ default: (await load.devices()).DevicesPage }))
const ShowPage = lazy(async () => ({ default: (await load.show()).ShowPage }))
const CarryPage = lazy(async () => ({ default: (await load.carry()).CarryPage }))
const AdvicePage = lazy(async () => ({ default: (await load.advice()).AdvicePage }))
const MorePage = lazy(async () => ({ default: (await load.more()).MorePage }))

/** The frame and, in it, the screen that the address names. */
export function Screens() {
  const { session, lock } = useWorkspace()
  const route = useRoute()
  const actor = useActor()
  const { count } = useAttention()
  const ownClass = useOwnClass()
  const sync = useSyncState()
  const update = useAppUpdate()
  const busy = useIsBusy()
  const fault = useSyncExternalStore(session.fault.subscribe, session.fault.get)
  const failing = useFailingDocument()
  const installable = useSyncExternalStore(onInstallOffer, canInstall)
  const { installLater, set } = useAppearance()
  const [updateLater, setUpdateLater] = useState(false)
  // The screens of every lesson are at hand before they are asked for; without a line they come from the cache.
  useEffect(() => {
    Promise.all([load.lesson(), load.journal()]).catch(() => undefined)
  }, [])
  const { screen } = route
  const shown = useRef(screen)
  useEffect(() => {
    if (shown.current !== screen) scrollTo(0, 0)
    shown.current = screen
  }, [screen])
  const showing = useShowing()
  const [signingIn, setSigningIn] = useState(false)
  if (showing)
    return (
      <Suspense>
        <ShowPage shown={showing} />
      </Suspense>
    )
  if (signingIn) return <SignInAgain onDone={() => setSigningIn(false)} />
  const [last = '', first = '', middle] = session.profile.name.split(' ')
  return (
    <Frame
      section={sectionOf(route)}
      office={actor.office}
      ownClass={ownClass}
      sync={sync}
      attention={count}
      person={first === '' ? last : initials({ last, first, middle })}
      storageProblem={failing ?? fault ?? undefined}
      onInstall={installable && !installLater && restful.has(screen) ? () => void install() : undefined}
      onDismissInstall={() => set({ installLater: true })}
      onUpdate={update && !busy && sync.waiting === 0 && !updateLater ? update : undefined}
      onDismissUpdate={() => setUpdateLater(true)}
      onLock={lock}
    >
      <NetworkNotice />
      <LineNotice onSignIn={() => setSigningIn(true)} onUpdate={update ?? (() => location.reload())} />
      <ContactNotice />
      <LostNotice />
      <Suspense>
        <Screen route={route} office={actor.office} ownClass={ownClass?.id} />
      </Suspense>
    </Frame>
  )
}

/** Drawn anew by what it shows itself, not by every tick of the sync line around it. */
const Screen = memo(function Screen({
  route,
  office,
  ownClass,
}: {
  route: Route
  office: boolean
  ownClass: string | undefined
}) {
  switch (route.screen) {
    case 'lesson': {
      const journal = journalOf(route.journal)
      if (!journal) return <TodayPage />
      return (
        <LessonPage
          key={`${route.journal} ${route.lesson}`}
          journal={journal}
          lesson={route.lesson as LessonKey}
        />
      )
    }
    case 'journal': {
      const journal = journalOf(route.journal)
      if (!journal) return <JournalListPage />
      const { lesson, pupil } = route
      const at = lesson !== undefined && pupil !== undefined ? { lesson, pupil } : undefined
      return <JournalPage key={route.journal} journal={journal} at={at} />
    }
    case 'journals':
      return <JournalListPage />
    case 'plan': {
      const journal = journalOf(route.journal)
      return journal ? <PlanPage key={route.journal} journal={journal} /> : <JournalListPage />
    }
    case 'class':
      return <ClassPage key={route.class} class={route.class} part={route.part} at={route.at} />
    case 'debts': {
      const journal = journalOf(route.journal)
      return journal ? <DebtsPage key={route.journal} journal={journal} /> : <JournalListPage />
    }
    case 'copy': {
      const journal = journalOf(route.journal)
      if (!journal) return <JournalListPage />
      return <CopyPage key={route.journal} name={route.journal} journal={journal} />
    }
    case 'ownReport':
      return <OwnReportPage />
    case 'controls':
      return <ControlsPage key={route.class} classId={route.class} />
    case 'board':
      return office ? <BoardPage /> : <TodayPage />
    case 'workload':
      return office ? <WorkloadPage /> : <TodayPage />
    case 'timetable':
      return office ? <TimetablePage /> : <TodayPage />
    case 'setup':
      if (!office) return <TodayPage />
      return route.step ? <SetupStepPage key={route.step} step={route.step} /> : <SchoolPage />
    case 'substitutions':
      return office ? <SubstitutionsPage /> : <TodayPage />
    case 'papers':
      return office ? <PapersPage /> : <TodayPage />
    case 'council':
      return office ? <CouncilPage /> : <TodayPage />
    case 'periods':
      return office ? <PeriodsPage /> : <TodayPage />
    case 'keeping':
      return office ? <KeepingPage by={route.by} of={route.of} /> : <TodayPage />
    case 'duties':
      return office ? <DutiesPage of={route.of} /> : <TodayPage />
    case 'school-reports':
      return office ? <SchoolReportsPage key={route.report} report={route.report} /> : <TodayPage />
    case 'remarks':
      return office ? <RemarksPage /> : <TodayPage />
    case 'hours':
      return office ? <HoursPage /> : <TodayPage />
    case 'log':
      return office ? <LogPage /> : <TodayPage />
    case 'movement':
      return office ? <MovementPage /> : <TodayPage />
    case 'pupil':
      return <PupilPage class={route.class} pupil={route.pupil} />
    case 'new-year':
      return office ? <NewYearPage /> : <TodayPage />
    case 'people':
      return office ? <PeoplePage /> : <TodayPage />
    case 'family-diaries':
      return office ? <FamilyDiariesPage /> : <TodayPage />
    case 'reason':
      return ownClass ? <ClassPage class={ownClass} part="reasons" at={route.pupil} /> : <TodayPage />
    case 'sync':
      return <SyncPage />
    case 'notAccepted':
      return <NotAcceptedPage />
    case 'quarantine':
      return <QuarantinePage />
    case 'devices':
      return <DevicesPage />
    case 'carry':
      return <CarryPage />
    case 'more':
      return <MorePage />
    case 'advice':
      return <AdvicePage key={route.from} from={route.from} />
    case 'today':
      return <TodayPage day={route.date} />
  }
})

/** Screens on which an offer is in nobody's way: a lesson and a journal need all the room there is. */
const restful: ReadonlySet<Route['screen']> = new Set(['today', 'journals', 'more'])

const keys = new Map<string, JournalKey | null>()

/** The same object for the same name, so that screens do not take it for another journal. */
function journalOf(name: string): JournalKey | null {
  if (!keys.has(name)) keys.set(name, readJournalName(name))
  return keys.get(name) ?? null
}

/** The class that the person leads this year; of several the first by grade and letter. */
function useOwnClass(): { id: string; title: string } | undefined {
  const { session } = useWorkspace()
  const school = useSchool()
  const { date } = useNow()
  const [own] = classesLedBy(school, session.profile.person, date)
  return own && { id: own.id, title: className(own) }
}

/** Why an open document can't be written to the disk; undefined while all is well. */
function useFailingDocument(): string | undefined {
  const { session } = useWorkspace()
  const opened = useSyncExternalStore(session.opened.subscribe, session.opened.get)
  const [why, setWhy] = useState<string>()
  useEffect(() => {
    const look = () => {
      const failing = opened.map(({ state }) => state).find((state) => state.kind === 'failing')
      setWhy(failing?.why)
    }
    look()
    const stops = opened.map((document) => document.subscribe(look))
    return () => {
      for (const stop of stops) stop()
    }
  }, [opened])
  return why
}
