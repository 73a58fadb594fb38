import { useEffect, useState } from 'react'
import { isHeldToLedger } from '../../../domain/duties/report-changes.ts'
import { makeReport } from '../../../print/made-report.ts'
import { readReportPlace } from '../../../print/report-place.ts'
import { revisionOf } from '../../../print/revision.ts'
import type { ClassDesk } from '../use-class.ts'

const nobody: ReadonlySet<string> = new Set()

/**
 * Which of some reports (`results 2025-26/1`) say something else than when they were handed in. They are made anew one
 * by one, each in a turn of its own; until all are looked at the last answer stands.
 */
export function useChangedReports(desk: ClassDesk, places: readonly string[]): ReadonlySet<string> {
  const [found, setFound] = useState(nobody)
  const { source, schoolClass, records } = desk
  const asked = places.join('\n')
  useEffect(() => {
    let current = true
    const look = async () => {
      const changed = new Set<string>()
      for (const at of asked.split('\n')) {
        await nextTask()
        if (!current) return
        const place = readReportPlace(at, source.school, schoolClass)
        const handed = records.done.get(`5.2.8/${at.replace(' ', ',')}`)
        if (!place || !handed?.revision || !isHeldToLedger(place.key)) continue
        // The day of making is on paper, not in what is reported.
        const { report } = makeReport(source, schoolClass, place.request, handed.date)
        if ((await revisionOf(report)) !== handed.revision) changed.add(at)
      }
      if (current) setFound(changed)
    }
    void look()
    return () => {
      current = false
    }
  }, [source, schoolClass, records, asked])
  return found
}

const nextTask = () => new Promise<void>((resolve) => setTimeout(resolve))
