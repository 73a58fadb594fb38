import type { Texts } from '../ru.ts'
import { count } from './words.ts'

export const council: Texts['council'] = {
  title: 'Council decisions',
  lead: 'They stand in the summary of marks, the paper journal and the diaries of families.',
  class: 'Class',
  date: 'Date of the minutes',
  number: 'Number of the minutes',
  text: 'Decision',
  up: (grade) => `goes up to grade ${grade}`,
  basic: 'has completed basic general education',
  middle: 'has completed secondary general education',
  forRest: (n) => `Write for the others: ${count(n, { one: 'pupil', other: 'pupils' })}`,
  all: 'Everybody has a decision.',
  of: (pupil) => `Decision: ${pupil}`,
  undo: 'Undo',
  summary: 'Summary of marks of the class',
  empty: 'No pupils in the class',
  noClasses: 'No classes yet',
}
