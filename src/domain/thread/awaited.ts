import { schoolVoice } from '../ledger/documents.ts'
import type { Answered, Letter, ThreadView } from './thread-view.ts'

/** Letters of the family's that the class teacher has not opened. */
export function unreadOf({ letters }: Pick<ThreadView, 'letters'>): Letter[] {
  return letters.filter(({ person, read }) => person !== schoolVoice && !read.includes(schoolVoice))
}

/** What the family waits to be answered. */
export function unanswered({ expected, corrections }: Pick<ThreadView, 'expected' | 'corrections'>): {
  expected: Answered<'expected'>[]
  corrections: Answered<'correction'>[]
} {
  return {
    expected: expected.filter(({ answer }) => !answer),
    corrections: corrections.filter(({ answer }) => !answer),
  }
}

/** How many of a family's words wait for the class teacher: letters to read, requests to answer. */
export function awaitedIn(view: ThreadView): { unread: number; requests: number } {
  const { expected, corrections } = unanswered(view)
  return { unread: unreadOf(view).length, requests: expected.length + corrections.length }
}
