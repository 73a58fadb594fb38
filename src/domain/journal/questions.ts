import type { Presence } from '../ledger/attributes.ts'
import { entity, type LessonKey, lessonOf } from '../ledger/documents.ts'
import { canonical, type Entry, type Json } from '../ledger/fact.ts'
import type { Fold, Head } from '../ledger/fold.ts'

/** What the class teacher asks the subject teacher about a cell or (pupil '') a lesson as a whole. */
export interface Question {
  /** Name of its entity. */
  id: string
  lesson: LessonKey
  pupil: string
  flag: string
  text: string
  /** undefined: it waits. */
  answer: string | undefined
}

/**
 * A presence that the class teacher proposes: `open` until the subject teacher wrote it (`settled`) or said why not
 * (`answered`).
 */
export interface Proposal {
  lesson: LessonKey
  pupil: string
  presence: Presence
  state: 'open' | 'settled' | 'answered'
  answer: string | undefined
}

/** What the answer to a proposal hangs on: a question of this id. */
const proposalQuestion = 'proposal'

/** Questions of a journal that stand, open and answered, by entity. */
export function readQuestions(fold: Fold): Question[] {
  const questions: Question[] = []
  for (const id of [...fold.entities('question')].sort()) {
    const lesson = lessonOf(id)
    const asked = fold.state(id, 'question')?.shown
    const question = fold.value(id, 'question')
    if (!lesson || !asked || !question) continue
    questions.push({
      id,
      lesson,
      pupil: id.split(',')[4] ?? '',
      ...question,
      answer: answerTo(fold, id, asked),
    })
  }
  return questions
}

/** The presence proposed for a pupil at a lesson; undefined where none is, or it was taken back. */
export function readProposal(fold: Fold, lesson: LessonKey, pupil: string): Proposal | undefined {
  const cell = entity.cell(lesson, pupil)
  const proposed = fold.state(cell, 'proposal')?.shown
  const presence = fold.value(cell, 'proposal')
  if (!proposed || presence === undefined) return undefined
  const answer = answerTo(fold, entity.question(lesson, pupil, proposalQuestion), proposed)
  const state = isPresence(fold, lesson, pupil, presence)
    ? 'settled'
    : answer === undefined
      ? 'open'
      : 'answered'
  return { lesson, pupil, presence, state, answer }
}

/** Proposals of the cells named (all of the journal's unless given) that wait for the subject teacher, by cell. */
export function openProposals(fold: Fold, cells: Iterable<string> = fold.entities('cell')): Proposal[] {
  return [...cells].sort().flatMap((name) => {
    const lesson = lessonOf(name)
    const proposal = lesson && readProposal(fold, lesson, name.split(',')[4] ?? '')
    return proposal?.state === 'open' ? [proposal] : []
  })
}

/** Whether the cell says so already: a roll that was taken says "present" of everybody it does not name. */
function isPresence(fold: Fold, lesson: LessonKey, pupil: string, presence: Presence): boolean {
  const recorded = fold.value(entity.cell(lesson, pupil), 'presence')
  const rolled = fold.value(entity.lesson(lesson), 'lesson.roll') ? 'present' : undefined
  return canonical((recorded ?? rolled ?? null) as Json) === canonical(presence as Json)
}

/**
 * The answer that was given after what was asked last. The relay's times decide, so that no tablet's clock does; an
 * answer without a receipt was written here, in sight of the question.
 */
function answerTo(fold: Fold, question: string, asked: Head): string | undefined {
  const answered = fold.state(question, 'question.answer')?.shown
  const answer = fold.value(question, 'question.answer')
  if (!answered?.receipt) return answer
  if (!asked.receipt || answered.receipt.receivedAt < asked.receipt.receivedAt) return undefined
  return answer
}

/** Asks the subject teacher about a pupil at a lesson; `id` is new to the cell. */
export function ask(lesson: LessonKey, pupil: string, id: string, text: string): Entry {
  return { entity: entity.question(lesson, pupil, id), attribute: 'question', value: { flag: 'cell', text } }
}

/** Answers a question by its entity. */
export function answerQuestion(question: string, text: string): Entry {
  return { entity: question, attribute: 'question.answer', value: text }
}

/** Proposes a presence, or (null) takes the proposal back. */
export function propose(lesson: LessonKey, pupil: string, presence: Presence | null): Entry {
  return { entity: entity.cell(lesson, pupil), attribute: 'proposal', value: presence }
}

/** Says why a proposal is not taken. */
export function answerProposal(lesson: LessonKey, pupil: string, text: string): Entry {
  return answerQuestion(entity.question(lesson, pupil, proposalQuestion), text)
}
