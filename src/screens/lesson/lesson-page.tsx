import { useCallback, useRef, useState, useSyncExternalStore } from 'react'
import { controlOf } from '../../domain/journal/class-load.ts'
import {
  addLesson,
  describeWork,
  giveMark,
  moveLesson,
  nextWork,
  notePresence,
  openLesson,
  restoreLesson,
  takeOverRoll,
  takeRoll,
  writeLesson,
} from '../../domain/journal/keeping.ts'
import type { Mark, Presence } from '../../domain/ledger/attributes.ts'
import {
  entity,
  type JournalKey,
  journalName,
  type LessonKey,
  readLessonKey,
} from '../../domain/ledger/documents.ts'
import type { Entry } from '../../domain/ledger/fact.ts'
import { lessonAt } from '../../domain/school/calendar.ts'
import { Button } from '../design/button.tsx'
import { useTexts } from '../design/texts/language.tsx'
import { href, navigate } from '../route.ts'
import { showToPupil } from '../show/showing.ts'
import { minutesBetween, subjectOf, titleOf } from '../today/day-view.ts'
import { useBusyScreen } from '../workspace/busy.ts'
import { useClassLoad } from '../workspace/class-load.ts'
import { Reading } from '../workspace/reading.tsx'
import { useUndoAcross } from '../workspace/undo.ts'
import { useNow, useSchool, useWorkspace } from '../workspace/workspace.ts'
import { ControlPlan } from './control-plan.tsx'
import { HomeworkPage, useLoadOfDay } from './homework-page.tsx'
import { columnFor, columnsOfAll, jointWorks } from './joint-works.ts'
import { type Fields, Lesson } from './lesson.tsx'
import { LessonPanel } from './lesson-panel.tsx'
import { LessonQuestions } from './lesson-questions.tsx'
import css from './place-form.module.css'
import { PlaceNotices } from './place-notices.tsx'
import { plannedTopic, stateToWrite } from './prepared-lesson.ts'
import { type LessonPart, useLessonParts } from './use-lesson-parts.ts'
import { workName } from './work-picker.tsx'

