import type { Bell } from './school-view.ts'

/** Bells of one shift for some grades, on ordinary or on short days. */
export interface BellPlan {
  /** 1 or 2. */
  shift: number
  /** Grades as holidays list them ("1", "5-9"); absent: all the others. */
  grades?: string
  /** Holds on short days only. */
  shortDay: boolean
  /** Holds until the end of December; absent: all year. */
  until?: 'december'
  bells: Bell[]
}

/** What bells are reckoned from; all lengths in minutes. */
export interface BellRule {
  /** `HH:MM`, when the first lesson begins. */
  starts: string
  lesson: number
  /** Breaks after the first lesson, the second ...; the last one is repeated. */
  breaks: readonly number[]
  /** How many lessons. */
  lessons: number
}

/** Bells of a day by a rule, numbered from 1; the day must not run past midnight. */
export function bellsBy({ starts, lesson, breaks, lessons }: BellRule): Bell[] {
  const bells: Bell[] = []
  let minute = minuteOf(starts)
  for (let number = 1; number <= lessons; number++) {
    bells.push({ number, starts: clock(minute), ends: clock(minute + lesson) })
    minute += lesson + (breaks[number - 1] ?? breaks.at(-1) ?? 0)
  }
  return bells
}

function minuteOf(time: string): number {
  const [hours, minutes] = time.split(':').map(Number)
  return hours! * 60 + minutes!
}

function clock(minute: number): string {
  if (minute >= 24 * 60) throw new RangeError(`bells run past midnight: minute ${minute}`)
  const two = (value: number) => String(value).padStart(2, '0')
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`
}

const breaks = [10, 20, 20, 10]
const firstShift: BellRule = { starts: '08:30', lesson: 40, breaks, lessons: 8 }
const secondShift: BellRule = { starts: '14:00', lesson: 40, breaks: [10], lessons: 6 }

/**
 * Bells to start from, of a school of one or two shifts: lessons of 40 minutes, of 30 on short days; grade 1 has 35
 * minutes until the end of December (sanitary rules SP 2.4.3648-20, 3.4.16).
 */
export function bellPlans(shifts: number): BellPlan[] {
  const first: BellPlan[] = [
    { shift: 1, shortDay: false, bells: bellsBy(firstShift) },
    {
      shift: 1,
      grades: '1',
      shortDay: false,
      until: 'december',
      bells: bellsBy({ ...firstShift, lesson: 35, lessons: 5 }),
    },
    { shift: 1, shortDay: true, bells: bellsBy({ ...firstShift, lesson: 30 }) },
  ]
  if (shifts < 2) return first
  return [
    ...first,
    { shift: 2, shortDay: false, bells: bellsBy(secondShift) },
    { shift: 2, shortDay: true, bells: bellsBy({ ...secondShift, lesson: 30 }) },
  ]
}
