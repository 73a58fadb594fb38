import { useMemo, useSyncExternalStore } from 'react'
import { readLessons } from '../../domain/journal/journal-view.ts'
import {
  classDocument,
  type DocumentId,
  type JournalKey,
  journalDocument,
  journalName,
} from '../../domain/ledger/documents.ts'
import { mayRead, yearOn } from '../../domain/policy/access.ts'
import { sameJournal } from '../../domain/policy/policy.ts'
import { readClass, rollOf } from '../../domain/school/class-view.ts'
import { journals } from '../../domain/school/school-view.ts'
import { classTitle, staffTitle, subjectTitle } from '../../domain/school/titles.ts'
import { href } from '../route.ts'
import { useDocuments } from '../workspace/use-documents.ts'
import { useActor, useNow, usePolicy, useWorkspace, viewOf } from '../workspace/workspace.ts'
import { type JournalItem, JournalList } from './journal-list.tsx'

/** Журналы: what the person keeps, then what he may read. */
export function JournalListPage() {
  const { session, sync } = useWorkspace()
  const policy = usePolicy()
  const actor = useActor()
  const now = useNow()
  const { progress } = useSyncExternalStore(sync.status.subscribe, sync.status.get)
  const { school } = policy
  const { person } = session.profile
  const { own, others } = useMemo(() => {
    const year = yearOn(school, now.date)
    const readable = journals(school).filter(
      (key) =>
        school.classes.get(key.class)?.year === year &&
        mayRead(policy, actor, journalDocument(key), now.date),
    )
    const isOwn = (key: JournalKey) =>
      school.assignments.some((a) => a.teacher === person && sameJournal(a, key)) ||
      school.substitutions.some((s) => s.teacher === person && sameJournal(s, key))
    return { own: readable.filter(isOwn), others: readable.filter((key) => !isOwn(key)) }
  }, [policy, school, actor, now.date, person])
  // Of the administration's hundreds only what is its own is opened; the others are read when they are looked at.
  const wanted = useMemo(() => {
    const led = others.filter((key) => school.classes.get(key.class)?.classTeacher === person)
    const keys = [...own, ...led]
    return [...new Set<DocumentId>(keys.flatMap((key) => [journalDocument(key), classDocument(key.class)]))]
  }, [own, others, school, person])
  const open = useDocuments(wanted)
  const item = (key: JournalKey, foreign: boolean): JournalItem => {
    const fold = open.get(journalDocument(key))?.fold
    const members = open.get(classDocument(key.class))?.fold
    const keeper = school.assignments.find((a) => sameJournal(a, key))
    const held = fold ? viewOf(fold, readLessons).filter((lesson) => lesson.held) : []
    return {
      id: journalName(key),
      href: href({ screen: 'journal', journal: journalName(key) }),
      plan: href({ screen: 'plan', journal: journalName(key) }),
      className: classTitle(school, key.class),
      subject: subjectTitle(school, key),
      teacher: foreign && keeper ? staffTitle(school, keeper.teacher) : undefined,
      pupils: members ? rollOf(viewOf(members, readClass), key.group, now.date).length : 0,
      lastLesson: held.at(-1)?.date,
      conflicts: fold ? [...fold.conflicts()].length : 0,
      loaded: fold !== undefined && (fold.version > 0 || progress.ready === progress.total),
    }
  }
  const ordered = (keys: JournalKey[]) =>
    [...keys].sort(
      (a, b) =>
        (school.classes.get(a.class)?.grade ?? 0) - (school.classes.get(b.class)?.grade ?? 0) ||
        classTitle(school, a.class).localeCompare(classTitle(school, b.class), 'ru') ||
        subjectTitle(school, a).localeCompare(subjectTitle(school, b), 'ru'),
    )
  return (
    <JournalList
      mine={ordered(own).map((key) => item(key, false))}
      others={ordered(others).map((key) => item(key, true))}
    />
  )
}
