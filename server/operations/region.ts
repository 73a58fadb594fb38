import { addDays } from '../../src/domain/policy/days.ts'
import { schoolDate } from '../../src/domain/school/school-date.ts'
import { isOlder } from '../accounts/app-version.ts'
import type { DatabaseFigures } from './database-figures.ts'
import type { SchoolFigures } from './school-figures.ts'
import { hasLessons, type Note } from './school-notes.ts'

/** School days without contact, or without an entry, after which a school stands out. */
const silentDays = 2
/** How many entries of a week may not have counted, and which part of all. */
const voidedLimit = { count: 20, part: 0.05 }
/** How many updates of a week may have been turned down: each a device that is broken or hostile. */
const refusedLimit = 20
const failedLimit = 10
const pausedLimit = 3
/** Bytes of a disk below which it is said. */
const littleRoom = 2e9
/** After which time without one a copy is missing, ms. */
const copyPatience = 2 * 86_400_000
/** School days are counted no further back. */
const furthest = 60

/** What stands out in a school, and how much of it. */
export type Attention =
  | { kind: 'silent' | 'noEntries'; days: number }
  | { kind: 'oldApp' | 'voided' | 'refused' | 'stuck' | 'failed' | 'paused'; count: number }
  | { kind: 'damaged' | 'noFigures' }

/** One school as its region's operator sees it; times are ms since 1970, null of what never was. */
export interface SchoolReport {
  id: string
  hosts: string[]
  name: string
  timezone: string | null
  devices: number
  versions: SchoolFigures['versions']
  familyDevices: number
  lastContact: number | null
  entriesToday: number
  entriesWeek: number
  newestEntry: number | null
  /** School days that have passed since, today not counted. */
  schoolDaysWithoutContact: number
  schoolDaysWithoutEntries: number
  isSchoolDay: boolean
  voidedWeek: number
  refusedWeek: number
  outbox: SchoolFigures['outbox']
  pausedLogins: number
  verified: { at: number; ok: boolean; rows: number } | null
  attention: Attention[]
}

export interface RegionReport {
  at: number
  /** Of the server that answers. */
  version: string
  database: DatabaseFigures
  /** What stands out in the database. */
  attention: DatabaseAttention[]
  schools: SchoolReport[]
}

export type DatabaseAttention = 'littleRoom' | 'archiveFails' | 'notCopied'

/** A school as it is found in its database; without figures where they could not be read. */
export interface FoundSchool {
  id: string
  hosts: string[]
  figures: SchoolFigures | undefined
}

/** What an operator is told; schools that stand out come first, then by name. */
export function reportOf(
  found: readonly FoundSchool[],
  { at, version, database }: Pick<RegionReport, 'at' | 'version' | 'database'>,
): RegionReport {
  const schools = found.map((school) => schoolReport(school, { at, version }))
  const rank = ({ attention }: SchoolReport) => (attention.length > 0 ? 0 : 1)
  const title = ({ name, id }: SchoolReport) => name || id
  schools.sort((a, b) => rank(a) - rank(b) || title(a).localeCompare(title(b), 'ru'))
  return { at, version, database, attention: attentionToDatabase(database, at), schools }
}

function attentionToDatabase(
  { engine, free, archive, copied }: DatabaseFigures,
  at: number,
): DatabaseAttention[] {
  const found: (DatabaseAttention | false)[] = [
    free !== null && free < littleRoom && 'littleRoom',
    archive?.failing === true && 'archiveFails',
    engine === 'sqlite' && (copied === null || at - copied > copyPatience) && 'notCopied',
  ]
  return found.filter((one) => one !== false)
}

function schoolReport(
  { id, hosts, figures = noFigures }: FoundSchool,
  { at, version }: Pick<RegionReport, 'at' | 'version'>,
): SchoolReport {
  const { versions, families, hours, week, newest, outbox, paused, notes } = figures
  const noted = notes.school
  const seen = Math.max(families.seen, ...versions.map((one) => one.seen))
  const today = schoolDate(at, noted?.timezone)
  const report: SchoolReport = {
    id,
    hosts,
    name: noted?.name ?? '',
    timezone: noted?.timezone ?? null,
    devices: versions.reduce((sum, { devices }) => sum + devices, 0),
    versions,
    familyDevices: families.devices,
    lastContact: seen || null,
    entriesToday: hours
      .filter(({ hour }) => schoolDate(hour * 3_600_000, noted?.timezone) === today)
      .reduce((sum, { entries }) => sum + entries, 0),
    entriesWeek: week.entries,
    newestEntry: newest || null,
    schoolDaysWithoutContact: daysSince(seen, today, noted),
    schoolDaysWithoutEntries: daysSince(newest, today, noted),
    isSchoolDay: hasLessons(noted, today),
    voidedWeek: week.voided,
    refusedWeek: week.refused,
    outbox,
    pausedLogins: paused,
    verified: notes.verified ?? null,
    attention: [],
  }
  report.attention = figures === noFigures ? [{ kind: 'noFigures' }] : attentionTo(report, version)
  return report
}

function attentionTo(report: SchoolReport, version: string): Attention[] {
  const { versions, voidedWeek, entriesWeek, refusedWeek, outbox, pausedLogins, verified } = report
  const old = versions
    .filter(({ app, recent }) => recent > 0 && app !== '' && isOlder(app, version))
    .reduce((sum, { recent }) => sum + recent, 0)
  const found: (Attention | false)[] = [
    verified !== null && !verified.ok && { kind: 'damaged' },
    report.lastContact !== null &&
      report.schoolDaysWithoutContact >= silentDays && {
        kind: 'silent',
        days: report.schoolDaysWithoutContact,
      },
    report.newestEntry !== null &&
      report.schoolDaysWithoutContact < silentDays &&
      report.schoolDaysWithoutEntries >= silentDays && {
        kind: 'noEntries',
        days: report.schoolDaysWithoutEntries,
      },
    voidedWeek >= voidedLimit.count &&
      voidedWeek > voidedLimit.part * (entriesWeek + voidedWeek) && { kind: 'voided', count: voidedWeek },
    refusedWeek >= refusedLimit && { kind: 'refused', count: refusedWeek },
    outbox.stuck > 0 && { kind: 'stuck', count: outbox.stuck },
    outbox.failed >= failedLimit && { kind: 'failed', count: outbox.failed },
    pausedLogins >= pausedLimit && { kind: 'paused', count: pausedLogins },
    old > 0 && { kind: 'oldApp', count: old },
  ]
  return found.filter((one) => one !== false)
}

/** School days that lie wholly between a moment and today; none where nothing ever was. */
function daysSince(time: number, today: string, noted: Note<'school'> | undefined): number {
  if (time === 0) return 0
  const last = schoolDate(time, noted?.timezone)
  let count = 0
  for (let back = 1; back <= furthest; back++) {
    const date = addDays(today, -back)
    if (date <= last) break
    if (hasLessons(noted, date)) count++
  }
  return count
}

const noFigures: SchoolFigures = {
  versions: [],
  families: { devices: 0, seen: 0 },
  hours: [],
  week: { entries: 0, voided: 0, refused: 0 },
  newest: 0,
  outbox: { waiting: 0, stuck: 0, failed: 0 },
  paused: 0,
  notes: {},
}
