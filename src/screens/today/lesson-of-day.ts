/** What a lesson still lacks, in the order a teacher does it. */
export type Missing = 'roll' | 'topic' | 'homework' | 'marks'

/** A lesson of the day in the list. Titles are data: «7А», or «5А + 6А» for classes taught together. */
export interface LessonOfDay {
  id: string
  href: string
  bell: number
  /** «08:30» */
  starts: string
  ends: string
  title: string
  subject: string
  room?: string | undefined
  state: 'past' | 'now' | 'ahead'
  /** Its journal is at hand; until then nothing can be said of what is missing. */
  loaded: boolean
  /** What is missing; for a lesson ahead nothing is yet. */
  missing: readonly Missing[]
  substitution: boolean
  /** Who holds this lesson instead of the person, «М. В. Кашин». */
  givenTo?: string | undefined
  /** Why it was called off. */
  cancelled?: string | undefined
  /** No timetable has it. */
  added?: boolean | undefined
  /** Where it was moved from here, or from where it was moved here; dates are ISO. */
  movedTo?: { date: string; bell: number } | undefined
  movedFrom?: { date: string; bell: number } | undefined
  /** Kind of the control work planned for it. */
  control?: string | undefined
}

/** The lesson shown large: the one that runs, else the next one of the day. */
export interface CurrentLesson extends LessonOfDay {
  /** Whole minutes to its end while it runs, to its start before. */
  minutes: number
  topic: string | undefined
  planTopic: string | undefined
  homework: string | undefined
  marks: number
  /** Pupils known to be away. `until`: last day away, ISO. */
  away: readonly { name: string; until?: string | undefined; paper: boolean }[]
  journalHref: string
}

/** Something that waits for this person. `since`: ms since 1970. */
export type Waiting =
  | { kind: 'conflict'; id: string; href: string; where: string; values: readonly string[] }
  /** A remark of the office. `date`: when it was made, ISO. */
  | { kind: 'remark'; id: string; href: string; where: string; date: string; words: string }
  /** The class teacher asks, or proposes a presence. `date`: the lesson's, ISO. */
  | { kind: 'question' | 'proposal'; id: string; href: string; where: string; date: string; words: string }
  | { kind: 'notAccepted'; id: string; href: string; count: number; where: string }
  | { kind: 'sending'; id: string; href: string; count: number; since: number }
