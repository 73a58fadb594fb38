import { useMemo, useRef } from 'react'
import { type KnownLessons, keptJournals } from '../../domain/journal/day-lessons.ts'
import { type Lesson, readLessonPlaces } from '../../domain/journal/journal-view.ts'
import { journalDocument, journalName } from '../../domain/ledger/documents.ts'
import type { Fold } from '../../domain/ledger/fold.ts'
import { type OpenDocuments, useDocuments } from './use-documents.ts'
import { useSchool, useWorkspace } from './workspace.ts'

/** The person's own journals with what they say of their lessons; the same object while no lesson changed. */
export function useKnownLessons(): { open: OpenDocuments; known: KnownLessons } {
  const { session } = useWorkspace()
  const school = useSchool()
  const keys = useMemo(() => keptJournals(school, session.profile.person), [school, session])
  const open = useDocuments(
    useMemo(() => keys.map(journalDocument), [keys]),
    true,
  )
  const last = useRef<KnownLessons>(new Map())
  const next = new Map<string, readonly Lesson[]>()
  for (const key of keys) {
    const fold = open.get(journalDocument(key))?.fold
    if (fold) next.set(journalName(key), lessonPlacesOf(fold))
  }
  const same =
    next.size === last.current.size &&
    [...next].every(([name, lessons]) => last.current.get(name) === lessons)
  if (!same) last.current = next
  return { open, known: last.current }
}

const read = new WeakMap<Fold, { version: number; lessons: readonly Lesson[] }>()

/** Read anew only when something about a lesson itself changed: a mark or a presence moves no lesson. */
function lessonPlacesOf(fold: Fold): readonly Lesson[] {
  const last = read.get(fold)
  const touched = last && [...fold.touchedSince(last.version)].some((name) => name.startsWith('lesson,'))
  const lessons = last && !touched ? last.lessons : readLessonPlaces(fold)
  read.set(fold, { version: fold.version, lessons })
  return lessons
}
