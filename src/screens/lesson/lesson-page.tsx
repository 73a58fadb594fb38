import { useCallback, useMemo, useRef, useSyncExternalStore } from 'react'
import { controlOf } from '../../domain/journal/class-load.ts'
import { readLesson } from '../../domain/journal/journal-view.ts'
import {
  describeWork,
  giveMark,
  nextWork,
  notePresence,
  openLesson,
  takeRoll,
  writeLesson,
} from '../../domain/journal/keeping.ts'
import type { Mark, Presence } from '../../domain/ledger/attributes.ts'
import {
  classDocument,
  entity,
  type JournalKey,
  journalDocument,
  journalName,
  type LessonKey,
} from '../../domain/ledger/documents.ts'
import type { Entry } from '../../domain/ledger/fact.ts'
import { keepingRight } from '../../domain/policy/keeping-right.ts'
import { lessonsOn } from '../../domain/school/calendar.ts'
import { readClass } from '../../domain/school/class-view.ts'
import { classTitle, subjectTitle } from '../../domain/school/titles.ts'
import { useTexts } from '../design/texts/language.tsx'
import { href, navigate } from '../route.ts'
import { minutesBetween } from '../today/day-view.ts'
import { useBusyScreen } from '../workspace/busy.ts'
import { useClassLoad } from '../workspace/class-load.ts'
import { Reading } from '../workspace/reading.tsx'
import { useUndo } from '../workspace/undo.ts'
import { useDocuments } from '../workspace/use-documents.ts'
import { useActor, useNow, usePolicy, useSchool, useWorkspace, viewOf } from '../workspace/workspace.ts'
import { ControlPlan } from './control-plan.tsx'
import { HomeworkPage, useLoadOfDay } from './homework-page.tsx'
import { Lesson } from './lesson.tsx'
import { columnsOf, gradingOf, LessonOffers, pupilsOf, RollRows, rollPupil } from './lesson-view.ts'
import { lessonWorks } from './lesson-works.ts'
import type { ReadOnly } from './roll.ts'
import { workName } from './work-picker.tsx'

