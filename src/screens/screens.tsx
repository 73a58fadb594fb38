import { memo, Suspense, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { type JournalKey, type LessonKey, readJournalName } from '../domain/ledger/documents.ts'
import { initials } from '../domain/school/names.ts'
import { classesLedBy, className } from '../domain/school/school-view.ts'
import { canInstall, install, onInstallOffer } from '../pwa/install.ts'
import { Failure } from './advice/failure.tsx'
import { FailureGuard } from './advice/failure-guard.tsx'
import { Frame } from './design/frame.tsx'
import { useTexts } from './design/texts/language.tsx'
import {
  AdvicePage,
  BoardPage,
  CarryPage,
  ClassPage,
  ControlsPage,
  CopyPage,
  CouncilPage,
  DebtsPage,
  DevicesPage,
  DutiesPage,
  FamilyDiariesPage,
  HoursPage,
  JournalListPage,
  JournalPage,
  KeepingPage,
  LessonPage,
  LogPage,
  load,
  MorePage,
  MovementPage,
  NewYearPage,
  NotAcceptedPage,
  OtherSchoolPage,
  OwnReportPage,
  PapersPage,
  PeoplePage,
  PeriodsPage,
  PlanPage,
  PupilPage,
  QuarantinePage,
  RemarksPage,
  SchoolPage,
  SchoolReportsPage,
  SetupStepPage,
  ShowPage,
  SubstitutionsPage,
  SyncPage,
  TimetablePage,
  WorkloadPage,
} from './pages.ts'
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
      <FailureGuard of={route} failed={<FailedScreen />}>
        <Suspense>
          <Screen route={route} office={actor.office} ownClass={ownClass?.id} />
        </Suspense>
      </FailureGuard>
    </Frame>
  )
}

function FailedScreen() {
  const { frame } = useTexts()
  return (
    <>
      <h1>{frame.failedTitle}</h1>
      <Failure />
    </>
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
    case 'other-school':
      return <OtherSchoolPage />
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
