import type { GroupRow } from '../../src/exchange/tables.ts'
import { type CurriculumItem, curriculum } from './curriculum.ts'

/** A class of the demo school before anybody sits in it. */
export interface DemoClass {
  /** `2026-7a` */
  id: string
  grade: number
  letter: string
  /** Pupils on the first day. */
  size: number
  curriculum: CurriculumItem[]
  groups: GroupRow[]
}

/** Pupils on 1 September by grade, classes А, Б, В. One class is as full as the law allows and more. */
const sizes: readonly (readonly number[])[] = [
  [23, 22, 21],
  [26, 24],
  [23, 22],
  [25, 24],
  [35, 22, 20],
  [26, 24],
  [28, 21, 19],
  [25, 23],
  [24, 22, 18],
  [21],
  [19],
]
const letters = ['А', 'Б', 'В']
/** Ids are ASCII. */
const idLetters = ['a', 'b', 'v']

/** The class whose lesson the demo shows: 7А. */
export const shownClass = { grade: 7, letter: 'А' } as const

/** The 24 classes of a school year with their groups, 1А to 11А. */
export function demoClasses(startYear: number): DemoClass[] {
  return sizes.flatMap((parallel, index) =>
    parallel.map((size, at) => {
      const grade = index + 1
      const id = `${startYear}-${grade}${idLetters[at]}`
      const taught = curriculum(grade, size)
      const groups = taught
        .filter((item) => item.split)
        .flatMap(({ subject }) =>
          (subject === 'tech' ? ['Мальчики', 'Девочки'] : ['Группа 1', 'Группа 2']).map((name, n) => ({
            id: `${id}-${subject}${n + 1}`,
            class: id,
            subject,
            name,
          })),
        )
      return { id, grade, letter: letters[at]!, size, curriculum: taught, groups }
    }),
  )
}
