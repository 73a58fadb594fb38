import type { Lesson } from '../../domain/journal/journal-view.ts'
import { notePresence, retake } from '../../domain/journal/keeping.ts'
import { answerProposal, answerQuestion, ask, propose, readProposal } from '../../domain/journal/questions.ts'
import type { Mark, Presence } from '../../domain/ledger/attributes.ts'
import { entity } from '../../domain/ledger/documents.ts'
import type { Entry } from '../../domain/ledger/fact.ts'
import type { Fold } from '../../domain/ledger/fold.ts'

/** What is done in a cell beside its marks, presence and reason. An empty text takes back what was written. */
export type CellChange =
  | { kind: 'retake'; work: string; mark: Mark }
  | { kind: 'comment'; work: string; text: string }
  | { kind: 'behaviour'; text: string }
  /** `id`: new to the cell. */
  | { kind: 'ask'; id: string; text: string }
  /** By the question's entity. */
  | { kind: 'takeBack'; question: string }
  | { kind: 'answer'; question: string; text: string }
  | { kind: 'propose'; presence: Presence | null }
  | { kind: 'answerProposal'; text: string }
  /** Writes the presence that is proposed. */
  | { kind: 'accept' }

/** A change of a cell as entries of the ledger. */
export function entriesOfChange(
  fold: Fold,
  lesson: Lesson,
  teacher: string,
  pupil: string,
  change: CellChange,
): Entry[] {
  const { key } = lesson
  const text = 'text' in change ? change.text.trim() : ''
  const value = text === '' ? null : text
  switch (change.kind) {
    case 'retake':
      return retake(lesson, teacher, change.work, pupil, change.mark, (work) =>
        fold.value(entity.mark(key, work, pupil), 'mark'),
      )
    case 'comment':
      return [{ entity: entity.mark(key, change.work, pupil), attribute: 'mark.comment', value }]
    case 'behaviour':
      return [{ entity: entity.behaviour(key, pupil), attribute: 'behaviour', value }]
    case 'ask':
      return value === null ? [] : [ask(key, pupil, change.id, value)]
    case 'takeBack':
      return [{ entity: change.question, attribute: 'question', value: null }]
    case 'answer':
      return value === null ? [] : [answerQuestion(change.question, value)]
    case 'propose':
      return [propose(key, pupil, change.presence)]
    case 'answerProposal':
      return value === null ? [] : [answerProposal(key, pupil, value)]
    case 'accept': {
      const proposal = readProposal(fold, key, pupil)
      return proposal ? notePresence(lesson, teacher, pupil, proposal.presence) : []
    }
  }
}
