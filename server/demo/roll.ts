import type { AttendanceRow } from '../../src/exchange/tables.ts'
import type { Absences, Bout } from './absence.ts'
import type { DemoPupil } from './pupils.ts'
import type { Random } from './random.ts'

/** Absences of one lesson and lateness, per pupil and lesson. */
const SKIPPED = 0.004
const LATE = 0.006
const LATE_IN_THE_MORNING = 0.025
/** Cells of an absence that no span explains, in which the class teacher has put the reason. */
const EXPLAINED = 0.55

export interface Roll {
  attendance: AttendanceRow[]
  /** Who can be given a mark: all who sit there, and the home-taught one, whose marks are entered here too. */
  present: DemoPupil[]
}

/** The reason on the lesson itself: mostly left to the span. */
function reasonOf({ reason, span }: Bout, draw: Random): Pick<AttendanceRow, 'reason'> {
  return draw.chance(span ? 0.02 : EXPLAINED) ? { reason } : {}
}

/** Calls the roll of a lesson; without `taken` the absent ones are missing all the same, only nobody wrote it down. */
export function callRoll(
  lesson: { id: string; date: string; bell: number },
  roster: readonly DemoPupil[],
  { absences, homeTaught, taken }: { absences: Absences; homeTaught: DemoPupil; taken: boolean },
  draw: Random,
): Roll {
  const attendance: AttendanceRow[] = []
  const present: DemoPupil[] = []
  for (const pupil of roster) {
    const row = { lesson: lesson.id, pupil: pupil.row.id }
    const bout = absences.on(row.pupil, lesson.date)
    if (bout) {
      if (taken) attendance.push({ ...row, code: 'Н', ...reasonOf(bout, draw) })
      continue
    }
    if (taken && pupil !== homeTaught) {
      if (draw.chance(SKIPPED * pupil.frailty)) {
        attendance.push({
          ...row,
          code: 'Н',
          ...(draw.chance(EXPLAINED) ? { reason: draw.pick(['У', 'Н']) } : {}),
        })
        continue
      }
      if (draw.chance(lesson.bell === 1 ? LATE_IN_THE_MORNING : LATE)) {
        attendance.push({ ...row, code: 'О', ...(draw.chance(0.85) ? { minutes: draw.between(2, 18) } : {}) })
      }
    }
    present.push(pupil)
  }
  return { attendance, present }
}
