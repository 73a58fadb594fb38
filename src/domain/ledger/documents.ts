/**
 * Names of documents and entities. Ids of the exchange format are free text without commas, so parts are joined
 * with commas and every name can be read back unambiguously.
 */
export type DocumentKind = 'school' | 'class' | 'family' | 'journal' | 'thread' | 'advice'

/**
 * `school`, `class/<class>`, `family/<pupil>`, `journal/<class>,<subject>[,<group>]`, `thread/<pupil>`,
 * `advice/<staff id>`, `advice/<guardian or pupil>,<pupil>`
 */
export type DocumentId = string & { readonly __documentId: unique symbol }

/** The pair or triple that names one subject journal. */
export interface JournalKey {
  class: string
  subject: string
  group?: string | undefined
}

export type DocumentName =
  | { kind: 'school' }
  | { kind: 'class'; class: string }
  | { kind: 'family'; pupil: string }
  | { kind: 'thread'; pupil: string }
  /** Who asks the consultant: a member of the staff, or one of a pupil's family. */
  | { kind: 'advice'; person: string; of?: string }
  | ({ kind: 'journal' } & JournalKey)

export const schoolDocument = 'school' as DocumentId
export const classDocument = (classId: string) => `class/${classId}` as DocumentId
export const familyDocument = (pupil: string) => `family/${pupil}` as DocumentId
export const threadDocument = (pupil: string) => `thread/${pupil}` as DocumentId
/** Of a member of the staff, or of somebody of the family of the pupil `of`. */
export const adviceDocument = (person: string, of?: string) =>
  `advice/${of === undefined ? person : `${person},${of}`}` as DocumentId
export const journalDocument = (key: JournalKey) => `journal/${journalName(key)}` as DocumentId

/** `class,subject[,group]`: the journal's key as text, used in entity names too. */
export function journalName(key: JournalKey): string {
  return key.group ? `${key.class},${key.subject},${key.group}` : `${key.class},${key.subject}`
}

/** Reads `class,subject[,group]` back; null when it is not of that form. */
export function readJournalName(text: string): JournalKey | null {
  const parts = text.split(',')
  if (parts.length < 2 || parts.length > 3 || parts.some((part) => part === '')) return null
  return { class: parts[0]!, subject: parts[1]!, ...(parts[2] ? { group: parts[2] } : {}) }
}

/** Letters of a document's name; ids of the exchange format are far shorter. */
const nameLimit = 600

/** Reads a document id; null when it names no document. */
export function readDocumentId(text: string): DocumentName | null {
  if (text.length > nameLimit) return null
  if (text === 'school') return { kind: 'school' }
  const slash = text.indexOf('/')
  const rest = text.slice(slash + 1)
  if (slash < 0 || rest === '') return null
  const kind = text.slice(0, slash)
  if (kind === 'journal') {
    const key = readJournalName(rest)
    return key && { kind, ...key }
  }
  if (kind === 'advice') {
    const [person, of, more] = rest.split(',')
    if (!person || of === '' || more !== undefined) return null
    return { kind, person, ...(of ? { of } : {}) }
  }
  if (rest.includes(',')) return null
  if (kind === 'class') return { kind, class: rest }
  if (kind === 'family' || kind === 'thread') return { kind, pupil: rest }
  return null
}

/** A lesson's slot of birth inside its journal: `date,bell,ordinal`. Two offline tablets coin the same one. */
export type LessonKey = string & { readonly __lessonKey: unique symbol }

export function lessonKey(date: string, bell: number, ordinal = 0): LessonKey {
  return `${date},${bell},${ordinal}` as LessonKey
}

/** Date, bell and ordinal at birth of a lesson key. */
export function readLessonKey(key: LessonKey): { date: string; bell: number; ordinal: number } {
  const [date, bell, ordinal] = key.split(',')
  return { date: date!, bell: Number(bell), ordinal: Number(ordinal) }
}

/** In whose name the class teacher writes in a thread. */
export const schoolVoice = 'school'

