import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { addDays } from '../../src/domain/policy/policy.ts'
import { weekdayOf } from '../../src/domain/school/calendar.ts'
import { schoolClock, schoolDate } from '../../src/domain/school/school-date.ts'

/** A school of two small classes in the last week of a quarter, as its exchange folder. */
export interface SmallSchool {
  folder: string
  /** Dates of the quarter's lessons of English, every other school day; the last is today. */
  dates: readonly string[]
}

/** Lessons of English in the quarter: four weeks of three. */
const lessons = 12
const sunday = 7

/** Pupils by class and group, as rolls name them. */
export const pupils = {
  first: ['Агеева Анна', 'Белов Борис', 'Волкова Вера', 'Громов Глеб'],
  second: ['Дёмин Денис', 'Ершова Ева', 'Жуков Захар', 'Зимина Зоя'],
  parallel: ['Исаев Илья', 'Козлова Кира'],
} as const

/** Writes the folder. The quarter lies around today, so that it is kept in its time. */
export async function writeSmallSchool(folder: string): Promise<SmallSchool> {
  const timezone = timezoneOfSchoolDay()
  const today = schoolDate(Date.now(), timezone)
  const dates = Array.from({ length: lessons }, (_, index) => schoolDayFrom(today, 2 * (index + 1 - lessons)))
  const weekdays = [...new Set(dates.map(weekdayOf))]
  const starts = schoolDayFrom(dates[0]!, -1)
  const all = [...pupils.first, ...pupils.second, ...pupils.parallel]
  const idOf = (name: string) => `p${all.indexOf(name as (typeof all)[number]) + 1}`
  const classOf = (name: string) => ((pupils.parallel as readonly string[]).includes(name) ? '7b' : '7a')
  const files = {
    school: ['id,name,timezone', `school,МБОУ «Малая школа»,${timezone}`],
    years: ['id,starts,ends', `year,${starts},${addDays(today, 200)}`],
    periods: ['id,year,kind,number,starts,ends', `year/1,year,quarter,1,${starts},${addDays(today, 3)}`],
    bells: [
      'number,starts,ends',
      '1,08:30,09:10',
      '2,09:20,10:00',
      '3,10:10,10:50',
      '4,11:00,11:40',
      '5,11:50,12:30',
    ],
    subjects: ['id,name', 'eng,Английский язык', 'math,Математика'],
    staff: [
      'id,last_name,first_name,roles',
      't1,Лобанова,Анна,teacher',
      't2,Ощепкова,Ксения,teacher',
      't3,Ведерникова,Мария,teacher',
      'o1,Трефилова,Светлана,office',
    ],
    classes: ['id,year,grade,letter,class_teacher', '7a,year,7,А,t2', '7b,year,7,Б,t3'],
    pupils: ['id,last_name,first_name', ...all.map((name) => `${idOf(name)},${name.replace(' ', ',')}`)],
    movements: [
      'pupil,class,kind,date',
      ...all.map((name) => `${idOf(name)},${classOf(name)},enrolled,${starts}`),
    ],
    groups: ['id,class,subject,name', 'g1,7a,eng,Группа 1', 'g2,7a,eng,Группа 2'],
    group_members: [
      'group,pupil',
      ...pupils.first.map((name) => `g1,${idOf(name)}`),
      ...pupils.second.map((name) => `g2,${idOf(name)}`),
    ],
    assignments: ['class,subject,group,teacher', '7a,eng,g1,t1', '7a,eng,g2,t3', '7b,eng,,t1', '7a,math,,t2'],
    timetable: [
      'class,subject,group,weekday,bell',
      ...weekdays.flatMap((weekday) => [
        `7a,eng,g1,${weekday},2`,
        `7a,eng,g2,${weekday},2`,
        `7b,eng,,${weekday},3`,
        `7a,math,,${weekday},1`,
      ]),
    ],
  }
  await mkdir(folder, { recursive: true })
  for (const [name, rows] of Object.entries(files))
    await writeFile(join(folder, `${name}.csv`), `${rows.join('\n')}\n`)
  return { folder, dates }
}

/** A time zone where it is no Sunday now, and no midnight within the minutes of a test. */
function timezoneOfSchoolDay(): string {
  const now = Date.now()
  return ['Asia/Yekaterinburg', 'Etc/GMT+12', 'Etc/GMT-14'].find(
    (zone) => weekdayOf(schoolDate(now, zone)) !== sunday && schoolClock(now, zone) < '23:30',
  )!
}

/** The school day that lies a number of school days (Monday to Saturday) from a date. */
function schoolDayFrom(date: string, days: number): string {
  let day = date
  for (let left = Math.abs(days); left > 0; ) {
    day = addDays(day, Math.sign(days))
    if (weekdayOf(day) !== sunday) left--
  }
  return day
}
