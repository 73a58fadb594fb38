import { useMemo } from 'react'
import { debtsOf } from '../../domain/journal/debts.ts'
import { readJournal, readLesson } from '../../domain/journal/journal-view.ts'
import { giveMark } from '../../domain/journal/keeping.ts'
import {
  classDocument,
  entity,
  type JournalKey,
  journalDocument,
  journalName,
} from '../../domain/ledger/documents.ts'
import { foresee } from '../../domain/policy/keeping-right.ts'
import { belongs, readClass } from '../../domain/school/class-view.ts'
import { lastFirst } from '../../domain/school/names.ts'
import { classTitle, subjectTitle } from '../../domain/school/titles.ts'
import { useTexts } from '../design/texts/language.tsx'
import { gradingOf } from '../lesson/lesson-view.ts'
import { workName } from '../lesson/work-picker.tsx'
import { href } from '../route.ts'
import { Reading } from '../workspace/reading.tsx'
import { useUndo } from '../workspace/undo.ts'
import { useDocuments } from '../workspace/use-documents.ts'
import { useActor, useNow, usePolicy, useSchool, useWorkspace, viewOf } from '../workspace/workspace.ts'
import { type DebtRow, Debts } from './debts.tsx'

/** Долги: the works that pupils owe in one journal. */
export function DebtsPage({ journal }: { journal: JournalKey }) {
  const { session } = useWorkspace()
  const { lesson: texts } = useTexts()
  const school = useSchool()
  const policy = usePolicy()
  const actor = useActor()
  const { date: today, time } = useNow()
  const ids = useMemo(() => [journalDocument(journal), classDocument(journal.class)], [journal])
  const open = useDocuments(ids)
  const document = open.get(ids[0]!)
  const classFold = open.get(ids[1]!)?.fold
  const { write, undo, canUndo } = useUndo(document)
  if (!document || !classFold || classFold.version === 0) return <Reading loaded={false} />

  const { fold } = document
  const members = viewOf(classFold, readClass)
  const pupils = new Map(members.pupils.map((pupil) => [pupil.id, pupil]))
  const name = journalName(journal)
  const at = {
    today,
    time,
    movedTo: (lesson: string) => fold.value(`lesson,${lesson}`, 'lesson.moved'),
  }
  const rows = viewOf(fold, readDebts).flatMap((debt): DebtRow[] => {
    const pupil = pupils.get(debt.pupil)
    if (!pupil) return []
    const mark = {
      entity: entity.mark(debt.lesson, debt.work, debt.pupil),
      attribute: 'mark',
      value: '5',
    } as const
    return [
      {
        id: mark.entity,
        name: lastFirst(pupil),
        work: workName(debt, texts.defaultWork),
        date: debt.date,
        href: href({ screen: 'journal', journal: name, lesson: debt.lesson, pupil: debt.pupil }),
        left: !belongs(members, debt.pupil, today),
        writable: foresee(policy, journal, actor, mark, at).kind === 'ok',
        onMark: (given) =>
          write(
            giveMark(readLesson(fold, debt.lesson), session.profile.person, debt.work, debt.pupil, given),
          ),
      },
    ]
  })
  return (
    <Debts
      className={classTitle(school, journal.class)}
      subject={subjectTitle(school, journal)}
      journalHref={href({ screen: 'journal', journal: name })}
      formerHref={href({ screen: 'pupil', class: journal.class })}
      grading={gradingOf(school, journal, today)}
      rows={rows}
      onUndo={canUndo ? undo : undefined}
    />
  )
}

const readDebts = (fold: Parameters<typeof readJournal>[0]) => debtsOf(readJournal(fold))
