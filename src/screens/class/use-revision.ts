import { useEffect, useState } from 'react'
import { revisionOf } from '../../print/revision.ts'

/** The digest of a report; undefined for the blink in which it is computed. Give the same object for the same report. */
export function useRevision(report: object): string | undefined {
  const [known, setKnown] = useState<{ report: object; digest: string }>()
  useEffect(() => {
    let current = true
    void revisionOf(report).then((digest) => {
      if (current) setKnown({ report, digest })
    })
    return () => {
      current = false
    }
  }, [report])
  return known?.report === report ? known.digest : undefined
}
