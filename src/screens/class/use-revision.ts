import { useEffect, useState } from 'react'
import { revisionOf } from '../../print/revision.ts'

/**
 * The digest of a report, undefined at first; while entries come, for a blink, that of what it said before. Give the
 * same object for the same report.
 */
export function useRevision(report: object): string | undefined {
  const [known, setKnown] = useState<string>()
  useEffect(() => {
    let current = true
    void revisionOf(report).then((digest) => {
      if (current) setKnown(digest)
    })
    return () => {
      current = false
    }
  }, [report])
  return known
}
