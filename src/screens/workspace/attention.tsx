import { createContext, type ReactNode, useContext, useMemo, useRef, useSyncExternalStore } from 'react'
import { readRemarks } from '../../domain/journal/remarks.ts'
import type { Presence } from '../../domain/ledger/attributes.ts'
import {
  entity,
  journalDocument,
  journalName,
  lessonOf,
  pupilOf,
  readDocumentId,
} from '../../domain/ledger/documents.ts'
import type { Entry } from '../../domain/ledger/fact.ts'
import type { Fate, Head } from '../../domain/ledger/fold.ts'
import { foresee } from '../../domain/policy/keeping-right.ts'
import { sameJournal } from '../../domain/policy/policy.ts'
import { journals } from '../../domain/school/school-view.ts'
import { classTitle, subjectTitle } from '../../domain/school/titles.ts'
import { valueInWords } from '../journal/fact-words.ts'
import { href } from '../route.ts'
import type { Waiting } from '../today/lesson-of-day.ts'
import { openTalkOf } from './open-talk.ts'
import { useDocuments } from './use-documents.ts'
import { useActor, useNow, usePolicy, useWorkspace, viewOf } from './workspace.ts'

/** A cell of a journal that people wrote differently and this person may settle. */
export interface OpenConflict {
  journal: string
  entity: string
  attribute: string
  heads: readonly Head[]
}

/** What a class teacher asked or proposed, for this person to answer. */
export interface Asked {
  journal: string
  kind: 'question' | 'proposal'
  /** Of the question or of the cell. */
  entity: string
  /** The question's words, or the presence proposed. */
  value: string | Presence
}

/** A remark on a journal that this person has not answered yet. */
export interface Remarked {
  journal: string
  id: string
  date: string
  text: string
}

/** A fact of this person that the relay kept but did not count. */
export interface Refused {
  journal: string
  fate: Fate
}

export interface Attention {
  conflicts: readonly OpenConflict[]
  asked: readonly Asked[]
  remarked: readonly Remarked[]
  refused: readonly Refused[]
  /** All of it as «Ждёт меня» shows it, with what waits to be sent. */
  waiting: readonly Waiting[]
  count: number
}

const AttentionContext = createContext<Attention>({
  conflicts: [],
  asked: [],
  remarked: [],
  refused: [],
  waiting: [],
  count: 0,
})

/** What waits for this person in the journals he keeps or leads. */
export function useAttention(): Attention {
  return useContext(AttentionContext)
}

/** Watches the person's journals for the screens below it. */
export function AttentionProvider({ children }: { children: ReactNode }) {
  return <AttentionContext value={useWatchedAttention()}>{children}</AttentionContext>
}

function useWatchedAttention(): Attention {
  const { session } = useWorkspace()
  const policy = usePolicy()
  const actor = useActor()
  const { date, time } = useNow()
  const { person } = session.profile
  const { school } = policy
  const ids = useMemo(() => {
    const own = journals(school).filter(
      (key) =>
        school.assignments.some((a) => a.teacher === person && sameJournal(a, key)) ||
        school.substitutions.some((s) => s.teacher === person && sameJournal(s, key)) ||
        school.classes.get(key.class)?.classTeacher === person,
    )
    return own.map(journalDocument)
  }, [school, person])
  const open = useDocuments(ids, true)
  const sending = useSyncExternalStore(session.waiting.subscribe, session.waiting.get)
  const conflicts: OpenConflict[] = []
  const asked: Asked[] = []
  const remarked: Remarked[] = []
  const refused: Refused[] = []
  for (const { id, fold } of open.values()) {
    const name = readDocumentId(id)
    if (name?.kind !== 'journal') continue
    const journal = journalName(name)
    const at = {
      today: date,
      time,
      movedTo: (lesson: string) => fold.value(`lesson,${lesson}`, 'lesson.moved'),
    }
    const may = (about: string, attribute: Entry['attribute']) =>
      foresee(policy, name, actor, { entity: about, attribute, value: null }, at).kind === 'ok'
    for (const conflict of fold.conflicts()) {
      if (may(conflict.entity, conflict.attribute as Entry['attribute']))
        conflicts.push({ journal, ...conflict })
    }
    const { questions, proposals } = openTalkOf(fold)
    for (const { id: about, text } of questions)
      if (may(about, 'question.answer')) asked.push({ journal, kind: 'question', entity: about, value: text })
    for (const { lesson, pupil, presence } of proposals)
      if (may(entity.question(lesson, pupil, ''), 'question.answer'))
        asked.push({ journal, kind: 'proposal', entity: entity.cell(lesson, pupil), value: presence })
    for (const { id: remark, date: day, text, answer, closed } of viewOf(fold, readRemarks))
      if (!answer && closed === undefined && may(entity.remark(remark), 'remark.answer'))
        remarked.push({ journal, id: remark, date: day, text })
    for (const fate of fold.voided(session.user)) refused.push({ journal, fate })
  }
  const where = (journal: string) => {
    const [classId, subject, group] = journal.split(',')
    return `${classTitle(school, classId!)}, ${subjectTitle(school, { subject: subject!, group })}`
  }
  const waiting: Waiting[] = conflicts.map(({ journal, entity: cell, attribute, heads }) => ({
    kind: 'conflict',
    id: `${journal} ${cell} ${attribute}`,
    href: cellHref(journal, cell),
    where: where(journal),
    values: [...new Set(heads.map(({ value }) => valueInWords(attribute, value)))],
  }))
  for (const { journal, kind, entity: about, value } of asked)
    waiting.push({
      kind,
      id: `${journal} ${about}`,
      href: cellHref(journal, about),
      where: where(journal),
      date: lessonOf(about)?.split(',')[0] ?? '',
      words: kind === 'proposal' ? valueInWords('proposal', value) : String(value),
    })
  for (const { journal, id, date: day, text } of remarked)
    waiting.push({
      kind: 'remark',
      id: `${journal} ${id}`,
      href: href({ screen: 'journal', journal }),
      where: where(journal),
      date: day,
      words: text,
    })
  if (refused.length > 0)
    waiting.push({
      kind: 'notAccepted',
      id: 'notAccepted',
      href: href({ screen: 'notAccepted' }),
      count: refused.length,
      where: [...new Set(refused.map(({ journal }) => where(journal)))].join('; '),
    })
  if (sending.facts > 0 && sending.since !== null)
    waiting.push({
      kind: 'sending',
      id: 'sending',
      href: href({ screen: 'sync' }),
      count: sending.facts,
      since: sending.since,
    })
  const count = conflicts.length + asked.length + remarked.length + (refused.length > 0 ? 1 : 0)
  const next = { conflicts, asked, remarked, refused, waiting, count }
  // A tap changes a journal, seldom what waits: the screens below are drawn anew only when that does.
  const last = useRef(next)
  if (JSON.stringify(last.current) !== JSON.stringify(next)) last.current = next
  return last.current
}

/** Where a cell of a journal is looked at. */
export function cellHref(journal: string, name: string): string {
  const lesson = lessonOf(name)
  if (!lesson) return href({ screen: 'journal', journal })
  const pupil = pupilOf(name)
  return pupil === undefined
    ? href({ screen: 'lesson', journal, lesson })
    : href({ screen: 'journal', journal, lesson, pupil })
}
