import type { Texts } from '../ru.ts'
import { entries, wait } from './words.ts'

export const sync: Texts['sync'] = {
  title: 'Sending to the server',
  lineOpen: 'Connected to the server',
  lineNone: 'No connection. Go on working: everything is sent by itself when it is back.',
  lineConnecting: 'Connecting…',
  noRoomTitle: "The school's server is out of disk space",
  noRoom:
    'Journals open, but the server takes no new entries for now. They are on this tablet and go by themselves once there is room. Tell the administrator of your school.',
  nothing: 'All is sent',
  nothingHelp: (time) => `The server confirmed the last entry: ${time}.`,
  waitTitle: (n) => `${wait(n)} to be sent`,
  waitSince: (time) => `The earliest: ${time}. All are on this tablet and will not be lost.`,
  send: 'Send now',
  byLesson: 'By lesson',
  entries,
  device: 'This tablet',
  kept: 'Protected from clearing',
  keptYes: 'the browser has promised not to clear the entries',
  keptNo: 'the browser may clear the entries when space runs out',
  keep: 'Ask not to clear',
  deviceName: 'Name',
  version: 'Version of Parta',
  space: 'Space used',
  devices: 'My devices',
  thisDevice: 'this device',
  nameOfDevice: 'Name of the device',
  rename: 'Rename',
  lastSeen: (time) => `last seen ${time}`,
  revoke: 'Cut off',
  revokeSure: (name) => `Cut off “${name}”? Signing in on it again will need the password.`,
  revoked: 'cut off',
  noDevices: 'No other devices.',
  devicesNoLine: 'The list of devices appears once there is a connection.',
}

export const notAccepted: Texts['notAccepted'] = {
  title: 'Not accepted',
  lead: 'The server kept these entries, but they do not count in the journal. Nothing was deleted.',
  empty: 'All was accepted',
  emptyHelp: 'Entries the server could not count appear here, with the reason.',
  written: (time) => `written ${time}`,
  received: (time) => `received ${time}`,
  copy: 'Copy',
  copied: 'Copied',
  seen: 'Understood',
  seenNote: '“Understood” takes the entry off this list. It stays in the history of its cell.',
  toCell: 'To the cell',
  seenTitle: 'Seen',
  advice: {
    periodLocked: 'If the entry is needed, ask the deputy head to open the period: the button above.',
    notAssignedThen:
      'If you taught the lesson, ask the deputy head to correct the assignment and enter it again.',
    assignmentEnded:
      'If you taught the lesson, ask the deputy head to correct the assignment and enter it again.',
    substitutionEnded:
      'If you taught the lesson, ask the deputy head to extend the substitution and enter it again.',
    dutyEnded: 'Hand the entry to the present class teacher.',
  },
}

export const quarantine: Texts['quarantine'] = {
  title: 'Put aside',
  lead: 'The server could not read these entries. They are kept on the tablet as they are, the others go on.',
  empty: 'Nothing is put aside',
  help: 'Copy the description and give it to the administrator of the school.',
}
