import { useMemo, useRef } from 'react'
import type { OpenDocument } from '../../device/open-document.ts'
import { dayLessons, jointLessons } from '../../domain/journal/day-lessons.ts'
import { type Lesson as LessonState, readLesson } from '../../domain/journal/journal-view.ts'
import { earlierRoll } from '../../domain/journal/keeping.ts'
import type { Presence } from '../../domain/ledger/attributes.ts'
import {
  classDocument,
  entity,
  type JournalKey,
  journalDocument,
  journalName,
  type LessonKey,
  readLessonKey,
} from '../../domain/ledger/documents.ts'
import { keepingRight } from '../../domain/policy/keeping-right.ts'
import { sameJournal } from '../../domain/policy/policy.ts'
import { type ClassView, type Pupil, readClass } from '../../domain/school/class-view.ts'
import { isPhysicalEducation } from '../../domain/school/exemption.ts'
import { useTexts } from '../design/texts/language.tsx'
import { useKnownLessons } from '../workspace/known-lessons.ts'
import { useDocuments } from '../workspace/use-documents.ts'
import { useActor, useNow, usePolicy, useSchool, useWorkspace, viewOf } from '../workspace/workspace.ts'
import {
  columnsOf,
  gradingOf,
  LessonOffers,
  type Offers,
  pupilsOf,
  RollRows,
  rollPupil,
} from './lesson-view.ts'
import type { Grading, ReadOnly, RollPupil, WorkColumn } from './roll.ts'

/** A journal's part of the lesson, with all that is drawn and written of it. */
export interface LessonPart {
  /** The journal's name. */
  id: string
  journal: JournalKey
  key: LessonKey
  document: OpenDocument
  state: LessonState
  pupils: readonly RollPupil[]
  works: readonly WorkColumn[]
  grading: Grading
  offers: Offers
  readOnly: ReadOnly | undefined
  /** An earlier hour of the day whose roll was taken, with the presence noted there. */
  earlier: { bell: number; presence: ReadonlyMap<string, Presence> } | undefined
}

interface Memo {
  rows: RollRows
  offers: LessonOffers
}

/**
 * The lesson of a journal with the other journals' lessons that its teacher holds at the same hour; undefined until
 * they are read from the disk, `loaded` tells whether that is still to come.
 */
export function useLessonParts(
  journal: JournalKey,
  key: LessonKey,
): { parts: readonly LessonPart[] | undefined; loaded: boolean } {
  const { session } = useWorkspace()
  const { office } = useTexts()
  const school = useSchool()
  const policy = usePolicy()
  const actor = useActor()
  const now = useNow()
  const { known } = useKnownLessons()
  const { person } = session.profile
  const own = known.get(journalName(journal))?.find((it) => it.key === key)
  const date = own?.date ?? readLessonKey(key).date
  const keys = useMemo(() => {
    const main = { journal, key }
    const pieces = jointLessons(dayLessons(school, date, person, known), person)
    const piece = pieces.find((lessons) =>
      lessons.some((it) => it.key === key && it.standing !== 'away' && sameJournal(it, journal)),
    )
    return (
      piece?.map((it) => (sameJournal(it, journal) ? main : { journal: journalOf(it), key: it.key })) ?? [
        main,
      ]
    )
  }, [school, date, person, known, journal, key])
  const open = useDocuments(
    useMemo(
      () => [
        ...new Set(keys.flatMap((it) => [journalDocument(it.journal), classDocument(it.journal.class)])),
      ],
      [keys],
    ),
  )
  const memos = useRef(new Map<string, Memo>())

  const parts: LessonPart[] = []
  for (const it of keys) {
    const document = open.get(journalDocument(it.journal))
    const classFold = open.get(classDocument(it.journal.class))?.fold
    // Parts that are not at hand yet join those that are.
    if (document && classFold) parts.push(partOf(it, document, viewOf(classFold, readClass)))
  }
  const document = open.get(journalDocument(journal))
  const ready = parts.some((part) => part.key === key && part.journal === journal)
  return { parts: ready ? parts : undefined, loaded: document !== undefined && document.fold.version !== 0 }

  function partOf(
    it: { journal: JournalKey; key: LessonKey },
    document: OpenDocument,
    members: ClassView,
  ): LessonPart {
    const id = journalName(it.journal)
    const { fold } = document
    const state = readLesson(fold, it.key)
    const works = columnsOf(state)
    const physical = isPhysicalEducation(school.subjects.get(it.journal.subject)?.name ?? '')
    const pupils = pupilsOf(members, it.journal, state, fold)
    const name = `${id} ${it.key}`
    const memo = memos.current.get(name) ?? {
      rows: new RollRows(),
      offers: new LessonOffers(it.journal, it.key),
    }
    memos.current.set(name, memo)
    return {
      ...it,
      id,
      document,
      state,
      pupils: pupils.map((pupil) => memo.rows.same(rollPupil(fold, state, works, pupil, members, physical))),
      works,
      grading: gradingOf(school, it.journal, state.date),
      offers: memo.offers.at(school, fold),
      readOnly: readOnlyOf(it, document, state),
      earlier: state.roll ? undefined : earlierOf(id, document, state, pupils),
    }
  }

  function earlierOf(
    id: string,
    { fold }: OpenDocument,
    state: LessonState,
    pupils: readonly Pupil[],
  ): LessonPart['earlier'] {
    const earlier = earlierRoll(known.get(id) ?? [], state)
    if (!earlier) return undefined
    const noted = pupils.flatMap(({ id: pupil }) => {
      const presence = fold.value(entity.cell(earlier.key, pupil), 'presence')
      return presence === undefined ? [] : [[pupil, presence] as const]
    })
    return { bell: earlier.bell, presence: new Map(noted) }
  }

  function readOnlyOf(
    it: { journal: JournalKey; key: LessonKey },
    { fold }: OpenDocument,
    state: LessonState,
  ): ReadOnly | undefined {
    const right = keepingRight(policy, it.journal, actor, it.key, {
      today: now.date,
      time: now.time,
      movedTo: (lesson) => fold.value(entity.lesson(lesson), 'lesson.moved'),
    })
    switch (right.kind) {
      case 'granted':
        return state.date > now.date ? { kind: 'future' } : undefined
      case 'locked': {
        const period = school.periods.find(({ id }) => id === right.period)
        return { kind: 'locked', period: period ? office.period(period.kind, period.number) : right.period }
      }
      case 'notYours': {
        const hours = school.substitutions.filter((s) => s.teacher === person && sameJournal(s, it.journal))
        return hours.length > 0 ? { kind: 'otherLesson', hours } : right
      }
    }
  }
}

function journalOf({ class: classId, subject, group }: JournalKey): JournalKey {
  return { class: classId, subject, ...(group ? { group } : {}) }
}
