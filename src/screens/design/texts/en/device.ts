import type { Texts } from '../ru.ts'
import { count, entries } from './words.ts'

const days = (n: number) => count(n, { one: 'day', other: 'days' })

export const device: Texts['device'] = {
  read: 'Understood',
  saidTitle: {
    closed: 'The journals were erased from this tablet',
    forgotten: 'The journals were erased from this tablet',
    expired: 'The journals were erased from this tablet',
    erased: 'The browser erased the data of Parta',
  },
  said: {
    closed: (who) => `${who}: the school closed the account. All that was entered is on the server.`,
    forgotten: (who) =>
      `${who}: the school forgot this tablet. All is on the server. To work here again, sign in with the password.`,
    expired: (who) =>
      `${who}: the tablet was without a connection for too long. All is on the server. To work here again, sign in with the password.`,
  },
  erased: (unsent) =>
    `Sign in with the password: all that was on the server loads again. ${
      unsent === 0
        ? 'Nothing was waiting to be sent, nothing is lost.'
        : `Not sent in time and lost: ${entries(unsent)}. Enter them again.`
    }`,
  needsLine:
    'The PIN alone is not enough now: the tablet was long without a connection, or wrong PINs were entered many times. Connect it to the internet and enter the PIN again. The entries are safe.',
  noStorage:
    'The memory of the tablet does not answer. Close Parta and open it again; if that does not help, restart the tablet.',
  destroyed:
    'The server no longer opens this tablet by the PIN: too many wrong ones were entered. Press “Forgot the PIN?” and sign in with the password.',
  staleTitle: (n) => `The tablet has been without a connection for ${days(n)}`,
  stale: (left) =>
    `Connect it to the internet. Otherwise Parta erases the journals from this tablet in ${days(left)}: the school chose so in case it is lost. What was not sent stays and waits for a connection.`,
  staleToday:
    'Connect it to the internet today. Otherwise Parta erases the journals from this tablet: the school chose so in case it is lost. What was not sent stays and waits for a connection.',
  drainTitle: 'The school closed the journals on this tablet',
  drain: (n) => `Sending: ${entries(n)}. Then the journals are erased from the tablet.`,
  drainQuarantine:
    'All is sent but what was put aside. Save it to a file: then the journals are erased from the tablet.',
  lostTitle: (n) => `Unreadable and lost: ${entries(n)}`,
  lost: 'The memory of the tablet damaged them before they were sent. Enter them again. All else is in place or loads from the server.',
  lostWhere: (where, n, since) => `${where}: ${entries(n)}, since ${since}`,
  saveFile: 'Save to a file',
  dropQuarantine: 'The file is handed over, remove these from the tablet',
  fileSaved:
    'The file is saved. Give it to the school’s administrator: the entries in it can be read by anybody.',
  forgetAfter: 'A tablet without a connection forgets the journals after',
  forgetAfterHelp:
    'In case the tablet is lost. Entries not sent are not erased. Two weeks before, the person is warned.',
  days,
}
