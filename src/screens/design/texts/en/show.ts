import type { Texts } from '../ru.ts'
import { count } from './words.ts'

const lessons = (n: number) => count(n, { one: 'lesson', other: 'lessons' })

export const show: Texts['show'] = {
  toPupil: 'Show to the pupil',
  hint: 'Only this pupil’s marks, absences and homework are on the screen. Leaving takes the PIN.',
  period: (from, to) => `Period from ${from} to ${to}.`,
  year: 'The school year.',
  here: 'Subjects whose journals are on this tablet.',
  marks: 'Marks',
  noMarks: 'No marks yet',
  average: 'Average',
  given: 'for the period',
  missed: 'Absences',
  missedCount: (absent, late) =>
    absent + late === 0 ? 'Not absent, never late.' : `Absent: ${lessons(absent)}. Late: ${late}.`,
  reasons: { Б: 'ill', У: 'excused', Н: 'unexcused', '': 'no reason given' },
  homework: 'Homework',
  noHomework: 'No homework.',
  due: (day) => `for ${day}`,
}
