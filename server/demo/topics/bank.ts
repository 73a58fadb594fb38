import type { SubjectId } from '../curriculum.ts'

/** Topics of a subject for the grades `from` to `to`, in the order they are taught. */
export interface TopicBank {
  subject: SubjectId
  from: number
  to: number
  topics: readonly string[]
}

/** A bank written as text: topics end with a semicolon, lines break where they fit. */
export function bank(subject: SubjectId, from: number, to: number, text: string): TopicBank {
  const topics = text
    .split(';')
    .map((topic) => topic.replace(/\s+/g, ' ').trim())
    .filter((topic) => topic !== '')
  return { subject, from, to, topics }
}
