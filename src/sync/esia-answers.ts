import * as v from 'valibot'

/** Where the browser goes, and what its page keeps for the way back. */
export const esiaBegun = v.object({ url: v.string(), secret: v.string() })
export type EsiaBegun = v.InferOutput<typeof esiaBegun>

export const esiaLinked = v.object({ linked: v.boolean() })
export type EsiaLinked = v.InferOutput<typeof esiaLinked>
