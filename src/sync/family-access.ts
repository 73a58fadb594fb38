import * as v from 'valibot'

/** ms since 1970. */
const time = v.pipe(v.number(), v.safeInteger())

/** One of a pupil's family, and how far the way to the diary is. */
const familyMember = v.object({
  /** Guardian id, or the pupil's own. */
  person: v.string(),
  name: v.string(),
  /** «мать»; absent of the pupil. */
  relation: v.optional(v.string()),
  /**
   * `none`: never invited; `issued`: a code waits; `expired`: it was not used in time; `used`: signed in; `revoked`:
   * taken away.
   */
  state: v.picklist(['none', 'issued', 'expired', 'used', 'revoked']),
  /** The right does not hold today. */
  ended: v.optional(v.literal(true)),
  /** It is closed by a consent that was taken back. */
  noConsent: v.optional(v.literal(true)),
  login: v.optional(v.string()),
  issuedAt: v.optional(time),
  goodUntil: v.optional(time),
  usedAt: v.optional(time),
  lastSignIn: v.optional(time),
  /** When the diary was last read. */
  lastRead: v.optional(time),
})
export type FamilyMember = v.InferOutput<typeof familyMember>

/** A class with its families, for its class teacher and the office: `GET /api/classes/<class>/families`. */
export const classFamilies = v.object({
  class: v.string(),
  /** Pupils who are in the class today, in order of names. */
  pupils: v.array(v.object({ pupil: v.string(), name: v.string(), members: v.array(familyMember) })),
})
export type ClassFamilies = v.InferOutput<typeof classFamilies>

/** Codes to be handed out: `POST /api/classes/<class>/families/invite`. Each is shown this once. */
export const familySlips = v.object({
  slips: v.array(
    v.object({
      name: v.string(),
      login: v.string(),
      code: v.string(),
      goodUntil: time,
      /** As whom the account signs in, with each pupil. */
      people: v.array(v.object({ pupil: v.string(), person: v.string() })),
    }),
  ),
})
export type FamilySlips = v.InferOutput<typeof familySlips>

/** How far families have come, class by class, for the office: `GET /api/families`. */
export const schoolFamilies = v.object({
  classes: v.array(
    v.object({
      class: v.string(),
      pupils: time,
      /** Pupils of whom somebody of the family has signed in. */
      signedIn: time,
      /** Pupils whose diary somebody of the family has read within a fortnight. */
      reading: time,
    }),
  ),
})
export type SchoolFamilies = v.InferOutput<typeof schoolFamilies>

/** What is counted about the asker's own reading: `GET /api/family/counted`. */
export const countedAnswer = v.object({
  lastSignIn: v.nullable(time),
  reads: v.array(v.object({ pupil: v.string(), lastRead: v.nullable(time) })),
})
export type CountedAnswer = v.InferOutput<typeof countedAnswer>

/** A letter that somebody complained of; names are '' for the class teacher. */
const complaint = v.object({
  pupil: v.string(),
  name: v.string(),
  by: v.string(),
  at: time,
  text: v.string(),
  letter: v.object({ by: v.string(), at: time, text: v.string() }),
})
export type Complaint = v.InferOutput<typeof complaint>

/** Complaints about letters, for the office: `GET /api/complaints`. */
export const complaintsAnswer = v.object({ complaints: v.array(complaint) })
export type ComplaintsAnswer = v.InferOutput<typeof complaintsAnswer>
