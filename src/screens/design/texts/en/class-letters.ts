import type { classLetters as russian } from '../ru/class-letters.ts'
import { count } from './words.ts'

export const classLetters: typeof russian = {
  notYours: 'Only the family and the class teacher see the letters.',
  tasks: 'What about the letters',
  families: 'Families',
  requests: (n) => (n === 0 ? 'Awaiting an answer' : `Awaiting an answer: ${n}`),
  announcements: 'Announcements',
  unread: (n) => `new: ${n}`,
  asks: (n) => (n === 1 ? 'awaits an answer' : `await an answer: ${n}`),
  noLetters: 'No letters yet',
  open: 'Open',
  write: 'Write',
  back: 'All families',
  pupil: (name) => `${name} (pupil)`,
  formerGuardian: 'a former guardian',
  fromYou: (to) => `You, to: ${to}`,
  allGuardians: 'all guardians',
  fate: {
    waiting: 'waits for a connection',
    sent: 'sent',
    delivered: (names) => `delivered: ${names}`,
    read: (names) => `read: ${names}`,
  },
  to: 'To',
  letter: 'Letter',
  letterHint: 'You can write without a connection: the letter goes by itself when there is one.',
  send: 'Send',
  undo: 'Undo',
  nothingWaits: 'All requests are answered.',
  absent: (from, to, reason) =>
    from === to ? `Will be absent ${from}: ${reason}` : `Will be absent ${from} – ${to}: ${reason}`,
  correct: (about, text) => `Asks to correct: ${about}. ${text}`,
  acceptAbsence: 'Accept',
  acceptCorrection: 'Corrected',
  decline: 'Decline',
  why: 'Why',
  cancel: 'Cancel',
  spanDocument: 'заявление родителей',
  announcement: 'Announcement to all families of the class',
  announcementHint: 'It will appear in every family’s diary.',
  until: 'Show until',
  untilHint: 'Left empty: shown until you withdraw it.',
  past: 'That day has passed.',
  announce: 'Announce',
  noAnnouncements: 'No announcements',
  holds: (date, until) => `${date}, shown until ${until}`,
  over: (date, until) => `${date}, no longer shown (until ${until})`,
  withdraw: 'Withdraw',
  waiting: (unread, requests) =>
    [
      unread > 0 && `Families wrote ${count(unread, { one: 'letter', other: 'letters' })}`,
      requests > 0 && `Awaiting an answer: ${requests}`,
    ]
      .filter(Boolean)
      .join('. '),
  toLetters: 'To the letters',
}
