import { useMemo, useState } from 'react'
import type { Sheet, SheetRemark, UnknownName } from '../../exchange/sheets/sheet.ts'
import { nameKey } from '../../exchange/sheets/unknown-names.ts'

/** What a person has decided about a table that is being taken. */
export interface Decisions {
  /** By `nameKey`: an id, or null to pass the name over. */
  ids: ReadonlyMap<string, string | null>
  /** Names decided on. */
  names: readonly UnknownName[]
  /** `undefined`: not decided after all. */
  decide: (name: UnknownName, id: string | null | undefined) => void
  /** Cells passed over, by `row,column` of their remarks. */
  skipped: ReadonlySet<string>
  skip: (remark: SheetRemark) => void
  unskip: () => void
}

/** Keeps decisions while a table is being taken. */
export function useDecisions(): Decisions {
  const [decided, setDecided] = useState<ReadonlyMap<string, { name: UnknownName; id: string | null }>>(
    new Map(),
  )
  const [skipped, setSkipped] = useState<ReadonlySet<string>>(new Set())
  const ids = useMemo(() => new Map([...decided].map(([key, { id }]) => [key, id])), [decided])
  const names = useMemo(() => [...decided.values()].map(({ name }) => name), [decided])
  return {
    ids,
    names,
    decide: (name, id) => {
      const next = new Map(decided)
      if (id === undefined) next.delete(nameKey(name.kind, name.text))
      else next.set(nameKey(name.kind, name.text), { name, id })
      setDecided(next)
    },
    skipped,
    skip: ({ row, column }) => setSkipped(new Set([...skipped, `${row},${column}`])),
    unskip: () => setSkipped(new Set()),
  }
}

/** A sheet without the cells that are passed over. */
export function withoutCells(sheet: Sheet, skipped: ReadonlySet<string>): Sheet {
  if (skipped.size === 0) return sheet
  return {
    ...sheet,
    rows: sheet.rows.map((cells, row) =>
      cells.map((cell, column) => (skipped.has(`${row + 1},${column}`) ? null : cell)),
    ),
  }
}

/** The names to ask about: those unknown now and those decided on already, each once. */
export function askedNames(...lists: readonly (readonly UnknownName[])[]): UnknownName[] {
  const names = new Map<string, UnknownName>()
  for (const name of lists.flat()) {
    const key = nameKey(name.kind, name.text)
    if (!names.has(key)) names.set(key, name)
  }
  return [...names.values()]
}
