import type { Attention } from '../region.ts'
import type { RegionTexts } from './ru.ts'
import { wordsIn } from './words.ts'

const { count, number } = wordsIn('en')

const schools = { one: 'school', other: 'schools' }
const devices = { one: 'device', other: 'devices' }
const schoolDays = { one: 'school day', other: 'school days' }
const entries = { one: 'entry', other: 'entries' }
const letters = { one: 'letter', other: 'letters' }
const logins = { one: 'login', other: 'logins' }
const packets = { one: 'update', other: 'updates' }

function attention(found: Attention): string {
  switch (found.kind) {
    case 'silent':
      return `no contact for ${count(found.days, schoolDays)}`
    case 'noEntries':
      return `in contact, but no entries for ${count(found.days, schoolDays)}`
    case 'oldApp':
      return `an old version of the app: ${count(found.count, devices)}`
    case 'voided':
      return `did not count in 7 days: ${count(found.count, entries)}`
    case 'refused':
      return `turned down in 7 days: ${count(found.count, packets)}`
    case 'stuck':
      return `do not leave for families: ${count(found.count, letters)}`
    case 'failed':
      return `not delivered in 7 days: ${count(found.count, letters)}`
    case 'paused':
      return `paused after wrong passwords: ${count(found.count, logins)}`
    case 'damaged':
      return 'verify found damage'
    case 'noFigures':
      return 'nothing could be read: the database has no such school'
  }
}

export const en: RegionTexts = {
  language: 'en',
  title: 'Parta: schools',
  at: (time) => `At ${time}`,
  server: (version) => `server version ${version}`,
  schools: (of) => count(of, schools),
  database: (engine, size) => `Database, ${engine === 'sqlite' ? 'SQLite' : 'PostgreSQL'}: ${size}`,
  free: (size) => `${size} left on the disk`,
  freeUnknown: 'PostgreSQL does not tell what its disk has left',
  archive: (time) =>
    time === null ? 'its log has not been archived yet' : `its log was last archived ${time}`,
  archiveFails: 'The log of the database is not archived (archive_command): its disk will run full.',
  copied: (time) => (time === null ? 'nothing is known of copies (backup)' : `last copied ${time}`),
  notCopied: (time) =>
    time === null ? 'No copy (backup) has been made yet.' : `The last copy (backup) is old: ${time}.`,
  littleRoom: (size) => `${size} left on the disk.`,
  attentionTitle: 'What needs attention',
  nothing: 'Nothing: all schools are in contact, and nothing stands out.',
  noSchools: 'The database has no schools yet. Add one: school add ID --host HOST.',
  attention,
  listTitle: 'All schools',
  columns: {
    school: 'School',
    contact: 'Last contact',
    entries: 'Entries',
    newest: 'Newest entry',
    turnedDown: 'Not accepted in 7 days',
    letters: 'Letters to families',
    devices: 'Devices and versions',
    verified: 'Verified',
  },
  never: 'never',
  days: (of) => `${count(of, schoolDays)} ago`,
  dayOff: 'no lessons today',
  today: (of) => `today\u00a0${number(of)}`,
  week: (of) => `in 7 days\u00a0${number(of)}`,
  voided: (of) => `did not count\u00a0${number(of)}`,
  refused: (of) => `turned down\u00a0${number(of)}`,
  waiting: (of) => `${number(of)} waiting`,
  failed: (of) => `${number(of)} not delivered`,
  noLetters: 'none',
  devices: (of) => count(of, devices),
  version: (app, of, time) => `${app === '' ? 'version unknown' : app}: ${number(of)}, ${time}`,
  families: (of) => `of families: ${number(of)}`,
  paused: (of) => `paused: ${count(of, logins)}`,
  verified: (time, ok) => (ok ? `${time}, whole` : `${time}, damaged`),
  unknown: 'not known',
  json: 'The same for programs (JSON)',
  explained:
    'A device is the browser of one person: a tablet that three work on counts three times. Entries that did not count are kept without effect: a locked period, or no right. What was turned down was not taken. Times of a school are by its own time zone. No names or logins are here.',
}
