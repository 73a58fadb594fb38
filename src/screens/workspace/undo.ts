import { useCallback, useRef, useState } from 'react'
import type { OpenDocument } from '../../device/open-document.ts'
import type { Entry } from '../../domain/ledger/fact.ts'

/** Steps kept for undoing: more than anybody remembers. */
const depth = 100

export interface Undoable {
  /** Writes entries as one step. */
  write: (entries: readonly Entry[]) => void
  undo: () => void
  canUndo: boolean
}

/**
 * Writing to a document with a way back for as long as the screen stands. Undoing writes what stood before: nothing
 * is ever removed from the ledger.
 */
export function useUndo(document: OpenDocument | undefined): Undoable {
  const steps = useRef<{ document: OpenDocument; before: Entry[] }[]>([])
  const [count, setCount] = useState(0)
  const write = useCallback(
    (entries: readonly Entry[]) => {
      if (!document || entries.length === 0) return
      const before = entries.map(({ entity, attribute }) => ({
        entity,
        attribute,
        value: document.fold.state(entity, attribute)?.shown?.value ?? null,
      }))
      const version = document.fold.version
      void document.assert(entries)
      if (document.fold.version === version) return
      steps.current = [...steps.current.slice(-depth + 1), { document, before }]
      setCount(steps.current.length)
    },
    [document],
  )
  const undo = useCallback(() => {
    const step = steps.current.pop()
    setCount(steps.current.length)
    if (step) void step.document.assert(step.before)
  }, [])
  return { write, undo, canUndo: count > 0 }
}
