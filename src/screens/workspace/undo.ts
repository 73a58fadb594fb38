import { useCallback, useMemo, useRef, useState } from 'react'
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

/** Entries of one document. */
export interface Writing {
  document: OpenDocument | undefined
  entries: readonly Entry[]
}

/**
 * Writing to a document with a way back for as long as the screen stands. Undoing writes what stood before: nothing
 * is ever removed from the ledger.
 */
export function useUndo(document: OpenDocument | undefined): Undoable {
  const { write: writeAcross, undo, canUndo } = useUndoAcross()
  const write = useCallback(
    (entries: readonly Entry[]) => writeAcross([{ document, entries }]),
    [writeAcross, document],
  )
  return useMemo(() => ({ write, undo, canUndo }), [write, undo, canUndo])
}

/** The same for steps that write to several documents at once: a day of a pupil, a lesson of two classes. */
export function useUndoAcross(): Omit<Undoable, 'write'> & { write: (writings: readonly Writing[]) => void } {
  const steps = useRef<{ document: OpenDocument; before: Entry[] }[][]>([])
  const [count, setCount] = useState(0)
  const write = useCallback((writings: readonly Writing[]) => {
    const step = writings.flatMap(({ document, entries }) => {
      if (!document || entries.length === 0) return []
      const before = entries.map(({ entity, attribute }) => ({
        entity,
        attribute,
        value: document.fold.state(entity, attribute)?.shown?.value ?? null,
      }))
      const { version } = document.fold
      void document.assert(entries)
      return document.fold.version === version ? [] : [{ document, before }]
    })
    if (step.length === 0) return
    steps.current = [...steps.current.slice(-depth + 1), step]
    setCount(steps.current.length)
  }, [])
  const undo = useCallback(() => {
    const step = steps.current.pop()
    setCount(steps.current.length)
    for (const { document, before } of step ?? []) void document.assert(before)
  }, [])
  return { write, undo, canUndo: count > 0 }
}
