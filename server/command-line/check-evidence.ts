import * as v from 'valibot'
import type { DocumentId } from '../../src/domain/ledger/documents.ts'
import type { Element } from '../../src/domain/ledger/fact.ts'
import { type FactId, factTime } from '../../src/domain/ledger/ids.ts'
import { elementReceipts, type Receipt, receiptSchema } from '../../src/domain/ledger/receipt.ts'
import { elementHash } from '../store/row-hash.ts'
import type { LogEntry } from '../store/row-store.ts'
import type { OpenSchool } from './open-school.ts'
import { Refusal } from './outcome.ts'
import { type Done, said, type TaskOf } from './task.ts'

const statement = v.object({
  document: v.string(),
  entries: v.array(
    v.object({
      seq: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
      fact: v.object({
        id: v.string(),
        entity: v.string(),
        attribute: v.string(),
        value: v.unknown(),
        supersedes: v.array(v.string()),
      }),
      madeAt: v.string(),
      receivedAt: v.string(),
      author: v.object({ user: v.string() }),
      device: v.object({ id: v.string() }),
      verdict: v.string(),
      receipt: receiptSchema,
      index: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
      elementHashes: v.array(v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))),
      chain: v.string(),
    }),
  ),
})

type Stated = v.InferOutput<typeof statement>['entries'][number]

/** `evidence --check`: whether each entry of a statement is what this server's log holds and its key signed. */
export async function checkEvidence(
  { relay }: OpenSchool,
  { content }: TaskOf<'evidence-check'>,
): Promise<Done> {
  const given = read(content)
  const document = given.document as DocumentId
  const log = new Map((await relay.logOf(document)).map((entry) => [entry.seq, entry]))
  for (const [at, entry] of given.entries.entries()) {
    const why = faultOf(relay, document, entry, log.get(entry.seq))
    if (why !== null) throw new Refusal(`Запись ${at + 1} (${entry.fact.id}): ${why}.`)
  }
  const verified = await relay.verify()
  if (!verified.ok)
    throw new Refusal(
      `Цепочка записей нарушена: документ ${verified.document}, запись ${verified.seq}: ${verified.why}.`,
    )
  return said(
    `Выписка верна: записей ${given.entries.length}, каждая стоит в журнале сервера и подписана его ключом.`,
  )
}

/** What of an entry is not as the server has it, in Russian; null when all is. */
function faultOf(
  relay: OpenSchool['relay'],
  document: DocumentId,
  { fact, receipt, index, elementHashes, chain, ...told }: Stated,
  stands: LogEntry | undefined,
): string | null {
  const { id, entity, attribute, value, supersedes } = fact
  const said = [id, entity, attribute, value, ...(supersedes.length > 0 ? [supersedes] : [])]
  const hashes = elementHashes.map((hash) => Buffer.from(hash, 'hex'))
  if (hashes[index]?.equals(elementHash(said as unknown as Element)) !== true)
    return 'содержание не то, что в строке'
  const signed = receipt as unknown as Receipt
  if (!relay.isSigned(document, signed, hashes)) return 'квитанция не подписана ключом этого сервера'
  if (stands?.chain !== chain || stands.receipt.mac !== receipt.mac)
    return 'в журнале сервера на этом месте другое'
  const { receivedAt } = elementReceipts(signed)[index]!
  const isTrue =
    told.madeAt === new Date(factTime(id as FactId)).toISOString() &&
    told.receivedAt === new Date(receivedAt).toISOString() &&
    told.author.user === receipt.author &&
    told.device.id === receipt.device &&
    told.verdict === receipt.verdict
  return isTrue ? null : 'время, автор, устройство или решение не те, что в квитанции'
}

function read(base64: string): v.InferOutput<typeof statement> {
  let json: unknown
  try {
    json = JSON.parse(Buffer.from(base64, 'base64').toString('utf8'))
  } catch {
    throw new Refusal('Это не выписка: нужен файл, который записала команда evidence --format json.')
  }
  const parsed = v.safeParse(statement, json)
  if (!parsed.success)
    throw new Refusal('Это не выписка: нужен файл, который записала команда evidence --format json.')
  return parsed.output
}
