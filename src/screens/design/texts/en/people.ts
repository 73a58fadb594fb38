import type { Texts } from '../ru.ts'
import { count } from './words.ts'

const journals = (n: number) => count(n, { one: 'journal', other: 'journals' })
const substitutions = (n: number) => count(n, { one: 'substitution', other: 'substitutions' })
const codes = (n: number) => count(n, { one: 'code', other: 'codes' })

export const people: Texts['people'] = {
  title: 'Staff sign-in',
  lead: 'Who signs in to the journal, and on which devices. The list of staff is kept under “Staff”.',
  toStaff: 'Staff',
  filter: 'Show',
  filters: {
    all: 'Everybody',
    never: 'Who never signed in',
    closed: 'Whose access is closed',
    office: 'The office',
  },
  shown: (n: number) => count(n, { one: 'person', other: 'people' }),
  nobody: 'The list of staff is still empty.',
  nobodyHere: 'Nobody.',
  roles: { teacher: 'teacher', office: 'office' },
  noRole: 'no role',
  administrator: 'not on the staff list',
  details: 'Details',
  open: (name: string) => `Open: ${name}`,
  state: {
    none: 'Not invited yet',
    invited: (until: string) => `Has a code, good until ${until}. Never signed in`,
    codeOver: 'No code in force. Never signed in',
    active: (at: string) => `Last signed in ${at}`,
    newCode: (until: string) => `has a new code, good until ${until}`,
    closed: 'Access closed',
  },
  login: (login: string) => `Login: ${login}`,
  invite: 'Invite',
  newCode: 'Give a new code',
  newCodeHelp:
    'A new code is for a forgotten password. Signing in with it, the person chooses a new password and all other devices are cut off.',
  withdraw: 'Withdraw the code',
  inviteAll: (n: number) => `Invite everybody who never signed in: ${n}`,
  inviteAllSure: (n: number) =>
    `${codes(n)} will be given out. Codes that these people were given before will no longer work.`,
  slipsTitle: 'The invitations are ready',
  slipsHelp:
    'Codes are shown only now: save the sheet and hand it out. A code signs in once, within two weeks.',
  slipsPdf: 'Save for printing (PDF)',
  slipsDone: 'Hide the codes',
  slipsFile: 'Invitations',
  diaryOf: (pupils) => `Diary: ${pupils}`,
  slipsFailed: 'The sheet could not be made. Copy the codes from here: they will not be shown again.',
  code: (code: string) => `Code: ${code}`,
  devices: 'Devices',
  noDevices: 'None: never signed in, or all were cut off.',
  forget: 'Forget the tablet',
  forgetSure: (device) =>
    `“${device}” sends what waits there at its next contact, and erases the journals. Signing in on it again takes the password.`,
  close: 'Close access',
  closeSure: (name: string) =>
    `${name} will no longer be able to sign in. What is already on the devices will still arrive. All entries stay.`,
  reopen: 'Open access',
  reopenHelp:
    'Former devices stay cut off until the person signs in on them with the password. The password is the former one; give a new code if it is forgotten. Assign the workload anew.',
  yourself: 'This is you. You can’t close your own access.',
  rolesTitle: 'What they may do',
  leave: 'Leaves the school',
  lastDay: 'Last working day',
  leaveDo: 'Record the leaving',
  leaveHolds: (n: number, subs: number) =>
    [
      n > 0 ? `Workload ends: ${journals(n)}.` : 'No workload.',
      subs > 0 ? `Taken back: ${substitutions(subs)} after that day.` : '',
      'All that was entered stays in the journals under this name.',
    ]
      .filter(Boolean)
      .join(' '),
  leaveClasses: (classes: string) => `Class teacher of ${classes}. Appoint another under “Classes”.`,
  leaveToday: 'Access will be closed at once.',
  leaveLater: 'Access closes by itself the day after. What is left on the tablet still arrives.',
  toClasses: 'Classes',
  needsLine: 'Access and devices are changed on the server. There is no line now.',
  failed: {
    noLine: 'No line to the server. Nothing has changed, try again.',
    noRight: 'Only the office may do this.',
    other: 'The server did not do it. Reload the page and try again.',
  },
  said: {
    invited: (n: number) => `Given out: ${codes(n)}.`,
    withdrawn: (name: string) => `${name}: the code no longer works.`,
    closed: (name: string) => `${name}: access closed.`,
    opened: (name: string) => `${name}: access opened.`,
    forgotten: (device: string) => `The device “${device}” is cut off.`,
    renamed: (device: string) => `The device is now called “${device}”.`,
    roles: (name: string) => `${name}: roles changed.`,
    left: (name: string, day: string) => `${name}: last day ${day}.`,
  },
}
