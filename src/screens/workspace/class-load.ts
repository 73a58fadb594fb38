import { useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import * as v from 'valibot'
import { journalLoad, type LoadEntry, mergedLoad } from '../../domain/journal/class-load.ts'
import { readLessons } from '../../domain/journal/journal-view.ts'
import { journalDocument } from '../../domain/ledger/documents.ts'
import { addDays, sameJournal } from '../../domain/policy/policy.ts'
import { journals } from '../../domain/school/school-view.ts'
import { classLoad, loadEntrySchema } from '../../sync/colleagues.ts'
import { freshAccess } from './access.ts'
import { useDocuments } from './use-documents.ts'
import { useNow, useSchool, useWorkspace, viewOf } from './workspace.ts'

/** Days from today that are asked for: as far ahead as control works are planned. */
export const loadReach = 42
/** Ms between looks while the screen stands; a look without news is a few dozen bytes. */
const lookEvery = 60_000

/** What the relay last said of a class, kept sealed so that it opens without a line too. */
const keptLoad = v.object({
  version: v.string(),
  /** The app's time of the answer, ms since 1970. */
  at: v.number(),
  entries: v.array(loadEntrySchema),
})
type KeptLoad = v.InferOutput<typeof keptLoad>

/** What a class has to do by days, from today on. */
export interface ClassLoad {
  entries: readonly LoadEntry[]
  /** The app's time when the relay last told, ms; undefined while it never has: then only own journals are in it. */
  at: number | undefined
  /** Without a line it may have changed since. */
  stale: boolean
}

/** Homework and control works of a class: what the relay last said, with own journals as they stand here. */
export function useClassLoad(classId: string): ClassLoad {
  const { session, sync } = useWorkspace()
  const school = useSchool()
  const { date } = useNow()
  const { line } = useSyncExternalStore(sync.status.subscribe, sync.status.get)
  const told = useToldLoad(classId, date)
  const { person } = session.profile
  const own = useMemo(
    () =>
      journals(school).filter(
        (key) =>
          key.class === classId &&
          school.assignments.some((a) => a.teacher === person && sameJournal(a, key)),
      ),
    [school, classId, person],
  )
  const open = useDocuments(useMemo(() => own.map(journalDocument), [own]))
  const here = own.flatMap((key) => {
    const fold = open.get(journalDocument(key))?.fold
    if (!fold || fold.version === 0) return []
    const course = { school, key, lessons: viewOf(fold, readLessons), today: date }
    return [{ key, load: journalLoad(course, date, addDays(date, loadReach)) }]
  })
  const entries = mergedLoad(told?.entries ?? [], here).filter((entry) => entry.date >= date)
  return { entries, at: told?.at, stale: line !== 'online' }
}

function useToldLoad(classId: string, date: string): KeptLoad | undefined {
  const { session, account, tokens } = useWorkspace()
  const [told, setTold] = useState<KeptLoad>()
  useEffect(() => {
    let current = true
    let latest: KeptLoad | undefined
    let timer: ReturnType<typeof setTimeout>
    const name = `load/${classId}`
    const look = async () => {
      clearTimeout(timer)
      const access = await freshAccess({ session, tokens })
      const asked = { from: date, to: addDays(date, loadReach), version: latest?.version ?? '' }
      const answer = access === null ? null : await classLoad(account, access, classId, asked)
      if (!current) return
      if (answer?.ok) {
        const { version, entries = latest?.entries ?? [] } = answer.value
        latest = { version, entries, at: session.now() }
        setTold(latest)
        void session.store.keep(name, latest)
      }
      timer = setTimeout(look, lookEvery)
    }
    void session.store.kept(name).then((kept) => {
      if (!current) return
      const parsed = v.safeParse(keptLoad, kept)
      if (parsed.success) {
        latest = parsed.output
        setTold(latest)
      }
      void look()
    })
    addEventListener('online', look)
    return () => {
      current = false
      clearTimeout(timer)
      removeEventListener('online', look)
    }
  }, [session, account, tokens, classId, date])
  return told
}
