import * as v from 'valibot'

/** What a phone subscribes with, and whether it has. */
export const pushStanding = v.object({ key: v.string(), on: v.boolean() })
export type PushStanding = v.InferOutput<typeof pushStanding>
