import type { Texts } from '../ru.ts'
import { count } from './words.ts'

const familiesOf = (n: number) => count(n, { one: 'family', other: 'families' })

export const families: Texts['families'] = {
  tasks: 'What to do with the families',
  task: { inform: 'Tell', check: 'Check data', consent: 'Consents' },
  undo: 'Undo',
  coming: (n) => `Data of ${familiesOf(n)} have not come from the server yet. The others can be worked on.`,
  empty: 'Nobody is in the class yet',
  family: 'Family',
  familyOf: (name) => `Family: ${name}`,

  from: 'First day',
  to: 'Last day',
  backwards: 'The last day is before the first.',
  how: 'How to tell them',
  ways: {
    paper: 'by a slip',
    talk: 'in a talk',
    letter: 'by a letter in Parta',
    email: 'by e-mail',
    push: 'by a message to the phone',
  },
  chooseOverdue: (n) => `Choose who waits: ${n}`,
  chooseAll: (n) => `Choose all: ${n}`,
  chooseNone: 'Choose none',
  choose: (name) => `Tell: ${name}`,
  tell: 'Tell',
  strips: (n) => (n === 0 ? 'Slips as PDF' : `Slips as PDF: ${n}`),
  record: (n) => (n === 0 ? 'Record as told' : `Record as told: ${n}`),
  recorded: (n) => `Recorded: ${familiesOf(n)} told.`,
  file: 'Slips for families',
  lastTold: (day, how) => `Told up to ${day}, ${how}`,
  neverTold: 'Not told yet this year',
  whatTold: 'What the family will read',
  noMarks: 'No marks in this time.',
  missed: ({ total, Б, У, Н }, late) =>
    total === 0
      ? `Nothing missed. Late: ${late}.`
      : `Lessons missed: ${total} (Б ${Б}, У ${У}, Н ${Н}). Late: ${late}.`,
  owes: (works) => `Not handed in: ${works}.`,

  guardians: 'Parents and guardians',
  noGuardians: 'Nobody is recorded.',
  noPhone: 'no phone',
  addGuardian: 'Add a guardian',
  field: {
    last: 'Last name',
    first: 'First name',
    middle: 'Middle name',
    relation: 'Relation',
    phone: 'Phone',
    email: 'E-mail',
  },
  change: 'Change',
  remove: 'Remove',
  save: 'Save',
  cancel: 'Cancel',
  address: 'Address',
  noAddress: 'no address',
  register: 'When and how they were told',
  told: (from, to, how) => `${from} – ${to}, ${how}`,
  checkedOn: (days) => `Data checked: ${days}.`,

  month: 'For which month',
  check: 'Checked',
  checked: (day) => `checked ${day}`,
  checkAll: (n) => `All checked: ${n}`,
  checkedOf: (k, n) => `${k} of ${n} checked.`,

  consentOf: (k, n) => `Consent of ${k} of ${n}.`,
  consentGiven: 'consent given',
  consentNone: 'no consent',
  pupilSelf: 'the pupil (from the age of 14)',
}
