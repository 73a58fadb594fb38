/** Whether the roll of a lesson is known: taken, not taken, nothing heard from its teacher, ahead, cancelled. */
export type RollState = 'taken' | 'notTaken' | 'unheard' | 'ahead' | 'cancelled'

/** A lesson on the board. `receivedAt`: the last receipt, ms since 1970. */
export interface BoardLesson {
  id: string
  /** «09:30–10:10» where its class has other bells than the column says. */
  time?: string | undefined
  /** «Математика»; with its group where the class is split. */
  subject: string
  /** «А. А. Вяткина» */
  teacher: string
  substitution: boolean
  state: RollState
  absent: number
  late: number
  receivedAt?: number | undefined
}

export interface BoardBell {
  number: number
  starts: string
  ends: string
  now: boolean
}

/** A class of the board; `lessons` beside the bells, one list each. */
export interface BoardRow {
  id: string
  className: string
  lessons: readonly (readonly BoardLesson[])[]
}

/** How many lessons stand in each state. */
export function countStates(rows: readonly BoardRow[]): Record<RollState, number> {
  const counts: Record<RollState, number> = { taken: 0, notTaken: 0, unheard: 0, ahead: 0, cancelled: 0 }
  for (const row of rows) for (const lessons of row.lessons) for (const { state } of lessons) counts[state]++
  return counts
}
