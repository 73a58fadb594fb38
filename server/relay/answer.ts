import { type DocumentId, type DocumentName, readDocumentId } from '../../src/domain/ledger/documents.ts'
import { type Element, type Fact, parseHeader } from '../../src/domain/ledger/fact.ts'
import type { ClientId, DeviceId, FactId, UserId } from '../../src/domain/ledger/ids.ts'
import { type Actor, type FamilyRight, isOffice } from '../../src/domain/policy/policy.ts'
import type { RefusalCode } from '../../src/sync/frames.ts'
import type { CarriedRun } from '../../src/sync/update.ts'
import type { Reads } from '../store/row-store.ts'
import { checkFacts } from './fact-check.ts'
import type { LogTransaction, RelayLog } from './relay-log.ts'
import { type JudgedRun, judgeRun } from './verdicts.ts'
import { checkWriter } from './writer-check.ts'

/** Who the relay knows to be on the line. */
export interface Author {
  user: UserId
  device: DeviceId
  /** Staff id or ''. */
  person: string
  administrator: boolean
  /** Whom he follows as one of a family; nobody does over the socket. */
  family?: readonly FamilyRight[]
}

/** The relay's answer to an update (ledger.md, 5); void is told by the receipts. */
export type Answer =
  | { kind: 'accepted' }
  | { kind: 'resync'; have: [ClientId, number][] }
  | { kind: 'refused'; code: RefusalCode; facts: FactId[] }
  /** The disk takes nothing more: nothing was judged. */
  | { kind: 'noRoom' }

interface Fresh {
  client: ClientId
  isNew: boolean
  runs: JudgedRun[]
}

/** The actor that rights are judged for: the person now, with the office role that the school's ledger gives. */
export function actorOf(
  { policy }: Pick<RelayLog, 'policy'>,
  { person, administrator, family }: Author,
): Actor {
  return { person, office: administrator || isOffice(policy.policy().school, person), family }
}

/** What `answer` reads for the runs of an update. */
export function readsOf(document: DocumentId, runs: readonly CarriedRun[]): Reads {
  return {
    document,
    stretches: runs.map(({ client, clock, elements }) => ({ client, clock, length: elements.length })),
    facts: factIdsOf(runs),
  }
}

/** Elements of an update, which its work in a transaction grows with. */
export function weightOf(runs: readonly CarriedRun[]): number {
  return runs.reduce((sum, { elements }) => sum + elements.length, 0)
}

/** Ids of facts among what came from outside; a loop, since a year's upload has 1,400. */
export function factIdsOf(runs: readonly { elements: readonly unknown[] | null }[]): FactId[] {
  const ids: FactId[] = []
  for (const { elements } of runs)
    for (const element of elements ?? [])
      if (Array.isArray(element) && typeof element[0] === 'string') ids.push(element[0] as FactId)
  return ids
}

/**
 * Answers the strictly decoded runs of one update: everything is checked before
 * anything is stored, so an update is taken whole or not at all.
 */
export function answer(
  log: LogTransaction,
  document: DocumentId,
  author: Author,
  runs: readonly CarriedRun[],
): Answer {
  const name = readDocumentId(document)
  if (!name) return refused('noRight')
  const fresh = check(log, document, name, author, runs)
  if (!Array.isArray(fresh)) return fresh
  for (const { client, isNew, runs: judged } of fresh) {
    if (isNew) log.rows.bind(document, client, author)
    for (const run of judged) store(log, document, author, client, run)
  }
  return { kind: 'accepted' }
}

function check(
  log: LogTransaction,
  document: DocumentId,
  name: DocumentName,
  author: Author,
  runs: readonly CarriedRun[],
): Fresh[] | Answer {
  const { rows } = log
  const parts: { run: CarriedRun; from: number }[] = []
  let gap = false
  for (const run of runs) {
    const found = checkWriter(rows, document, author, run)
    if (found.kind === 'refused') return refused(found.code)
    if (found.kind === 'gap') gap = true
    else parts.push({ run, from: found.from })
  }
  if (gap) {
    const have = runs.map(({ client }): [ClientId, number] => [
      client,
      rows.writer(document, client)?.next ?? 0,
    ])
    return { kind: 'resync', have }
  }
  return judgeParts(log, document, name, author, parts)
}

function judgeParts(
  log: LogTransaction,
  document: DocumentId,
  name: DocumentName,
  author: Author,
  parts: readonly { run: CarriedRun; from: number }[],
): Fresh[] | Answer {
  const policy = log.policy.policy()
  const actor = actorOf(log, author)
  const at = { today: log.policy.today(), receivedAt: log.now(), movedTo: log.policy.movedTo(document) }
  const seen = new Map<FactId, Fact>()
  const fresh: Fresh[] = []
  const faulty: FactId[] = []
  let code: RefusalCode | undefined
  for (const { run, from } of parts) {
    const carried = run.elements.slice(from - run.clock)
    if (carried.length === 0) continue
    const header = from === 0 ? headerOf(carried[0]) : undefined
    const checked = checkFacts(
      log.rows,
      document,
      name.kind,
      author.user,
      header ? carried.slice(1) : carried,
      seen,
    )
    if (!checked.ok) {
      code ??= checked.code
      faulty.push(...checked.faulty)
      continue
    }
    const judged = judgeRun(policy, name, actor, { clock: from, header, facts: checked.facts }, at)
    if (judged.ok) fresh.push({ client: run.client, isNew: from === 0, runs: judged.runs })
    else {
      code ??= 'noRight'
      faulty.push(...judged.faulty)
    }
  }
  return code === undefined ? fresh : refused(code, faulty)
}

/** The header as it was read: what an object only inherits is said, stored and hashed too. */
function headerOf(raw: unknown): Element | undefined {
  const header = parseHeader(raw)
  return header.ok ? header.value : undefined
}

function store(
  log: LogTransaction,
  document: DocumentId,
  author: Author,
  client: ClientId,
  run: JudgedRun,
): void {
  const { clock, elements, as, verdict, reason } = run
  log.append(
    document,
    {
      client,
      clock,
      length: elements.length,
      author: author.user,
      device: author.device,
      as,
      times: [elements.length, log.now()],
      verdict,
      ...(reason ? { reason } : {}),
    },
    elements,
  )
}

function refused(code: RefusalCode, facts: FactId[] = []): Answer {
  return { kind: 'refused', code, facts }
}
