import type { ClientId } from '../domain/ledger/ids.ts'
import type { Row } from '../domain/ledger/receipt.ts'

/** Clocks of one writer from `clock` up to, not including, `end`. */
export interface Span {
  clock: number
  end: number
}

/** A row's clocks. */
export function spanOf(row: Row): Span {
  return { clock: row.clock, end: row.clock + row.elements.length }
}

/** The parts of a span that none of the others covers, in order. */
export function uncovered(span: Span, covers: readonly Span[]): Span[] {
  const parts: Span[] = []
  let from = span.clock
  for (const { clock, end } of [...covers].sort((a, b) => a.clock - b.clock)) {
    if (end <= from) continue
    if (clock >= span.end) break
    if (clock > from) parts.push({ clock: from, end: clock })
    from = end
    if (from >= span.end) return parts
  }
  parts.push({ clock: from, end: span.end })
  return parts
}

/** The part of a row inside a span; the span must lie within the row. */
export function cut(row: Row, { clock, end }: Span): Row {
  return { client: row.client, clock, elements: row.elements.slice(clock - row.clock, end - row.clock) }
}

/** How far a writer's array reaches without a hole: the first clock that no span covers. */
export function reach(spans: readonly Span[]): number {
  return uncovered({ clock: 0, end: Number.POSITIVE_INFINITY }, spans)[0]!.clock
}

/** Facts among the clocks of a span: all but the writer's header at clock 0. */
export function factsIn({ clock, end }: Span): number {
  return end - clock - (clock === 0 ? 1 : 0)
}

/** Spans by writer, filled as they come. */
export class SpanMap {
  private readonly spans = new Map<ClientId, Span[]>()

  constructor(initial: Iterable<{ client: ClientId } & Span> = []) {
    for (const { client, clock, end } of initial) this.add(client, { clock, end })
  }

  of(client: ClientId): readonly Span[] {
    return this.spans.get(client) ?? []
  }

  add(client: ClientId, span: Span): void {
    const spans = this.spans.get(client)
    if (spans) spans.push(span)
    else this.spans.set(client, [span])
  }
}

/** The same elements without doubles: what an earlier row holds is cut out of later ones. */
export function disjoint(rows: readonly Row[]): Row[] {
  const taken = new SpanMap()
  return rows.flatMap((row) => {
    const parts = uncovered(spanOf(row), taken.of(row.client))
    taken.add(row.client, spanOf(row))
    return parts.map((part) => cut(row, part))
  })
}
