import { useEffect, useState, useSyncExternalStore } from 'react'
import { askToPersist, type Persistence } from '../../device/persistence.ts'
import type { PersonSession } from '../../device/person-session.ts'
import type { DocumentId } from '../../domain/ledger/documents.ts'
import { journalName, lessonOf, readDocumentId, readLessonKey } from '../../domain/ledger/documents.ts'
import { joinOutbox } from '../../domain/ledger/outbox.ts'
import { classTitle, subjectTitle } from '../../domain/school/titles.ts'
import { useTexts } from '../design/texts/language.tsx'
import { saveFile } from '../papers/save-file.ts'
import { href } from '../route.ts'
import { appVersion, deviceName } from '../workspace/app-version.ts'
import { useSyncState } from '../workspace/sync-state.ts'
import { useDocuments } from '../workspace/use-documents.ts'
import { useSchool, useWorkspace } from '../workspace/workspace.ts'
import { SyncDetails, type WaitingLesson } from './sync-details.tsx'

/** Отправка: what waits on this device, and the state of the line. */
export function SyncPage() {
  const { sync, session } = useWorkspace()
  const state = useSyncState()
  const { path, clockSkew, noRoom } = useSyncExternalStore(sync.status.subscribe, sync.status.get)
  const [persistence, setPersistence] = useState<Persistence>('unknown')
  const [used, setUsed] = useState<string>()
  useEffect(() => {
    void navigator.storage?.persisted?.().then((kept) => setPersistence(kept ? 'kept' : 'mayBeEvicted'))
    void navigator.storage
      ?.estimate?.()
      .then(({ usage }) => setUsed(usage === undefined ? undefined : megabytes(usage)))
  }, [])
  return (
    <SyncDetails
      sync={state}
      https={path.kind === 'https'}
      noRoom={noRoom}
      lessons={useWaitingLessons()}
      device={{
        name: deviceName(),
        version: appVersion,
        persisted: persistence === 'unknown' ? undefined : persistence === 'kept',
        used,
        clockSkew,
      }}
      devicesHref={href({ screen: 'devices' })}
      onSaveFile={session.outbox.ready ? () => saveOutbox(session) : undefined}
      carryHref={href({ screen: 'carry' })}
      onSend={() => sync.syncNow()}
      onPersist={() => void askToPersist().then(setPersistence)}
    />
  )
}

/** What waits, by lesson. */
function useWaitingLessons(): WaitingLesson[] {
  const { session } = useWorkspace()
  const { today } = useTexts()
  const school = useSchool()
  const { facts } = useSyncExternalStore(session.waiting.subscribe, session.waiting.get)
  const [ids, setIds] = useState<readonly DocumentId[]>([])
  useEffect(() => {
    let current = true
    if (facts === 0) setIds([])
    else void session.store.waitingDocuments().then((found) => current && setIds(found))
    return () => {
      current = false
    }
  }, [session, facts])
  const open = useDocuments(ids)
  const lessons: WaitingLesson[] = []
  for (const { id, fold } of open.values()) {
    const name = readDocumentId(id)
    const counts = new Map<string, number>()
    for (const fate of fold.fates()) {
      if (!fate.waiting) continue
      const lesson = lessonOf(fate.entity) ?? ''
      counts.set(lesson, (counts.get(lesson) ?? 0) + 1)
    }
    for (const [lesson, count] of counts) {
      const key = lessonOf(`lesson,${lesson}`)
      const place = key && readLessonKey(key)
      const title =
        name?.kind === 'journal'
          ? `${classTitle(school, name.class)}, ${subjectTitle(school, name)}`
          : name?.kind === 'class'
            ? classTitle(school, name.class)
            : (school.profile?.shortName ?? school.profile?.name ?? '')
      lessons.push({
        id: `${id} ${lesson}`,
        href:
          name?.kind === 'journal' && key
            ? href({ screen: 'lesson', journal: journalName(name), lesson: key })
            : href({ screen: 'sync' }),
        name: place ? `${title}, ${today.lesson(place.bell)}` : title,
        date: place?.date ?? '',
        count,
      })
    }
  }
  return lessons.sort((a, b) => (a.date < b.date ? -1 : 1))
}

/** Saves the sealed rows that wait as a file; resolves with its name. */
async function saveOutbox(session: PersonSession): Promise<string> {
  const name = `${new Date(session.now()).toISOString().slice(0, 10)}-${session.user}-${session.device}.parta`
  saveFile(name, joinOutbox(await session.outbox.parts()), 'application/octet-stream')
  return name
}

function megabytes(bytes: number): string {
  return new Intl.NumberFormat(document.documentElement.lang, {
    style: 'unit',
    unit: 'megabyte',
    maximumFractionDigits: 1,
  }).format(bytes / 1_000_000)
}
