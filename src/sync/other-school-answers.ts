import * as v from 'valibot'
import { signedIn } from './account-client.ts'

/** How a link to another school stands (server/other-schools/door.ts); `away`: that school can't be asked now. */
const state = v.picklist(['opens', 'office', 'undone', 'away'])
export type SchoolLinkState = v.InferOutput<typeof state>

export const otherSchools = v.object({
  links: v.array(v.object({ school: v.string(), name: v.string(), host: v.string(), state })),
  /** Whether this account may be linked. */
  mayLink: v.boolean(),
})
export type OtherSchoolsAnswer = v.InferOutput<typeof otherSchools>
export type OtherSchool = OtherSchoolsAnswer['links'][number]

/** Where the browser goes, and the code that it brings there in the fragment. */
export const going = v.object({ host: v.string(), code: v.string() })
export type GoingAnswer = v.InferOutput<typeof going>

/** The same, and what the page keeps for the way back. */
export const linkBegun = v.object({ ...going.entries, secret: v.string() })

/** Who asks to be linked. */
export const linkAsked = v.object({ name: v.string(), school: v.string() })

/** What a device keeps of who comes from another school, or who of its people he is. */
export const entered = v.union([v.object({ here: v.string() }), signedIn])
