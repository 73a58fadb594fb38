import { useEffect, useMemo } from 'react'
import type { OpenDocument } from '../../../device/open-document.ts'
import { entity, schoolVoice, threadDocument } from '../../../domain/ledger/documents.ts'
import { belongs, type Pupil } from '../../../domain/school/class-view.ts'
import { awaitedIn } from '../../../domain/thread/awaited.ts'
import { type Letter, readThread, type ThreadView } from '../../../domain/thread/thread-view.ts'
import { useDocuments } from '../../workspace/use-documents.ts'
import { useNow, useWorkspace, viewOf } from '../../workspace/workspace.ts'
import type { ClassDesk } from '../use-class.ts'

/** The correspondence about one pupil on this device. */
export interface Thread {
  pupil: Pupil
  /** Undefined while it is read from the disk. */
  document: OpenDocument | undefined
  view: ThreadView
  /** Letters to read, requests to answer. */
  unread: number
  requests: number
}

const nothing: ThreadView = {
  letters: [],
  expected: [],
  corrections: [],
  acknowledged: [],
  notices: new Map(),
  abuse: [],
}

/** Whether this person is the class teacher: nobody else of the school has its threads. */
export function useLeads({ schoolClass }: Pick<ClassDesk, 'schoolClass'>): boolean {
  const { session } = useWorkspace()
  return schoolClass.classTeacher === session.profile.person
}

/** Opens the threads of who is in the class, and tells the families that their letters have come; [] for who does not lead it. */
export function useThreads(desk: Pick<ClassDesk, 'schoolClass' | 'view'>): Thread[] {
  const { date } = useNow()
  const leads = useLeads(desk)
  const pupils = desk.view.pupils.filter(({ id }) => leads && belongs(desk.view, id, date))
  const key = pupils.map(({ id }) => id).join('\n')
  const open = useDocuments(useMemo(() => (key === '' ? [] : key.split('\n').map(threadDocument)), [key]))
  const threads = pupils.map((pupil): Thread => {
    const document = open.get(threadDocument(pupil.id))
    const view = document ? viewOf(document.fold, readThread) : nothing
    return { pupil, document, view, ...awaitedIn(view) }
  })
  useEffect(() => {
    for (const { document, view } of threads) mark(document, view.letters, 'letter.delivered')
  })
  return threads
}

/** Says of the family's letters that they have come, or were opened. */
export function mark(
  document: OpenDocument | undefined,
  letters: readonly Letter[],
  attribute: 'letter.delivered' | 'letter.read',
): void {
  const done = attribute === 'letter.read' ? 'read' : 'delivered'
  const entries = letters
    .filter((letter) => letter.person !== schoolVoice && !letter[done].includes(schoolVoice))
    .map(({ id, person }) => ({
      entity: entity.reader(schoolVoice, person, id.split(',')[2] ?? ''),
      attribute,
      value: true,
    }))
  if (entries.length > 0) void document?.assert(entries)
}
