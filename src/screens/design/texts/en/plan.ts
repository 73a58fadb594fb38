import type { Texts } from '../ru.ts'
import { count } from './words.ts'

const number = new Intl.NumberFormat('en')
const hours = (n: number) => `${number.format(n)}\u00a0h`
const topics = (n: number) => count(n, { one: 'topic', other: 'topics' })

export const plan: Texts['plan'] = {
  link: 'Plan',
  linkOf: (journal) => `Plan: ${journal}`,
  title: (journal) => `Plan: ${journal}`,
  toJournal: 'Journal',
  hours,
  planned: 'Planned',
  held: 'Held',
  lag: 'Behind',
  lead: 'Ahead',
  onTime: 'no',
  forecast: 'By the end of the year',
  shortage: (n) => `${hours(n)} short`,
  enough: 'enough',
  spare: (n) => `enough, ${hours(n)} to spare`,
  bar: (held, planned) => `${hours(held)} held of ${hours(planned)}`,
  unkept: (n) =>
    `Nobody opened ${count(n, { one: 'past lesson', other: 'past lessons' })}: if taught, fill in the journal and the plan shifts by itself.`,
  list: 'Topics of the plan',
  emptyTitle: 'No plan yet',
  emptyHelp: 'Paste a table from Excel or Word, choose a file or write the topics one by one.',
  emptyReadOnly: 'The teacher has not entered a plan yet.',
  readOnly: 'The plan is kept by the teacher of this journal; you may read it.',
  take: 'Paste a plan',
  add: 'Add a topic',
  toToday: "To today's topic",
  undo: 'Undo',
  today: 'today',
  none: 'no date',
  state: (state, held, all, missing) => {
    if (state === 'done') return 'done'
    if (state === 'begun') return `begun, ${hours(held)} of ${hours(all)}`
    if (state === 'ahead') return 'ahead'
    return missing < all ? `${hours(missing)} short` : 'no place in the year'
  },
  homework: (text) => `Homework: ${text}`,
  actions: (n) => `Actions for topic ${n}`,
  up: 'Up',
  down: 'Down',
  insert: 'Insert after',
  change: 'Change',
  remove: 'Remove',
  keys: 'Alt with the up and down arrows moves a topic.',
  moved: (n) => `The topic is now number ${n}`,
  removed: (topic) => `Removed: ${topic}`,
  changed: 'Topic changed',
  inserted: 'Topic added',
  taken: (n) => `Plan taken: ${topics(n)}`,
  undone: 'Undone',
  form: {
    insert: 'New topic',
    change: (n) => `Topic ${n}`,
    topic: 'Topic',
    hours: 'Hours',
    homework: 'Homework',
    save: 'Save',
    cancel: 'Cancel',
    noTopic: 'Enter the topic.',
    badHours: 'Enter a number of hours, such as 1 or 0.5.',
    longTopic: (most) => `The topic is longer than ${most} characters: shorten it.`,
    longHomework: (most) => `The homework is longer than ${most} characters: shorten it.`,
  },
  table: {
    title: 'Paste a plan',
    back: 'To the plan',
    field: {
      topic: 'Topic',
      number: 'Number of the lesson',
      hours: 'Hours',
      homework: 'Homework',
    },
    total: (entries, all) => `${topics(entries)}, ${hours(all)}`,
    replace: 'What to replace',
    rest: (from) => `Topics from number ${from} to the end`,
    whole: 'The whole plan',
    takePlan: 'Take the plan',
  },
}
