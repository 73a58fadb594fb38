import { openProposals, type Proposal, type Question, readQuestions } from '../../domain/journal/questions.ts'
import type { Fold } from '../../domain/ledger/fold.ts'
import { viewOf } from './workspace.ts'

/** What the class teacher waits for an answer to in a journal. */
export interface OpenTalk {
  questions: readonly Question[]
  proposals: readonly Proposal[]
  /** Where: `lesson pupil`. */
  cells: ReadonlySet<string>
}

/** The open questions and proposals of a journal, worked out once for each state of it. */
export function openTalkOf(fold: Fold): OpenTalk {
  return viewOf(fold, readOpenTalk)
}

function readOpenTalk(fold: Fold): OpenTalk {
  const questions = readQuestions(fold).filter(({ answer }) => answer === undefined)
  const proposals = openProposals(fold, proposedCells(fold))
  return {
    questions,
    proposals,
    cells: new Set([...questions, ...proposals].map(({ lesson, pupil }) => `${lesson} ${pupil}`)),
  }
}

const proposed = new WeakMap<Fold, { version: number; cells: Set<string> }>()

/** Cells of which a presence was ever proposed: few of a year's thousands, so that a tap does not look at them all. */
function proposedCells(fold: Fold): ReadonlySet<string> {
  const index = proposed.get(fold) ?? { version: 0, cells: new Set<string>() }
  const changed = index.version === 0 ? fold.entities('cell') : fold.touchedSince(index.version)
  for (const name of changed) if (fold.state(name, 'proposal')) index.cells.add(name)
  index.version = fold.version
  proposed.set(fold, index)
  return index.cells
}
