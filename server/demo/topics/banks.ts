import type { SubjectId } from '../curriculum.ts'
import { languages } from './languages.ts'
import { literature } from './literature.ts'
import { mathematics } from './mathematics.ts'
import { nature } from './nature.ts'
import { practical } from './practical.ts'
import { society } from './society.ts'

const banks = [...mathematics, ...languages, ...literature, ...society, ...nature, ...practical]

/** The topics of a subject in a grade. Throws for a subject that the grade does not have. */
export function topicsOf(subject: SubjectId, grade: number): readonly string[] {
  const found = banks.find((bank) => bank.subject === subject && bank.from <= grade && grade <= bank.to)
  if (!found) throw new Error(`Нет тем: ${subject}, ${grade} класс.`)
  return found.topics
}
