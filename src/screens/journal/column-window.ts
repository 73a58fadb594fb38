/** Columns drawn and compared together: few enough to be cheap, enough for scrolling to change little. */
export const chunkSize = 4

/** A piece of a row from left to right: a chunk of columns, or a gap from a column on where nothing is drawn, px. */
export type Piece = { chunk: number } | { gap: number; from: number }

/** Chunks of columns from `from` up to but without `to`. */
export interface ChunkRange {
  from: number
  to: number
}

/** The chunks in view with `margin` more on either side. All measures in px. */
export function chunksInView({
  columns,
  columnWidth,
  scrollLeft,
  viewWidth,
  margin,
}: {
  columns: number
  columnWidth: number
  scrollLeft: number
  viewWidth: number
  margin: number
}): ChunkRange {
  const chunkWidth = chunkSize * columnWidth
  const count = Math.ceil(columns / chunkSize)
  const from = Math.max(0, Math.floor(scrollLeft / chunkWidth) - margin)
  const to = Math.min(count, Math.floor((scrollLeft + viewWidth - 1) / chunkWidth) + margin + 1)
  return { from, to: Math.max(from, to) }
}

/**
 * What of a long row is drawn: a range of chunks, the pinned column's (it holds the focus), and gaps for the rest, px.
 */
export function columnWindow({
  columns,
  columnWidth,
  chunks,
  pinned,
}: {
  columns: number
  columnWidth: number
  chunks: ChunkRange | undefined
  pinned: number
}): Piece[] {
  const drawn = new Set<number>()
  if (chunks) for (let chunk = chunks.from; chunk < chunks.to; chunk++) drawn.add(chunk)
  if (pinned >= 0 && pinned < columns) drawn.add(Math.floor(pinned / chunkSize))
  const pieces: Piece[] = []
  let reached = 0
  const gapTo = (column: number) => {
    if (column > reached) pieces.push({ gap: (column - reached) * columnWidth, from: reached })
  }
  for (const chunk of [...drawn].sort((a, b) => a - b)) {
    gapTo(chunk * chunkSize)
    pieces.push({ chunk })
    reached = Math.min(columns, (chunk + 1) * chunkSize)
  }
  gapTo(columns)
  return pieces
}

/** Rows drawn together when a page is scrolled. */
const rowStep = 4

/** Rows from `from` up to but without `to`. */
export interface RowRange {
  from: number
  to: number
}

/** The rows drawn: those in view, rounded to whole steps with `margin` steps more on either side. */
export function rowRange({ from, to }: RowRange, count: number, margin: number): RowRange {
  return {
    from: Math.max(0, (Math.floor(from / rowStep) - margin) * rowStep),
    to: Math.min(count, (Math.ceil(to / rowStep) + margin) * rowStep),
  }
}

/**
 * Where to scroll so that a column stands between the frozen parts; the present place when it already does.
 * `viewWidth`: what is free between them, px.
 */
export function scrollToColumn(
  column: number,
  columnWidth: number,
  scrollLeft: number,
  viewWidth: number,
): number {
  const left = column * columnWidth
  if (left < scrollLeft) return left
  if (left + columnWidth > scrollLeft + viewWidth) return left + columnWidth - viewWidth
  return scrollLeft
}
