import * as v from 'valibot'

const whole = v.pipe(v.number(), v.safeInteger())

/** One entry as the relay received it; proofs beside it are kept for the file. */
const entry = v.looseObject({
  /** Place in the journal's log. */
  seq: whole,
  fact: v.looseObject({ id: v.string(), attribute: v.string(), value: v.unknown() }),
  /** ISO 8601, by the device and by the server. */
  madeAt: v.string(),
  receivedAt: v.string(),
  author: v.looseObject({ name: v.string(), as: v.string() }),
  device: v.looseObject({ id: v.string(), name: v.string() }),
  verdict: v.picklist(['ok', 'void']),
})

/** What the relay received about one cell, in that order, and the same as a document to read. */
export const evidenceAnswer = v.object({
  evidence: v.looseObject({
    log: v.union([
      v.object({ whole: v.literal(true), rows: whole }),
      v.object({ whole: v.literal(false), why: v.string() }),
    ]),
    entries: v.array(entry),
  }),
  text: v.string(),
})
export type EvidenceAnswer = v.InferOutput<typeof evidenceAnswer>
