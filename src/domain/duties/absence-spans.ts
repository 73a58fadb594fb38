import { entity } from '../ledger/documents.ts'
import type { Entry, Json } from '../ledger/fact.ts'
import type { Fold } from '../ledger/fold.ts'
import { type AbsenceSpan, spanOn } from '../school/class-view.ts'
import { by } from '../school/school-view.ts'

/** A span with the entity that carries it. */
export type NamedSpan = AbsenceSpan & { name: string }

/** Where a span stands: now, still to come, over without its paper (clause 5.2.2), or settled. */
export type SpanState = 'now' | 'ahead' | 'noPaper' | 'past'

/** Spans of a class document, the latest first. */
export function namedSpans(fold: Fold): NamedSpan[] {
  return [...fold.entities('span')]
    .flatMap((name) => {
      const span = fold.value(name, 'span')
      return span ? [{ ...span, name }] : []
    })
    .sort(by(({ from, name }) => `${from},${name}`))
    .reverse()
}

/** Where a span stands on a day. */
export function spanState({ from, to, document }: AbsenceSpan, today: string): SpanState {
  if (from > today) return 'ahead'
  if (to === undefined || to >= today) return 'now'
  return document === undefined ? 'noPaper' : 'past'
}

/** Writes a new span, under a name that none of the pupil has. */
export function addSpan(fold: Fold, span: AbsenceSpan): Entry {
  let ordinal = 0
  const name = () => entity.span(span.pupil, span.from, span.code, ordinal)
  while (fold.state(name(), 'span')) ordinal++
  return { entity: name(), attribute: 'span', value: span as unknown as Json }
}

/** Changes a span, or takes it back (null). One that begins on another day or with another code is another span. */
export function changeSpan(fold: Fold, { name, ...before }: NamedSpan, span: AbsenceSpan | null): Entry[] {
  if (span?.from === before.from && span.code === before.code)
    return [{ entity: name, attribute: 'span', value: span as unknown as Json }]
  return [{ entity: name, attribute: 'span', value: null }, ...(span ? [addSpan(fold, span)] : [])]
}

/** Days that two spans of a pupil share, and which of them gives the reason there. `to` is the last day. */
export interface Overlap {
  other: AbsenceSpan
  from: string
  to: string | undefined
  /** The new one holds on these days. */
  wins: boolean
}

/** Where a span meets others of its pupil (rules.md, Attendance: the shorter wins, among equals Б before У). */
export function overlapsOf(span: AbsenceSpan, others: readonly AbsenceSpan[]): Overlap[] {
  return others.flatMap((other): Overlap[] => {
    if (other.pupil !== span.pupil) return []
    const from = [other.from, span.from].sort()[1]!
    const to = [other.to, span.to].filter((end) => end !== undefined).sort()[0]
    if (to !== undefined && from > to) return []
    return [{ other, from, to, wins: spanOn({ spans: [span, other] }, span.pupil, from) === span }]
  })
}
