import * as v from 'valibot'

/** What a code in the fragment is brought for. */
export type Brought = 'link' | 'linked' | 'come'

/** Goes to another school of this server, which has the same scheme and port, with a code for its app alone. */
export function goToSchool(host: string, brought: Brought, code: string): void {
  const port = location.port === '' ? '' : `:${location.port}`
  location.assign(`${location.protocol}//${host}${port}/#/${brought}/${code}`)
}

/** The name of the host in what a person typed or pasted: `https://b.example/#/today` gives `b.example`. */
export function hostTyped(typed: string): string {
  const text = typed.trim()
  try {
    return new URL(text.includes('://') ? text : `https://${text}`).hostname
  } catch {
    return ''
  }
}

/** What the page that begins to link keeps: for this tab alone, and gone with it. */
const storageName = 'parta-other-school'
const kept = v.object({
  secret: v.string(),
  /** What the browser came back with. */
  code: v.optional(v.string()),
})
export type Begun = v.InferOutput<typeof kept>

export function keepBegun(begun: Begun): void {
  sessionStorage.setItem(storageName, JSON.stringify(begun))
}

/** What this tab began; undefined when it began nothing. */
export function readBegun(): Begun | undefined {
  try {
    const read = v.safeParse(kept, JSON.parse(sessionStorage.getItem(storageName) ?? 'null'))
    return read.success ? read.output : undefined
  } catch {
    return undefined
  }
}

export function forgetBegun(): void {
  sessionStorage.removeItem(storageName)
}