/** Урок: one lesson of one journal, or those of several that are held together. */
export function LessonPage({ journal, lesson: key }: { journal: JournalKey; lesson: LessonKey }) {
  const { session } = useWorkspace()
  const { places, homework } = useTexts()
  const school = useSchool()
  const now = useNow()
  const { parts, loaded } = useLessonParts(journal, key)
  const { write, undo, canUndo } = useUndoAcross()
  const [menu, setMenu] = useState(false)
  const classLoad = useClassLoad(journal.class)
  useBusyScreen()
  const { facts: waiting } = useSyncExternalStore(session.waiting.subscribe, session.waiting.get)

  const teacher = session.profile.person
  const works = columnsOfAll(parts ?? [])
  // Rows are drawn anew only when they change, so what they call must not.
  const latest = useRef({ parts, works })
  latest.current = { parts, works }
  /** Writes to the part that a pupil is in. */
  const enter = useCallback(
    (pupil: string, entries: (part: LessonPart) => Entry[]) => {
      const part = latest.current.parts?.find((one) => one.pupils.some(({ id }) => id === pupil))
      if (part) write([{ document: part.document, entries: entries(part) }])
    },
    [write],
  )
  const onPresence = useCallback(
    (pupil: string, presence: Presence | null) =>
      enter(pupil, ({ state }) => notePresence(state, teacher, pupil, presence)),
    [enter, teacher],
  )
  const onMark = useCallback(
    (pupil: string, work: string, mark: Mark | null) =>
      enter(pupil, (part) => [
        ...columnFor(part, latest.current.works, work, teacher),
        ...giveMark(part.state, teacher, work, pupil, mark),
      ]),
    [enter, teacher],
  )
  const onConflict = useCallback((pupil: string) => {
    const part = latest.current.parts?.find((one) => one.pupils.some(({ id }) => id === pupil))
    if (part) navigate({ screen: 'journal', journal: part.id, lesson: part.key, pupil })
  }, [])
  const main = parts?.find((part) => part.key === key && journalName(part.journal) === journalName(journal))
  const dueLoad = useLoadOfDay(classLoad, journal, main?.state.due?.date ?? main?.offers.next?.date)
  const dayLoad = useLoadOfDay(classLoad, journal, main?.state.date)
  if (!parts || !main) return <Reading loaded={loaded} />

  const { state } = main
  const journals = parts.map((part) => part.journal)
  const open = parts.filter(({ readOnly }) => readOnly === undefined)
  /** Those that may be written at all, ahead of their day too. */
  const kept = parts.filter(({ readOnly }) => readOnly === undefined || readOnly.kind === 'future')
  const writeAll = (to: readonly LessonPart[], entries: (part: LessonPart) => Entry[]) =>
    write(to.map((part) => ({ document: part.document, entries: entries(part) })))
  const fieldsOf = (of: readonly LessonPart[]): Fields => {
    const [first] = of
    const { plan, next, after, lastHomework } = first!.offers
    const load = first === main ? dueLoad : undefined
    const setAlready = load?.items.filter((item) => item.homework > 0).length ?? 0
    const same = of.every(({ offers }) => offers.plan?.topic === plan?.topic)
    return {
      topic: first!.state.topic,
      plan: same ? plan : undefined,
      homework: first!.state.homework,
      due: first!.state.due?.date ?? next?.date,
      dueLoad: setAlready > 0 ? homework.load(setAlready) : undefined,
      // Files and the day it is due belong to one journal.
      extras:
        of.length > 1
          ? undefined
          : {
              attached: first!.state.attachments.length,
              panel: (
                <HomeworkPage
                  journal={first!.journal}
                  lesson={first!.state}
                  next={next}
                  after={after}
                  load={load}
                  writable={kept.includes(first!)}
                  onWrite={(entries) =>
                    writeAll(of, (part) => [...openLesson(stateToWrite(part), teacher), ...entries])
                  }
                />
              ),
            },
      lastHomework,
      onTopic: (text) =>
        writeAll(of, (part) => writeLesson(stateToWrite(part), teacher, 'lesson.topic', text)),
      onHomework: (text) =>
        writeAll(of, (part) => writeLesson(stateToWrite(part), teacher, 'lesson.homework', text)),
    }
  }
  const { starts, ends } = lessonAt(school, journal, state.date, state.bell)
  const isToday = state.date === now.date
  const running =
    isToday && starts !== undefined && ends !== undefined && starts <= now.clock && now.clock <= ends
  const earlier = open.filter((part) => part.earlier !== undefined)
  const absentEarlier = earlier.flatMap((part) => [...part.earlier!.presence.values()])
  return (
    <Lesson
      title={titleOf(school, journals)}
      subject={subjectOf(school, journals)}
      bell={state.bell}
      date={state.date}
      begins={isToday && starts !== undefined && now.clock < starts ? starts : undefined}
      minutesLeft={running ? minutesBetween(now.clock, ends) : undefined}
      sections={parts.map((part) => ({
        id: part.id,
        title: sectionTitle(part),
        pupils: part.pupils,
        roll: part.state.roll,
        grading: part.grading,
        readOnly: part.readOnly,
        fields: fieldsOf([part]),
      }))}
      common={kept.length > 1 ? fieldsOf(kept) : undefined}
      lateMinutes={running ? Math.max(1, minutesBetween(starts, now.clock)) : null}
      works={works}
      {...jointWorks(parts, school.markSettings.kinds, teacher, writeAll)}
      planning={planning()}
      waiting={waiting}
      canUndo={canUndo}
      cancelled={state.cancelled !== undefined}
      menu={
        kept.length > 0 &&
        state.cancelled === undefined && (
          <Button look="quiet" icon="today" aria-expanded={menu} onClick={() => setMenu(!menu)}>
            {places.menu}
          </Button>
        )
      }
      notices={
        <>
          <LessonQuestions parts={parts} write={write} />
          {notices()}
        </>
      }
      earlier={
        earlier[0] && {
          title: parts.length > 1 ? earlier.map(sectionTitle).join(', ') : undefined,
          bell: earlier[0].earlier!.bell,
          absent: absentEarlier.filter((presence) => presence === 'absent').length,
        }
      }
      onTakeOver={() =>
        writeAll(earlier, (part) => [
          ...takeOverRoll(part.state, teacher, part.earlier!.presence, (pupil) =>
            part.pupils.some(({ id, presence }) => id === pupil && presence !== undefined),
          ),
          ...plannedTopic(part, teacher),
        ])
      }
      onPresence={onPresence}
      onMark={onMark}
      onAnotherMark={(pupil, mark) =>
        enter(pupil, ({ state: at }) => {
          const id = nextWork(key, works)
          return [...describeWork(at, teacher, id, {}), ...giveMark(at, teacher, id, pupil, mark)]
        })
      }
      onRestPresent={() =>
        writeAll(open, (part) => [...takeRoll(part.state, teacher), ...plannedTopic(part, teacher)])
      }
      onConflict={onConflict}
      onShow={(pupil) => {
        const part = parts.find(({ pupils }) => pupils.some(({ id }) => id === pupil))
        if (part) showToPupil({ class: part.journal.class, pupil })
      }}
      onUndo={undo}
    />
  )

  function sectionTitle({ journal: of }: LessonPart): string {
    const subject = subjectOf(school, [of])
    return subject === subjectOf(school, journals)
      ? titleOf(school, [of])
      : `${titleOf(school, [of])} · ${subject}`
  }

  /** A control work announced for a lesson ahead, in all its journals. */
  function planning() {
    if (main!.readOnly?.kind !== 'future' || main!.grading === 'none' || state.cancelled !== undefined)
      return undefined
    const control = controlOf(state)
    return (
      <ControlPlan
        date={state.date}
        kinds={school.markSettings.kinds}
        planned={control && workName({ ...control, kind: control.kind }, '')}
        load={dayLoad}
        limit={school.markSettings.controlsPerDay}
        plannerHref={href({ screen: 'controls', class: journal.class })}
        onPlan={({ name: kind, weight }, title) => {
          const id = nextWork(key, works)
          writeAll(kept, (part) =>
            describeWork(stateToWrite(part), teacher, id, {
              kind,
              weight,
              ...(title === '' ? {} : { title }),
            }),
          )
        }}
        onRemove={() => {
          if (control)
            writeAll(kept, (part) => [
              { entity: entity.work(part.key, control.id), attribute: 'work', value: null },
            ])
        }}
      />
    )
  }

  function notices() {
    const birth = readLessonKey(key)
    const added = parts!.some((part) => part.state.added)
    const shown = menu || state.cancelled !== undefined || added || !isAt(state, birth)
    if (!shown) return undefined
    return (
      <div className={css.places}>
        {menu && state.cancelled === undefined && (
          <LessonPanel
            lessons={kept.map((part) => ({ journal: part.journal, lesson: part.state }))}
            onWrite={(entries) =>
              writeAll(kept, (part) => entries({ journal: part.journal, lesson: part.state }))
            }
            onAdded={(to, lesson) => navigate({ screen: 'lesson', journal: journalName(to), lesson })}
            onClose={() => setMenu(false)}
          />
        )}
        <PlaceNotices
          lesson={state}
          added={added}
          removable={kept.every((part) => !part.state.added || !part.state.held)}
          writable={kept.length > 0}
          onMoveBack={() => writeAll(kept, (part) => moveLesson(part.state, readLessonKey(part.key)))}
          onRestore={() => writeAll(kept, (part) => restoreLesson(part.state))}
          onTakeAway={() => writeAll(kept, (part) => (part.state.added ? addLesson(part.key, false) : []))}
        />
      </div>
    )
  }
}

const isAt = (a: { date: string; bell: number }, b: { date: string; bell: number }) =>
  a.date === b.date && a.bell === b.bell
