import type { Lesson } from '../../src/domain/journal/journal-view.ts'
import { addDays } from '../../src/domain/policy/policy.ts'
import type { ReportSource } from '../../src/domain/reports/report-source.ts'
import { weekdayOf } from '../../src/domain/school/calendar.ts'
import type { Movement } from '../../src/domain/school/class-view.ts'
import { compareNames } from '../../src/domain/school/names.ts'
import { type SmallLesson, smallSchool } from '../domain/reports/small-school.ts'

export const period = '2025-26/1'
export const classId = '7А'
const english = { one: `${classId},s2,g1`, two: `${classId},s2,g2` }

const subjects = [
  'Русский язык',
  'Литература',
  'Иностранный язык (английский)',
  'Алгебра',
  'Геометрия',
  'Вероятность и статистика',
  'Информатика',
  'История',
  'Обществознание',
  'География',
  'Биология',
  'Физика',
  'Основы духовно-нравственной культуры народов России',
  'Изобразительное искусство',
  'Физическая культура',
  'Разговоры о важном',
]

const topic =
  'Сложноподчинённые предложения с несколькими придаточными: последовательное, однородное и параллельное подчинение; ' +
  'знаки препинания при стечении союзов'
const homework =
  '§ 14–15, упр. 127 (письменно, с полным синтаксическим разбором третьего и пятого предложений), выучить правило на с. 86, ' +
  'подготовить устное сообщение о М. В. Ломоносове; желающим — упр. 131'
const kinds = ['Самостоятельная работа', 'Контрольная работа: Сложноподчинённое предложение', 'Диктант']

/** Weekdays of each subject: two lessons of the first one on Mondays, so that 48 lessons stand in the quarter. */
const days: readonly (readonly number[])[] = [
  [1, 1, 2, 3, 4, 5],
  [2, 4],
  [1, 3, 5],
  ...Array.from({ length: 13 }, (_, index) => [(index % 5) + 1, ((index + 2) % 5) + 1]),
]

/**
 * Class 7А as full and as wordy as can be: 35 pupils of the longest names and two more who left and came, 16 subjects,
 * one of them in two groups, topics and homework of several lines, three marks in a cell, lessons without a roll.
 */
