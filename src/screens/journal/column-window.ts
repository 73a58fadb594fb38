/** Columns drawn and compared together: few enough to be cheap, enough for a row to have few parts. */
export const chunkSize = 12

/** A piece of a row from left to right: a chunk of columns, or a gap from a column on where nothing is drawn, px. */
export type Piece = { chunk: number } | { gap: number; from: number }

/** Chunks of columns from `from` up to but without `to`. */
export interface ChunkRange {
  from: number
  to: number
}

/** How many chunks the columns make. */
export function chunksOf(columns: number): number {
  return Math.ceil(columns / chunkSize)
}

/** The chunks in view. All measures in px. */
export function chunksInView({
  columns,
  columnWidth,
  scrollLeft,
  viewWidth,
}: {
  columns: number
  columnWidth: number
  scrollLeft: number
  viewWidth: number
}): ChunkRange {
  const chunkWidth = chunkSize * columnWidth
  const from = Math.max(0, Math.floor(scrollLeft / chunkWidth))
  const to = Math.min(chunksOf(columns), Math.floor((scrollLeft + viewWidth - 1) / chunkWidth) + 1)
  return { from, to: Math.max(from, to) }
}

/** A long row as it is drawn so far, the pinned column with it (it holds the focus): chunks, and gaps for the rest, px. */
export function piecesOf({
  columns,
  columnWidth,
  drawn,
  pinned,
}: {
  columns: number
  columnWidth: number
  drawn: (chunk: number) => boolean
  pinned: number
}): Piece[] {
  const pieces: Piece[] = []
  const focused = pinned < 0 ? -1 : Math.floor(pinned / chunkSize)
  let gap = 0
  const closeGap = (to: number) => {
    if (to > gap) pieces.push({ gap: (to - gap) * columnWidth, from: gap })
  }
  for (let chunk = 0; chunk < chunksOf(columns); chunk++) {
    if (!drawn(chunk) && chunk !== focused) continue
    closeGap(chunk * chunkSize)
    pieces.push({ chunk })
    gap = Math.min(columns, (chunk + 1) * chunkSize)
  }
  closeGap(columns)
  return pieces
}

/** Rows drawn together when a page is scrolled. */
export const rowStep = 4

/** Rows from `from` up to but without `to`. */
export interface RowRange {
  from: number
  to: number
}

/** The rows in view, rounded to whole steps. */
export function rowRange({ from, to }: RowRange, count: number): RowRange {
  return {
    from: Math.max(0, Math.floor(from / rowStep) * rowStep),
    to: Math.min(count, Math.ceil(to / rowStep) * rowStep),
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
