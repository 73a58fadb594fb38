import type { LoadEntry } from '../../domain/journal/class-load.ts'
import { journalName } from '../../domain/ledger/documents.ts'
import { sameJournal } from '../../domain/policy/policy.ts'
import { classTitle, subjectTitle } from '../../domain/school/titles.ts'
import { useClassLoad } from '../workspace/class-load.ts'
import { useSchool, useWorkspace } from '../workspace/workspace.ts'
import { type ControlDay, Controls } from './controls.tsx'

/** Контрольные класса: what is planned for the coming weeks, day by day. */
export function ControlsPage({ classId }: { classId: string }) {
  const { session } = useWorkspace()
  const school = useSchool()
  const load = useClassLoad(classId)
  const { person } = session.profile
  const isOwn = (entry: LoadEntry) =>
    school.assignments.some((a) => a.teacher === person && sameJournal(a, entry))
  const days = new Map<string, ControlDay>()
  for (const entry of load.entries) {
    const day = days.get(entry.date) ?? { date: entry.date, works: [], homework: 0 }
    days.set(entry.date, day)
    if (entry.homework > 0) day.homework++
    if (entry.control !== undefined)
      day.works.push({
        id: journalName(entry),
        subject: subjectTitle(school, entry),
        kind: entry.control,
        own: isOwn(entry),
      })
  }
  return (
    <Controls
      title={classTitle(school, classId)}
      days={[...days.values()].sort((a, b) => (a.date < b.date ? -1 : 1))}
      limit={school.markSettings.controlsPerDay}
      at={load.at}
      stale={load.stale}
    />
  )
}