export function paperClass(): ReportSource {
  const pupils = Array.from({ length: 37 }, (_, index) => `p${String(index + 1).padStart(2, '0')}`)
  const movements: Movement[] = [
    ...['p01', 'p02', 'p03'].map((pupil): Movement => ({ pupil, kind: 'enrolled', date: '2025-09-01' })),
    { pupil: 'p01', kind: 'left', date: '2025-09-16', orderNo: '31-у', place: 'г. Пермь' },
    { pupil: 'p02', kind: 'left', date: '2025-10-23', orderNo: '44-у' },
    { pupil: 'p03', kind: 'moved_out', date: '2025-11-10', orderNo: '50-у' },
    {
      pupil: 'p04',
      kind: 'arrived',
      date: '2025-10-06',
      orderNo: '40-у',
      orderDate: '2025-10-03',
      place: 'г. Чайковский, МБОУ «СОШ № 10»',
    },
  ]
  const half = pupils.length / 2
  const source = smallSchool({
    classes: {
      [classId]: {
        pupils,
        movements,
        members: pupils.map((pupil, index) => ({ group: index < half ? 'g1' : 'g2', pupil })),
      },
    },
    lessons: subjects.flatMap((_, index) =>
      index === 2
        ? [
            ...lessonsOf(english.one, index, pupils.slice(0, half)),
            ...lessonsOf(english.two, index, pupils.slice(half)),
          ]
        : lessonsOf(`${classId},s${index}`, index, pupils),
    ),
    assignments: subjects.flatMap((_, index) => {
      const own = { class: classId, subject: `s${index}` }
      if (index === 15) return [{ ...own, teacher: 't1', grading: 'none' as const }]
      if (index !== 2) return [{ ...own, teacher: `t${index % 4}` }]
      return ['g1', 'g2'].map((group, at) => ({ ...own, group, teacher: `t${at}` }))
    }),
    periodMarks: subjects.flatMap((_, index) =>
      index === 2 || index === 15
        ? []
        : pupils.slice(1).map((pupil, row) => {
            const mark = (['5', '4', 'н/а', '3', 'осв', '2'] as const)[(row + index) % 6]!
            return [`${classId},s${index}`, period, pupil, mark] as const
          }),
    ),
  })
  const { school } = source
  school.profile = {
    id: 's',
    name:
      'Муниципальное бюджетное общеобразовательное учреждение «Верхнечусовская средняя общеобразовательная школа имени ' +
      'Героя Советского Союза Н. И. Кузнецова» Чусовского муниципального округа Пермского края',
  }
  subjects.forEach((name, index) => {
    school.subjects.set(`s${index}`, { id: `s${index}`, name })
  })
  for (const [index, id] of ['g1', 'g2'].entries())
    school.groups.set(id, { id, class: classId, subject: 's2', name: `Группа ${index + 1}` })
  const staff = [
    ['t0', 'Вяткина', 'Анна', 'Ярославовна', 'teacher'],
    ['t1', 'Константинопольская', 'Екатерина', 'Владиславовна', 'teacher'],
    ['t2', 'Ли', 'Ян', '', 'teacher'],
    ['t3', 'Абдурахманбекова', 'Мухаббат', 'Абдулвахобовна', 'teacher'],
    ['head', 'Колчанова', 'Любовь', 'Владимировна', 'office'],
  ] as const
  for (const [id, last, first, middle, role] of staff)
    school.staff.set(id, { id, last, first, ...(middle ? { middle } : {}), roles: [role] })
  school.classes.get(classId)!.classTeacher = 't1'
  const view = source.classes.get(classId)!
  view.pupils = pupils
    .map((id, index) => ({
      id,
      last:
        index % 3 === 0
          ? 'Константинопольская'
          : index % 3 === 1
            ? 'Ёлкина'
            : 'Абдурахманбекова-Вознесенская',
      first: index % 2 === 0 ? 'Александра-Вероника' : 'Мухаббат',
      middle: index % 2 === 0 ? 'Константиновна' : 'Абдулвахобовна',
      born: `2012-0${(index % 9) + 1}-1${index % 10}`,
      sex: 'ж',
    }))
    .sort(compareNames)
  for (const [name, journal] of source.journals)
    journal.lessons = journal.lessons.map((lesson, index) => ({ ...lesson, ...wordsOf(name, lesson, index) }))
  return source
}

function lessonsOf(journal: string, index: number, all: readonly string[]): SmallLesson[] {
  const lessons: SmallLesson[] = []
  for (let date = '2025-09-01'; date <= '2025-10-24'; date = addDays(date, 1)) {
    const pupils = all.filter((pupil) => isThere(pupil, date))
    const own = days[index]!.filter((day) => day === weekdayOf(date))
    own.forEach((_, at) => {
      const seed = Number(date.slice(8)) + index
      const marks = (step: number) =>
        Object.fromEntries(
          pupils
            .filter((_, row) => (row + seed) % step === 0)
            .map((pupil, row) => [
              pupil,
              (['5', '4', '3', '2', '.', 'незач', 'зач'] as const)[(row + seed) % 7]!,
            ]),
        )
      lessons.push({
        journal,
        date,
        bell: (index % 6) + 1 + at,
        roll: seed % 11 !== 0,
        absent: Object.fromEntries(
          pupils
            .filter((_, row) => (row * 3 + seed) % 13 === 0)
            .map((pupil, row) => [pupil, (['Б', 'У', 'Н'] as const)[row % 3]!]),
        ),
        late: pupils.filter((_, row) => (row + seed) % 29 === 0),
        marks: marks(3),
        works: seed % 3 === 0 ? [0, 1, 2].map((work) => ({ id: `w${work}`, marks: marks(2 + work) })) : [],
      })
    })
  }
  return lessons
}

function isThere(pupil: string, date: string): boolean {
  if (pupil === 'p01') return date < '2025-09-16'
  if (pupil === 'p02') return date < '2025-10-23'
  return pupil !== 'p04' || date >= '2025-10-06'
}

function wordsOf(journal: string, lesson: Lesson, index: number): Partial<Lesson> {
  const long = journal.endsWith('s0')
  return {
    topic: long || index % 5 === 0 ? topic : 'Повторение изученного',
    homework: long ? homework : index % 4 === 0 ? homework : '§ 3, упр. 5',
    ...(index % 7 === 3 ? { teacher: 't3' } : {}),
    works: lesson.works.map((work, at) => ({ ...work, kind: kinds[at % kinds.length]! })),
  }
}
