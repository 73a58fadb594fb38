import { lastFirst } from '../school/names.ts'
import { type Category, type CategoryKey, categoryKeys, categoryOf, classRates } from './categories.ts'
import type { PupilResult } from './pupil-results.ts'
import type { Rate } from './ratio.ts'

/** A pupil in his category; `subjects` are those that put him there, where the paper names them. */
export interface CategorizedPupil {
  pupil: string
  name: string
  subjects: string[]
}

export interface CategoryList {
  key: CategoryKey
  count: number
  /** In order of names. */
  pupils: CategorizedPupil[]
}

/** A class by categories, all eight in the order of matching, with its rates. */
export interface ClassCategories {
  categories: CategoryList[]
  passRate: Rate
  qualityRate: Rate
}

/** Puts each pupil into his one category; those who are not counted (see `categoryOf`) are in none. */
export function classCategories(pupils: readonly PupilResult[]): ClassCategories {
  const found = pupils.map(({ pupil, subjects, marks }) => ({
    pupil,
    category: categoryOf(subjects.keys(), marks),
  }))
  return {
    categories: categoryKeys.map((key) => listOf(key, found)),
    ...classRates(found.map(({ category }) => category)),
  }
}

function listOf(
  key: CategoryKey,
  found: readonly { pupil: PupilResult['pupil']; category: Category | undefined }[],
): CategoryList {
  const pupils = found.flatMap(({ pupil, category }): CategorizedPupil[] =>
    category?.key === key ? [{ pupil: pupil.id, name: lastFirst(pupil), subjects: category.subjects }] : [],
  )
  return { key, count: pupils.length, pupils }
}
