import type { Texts } from '../ru.ts'
import { entries } from './words.ts'

export const carry: Texts['carry'] = {
  title: 'Carry as a file',
  lead: 'No connection for long? Save what waits as a file and send it from any computer with internet: on a stick, by mail, with a colleague. The file is encrypted, only the school’s server can read it. The entries stay on the tablet, and sending twice does no harm.',
  save: 'Save as a file',
  saved: (name) => `The file ${name} is saved.`,
  notYet: 'A file can be saved after the first connection to the school’s server.',
  send: 'Send a file from another tablet',
  sendTitle: 'Send a file from a tablet',
  sendLead: 'Choose the .parta file that was saved on a tablet without a connection. No sign-in is needed.',
  choose: 'Choose a file',
  sending: 'Sending…',
  done: 'The file is sent',
  taken: (n) => `On the server: ${entries(n)}. The tablet hears of it when it is online.`,
  later: (n) =>
    `${entries(n)} more lack earlier ones. They leave the tablet by themselves when it is online.`,
  refused: (n) => `Not accepted: ${entries(n)}. The tablet says why when it is online.`,
  unreadable: 'A part of the file could not be read: it is damaged, or of another school.',
  notAnOutbox: 'This is no file of Parta, or it was not copied whole. It must end in .parta.',
  noLine: 'No connection to the server. The file is fine: try again when there is one.',
  notTheRelay: 'Not the school’s server answered. Open Parta at your school’s address and try again.',
  tooMany: 'Too many files in a row. Try again in a minute.',
  back: 'Back',
}
