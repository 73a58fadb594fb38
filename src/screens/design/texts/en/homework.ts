import type { Texts } from '../ru.ts'
import { count } from './words.ts'

const subjects = (n: number) => count(n, { one: 'subject', other: 'subjects' })

export const homework: Texts['homework'] = {
  more: 'Due date and files',
  moreShort: (n) => (n > 0 ? `Files: ${n}` : 'Files'),
  due: 'Due at',
  dueNext: (day) => `The next lesson, ${day}`,
  dueAfter: (day) => `The lesson after that, ${day}`,
  dueNextUnknown: 'The next lesson',
  dueDate: 'Another day',
  date: 'Day',
  dateTooEarly: 'This day is before the lesson.',
  attachments: 'Files and links',
  none: 'Nothing is attached.',
  addFile: 'Attach a file',
  addLink: 'Attach a link',
  link: 'Address of the link',
  linkHint: 'It begins with https://',
  linkTitle: 'What to call it (optional)',
  linkWrong: 'This is no address: it begins with http:// or https://.',
  add: 'Attach',
  cancel: 'Cancel',
  limits: (most) =>
    `At most ${most} files and links, a file up to 5 MB: pictures, PDF, documents, text, sound. Large photographs are made smaller on the tablet.`,
  tooMany: (most) => `${most} are attached already: no more are allowed. Remove one first.`,
  tooLarge: (name) => `“${name}” is over 5 MB. Make it smaller or give a link to it.`,
  wrongType: (name) =>
    `“${name}” can't be attached: pictures, PDF, Word, Excel and PowerPoint documents, text and sound can.`,
  empty: (name) => `“${name}” is empty.`,
  unreadable: (name) => `“${name}” could not be read. Check that it opens.`,
  notKept: (name) => `“${name}” was not stored on the tablet: no room. Make room and attach it again.`,
  size: (bytes) =>
    bytes < 100_000 ? `${Math.max(1, Math.round(bytes / 1000))} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`,
  waiting: 'waits to be sent',
  refused: {
    quotaFull:
      'not taken: the school has no more room for files. Tell the administrator; the file stays on the tablet.',
    noRight: 'not taken: another teacher keeps this journal',
    other: 'the server did not take this file: remove it and attach it again',
  },
  open: (name) => `Open: ${name}`,
  remove: (name) => `Remove: ${name}`,
  opening: 'Loading…',
  absent: "This file has not come from the teacher's tablet yet. Try later.",
  noLine: 'This file is not on the tablet, and there is no connection now. Open it when there is one.',
  noRight: 'The files of this journal are not open to you.',
  picture: (name) => `Picture: ${name}`,
  close: 'Close',
  load: (n) => `set already: ${subjects(n)}`,
  loadTitle: (day) => `What else the class has for ${day}`,
  loadNone: 'Other teachers have set nothing for this day yet.',
  loadItem: (subject, n) => (n > 1 ? `${subject}, homeworks: ${n}` : subject),
  loadUnknown: 'What others have set is shown once there is a connection.',
  asOf: (moment) => `as of ${moment}`,
}

export const controls: Texts['controls'] = {
  title: (title) => `Control works of ${title}`,
  link: 'Control works of the class',
  lead: 'Control works of the class in the coming weeks, and how many subjects have set homework.',
  empty: 'No control works are planned for the next six weeks.',
  howTo: 'To plan one, open a lesson ahead.',
  plan: 'Plan a control work',
  kind: 'Kind of work',
  name: 'Topic of the work (optional)',
  save: 'Plan it',
  cancel: 'Cancel',
  planned: (kind) => `Planned for this lesson: ${kind}`,
  remove: 'Take the control work back',
  warning: (day, limit) =>
    `The class already has a control work on ${day}. The school's rule is at most ${limit} a day.`,
  warningAnyway: 'You may plan it all the same: settle it with your colleagues.',
  sameDay: (day) => `On ${day} the class already has`,
  homework: (n) => `homework: ${subjects(n)}`,
  own: 'yours',
  over: 'more than allowed a day',
}
