import * as v from 'valibot'
import { freeTries, pauseOfLogin } from '../accounts/attempts.ts'
import { hourOf } from '../store/intake.ts'
import type { Statement } from '../store/tables.ts'
import { type Note, type NoteName, readNote } from './school-notes.ts'

const hour = 3_600_000
const day = 24 * hour
/** Letters are due this long before somebody should ask who sends them, ms. */
const stuckAfter = 30 * 60_000
/** Tries of a letter after which it counts as stuck, too. */
const stuckTries = 4

/** What the tables of one school tell its operator: numbers and times (ms since 1970), nobody's data. */
export interface SchoolFigures {
  /** Devices of the staff by the version of the app that each reported last; '' of those that never did. */
  versions: { app: string; devices: number; recent: number; seen: number }[]
  /** Devices of families. */
  families: { devices: number; seen: number }
  /** Of the last 24 hours, hour by hour (since 1970). */
  hours: { hour: number; entries: number }[]
  /** Of the last 7 days. */
  week: { entries: number; voided: number; refused: number }
  /** When the newest entry was received; 0 where none is known. */
  newest: number
  /** Letters and messages: those that wait, those of them that should have gone, those given up in 7 days. */
  outbox: { waiting: number; stuck: number; failed: number }
  /** Logins that wait out a pause now, after wrong passwords. */
  paused: number
  notes: { [Name in NoteName]?: { at: number } & Note<Name> }
}

/** What is asked of one school, in the words of both databases. `now`: ms since 1970. */
export function statementsOf(now: number): Record<keyof typeof answers, Statement> {
  const of = (text: string, ...values: number[]): Statement => ({ text, values })
  return {
    devices: of(
      `SELECT CASE WHEN a.person <> '' OR a.administrator = 1 THEN 1 ELSE 0 END AS staff, COALESCE(d.app, '') AS app,
         count(*) AS devices, max(d.last_seen) AS seen, sum(CASE WHEN d.last_seen > ? THEN 1 ELSE 0 END) AS recent
       FROM devices d JOIN accounts a ON a.school = :school AND a."user" = d."user"
       WHERE d.school = :school AND d.revoked_at IS NULL GROUP BY 1, 2 ORDER BY 2`,
      now - 7 * day,
    ),
    hours: of(
      'SELECT hour, entries FROM intake WHERE school = :school AND hour > ? AND entries > 0 ORDER BY hour',
      hourOf(now - day),
    ),
    week: of(
      `SELECT COALESCE(sum(entries), 0) AS entries, COALESCE(sum(voided), 0) AS voided,
         COALESCE(sum(refused), 0) AS refused FROM intake WHERE school = :school AND hour > ?`,
      hourOf(now - 7 * day),
    ),
    newest: of('SELECT newest FROM intake WHERE school = :school AND newest > 0 ORDER BY hour DESC LIMIT 1'),
    outbox: of(
      `SELECT COALESCE(sum(CASE WHEN outcome IS NULL THEN 1 ELSE 0 END), 0) AS waiting,
         COALESCE(sum(CASE WHEN outcome IS NULL AND (due < ? OR tries >= ${stuckTries}) THEN 1 ELSE 0 END), 0) AS stuck,
         COALESCE(sum(CASE WHEN outcome IN ('refused', 'unreachable') AND due > ? THEN 1 ELSE 0 END), 0) AS failed
       FROM outbox WHERE school = :school`,
      now - stuckAfter,
      now - 7 * day,
    ),
    paused: of(
      `SELECT failures, last_at FROM failed_attempts WHERE school = :school AND failures >= ${freeTries}
         AND last_at > ? AND key LIKE 'login:%'`,
      now - hour,
    ),
    notes: of('SELECT name, at, value FROM school_notes WHERE school = :school'),
  }
}

/** Sums come as texts or numbers, by the database. */
const number = v.pipe(v.union([v.number(), v.string()]), v.transform(Number), v.safeInteger())
const one = <Shape extends v.ObjectEntries>(shape: Shape) =>
  v.pipe(
    v.array(v.object(shape)),
    v.minLength(1),
    v.transform(([line]) => line!),
  )
const answers = {
  devices: v.array(
    v.object({ staff: number, app: v.string(), devices: number, recent: number, seen: number }),
  ),
  hours: v.array(v.object({ hour: number, entries: number })),
  week: one({ entries: number, voided: number, refused: number }),
  newest: v.array(v.object({ newest: number })),
  outbox: one({ waiting: number, stuck: number, failed: number }),
  paused: v.array(v.object({ failures: number, last_at: number })),
  notes: v.array(v.object({ name: v.string(), at: number, value: v.string() })),
}
const answered = v.object(answers)

/** Reads the lines that the statements were answered with, by their names. */
export function readFigures(lines: unknown, now: number): SchoolFigures {
  const { devices, newest, paused, notes, ...figures } = v.parse(answered, lines)
  const families = devices.filter(({ staff }) => staff === 0)
  const noteNamed = <Name extends NoteName>(name: Name) => {
    const found = notes.find((it) => it.name === name)
    const value = found && readNote(name, found.value)
    return value && { [name]: { at: found.at, ...value } }
  }
  return {
    ...figures,
    versions: devices
      .filter(({ staff }) => staff === 1)
      .map(({ app, devices: count, recent, seen }) => ({ app, devices: count, recent, seen })),
    families: {
      devices: families.reduce((sum, one) => sum + one.devices, 0),
      seen: Math.max(0, ...families.map(({ seen }) => seen)),
    },
    newest: newest[0]?.newest ?? 0,
    paused: paused.filter(({ failures, last_at }) => pauseOfLogin(failures, last_at) > now).length,
    notes: { ...noteNamed('school'), ...noteNamed('verified') },
  }
}
