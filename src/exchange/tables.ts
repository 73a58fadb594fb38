/**
 * The exchange folder as typed tables: one array a file, one object a row. Optional columns are absent, never
 * empty strings. Dates are `YYYY-MM-DD`, times `HH:MM`, ids free text without commas.
 */
export interface ExchangeTables {
  school: SchoolRow[]
  years: YearRow[]
  periods: PeriodRow[]
  holidays: HolidayRow[]
  bells: BellRow[]
  subjects: SubjectRow[]
  staff: StaffRow[]
  classes: ClassRow[]
  pupils: PupilRow[]
  movements: MovementRow[]
  guardians: GuardianRow[]
  groups: GroupRow[]
  group_members: GroupMemberRow[]
  assignments: AssignmentRow[]
  timetable: TimetableRow[]
  plan: PlanRow[]
  lessons: LessonRow[]
  works: WorkRow[]
  marks: MarkRow[]
  attendance: AttendanceRow[]
  absence_spans: AbsenceSpanRow[]
  pupil_modes: PupilModeRow[]
  period_marks: PeriodMarkRow[]
}

export interface SchoolRow {
  id: string
  name: string
  short_name?: string
  region?: string
  timezone?: string
}
export interface YearRow {
  id: string
  starts: string
  ends: string
}
export interface PeriodRow {
  id: string
  year: string
  kind: 'quarter' | 'half' | 'trimester'
  number: number
  starts: string
  ends: string
}
export interface HolidayRow {
  name?: string
  starts: string
  ends: string
  grades?: string
}
export interface BellRow {
  number: number
  starts: string
  ends: string
}
export interface SubjectRow {
  id: string
  name: string
}
export interface StaffRow {
  id: string
  last_name: string
  first_name: string
  middle_name?: string
  roles: ('teacher' | 'office')[]
  email?: string
}
export interface ClassRow {
  id: string
  year: string
  grade: number
  letter: string
  class_teacher?: string
  ungraded_until?: string
}
export interface PupilRow {
  id: string
  last_name: string
  first_name: string
  middle_name?: string
  born?: string
  sex?: string
}
export type MovementKind = 'enrolled' | 'arrived' | 'moved_in' | 'moved_out' | 'left' | 'expelled'
export interface MovementRow {
  pupil: string
  class: string
  kind: MovementKind
  date: string
  order_no?: string
  order_date?: string
  place?: string
}
export interface GuardianRow {
  id: string
  pupil: string
  last_name: string
  first_name: string
  middle_name?: string
  relation?: string
  phone?: string
  email?: string
  consent_date?: string
}
export interface GroupRow {
  id: string
  class: string
  subject: string
  name: string
}
export interface GroupMemberRow {
  group: string
  pupil: string
  from?: string
  to?: string
}
export interface AssignmentRow {
  class: string
  subject: string
  group?: string
  teacher: string
  hours_per_week?: number
  hours_per_year?: number
  from?: string
  to?: string
  grading?: 'marks' | 'credit' | 'none'
  attested?: 'quarter' | 'half' | 'year'
}
export interface TimetableRow {
  class: string
  subject: string
  group?: string
  weekday: number
  bell: number
  room?: string
  from?: string
  to?: string
  week?: 'odd' | 'even'
}
export interface PlanRow {
  class: string
  subject: string
  group?: string
  number: number
  hours: number
  topic: string
  homework?: string
}
export interface LessonRow {
  id: string
  class: string
  subject: string
  group?: string
  date: string
  bell: number
  topic?: string
  homework?: string
  held: boolean
  roll_taken: boolean
  teacher?: string
}
export interface WorkRow {
  id: string
  lesson: string
  kind?: string
  title?: string
  weight?: number
  retake_of?: string
}
export interface MarkRow {
  lesson: string
  work?: string
  pupil: string
  mark: string
  comment?: string
}
export interface AttendanceRow {
  lesson: string
  pupil: string
  code: 'Н' | 'О'
  reason?: 'Б' | 'У' | 'Н'
  minutes?: number
}
export interface AbsenceSpanRow {
  pupil: string
  from: string
  to?: string
  code: 'Б' | 'У'
  document?: string
}
export interface PupilModeRow {
  pupil: string
  mode: 'home' | 'family'
  from: string
  to?: string
}
export interface PeriodMarkRow {
  class: string
  subject: string
  group?: string
  period: string
  pupil: string
  mark: string
}
