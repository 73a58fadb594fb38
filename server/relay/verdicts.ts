import { attributeSpec, type Capacity, isAttribute } from '../../src/domain/ledger/attributes.ts'
import { type DocumentName, type LessonKey, lessonOf } from '../../src/domain/ledger/documents.ts'
import type { Element, Fact } from '../../src/domain/ledger/fact.ts'
import type { FactId } from '../../src/domain/ledger/ids.ts'
import type { VoidReason } from '../../src/domain/ledger/receipt.ts'
import { standing } from '../../src/domain/policy/access.ts'
import { type Judgement, judge, type Reception } from '../../src/domain/policy/judge.ts'
import type { Actor, Policy } from '../../src/domain/policy/policy.ts'

/** Elements of one verdict, one capacity, one reason: what gets one receipt. */
export interface JudgedRun {
  clock: number
  elements: Element[]
  as: Capacity
  verdict: 'ok' | 'void'
  reason?: VoidReason
}

export type Verdicts = { ok: true; runs: JudgedRun[] } | { ok: false; faulty: FactId[] }

/**
 * Judges the facts of a run that begins at `clock` (with the header, if there is one) and cuts it where the verdict
 * changes: one locked lesson doesn't void a day. The header counts, whatever becomes of the facts behind it.
 */
export function judgeRun(
  policy: Policy,
  document: DocumentName,
  actor: Actor,
  run: { clock: number; header: Element | undefined; facts: readonly Fact[] },
  at: Reception,
): Verdicts {
  const runs: JudgedRun[] = []
  const faulty: FactId[] = []
  let clock = run.clock
  const put = (element: Element, { as, verdict, reason }: Omit<JudgedRun, 'clock' | 'elements'>) => {
    const last = runs.at(-1)
    if (last && last.verdict === verdict && last.as === as && last.reason === reason)
      last.elements.push(element)
    else runs.push({ clock, elements: [element], as, verdict, ...(reason ? { reason } : {}) })
    clock++
  }
  const known = new Map<LessonKey, Map<readonly Capacity[], Judgement>>()
  const judged = run.facts.map((fact) => {
    const [lesson, by] = judgedBy(document, fact) ?? []
    if (lesson === undefined || by === undefined) return judge(policy, document, actor, fact, at)
    let ofLesson = known.get(lesson)
    if (!ofLesson) {
      ofLesson = new Map()
      known.set(lesson, ofLesson)
    }
    const found = ofLesson.get(by) ?? judge(policy, document, actor, fact, at)
    ofLesson.set(by, found)
    return found
  })
  if (run.header) {
    const first = judged[0]
    const as = first && first.kind !== 'refuse' ? first.as : standing(policy, actor, document)
    // Somebody who never had any right here opens no array.
    if (as === undefined) return { ok: false, faulty: run.facts.map(([id]) => id) }
    put(run.header, { as, verdict: 'ok' })
  }
  judged.forEach((judgement, index) => {
    const fact = run.facts[index]!
    if (judgement.kind === 'refuse') faulty.push(fact[0])
    else if (judgement.kind === 'ok') put(fact, { as: judgement.as, verdict: 'ok' })
    else put(fact, { as: judgement.as, verdict: 'void', reason: judgement.reason })
  })
  return faulty.length > 0 ? { ok: false, faulty } : { ok: true, runs }
}

/**
 * What the judgement of a journal's fact follows from within one run: the lesson, and who may assert the attribute (the
 * list itself, which most attributes share). Undefined where more matters: the value of a move, that a locked period
 * does not refuse it, the period of a mark, the name of a thread's entity.
 */
function judgedBy(
  document: DocumentName,
  [, name, attribute]: Fact,
): [lesson: LessonKey, by: readonly Capacity[]] | undefined {
  if (document.kind !== 'journal' || attribute === 'lesson.moved' || !isAttribute(attribute)) return undefined
  const { by, free } = attributeSpec(attribute)
  const lesson = free ? null : lessonOf(name)
  return lesson === null ? undefined : [lesson, by]
}
