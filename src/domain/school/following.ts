import { type AbsenceSpan, type ClassView, type Exemption, isEntry, type PupilMode } from './class-view.ts'

/**
 * Classes whose documents speak of a pupil, the one he came to last first: where two of them tell the same thing
 * differently, the first is right.
 */
export function classesByArrival(classes: ReadonlyMap<string, ClassView>, pupil: string): string[] {
  const arrivals: { id: string; date: string }[] = []
  for (const [id, view] of classes) {
    const own = view.movements.filter((movement) => movement.pupil === pupil)
    const date = own.filter(isEntry).at(-1)?.date
    if (own.length > 0 || view.pupils.some((card) => card.id === pupil))
      arrivals.push({ id, date: date ?? '' })
  }
  return arrivals
    .sort((a, b) => (a.date === b.date ? (a.id < b.id ? -1 : 1) : a.date < b.date ? 1 : -1))
    .map(({ id }) => id)
}

/**
 * A class as its lessons are to be counted: spans, modes and exemptions follow a pupil from class to class (rules.md,
 * Attendance), so what the documents of his other classes say is added.
 */
export function withFollowing(
  classes: ReadonlyMap<string, ClassView>,
  classId: string,
): ClassView | undefined {
  const view = classes.get(classId)
  if (!view) return undefined
  const spans: AbsenceSpan[] = []
  const modes: PupilMode[] = []
  const exemptions: Exemption[] = []
  for (const { id } of view.pupils) {
    const order = classesByArrival(classes, id).map((name) => classes.get(name)!)
    spans.push(
      ...merged(
        order,
        id,
        ({ spans: all }) => all,
        ({ from, code }) => `${from},${code}`,
      ),
    )
    modes.push(
      ...merged(
        order,
        id,
        ({ modes: all }) => all,
        ({ from }) => from,
      ),
    )
    exemptions.push(
      ...merged(
        order,
        id,
        ({ exemptions: all }) => all,
        ({ from }) => from,
      ),
    )
  }
  return { ...view, spans, modes, exemptions }
}

function merged<T extends { pupil: string }>(
  order: readonly ClassView[],
  pupil: string,
  pick: (view: ClassView) => readonly T[],
  keyOf: (item: T) => string,
): T[] {
  const all: T[] = []
  const told = new Set<string>()
  for (const view of order) {
    const own = pick(view).filter((item) => item.pupil === pupil && !told.has(keyOf(item)))
    all.push(...own)
    for (const item of own) told.add(keyOf(item))
  }
  return all
}