/** Урок: one lesson of one journal. */
export function LessonPage({ journal, lesson: key }: { journal: JournalKey; lesson: LessonKey }) {
  const { session } = useWorkspace()
  const { office, homework } = useTexts()
  const school = useSchool()
  const policy = usePolicy()
  const actor = useActor()
  const now = useNow()
  const ids = useMemo(() => [journalDocument(journal), classDocument(journal.class)], [journal])
  const open = useDocuments(ids)
  const document = open.get(ids[0]!)
  const classFold = open.get(ids[1]!)?.fold
  const { write, undo, canUndo } = useUndo(document)
  const rows = useMemo(() => new RollRows(), [])
  const offersMemo = useMemo(() => new LessonOffers(journal, key), [journal, key])
  const classLoad = useClassLoad(journal.class)
  useBusyScreen()

  const { facts: waiting } = useSyncExternalStore(session.waiting.subscribe, session.waiting.get)
  const periodName = (id: string) => {
    const period = school.periods.find((one) => one.id === id)
    return period ? office.period(period.kind, period.number) : id
  }

  const fold = document?.fold
  const state = fold && readLesson(fold, key)
  const teacher = session.profile.person
  // Rows are drawn anew only when they change, so what they call must not.
  const ahead = state !== undefined && state.date > now.date
  const latest = useRef({ state, teacher, fold, ahead })
  latest.current = { state, teacher, fold, ahead }
  const enter = useCallback(
    (entries: (state: NonNullable<typeof latest.current.state>, teacher: string) => Entry[]) => {
      const { state, teacher, ahead } = latest.current
      // Who prepares a lesson ahead does not hold it yet.
      if (state) write(entries({ ...state, held: state.held || ahead }, teacher))
    },
    [write],
  )
  const onPresence = useCallback(
    (pupil: string, presence: Presence | null) => enter((at, by) => notePresence(at, by, pupil, presence)),
    [enter],
  )
  const onMark = useCallback(
    (pupil: string, work: string, mark: Mark | null) =>
      enter((at, by) => giveMark(at, by, work, pupil, mark)),
    [enter],
  )
  const onConflict = useCallback(
    (pupil: string) => navigate({ screen: 'journal', journal: journalName(journal), lesson: key, pupil }),
    [journal, key],
  )
  const next = fold && state && offersMemo.at(school, fold).next
  const dueLoad = useLoadOfDay(classLoad, journal, state?.due?.date ?? next?.date)
  const dayLoad = useLoadOfDay(classLoad, journal, state?.date)
  if (!fold || !state || !classFold) return <Reading loaded={document !== undefined && fold?.version !== 0} />

  const offers = offersMemo.at(school, fold)
  const members = viewOf(classFold, readClass)
  const works = columnsOf(state)
  const grading = gradingOf(school, journal, state.date)
  const control = controlOf(state)
  const setAlready = dueLoad?.items.filter((item) => item.homework > 0).length ?? 0
  const planned = lessonsOn(school, state.date, { class: journal.class }).find(
    (it) => it.bell === state.bell && journalName(it) === journalName(journal),
  )
  const running =
    state.date === now.date &&
    planned?.starts !== undefined &&
    planned.ends !== undefined &&
    planned.starts <= now.clock &&
    now.clock <= planned.ends
  const right = keepingRight(policy, journal, actor, key, {
    today: now.date,
    time: now.time,
    movedTo: (lesson) => fold.value(`lesson,${lesson}`, 'lesson.moved'),
  })
  const readOnly: ReadOnly | undefined =
    right.kind !== 'granted'
      ? right.kind === 'locked'
        ? { kind: 'locked', period: periodName(right.period) }
        : right
      : state.date > now.date
        ? { kind: 'future' }
        : undefined
  return (
    <Lesson
      title={classTitle(school, journal.class)}
      subject={subjectTitle(school, journal)}
      bell={state.bell}
      date={state.date}
      begins={
        state.date === now.date && planned?.starts !== undefined && now.clock < planned.starts
          ? planned.starts
          : undefined
      }
      minutesLeft={running ? minutesBetween(now.clock, planned.ends!) : undefined}
      pupils={pupilsOf(members, journal, state, fold).map((it) =>
        rows.same(rollPupil(fold, state, works, it, members)),
      )}
      roll={state.roll}
      lateMinutes={running ? Math.max(1, minutesBetween(planned.starts!, now.clock)) : null}
      grading={grading}
      works={works}
      {...lessonWorks(fold, state, school.markSettings.kinds, enter)}
      readOnly={readOnly}
      waiting={waiting}
      canUndo={canUndo}
      topic={state.topic}
      plan={offers.plan}
      homework={state.homework}
      due={dueLoad?.date}
      dueLoad={setAlready > 0 ? homework.load(setAlready) : undefined}
      extras={{
        attached: state.attachments.length,
        panel: (
          <HomeworkPage
            journal={journal}
            lesson={state}
            next={offers.next}
            after={offers.after}
            load={dueLoad}
            writable={readOnly === undefined || readOnly.kind === 'future'}
            onWrite={(entries) => enter((at, by) => [...openLesson(at, by), ...entries])}
          />
        ),
      }}
      planning={
        readOnly?.kind === 'future' && works.length > 0 && grading !== 'none' ? (
          <ControlPlan
            date={state.date}
            kinds={school.markSettings.kinds}
            planned={control && workName({ ...control, kind: control.kind }, '')}
            load={dayLoad}
            limit={school.markSettings.controlsPerDay}
            plannerHref={href({ screen: 'controls', class: journal.class })}
            onPlan={({ name: kind, weight }, title) =>
              enter((at, by) =>
                describeWork(at, by, nextWork(key, state.works), {
                  kind,
                  weight,
                  ...(title === '' ? {} : { title }),
                }),
              )
            }
            onRemove={() =>
              control &&
              enter(() => [{ entity: entity.work(key, control.id), attribute: 'work', value: null }])
            }
          />
        ) : undefined
      }
      lastHomework={offers.lastHomework}
      onTopic={(text) => enter((at, by) => writeLesson(at, by, 'lesson.topic', text))}
      onHomework={(text) => enter((at, by) => writeLesson(at, by, 'lesson.homework', text))}
      onPresence={onPresence}
      onMark={onMark}
      onAnotherMark={(pupil, mark) => {
        const id = nextWork(key, state.works)
        enter((at, by) => [...describeWork(at, by, id, {}), ...giveMark(at, by, id, pupil, mark)])
      }}
      onRestPresent={() =>
        enter((at, by) => [
          ...takeRoll(at, by),
          ...(at.topic === undefined && offers.plan
            ? writeLesson({ ...at, held: true }, by, 'lesson.topic', offers.plan.topic)
            : []),
        ])
      }
      onConflict={onConflict}
      onUndo={undo}
    />
  )
}
