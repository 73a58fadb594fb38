import { lessonOf, readDocumentId, readLessonKey } from '../ledger/documents.ts'
import { isFact } from '../ledger/fact.ts'
import type { Fold } from '../ledger/fold.ts'
import type { TimedRun } from './timeline.ts'

/** What of a copy a run may have changed. */
export type Aspect =
  /** Everything: who is in the class, what the school calls things. */
  | 'all'
  /** The spreads of the run's own journal. */
  | 'section'
  | 'attendance'
  | 'marks'
  | 'remarks'

/** Kinds of entities of which a copy shows nothing. */
const unseen: ReadonlySet<string> = new Set([
  // school
  'lock',
  'permission',
  'bell',
  'bellplan',
  'shortday',
  'room',
  'abbreviation',
  // class
  'paper',
  'duty',
  'week',
  'acquainted',
  // journal
  'question',
  'request',
  'groups',
  'sharing',
  'behaviour',
])

/** Kinds of the school document's entities whose second part names the class that they are about. */
const ofClass: ReadonlySet<string> = new Set(['class', 'assignment', 'slot', 'substitution'])

/** Attributes of a lesson that its attendance depends on. */
const ofAttendance: ReadonlySet<string> = new Set([
  'lesson.held',
  'lesson.roll',
  'lesson.moved',
  'presence',
  'reason',
])

/**
 * What of the copy of a class a run may have changed; `fold`: its document with the run in it; `ends`: the last day of
 * the copy's period, where it is known. Rather too much than too little.
 */
export function aspectsOf(run: TimedRun, fold: Fold, classId: string, ends: string | undefined): Set<Aspect> {
  const kind = readDocumentId(run.document)?.kind
  const aspects = new Set<Aspect>()
  for (const fact of run.row.elements.filter(isFact)) {
    const [, entity, attribute] = fact
    const [what = '', of] = entity.split(',')
    if (unseen.has(what)) continue
    if (kind === 'school' && ofClass.has(what) && of !== classId) continue
    if (kind === 'journal')
      for (const aspect of ofJournal(what, entity, attribute, fold, ends)) aspects.add(aspect)
    else aspects.add(what === 'account' ? 'remarks' : 'all')
  }
  return aspects
}

function ofJournal(
  what: string,
  entity: string,
  attribute: string,
  fold: Fold,
  ends: string | undefined,
): Aspect[] {
  switch (what) {
    case 'lesson':
    case 'cell':
    case 'mark':
    case 'work':
      if (ends !== undefined && isLater(entity, attribute, fold, ends)) return []
      return ofAttendance.has(attribute) ? ['section', 'attendance'] : ['section']
    case 'plan':
      return ['section']
    case 'periodmark':
      return ['section', 'marks']
    case 'remark':
      return ['remarks']
    default:
      return ['all']
  }
}

/** Whether a fact is about a lesson after the period, which was never moved into it. */
function isLater(entity: string, attribute: string, fold: Fold, ends: string): boolean {
  const key = lessonOf(entity)
  if (!key || attribute === 'lesson.moved') return false
  return readLessonKey(key).date > ends && fold.state(`lesson,${key}`, 'lesson.moved') === undefined
}
