import { describeWork, nextWork } from '../../domain/journal/keeping.ts'
import type { Entry } from '../../domain/ledger/fact.ts'
import { type LessonWorks, lessonWorks } from './lesson-works.ts'
import type { WorkColumn } from './roll.ts'
import type { LessonPart } from './use-lesson-parts.ts'

/** The columns of all parts: a work is one column, in however many journals it is. */
export function columnsOfAll(parts: readonly LessonPart[]): readonly WorkColumn[] {
  if (parts.length === 1) return parts[0]!.works
  return [...new Map(parts.flatMap(({ works }) => works).map((work) => [work.id, work])).values()]
}

/** Makes a column that only another part has yet, before a mark goes into it. */
export function columnFor(
  { state, works }: LessonPart,
  all: readonly WorkColumn[],
  work: string,
  teacher: string,
): Entry[] {
  const column = works.some(({ id }) => id === work) ? undefined : all.find(({ id }) => id === work)
  if (!column) return []
  const { kind, title, weight } = column
  return describeWork(state, teacher, work, {
    ...(kind === undefined ? {} : { kind }),
    ...(title === undefined ? {} : { title }),
    ...(weight === undefined ? {} : { weight }),
  })
}

/**
 * Works of all parts of a lesson: one column is kept in every journal that may be written, under one id. `write`
 * writes entries of each of the given parts as one step.
 */
export function jointWorks(
  parts: readonly LessonPart[],
  kinds: LessonWorks['workKinds'],
  teacher: string,
  write: (to: readonly LessonPart[], entries: (part: LessonPart) => Entry[]) => void,
): LessonWorks {
  const open = parts.filter(({ readOnly }) => readOnly === undefined)
  const worksOf = (part: LessonPart, enter: Parameters<typeof lessonWorks>[3]) =>
    lessonWorks(part.document.fold, part.state, kinds, enter)
  const read = parts.map((part) => ({ part, works: worksOf(part, () => undefined) }))
  const writeEach = (act: (works: LessonWorks) => void) =>
    write(open, (part) => {
      const entries: Entry[] = []
      act(worksOf(part, (of) => entries.push(...of(part.state, teacher))))
      return entries
    })
  return {
    workKinds: kinds,
    retakes: [...new Map(read.flatMap(({ works }) => works.retakes).map((one) => [one.id, one])).values()],
    onAddWork: (work) => {
      const id = nextWork(parts[0]!.key, columnsOfAll(parts))
      // A retake belongs where the work is that is retaken.
      const to = open.filter(
        (part) =>
          work.retakeOf === undefined ||
          read.some((it) => it.part === part && it.works.retakes.some((one) => one.id === work.retakeOf)),
      )
      write(to, (part) => describeWork(part.state, teacher, id, work))
      return id
    },
    onEditWork: (id, work) => writeEach((works) => works.onEditWork(id, work)),
    onRemoveWork: (id) => writeEach((works) => works.onRemoveWork(id)),
    marksOfWork: (id) => read.reduce((sum, { works }) => sum + works.marksOfWork(id), 0),
    firstMarks: (id) => {
      const all = read.map(({ works }) => works.firstMarks(id))
      return (pupil) => all.map((markOf) => markOf(pupil)).find((mark) => mark !== undefined)
    },
  }
}
