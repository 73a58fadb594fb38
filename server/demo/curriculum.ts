/** What each grade is taught and how many hours a week, after the federal programme for a five-day week. */

const names = {
  rus: 'Русский язык',
  lit: 'Литература',
  read: 'Литературное чтение',
  eng: 'Английский язык',
  math: 'Математика',
  alg: 'Алгебра',
  calc: 'Алгебра и начала математического анализа',
  geom: 'Геометрия',
  prob: 'Вероятность и статистика',
  inf: 'Информатика',
  world: 'Окружающий мир',
  hist: 'История',
  soc: 'Обществознание',
  geo: 'География',
  bio: 'Биология',
  phys: 'Физика',
  chem: 'Химия',
  ethics: 'Основы религиозных культур и светской этики',
  art: 'Изобразительное искусство',
  mus: 'Музыка',
  tech: 'Труд (технология)',
  pe: 'Физическая культура',
  safety: 'Основы безопасности и защиты Родины',
  project: 'Индивидуальный проект',
  talk: 'Разговоры о важном',
} as const

export type SubjectId = keyof typeof names

/** All subjects in the order of a curriculum. */
export const subjects = Object.entries(names).map(([id, name]) => ({ id: id as SubjectId, name }))

/** Hours a week: the first grade of the row, then one number a grade. */
const hours: Record<SubjectId, [firstGrade: number, ...hours: number[]]> = {
  rus: [1, 5, 5, 5, 5, 5, 6, 4, 3, 3, 3, 3],
  lit: [5, 3, 3, 2, 2, 3, 3, 3],
  read: [1, 4, 4, 4, 4],
  eng: [2, 2, 2, 2, 3, 3, 3, 3, 3, 3, 3],
  math: [1, 4, 4, 4, 4, 5, 5],
  alg: [7, 3, 3, 3],
  calc: [10, 4, 4],
  geom: [7, 2, 2, 2, 2, 3],
  prob: [7, 1, 1, 1, 1, 1],
  inf: [7, 1, 1, 1, 1, 1],
  world: [1, 2, 2, 2, 2],
  hist: [5, 3, 3, 3, 3, 2, 2, 2],
  soc: [8, 1, 1, 3, 3],
  geo: [5, 1, 1, 2, 2, 2, 1, 1],
  bio: [5, 1, 1, 1, 2, 2, 2, 2],
  phys: [7, 2, 2, 3, 2, 2],
  chem: [8, 2, 2, 1, 1],
  ethics: [4, 1],
  art: [1, 1, 1, 1, 1, 1, 1, 1],
  mus: [1, 1, 1, 1, 1, 1, 1, 1, 1],
  tech: [1, 1, 1, 1, 1, 2, 2, 2, 1, 1],
  pe: [1, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2],
  safety: [8, 1, 1, 1, 1],
  project: [10, 1],
  talk: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1],
}

/** Subjects that a class of this size learns in two parallel groups. */
function isSplit(subject: SubjectId, grade: number, size: number): boolean {
  if (subject === 'eng') return size >= 20
  if (subject === 'inf') return true
  return subject === 'tech' && grade >= 5 && grade <= 8
}

/** A subject of a grade. */
export interface CurriculumItem {
  subject: SubjectId
  /** A week. */
  hours: number
  split: boolean
}

/** What a class of this grade and size is taught. */
export function curriculum(grade: number, size: number): CurriculumItem[] {
  return subjects.flatMap(({ id }) => {
    const [first, ...perWeek] = hours[id]
    const count = perWeek[grade - first]
    return count ? [{ subject: id, hours: count, split: isSplit(id, grade, size) }] : []
  })
}

/** How many lessons a class of this grade has on a weekday (1-5): no two days differ by more than one. */
export function lessonsOnDay(grade: number, weekday: number): number {
  const week = curriculum(grade, 0).reduce((sum, item) => sum + item.hours, 0)
  return Math.floor(week / 5) + (weekday <= week % 5 ? 1 : 0)
}
