import type { ChunkRange, RowRange } from './column-window.ts'

/** What of the page is to be drawn: these chunks of columns, in these rows. */
export interface Wanted {
  chunks: ChunkRange
  rows: RowRange
  /** Rows that a person looks at; they come first. */
  inView: RowRange
}

/** The head of the page among its parts. */
export const head = -1

/** Chunks that may come and go in one step: what the slowest tablet draws within a frame. */
const step = 8

/**
 * Which chunks of columns are drawn in the head and in each row. A scrolled page is not drawn anew as a whole: its
 * parts follow step by step, so that no frame has to wait for all of them.
 */
export class DrawnParts {
  private wanted: Wanted
  private readonly drawn = new Map<number, ChunkRange>()
  private readonly listeners = new Map<number, () => void>()

  /** All that is wanted is drawn at once. */
  constructor(wanted: Wanted) {
    this.wanted = wanted
    this.drawn.set(head, wanted.chunks)
    for (let row = wanted.rows.from; row < wanted.rows.to; row++) this.drawn.set(row, wanted.chunks)
  }

  /** Chunks drawn in a row, or in the head; undefined where only the name is. The same object until they change. */
  of(part: number): ChunkRange | undefined {
    return this.drawn.get(part)
  }

  /** Calls `listener` whenever another range holds for a part; returns how to stop. */
  subscribe(part: number, listener: () => void): () => void {
    this.listeners.set(part, listener)
    return () => {
      if (this.listeners.get(part) === listener) this.listeners.delete(part)
    }
  }

  want(wanted: Wanted): void {
    const { chunks } = this.wanted
    this.wanted = same(chunks, wanted.chunks) ? { ...wanted, chunks } : wanted
  }

  /** Brings the parts that matter most to what is wanted, as many as one step may; false when all are. */
  advance(): boolean {
    const { chunks, rows } = this.wanted
    let changed = 0
    for (const part of this.stale()) {
      const before = this.drawn.get(part)
      const next = part === head || within(rows, part) ? chunks : undefined
      if (next) this.drawn.set(part, next)
      else this.drawn.delete(part)
      this.listeners.get(part)?.()
      // Heads have buttons and signs: they fill a step alone.
      changed += part === head ? step : difference(before, next)
      if (changed >= step) break
    }
    return changed > 0
  }

  /** Parts that are not as wanted: the head, rows in view, rows around them, rows that are left. */
  private stale(): number[] {
    const { chunks, rows, inView } = this.wanted
    const parts = [head]
    for (let row = inView.from; row < inView.to; row++) parts.push(row)
    for (let row = rows.from; row < rows.to; row++) if (!within(inView, row)) parts.push(row)
    const left = [...this.drawn.keys()].filter((part) => part !== head && !within(rows, part))
    return [...parts.filter((part) => !same(this.drawn.get(part), chunks)), ...left]
  }
}

function within({ from, to }: RowRange, row: number): boolean {
  return from <= row && row < to
}

function same(a: ChunkRange | undefined, b: ChunkRange | undefined): boolean {
  return a === b || (a?.from === b?.from && a?.to === b?.to)
}

/** How many chunks are in one range alone, at least 1. */
function difference(a: ChunkRange | undefined, b: ChunkRange | undefined): number {
  const length = (range: ChunkRange | undefined) => (range ? range.to - range.from : 0)
  const both = a && b ? Math.max(0, Math.min(a.to, b.to) - Math.max(a.from, b.from)) : 0
  return Math.max(1, length(a) + length(b) - 2 * both)
}
