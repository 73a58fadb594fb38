import type { Mark, Reason } from '../../src/domain/ledger/attributes.ts'
import type { ReportSource } from '../../src/domain/reports/report-source.ts'
import type { Movement } from '../../src/domain/school/class-view.ts'
import { compareNames } from '../../src/domain/school/names.ts'
import { type SmallLesson, smallSchool } from '../domain/reports/small-school.ts'

/** 27 school days of six-day weeks: the widest month there is. */
export const month = '2025-10'
export const period = '2025-26/1'
const classId = '7А'

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
  'Музыка',
  'Труд (технология)',
  'Физическая культура',
  'Основы безопасности и защиты Родины',
]

/** Some of the longest that Russian schools have, and some of every day. */
const names: readonly [last: string, first: string, sex: string][] = [
  ['Константинопольская-Вознесенская', 'Александра-Виктория', 'ж'],
  ['Абдурахманбеков', 'Мухаммадамин Абдулвахобович', 'м'],
  ['Христорождественский', 'Константин', 'м'],
  ['Ёлкина', 'Алёна', 'ж'],
  ['Ян', 'Лев', 'м'],
  ['Щербачёва-Рождественская', 'Екатерина', 'ж'],
  ['Переверзев', 'Пантелеймон', 'м'],
  ['Жук', 'Юлия', 'ж'],
]

/** What the large class is asked to have. */
export interface LargeClass {
  pupils: number
  subjects?: number
}

/**
 * Class 7А of a school with a long name: pupils with the longest names, 27 days of six lessons, absences, a leaver, an
 * arrival, a lesson without a roll; period marks in up to 18 subjects of long titles.
 */
export function largeClass({ pupils: count, subjects: subjectCount = 18 }: LargeClass): ReportSource {
  const pupils = Array.from({ length: count }, (_, index) => `p${String(index + 1).padStart(2, '0')}`)
  const taught = subjects.slice(0, subjectCount)
  const journals = taught.map((_, index) => `${classId},s${index}`)
  const source = smallSchool({
    classes: { [classId]: { pupils, movements: movementsOf(pupils) } },
    lessons: lessonsOf(pupils, journals),
    assignments: journals.flatMap((journal, index) => {
      const [, subject = ''] = journal.split(',')
      const teachers = subject === 's2' ? ['t2', 't20'] : [`t${index}`]
      return teachers.map((teacher) => ({ class: classId, subject, teacher }))
    }),
    periodMarks: pupils.flatMap((pupil, row) =>
      journals.flatMap((journal, column): [string, string, string, Mark][] => {
        const mark = (['5', '4', '4', '3', '5', '4', 'осв', '2', 'н/а'] as const)[(row * 7 + column * 3) % 9]!
        return row === 4 && column === 3 ? [] : [[journal, period, pupil, row % 5 === 0 ? mark : '4']]
      }),
    ),
  })
  source.school.profile = {
    id: 's',
    name:
      'Муниципальное бюджетное общеобразовательное учреждение «Верхнечусовская средняя общеобразовательная школа имени ' +
      'Героя Советского Союза Н. И. Кузнецова» Чусовского муниципального округа Пермского края',
  }
  taught.forEach((name, index) => {
    source.school.subjects.set(`s${index}`, { id: `s${index}`, name })
    const last = index % 3 === 0 ? 'Константинопольская' : 'Вяткина'
    source.school.staff.set(`t${index}`, {
      id: `t${index}`,
      last,
      first: 'Анна',
      middle: 'Ярославовна',
      roles: [],
    })
  })
  source.school.staff.set('t20', { id: 't20', last: 'Ли', first: 'Ян', roles: ['teacher'] })
  source.school.staff.set('head', {
    id: 'head',
    last: 'Колчанова',
    first: 'Любовь',
    middle: 'Владимировна',
    roles: ['office'],
  })
  const view = source.classes.get(classId)!
  view.pupils = pupils
    .map((id, index) => {
      const [last, first, sex] = names[index % names.length]!
      return { id, last: index < names.length ? last : `${last} ${index}`, first, sex }
    })
    .sort(compareNames)
  source.school.classes.get(classId)!.classTeacher = 't1'
  return source
}

function movementsOf(pupils: readonly string[]): Movement[] {
  const [early, late, last] = [pupils[1]!, pupils[3]!, pupils[5]!]
  return [
    { pupil: early, kind: 'enrolled', date: '2025-09-01' },
    { pupil: last, kind: 'enrolled', date: '2025-09-01' },
    { pupil: early, kind: 'left', date: '2025-10-15', orderNo: '31-у', place: 'Пермь' },
    { pupil: late, kind: 'arrived', date: '2025-10-09' },
    { pupil: last, kind: 'moved_out', date: '2025-10-30', orderNo: '40-у' },
  ]
}

function lessonsOf(pupils: readonly string[], journals: readonly string[]): SmallLesson[] {
  const lessons: SmallLesson[] = []
  for (let day = 1; day <= 31; day++) {
    const date = `${month}-${String(day).padStart(2, '0')}`
    if (new Date(`${date}T00:00:00Z`).getUTCDay() === 0) continue
    for (let bell = 1; bell <= 6; bell++) {
      const away = pupils.filter((_, index) => (index * 5 + day) % 17 === 0 && (day % 2 === 0 || bell < 4))
      const reasonOf = (pupil: string): Reason | '' =>
        (['Б', 'У', ''] as const)[(pupils.indexOf(pupil) + day + (day % 5 === 0 && bell > 3 ? 1 : 0)) % 3]!
      lessons.push({
        journal: journals[(day + bell) % journals.length]!,
        date,
        bell,
        roll: !(day === 7 && bell === 2),
        absent: Object.fromEntries(away.map((pupil) => [pupil, reasonOf(pupil)])),
        late: day === 20 && bell === 1 ? [pupils[0]!] : [],
      })
    }
  }
  return lessons
}
