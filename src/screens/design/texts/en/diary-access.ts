import type { Texts } from '../ru.ts'
import { count } from './words.ts'

const codes = (n: number) => count(n, { one: 'code', other: 'codes' })

export const diaryAccess: Texts['diaryAccess'] = {
  title: 'Access to the diary',
  lead: 'Give parents and pupils slips with a code. Who has signed in and who reads the diary is seen here.',
  counts: ({ all, signedIn, reading }) =>
    `Families that use it: ${signedIn} of ${all}. Read within a fortnight: ${reading}. Never signed in: ${all - signedIn}.`,
  look: 'Looked through',
  lookHelp: 'The instruction asks for a look every week (5.2.9). Today is recorded.',
  lookedOn: (day) => `Looked through ${day}.`,
  needsLine:
    'The school’s server gives codes. There is no line now: the list is seen, codes can be given later.',
  failed: {
    noLine:
      'No line to the server. If the codes were given, give them again: the former ones will stop working.',
    noRight:
      'The class teacher or the office gives codes to this family. The list on the screen renews itself.',
    other: 'The server did not do it. Reload the page and try again.',
  },
  filter: 'Show',
  filters: {
    all: 'All',
    none: 'Who has no code',
    waiting: 'Whose code waits',
    never: 'Who never signed in',
    silent: 'Who read nothing for a fortnight',
  },
  giveAll: {
    guardians: (n) => `Codes for parents who have none: ${n}`,
    pupils: (n) => `Codes for pupils who have none: ${n}`,
  },
  given: (n) => `Given: ${codes(n)}.`,
  file: (title) => `Diary ${title}, slips with codes`,
  empty: 'Nobody is in the class yet',
  nobodyHere: 'There are none',
  self: 'pupil',
  give: {
    none: 'Give a code',
    issued: 'Give again',
    expired: 'Give again',
    used: 'New code',
    revoked: 'Open again',
  },
  withdraw: 'Withdraw the code',
  withdrawn: (name) => `${name}: the code no longer works.`,
  revoke: 'Close access',
  revoked: (name) => `${name}: the diary is closed.`,
  revokeSure: (name) => `${name} will no longer see this pupil’s diary. A new code opens it again.`,
  state: {
    none: 'No code given',
    issued: (day, until) => `Code given ${day}, waits until ${until}`,
    expired: 'The code no longer works, nobody signed in',
    revoked: 'Access closed',
    ended: 'By the documents no longer a guardian: no code can be given',
    noConsent: 'Consent to the diary withdrawn: closed until a new one is given',
    neverIn: 'Has not signed in yet',
    lastIn: (at) => `Last sign-in ${at}`,
    lastRead: (at) => `Read the diary ${at}`,
    neverRead: 'Has not opened the diary',
    newCode: (until) => `There is a new code, good until ${until}`,
  },
  office: {
    title: 'Family diaries',
    lead: 'How many families have signed in to the diary and how many read. The class teacher gives the codes.',
    empty: 'There are no classes this school year',
  },
}
