import { useEffect, useState } from 'react'
import { hasReportChanged } from '../../../print/changed-report.ts'
import type { ClassDesk } from '../use-class.ts'

const none: ReadonlySet<string> = new Set()

/**
 * Which of some reports (`results 2025-26/1`) say something else than when they were handed in. They are made anew one
 * by one, each in a turn of its own; until all are looked at the last answer stands.
 */
export function useChangedReports(
  { source, schoolClass, records }: ClassDesk,
  places: readonly string[],
): ReadonlySet<string> {
  const [found, setFound] = useState(none)
  const asked = places.join('\n')
  useEffect(() => {
    let current = true
    const look = async () => {
      const changed = new Set<string>()
      for (const at of asked.split('\n')) {
        await nextTask()
        if (!current) return
        if (await hasReportChanged(source, schoolClass, records, at)) changed.add(at)
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
