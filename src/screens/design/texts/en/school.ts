import type { Texts } from '../ru.ts'
import { count } from './words.ts'

export const school: Texts['school'] = {
  title: 'School',
  placesTitle: 'Work',
  places: {
    substitutions: 'Substitutions',
    workload: 'Workload',
    timetable: 'Timetable',
    keeping: 'Keeping of journals',
    duties: 'Class teachers’ duties',
    schoolReports: 'Reports of the school',
    hours: 'Teachers’ hours',
    movement: 'Movement of pupils',
    newYear: 'New school year',
    people: 'Staff sign-in',
    familyDiaries: 'Family diaries',
    advice: 'Questions to the consultant',
    log: 'Who did what',
    remarks: 'Remarks',
    periods: 'Periods of the year',
    papers: 'Paper copies',
    council: 'Council decisions',
  },
  firstDay: 'First day',
  doneOf: (done, total) =>
    done === total ? 'All is ready: journals can be kept.' : `${done} of ${total} done.`,
  coming: 'The lists of the classes are still coming',
  steps: {
    school: 'About the school',
    year: 'School year and bells',
    subjects: 'Subjects',
    staff: 'Staff',
    classes: 'Classes',
    pupils: 'Pupils and guardians',
    groups: 'Groups',
    marks: 'Rules of marks',
    workload: 'Workload',
    timetable: 'Timetable',
  },
  state: ({ id, state, count: n, ready, total }) => {
    switch (id) {
      case 'school':
        return { none: 'Not yet', started: 'Give the name, region and time zone', done: 'Done' }[state]
      case 'year':
        return { none: 'Not yet', started: 'Periods or bells are missing', done: 'Done' }[state]
      case 'subjects':
        return n === 0 ? 'Not yet' : count(n, { one: 'subject', other: 'subjects' })
      case 'staff':
        if (n === 0) return 'Not yet'
        return (
          count(n, { one: 'person', other: 'people' }) + (state === 'done' ? '' : ', no teacher among them')
        )
      case 'classes':
        if (n === 0) return 'Not yet'
        return (
          count(n, { one: 'class', other: 'classes' }) +
          (state === 'done' ? '' : `, ${ready} with a class teacher`)
        )
      case 'pupils':
        if (n === 0) return 'Not yet'
        return (
          count(n, { one: 'pupil', other: 'pupils' }) +
          (state === 'done' ? '' : `, ${ready} of ${total} classes have a list`)
        )
      case 'groups':
        if (n === 0) return 'None. Needed where a class divides for a lesson'
        return (
          count(n, { one: 'group', other: 'groups' }) + (state === 'done' ? '' : `, ${ready} with pupils`)
        )
      case 'marks':
        return state === 'done' ? "The school's own rules" : 'The common ones hold. Check that they suit you'
      case 'workload':
      case 'timetable':
        return n === 0 ? 'Not yet' : `${ready} of ${total} classes have it`
    }
  },
}
