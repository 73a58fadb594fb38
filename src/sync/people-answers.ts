import * as v from 'valibot'

/** ms since 1970. */
const time = v.pipe(v.number(), v.safeInteger())

const device = v.object({ id: v.string(), name: v.string(), lastSeen: time })

const account = v.object({
  user: v.string(),
  login: v.string(),
  /** Staff id; '' for an administrator who is not on the staff list. */
  person: v.string(),
  name: v.string(),
  roles: v.array(v.picklist(['teacher', 'office'])),
  disabled: v.boolean(),
  /** Has signed in for the first time. */
  active: v.boolean(),
  lastSignIn: v.nullable(time),
  /** Until when a one-time code that was handed out signs the person in; null without one. */
  codeGoodUntil: v.nullable(time),
  /** Not revoked, the latest seen first. */
  devices: v.array(device),
})

/** The school's accounts, by login. */
export const accountsAnswer = v.object({ accounts: v.array(account) })
export type AccountsAnswer = v.InferOutput<typeof accountsAnswer>
export type StaffAccount = v.InferOutput<typeof account>
export type StaffDevice = v.InferOutput<typeof device>

/** What is handed to people: each code is shown this once. */
export const slipsAnswer = v.object({
  slips: v.array(
    v.object({ user: v.string(), person: v.string(), login: v.string(), code: v.string(), goodUntil: time }),
  ),
})
export type SlipsAnswer = v.InferOutput<typeof slipsAnswer>
export type Slip = SlipsAnswer['slips'][number]
