import { type ChunkRange, type RowRange, rowStep } from './column-window.ts'

/** What of the page a person looks at: these chunks of columns, in these rows. */
export interface InView {
  chunks: ChunkRange
  rows: RowRange
}

/** The head of the page among its parts. */
export const head = -1

/** Chunks of rows drawn in one step: what the slowest tablet draws well within a frame. */
const step = 4

/**
 * Which chunks of columns are drawn in the head and in each row. Nothing that is drawn goes again while the page
 * stands: scrolling over it is then the work of the compositor alone. What is in view comes first, then, step by step,
 * the rest of the head and what lies around, in rings: each is a chunk wider on either side and `rowStep` rows higher and deeper.
 */
export class DrawnParts {
  private readonly drawn: Uint8Array
  private readonly counts: number[]
  private readonly listeners = new Map<number, () => void>()
  /** The first ring that may lack something. */
  private ring = 0

  /** Draws all that is in view at once. */
  constructor(
    private readonly size: { chunks: number; rows: number },
    private view: InView,
  ) {
    this.drawn = new Uint8Array(size.chunks * (size.rows + 1))
    this.counts = new Array(size.rows + 1).fill(0)
    this.fill(0, Infinity)
  }

  has(part: number, chunk: number): boolean {
    return this.drawn[this.place(part, chunk)] === 1
  }

  /** How many chunks of a row, or of the head, are drawn; it only grows. */
  count(part: number): number {
    return this.counts[part + 1] ?? 0
  }

  /** Whether a chunk of a row can be seen. */
  seen(row: number, chunk: number): boolean {
    const { rows, chunks } = this.view
    return rows.from <= row && row < rows.to && chunks.from <= chunk && chunk < chunks.to
  }

  /** Calls `listener` whenever more of a part is drawn; returns how to stop. */
  subscribe(part: number, listener: () => void): () => void {
    this.listeners.set(part, listener)
    return () => {
      if (this.listeners.get(part) === listener) this.listeners.delete(part)
    }
  }

  /** The page was scrolled or sized. */
  look(view: InView): void {
    const { chunks, rows } = this.view
    if (same(chunks, view.chunks) && same(rows, view.rows)) return
    this.view = view
    this.ring = 0
  }

  /** Draws one step more, nearest first, up to so many rings around what is in view; whether any of them is left. */
  advance(rings: number): boolean {
    // Its dates first: each is a button, which costs a scrolled page most.
    if (rings > 0 && this.fillPart(head, { from: 0, to: this.size.chunks }, 1) <= 0) return true
    const last = Math.min(rings, Math.max(this.size.chunks, Math.ceil(this.size.rows / rowStep)))
    for (let room = step; this.ring <= last; this.ring++) {
      room = this.fill(this.ring, room)
      if (room <= 0) return true
    }
    return false
  }

  /** Draws what a ring lacks, the head first; what is then left of the room. */
  private fill(ring: number, room: number): number {
    const { chunks, rows } = this.view
    const range = { from: Math.max(0, chunks.from - ring), to: Math.min(this.size.chunks, chunks.to + ring) }
    let left = this.fillPart(head, range, room)
    const to = Math.min(this.size.rows, rows.to + ring * rowStep)
    for (let row = Math.max(0, rows.from - ring * rowStep); row < to && left > 0; row++)
      left = this.fillPart(row, range, left)
    return left
  }

  private fillPart(part: number, { from, to }: ChunkRange, room: number): number {
    const before = this.count(part)
    if (before === this.size.chunks) return room
    let left = room
    for (let chunk = from; chunk < to && left > 0; chunk++) {
      if (this.has(part, chunk)) continue
      this.drawn[this.place(part, chunk)] = 1
      this.counts[part + 1] = this.count(part) + 1
      // Heads have buttons and signs: each fills a step.
      left -= part === head ? step : 1
    }
    if (left !== room) this.listeners.get(part)?.()
    return left
  }

  private place(part: number, chunk: number): number {
    return (part + 1) * this.size.chunks + chunk
  }
}

function same(a: ChunkRange, b: ChunkRange): boolean {
  return a.from === b.from && a.to === b.to
}