/** Entity names, one function a kind; the first part says what it is. */
export const entity = {
  school: 'school',
  year: (id: string) => `year,${id}`,
  period: (id: string) => `period,${id}`,
  holiday: (starts: string, ends: string, grades = '') => `holiday,${starts},${ends},${grades}`,
  bell: (number: number) => `bell,${number}`,
  subject: (id: string) => `subject,${id}`,
  staff: (id: string) => `staff,${id}`,
  class: (id: string) => `class,${id}`,
  group: (id: string) => `group,${id}`,
  assignment: (key: JournalKey, teacher: string, from = '') =>
    `assignment,${key.class},${key.subject},${key.group ?? ''},${teacher},${from}`,
  slot: (key: JournalKey, weekday: number, bell: number, from = '', week = '') =>
    `slot,${key.class},${key.subject},${key.group ?? ''},${weekday},${bell},${from},${week}`,
  substitution: (key: JournalKey, date: string, bell: number) =>
    `substitution,${key.class},${key.subject},${key.group ?? ''},${date},${bell}`,
  lock: (period: string) => `lock,${period}`,
  permission: (key: JournalKey, teacher: string, until: string) =>
    `permission,${key.class},${key.subject},${key.group ?? ''},${teacher},${until}`,
  account: (user: string) => `account,${user}`,
  /** Of a pupil or a member of the staff. */
  erasure: (of: string, id: string) => `erasure,${of},${id}`,
  settings: 'settings',
  bellPlan: (id: string) => `bellplan,${id}`,
  shortDay: (date: string) => `shortday,${date}`,
  workday: (date: string) => `workday,${date}`,
  room: (name: string) => `room,${name}`,
  abbreviation: (text: string) => `abbreviation,${text}`,

  pupil: (id: string) => `pupil,${id}`,
  movement: (pupil: string, date: string, kind: string) => `movement,${pupil},${date},${kind}`,
  member: (group: string, pupil: string, from = '') => `member,${group},${pupil},${from}`,
  span: (pupil: string, from: string, code: string, ordinal = 0) =>
    `span,${pupil},${from},${code},${ordinal}`,
  mode: (pupil: string, from: string) => `mode,${pupil},${from}`,
  exemption: (pupil: string, from: string) => `exemption,${pupil},${from}`,
  conduct: (period: string, pupil: string) => `conduct,${period},${pupil}`,
  /** A week by its Monday. */
  week: (monday: string) => `week,${monday}`,
  /** A duty by its clause and its term: a period id, a month, a Monday. */
  duty: (clause: string, term: string) => `duty,${clause},${term}`,
  paper: (period: string) => `paper,${period}`,
  council: (year: string, pupil: string) => `council,${year},${pupil}`,
  announcement: (id: string) => `announcement,${id}`,
  acquainted: (year: string, person: string) => `acquainted,${year},${person}`,

  address: (pupil: string) => `address,${pupil}`,
  /** The monthly check, `YYYY-MM`. */
  checked: (pupil: string, month: string) => `checked,${pupil},${month}`,
  /** Of a guardian, or of the pupil himself; the consent to the processing of data has no purpose in its name. */
  consent: (person: string, purpose = 'data') =>
    purpose === 'data' ? `consent,${person}` : `consent,${person},${purpose}`,
  informed: (pupil: string, from: string, to: string) => `informed,${pupil},${from},${to}`,
  guardian: (id: string) => `guardian,${id}`,

  /** In a thread: `person` is in whose name it is said: a guardian, the pupil, or `schoolVoice`. */
  letter: (person: string, id: string) => `letter,${person},${id}`,
  /** What has become of a letter (named by its own person and id) with one of those it was for. */
  reader: (person: string, letter: string, id: string) => `reader,${person},${letter},${id}`,
  abuse: (person: string, letter: string, id: string) => `abuse,${person},${letter},${id}`,
  expected: (person: string, id: string) => `expected,${person},${id}`,
  correction: (person: string, id: string) => `correction,${person},${id}`,
  acknowledged: (person: string, from: string, to: string) => `acknowledged,${person},${from},${to}`,
  notices: (person: string) => `notices,${person}`,

  /** In the asker's own document. */
  advice: (id: string) => `advice,${id}`,

  plan: (number: number) => `plan,${number}`,
  lesson: (lesson: LessonKey) => `lesson,${lesson}`,
  /** Presence and reason of one pupil at one lesson. */
  cell: (lesson: LessonKey, pupil: string) => `cell,${lesson},${pupil}`,
  work: (lesson: LessonKey, work: string) => `work,${lesson},${work}`,
  /** `work` is '' for the lesson's default column. */
  mark: (lesson: LessonKey, work: string, pupil: string) => `mark,${lesson},${work},${pupil}`,
  periodMark: (period: string, pupil: string) => `periodmark,${period},${pupil}`,
  behaviour: (lesson: LessonKey, pupil: string) => `behaviour,${lesson},${pupil}`,
  /** `pupil` is '' for a question about the lesson as a whole. */
  question: (lesson: LessonKey, pupil: string, id: string) => `question,${lesson},${pupil},${id}`,
  carried: (pupil: string, from: JournalKey) =>
    `carried,${pupil},${from.class},${from.subject},${from.group ?? ''}`,
  former: (pupil: string, id: string) => `former,${pupil},${id}`,
  groups: 'groups',
  sharing: 'sharing',
  remark: (id: string) => `remark,${id}`,
  /** About a lesson, or (null) about period marks. */
  request: (lesson: LessonKey | null, id: string) => (lesson ? `request,${lesson},${id}` : `request,${id}`),
} as const

const kindsOfLessons = new Set(['lesson', 'cell', 'work', 'mark', 'behaviour', 'question', 'request'])

/** The lesson that an entity of a journal belongs to, or null (plan, period marks). */
export function lessonOf(entityName: string): LessonKey | null {
  // By its commas: this is asked of every fact, and splitting takes five times as long.
  const kind = entityName.indexOf(',')
  const date = entityName.indexOf(',', kind + 1)
  const bell = entityName.indexOf(',', date + 1)
  if (kind < 0 || date < 0 || bell < 0 || !kindsOfLessons.has(entityName.slice(0, kind))) return null
  const ordinal = entityName.indexOf(',', bell + 1)
  return entityName.slice(kind + 1, ordinal < 0 ? undefined : ordinal) as LessonKey
}

/** The pupil that an entity of a journal is about; undefined for what is about a lesson or the journal as a whole. */
export function pupilOf(entityName: string): string | undefined {
  const parts = entityName.split(',')
  switch (parts[0]) {
    case 'mark':
      return parts[5]
    case 'cell':
    case 'behaviour':
    case 'question':
      return parts[4] || undefined
    case 'periodmark':
      return parts[2]
    default:
      return undefined
  }
}
