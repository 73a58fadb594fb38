import * as v from 'valibot'
import type { Advice } from '../advice/advice-view.ts'
import { withoutUndefined } from '../diary/compact.ts'
import type { ValueOf } from '../ledger/attributes.ts'
import { schoolVoice } from '../ledger/documents.ts'
import { consentOf, isWithdrawn, purposes } from '../school/consents.ts'
import type { FamilyView } from '../school/family-view.ts'
import type { ThreadView } from './thread-view.ts'

/** ms since 1970. */
const time = v.pipe(v.number(), v.safeInteger())

const answer = v.object({ accepted: v.boolean(), text: v.optional(v.string()), at: time })

/** The correspondence about a pupil as one of the family sees it: what is from him and what is to him. */
export const familyThread = v.object({
  /** Changes with what is in it. */
  version: v.string(),
  /** Whom letters go to; absent while the class has no class teacher. */
  classTeacher: v.optional(v.string()),
  /** The latest last. */
  letters: v.array(
    v.object({
      /** Name of its entity. */
      id: v.string(),
      /** Written by the asker; the others are the class teacher's. */
      mine: v.optional(v.literal(true)),
      at: time,
      subject: v.optional(v.string()),
      text: v.string(),
      /** Of the asker's own letter: the class teacher's device has it, it was opened there; of another: opened by the asker. */
      delivered: v.optional(v.literal(true)),
      read: v.optional(v.literal(true)),
    }),
  ),
  expected: v.array(
    v.object({
      id: v.string(),
      at: time,
      from: v.string(),
      to: v.string(),
      reason: v.string(),
      answer: v.optional(answer),
    }),
  ),
  corrections: v.array(
    v.object({ id: v.string(), at: time, about: v.string(), text: v.string(), answer: v.optional(answer) }),
  ),
  /** When the family was told how the pupil is doing, the latest last; `acknowledged`: the asker has said that he saw it. */
  reports: v.array(
    v.object({
      from: v.string(),
      to: v.string(),
      how: v.picklist(['letter', 'email', 'push', 'paper', 'talk']),
      acknowledged: v.optional(time),
    }),
  ),
  /** What the asker wants to be told at once. */
  notices: v.optional(
    v.object({
      absence: v.boolean(),
      report: v.optional(v.picklist(['letter', 'email', 'push', 'paper'])),
      quiet: v.optional(v.object({ from: v.string(), to: v.string() })),
      /** Facts that a new wish supersedes. */
      heads: v.array(v.string()),
    }),
  ),
  /** What the asker asked the consultant, the latest first. */
  advice: v.optional(
    v.array(
      v.object({
        id: v.string(),
        at: v.optional(time),
        text: v.string(),
        answer: v.optional(v.string()),
        seen: v.optional(v.boolean()),
      }),
    ),
  ),
  /** What the asker, a guardian, consented to or took back; of what is not here nothing was recorded. */
  consents: v.optional(
    v.array(
      v.object({
        purpose: v.picklist(purposes),
        given: v.optional(v.string()),
        withdrawn: v.optional(v.string()),
        inDiary: v.optional(v.boolean()),
        heads: v.optional(v.array(v.string())),
      }),
    ),
  ),
})
export type FamilyThread = v.InferOutput<typeof familyThread>

/** Facts of a family: the body of `POST /api/family/entries/<pupil>`; each is `[id, entity, attribute, value, supersedes?]`. */
export const familyEntries = v.object({
  facts: v.pipe(v.array(v.unknown()), v.minLength(1), v.maxLength(100)),
})

/** What the relay says of them once they are on its disk. */
export const entriesAnswer = v.object({
  receipts: v.array(v.object({ id: v.string(), at: time })),
})
export type EntriesAnswer = v.InferOutput<typeof entriesAnswer>

/**
 * What a guardian, or (`person` is the pupil's id) the pupil, sees of a thread: a letter to nobody in particular is to
 * all guardians; what another guardian writes is between him and the class teacher.
 */
export function foldFamilyThread(
  thread: ThreadView,
  family: FamilyView,
  advice: readonly Advice[],
  { pupil, person, classTeacher }: { pupil: string; person: string; classTeacher: string | undefined },
): Omit<FamilyThread, 'version'> {
  const isTo = (to: readonly string[] | undefined) => to?.includes(person) ?? person !== pupil
  const mine = (one: { person: string }) => one.person === person
  const own = (list: readonly string[], whose: string) => (list.includes(whose) ? (true as const) : undefined)
  return withoutUndefined({
    classTeacher,
    letters: thread.letters
      .filter((letter) => mine(letter) || (letter.person === schoolVoice && isTo(letter.to)))
      .map(({ id, person: writer, at = 0, subject, text, delivered, read }) => {
        const reader = writer === person ? schoolVoice : person
        return withoutUndefined({
          id,
          mine: writer === person ? (true as const) : undefined,
          at,
          subject,
          text,
          delivered: own(delivered, reader),
          read: own(read, reader),
        })
      }),
    expected: thread.expected
      .filter(mine)
      .map(({ id, at = 0, from, to, reason, answer: given }) =>
        withoutUndefined({ id, at, from, to, reason, answer: told(given) }),
      ),
    corrections: thread.corrections
      .filter(mine)
      .map(({ id, at = 0, about, text, answer: given }) =>
        withoutUndefined({ id, at, about, text, answer: told(given) }),
      ),
    reports: family.informed.map(({ from, to, how }) => {
      const seen = thread.acknowledged.find(
        (one) => one.person === person && one.of.from === from && one.of.to === to,
      )
      return withoutUndefined({ from, to, how, acknowledged: seen?.at })
    }),
    advice:
      advice.length === 0
        ? undefined
        : advice.map(({ id, at, text, answer, seen }) =>
            withoutUndefined({ id, at, text, answer: answer?.text, seen: seen || undefined }),
          ),
    notices: noticesFor(thread, family, person),
    consents:
      person === pupil
        ? undefined
        : purposes.flatMap((purpose) => {
            const consent = consentOf(family, person, purpose)
            if (!consent) return []
            const { given, withdrawn, inDiary, heads } = consent
            return withoutUndefined({ purpose, given, withdrawn, inDiary, heads: heads && [...heads] })
          }),
  })
}

/** A wish for e-mail or messages to the phone holds only with the consent to them. */
function noticesFor({ notices }: ThreadView, family: FamilyView, person: string) {
  const wish = notices.get(person)
  if (!wish || !isWithdrawn(family, person, 'notices') || !needsConsent(wish)) return wish
  const { report: _, ...rest } = wish
  return rest
}

/** Whether a wish asks for what needs a consent of its own: e-mail, messages to the phone. */
export function needsConsent({ report }: Pick<ValueOf<'notices'>, 'report'>): boolean {
  return report === 'email' || report === 'push'
}

function told(given: { accepted: boolean; text?: string | undefined; at: number | undefined } | undefined) {
  return given && withoutUndefined({ accepted: given.accepted, text: given.text, at: given.at ?? 0 })
}
