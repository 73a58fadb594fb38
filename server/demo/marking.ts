import type { Mark } from '../../src/domain/ledger/attributes.ts'
import type { MarkRow, WorkRow } from '../../src/exchange/tables.ts'
import type { PlannedWork } from './methods.ts'
import type { DemoPupil } from './pupils.ts'
import { type Random, random } from './random.ts'
import type { DemoJournal } from './staffing.ts'

/** A lesson as the teacher marks it. */
export interface MarkedLesson {
  id: string
  /** Of the journal; a retake is never carried into the next one. */
  period: string
  present: readonly DemoPupil[]
  /** What the plan has the class write. */
  work?: PlannedWork | undefined
}

export interface GivenMark extends MarkRow {
  mark: Mark
}

export interface Marks {
  works: WorkRow[]
  marks: GivenMark[]
}

/** Share of the class that answers in a lesson: who sees it once a week asks more of them. */
const answering = (hoursPerWeek: number) => (hoursPerWeek === 1 ? 0.4 : hoursPerWeek === 2 ? 0.27 : 0.2)
/** In a lesson with a written work few are asked. */
const ASKED_BESIDE_WORK = 0.15
/** Of the pupils present: hand in their work; owe it. */
const HANDED_IN = 0.96
const OWED = 0.35
/** How far a mark strays from what the pupil can, a pupil's subject from his average, and kind subjects from all. */
const SPREAD = 0.62
const TASTE = 0.22
const kindness: Partial<Record<DemoJournal['subject'], number>> = {
  art: 0.6,
  mus: 0.6,
  tech: 0.5,
  pe: 0.55,
  safety: 0.3,
  phys: -0.15,
  chem: -0.15,
  geom: -0.15,
}
/** A heavy work is retaken by those who failed it: how often, and how many lessons later. */
const HEAVY = 1.5
const RETAKE = 0.6
const RETAKE_AFTER = 2
const comments = [
  'ответ у доски',
  'дополнительный вопрос',
  'работа в группе',
  'доклад',
  'исправить до пятницы',
]
const COMMENTED = 0.006

/** Marks one journal lesson by lesson, in order; who has fewest marks in the period is asked first. */
export function marking(journal: DemoJournal, credit: boolean, seed: number) {
  const tastes = new Map<string, number>()
  let period = ''
  let answers = new Map<string, number>()
  let failed: { work: WorkRow; pupils: Set<string>; wait: number } | undefined

  const taste = (pupil: string) => {
    let one = tastes.get(pupil)
    if (one === undefined) {
      one = random(seed, 'taste', pupil, journal.subject).normal() * TASTE + (kindness[journal.subject] ?? 0)
      tastes.set(pupil, one)
    }
    return one
  }
  const drawMark = ({ ability, row }: DemoPupil, draw: Random): Mark => {
    const value = Math.round(ability + taste(row.id) + draw.normal() * SPREAD)
    if (credit) return value >= 3 ? 'зач' : 'незач'
    // Half of the twos are talked up to a three.
    const kept = value <= 2 && draw.chance(0.5) ? 3 : value
    return kept >= 5 ? '5' : kept === 4 ? '4' : kept === 3 ? '3' : '2'
  }

  return (lesson: MarkedLesson, draw: Random): Marks => {
    if (lesson.period !== period) {
      period = lesson.period
      answers = new Map()
      failed = undefined
    }
    const works: WorkRow[] = []
    const marks: GivenMark[] = []
    const give = (pupil: DemoPupil, mark: Mark, work?: WorkRow) => {
      const comment = draw.chance(COMMENTED) ? { comment: draw.pick(comments) } : {}
      marks.push({
        lesson: lesson.id,
        ...(work ? { work: work.id } : {}),
        pupil: pupil.row.id,
        mark,
        ...comment,
      })
      answers.set(pupil.row.id, (answers.get(pupil.row.id) ?? 0) + 1)
    }
    const able = lesson.present.filter((pupil) => !(journal.subject === 'pe' && pupil.exempt))

    if (failed && failed.wait-- <= 0) {
      const { work, pupils } = failed
      const retakers = able.filter((pupil) => pupils.has(pupil.row.id))
      failed = undefined
      if (retakers.length) {
        const retake = { id: `R-${lesson.id}`, lesson: lesson.id, kind: 'пересдача', retake_of: work.id }
        works.push(retake)
        for (const pupil of retakers)
          give(pupil, draw.chance(0.8) ? '3' : draw.pick(['2', '4'] as const), retake)
      }
    }
    if (lesson.work && !credit) {
      const work: WorkRow = { id: `W-${lesson.id}`, lesson: lesson.id, ...lesson.work }
      works.push(work)
      const twos = new Set<string>()
      for (const pupil of able) {
        const handedIn = draw.chance(HANDED_IN)
        if (!handedIn && !draw.chance(OWED)) continue
        const mark = handedIn ? drawMark(pupil, draw) : '.'
        if (mark === '2') twos.add(pupil.row.id)
        give(pupil, mark, work)
      }
      if (twos.size && (work.weight ?? 1) >= HEAVY && draw.chance(RETAKE)) {
        failed = { work, pupils: twos, wait: RETAKE_AFTER }
      }
    }
    const share = answering(journal.hours) * (lesson.work ? ASKED_BESIDE_WORK : 1)
    const asked = able
      .map((pupil) => ({ pupil, turn: (answers.get(pupil.row.id) ?? 0) + 2 * draw.next() }))
      .sort((a, b) => a.turn - b.turn)
      .slice(0, Math.round(able.length * share * (0.6 + 0.8 * draw.next())))
    for (const { pupil } of asked) give(pupil, drawMark(pupil, draw))
    return { works, marks }
  }
}
