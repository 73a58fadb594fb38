import { useCallback, useEffect, useRef, useState } from 'react'
import * as v from 'valibot'
import { freshAccess } from './access.ts'
import { useWorkspace } from './workspace.ts'

/** What the relay last said, and when. */
export interface Kept<T> {
  value: T
  /** ms since 1970 by the app's clock. */
  at: number
}

/** Asks the relay with an access token; gets what is known, gives what is to be shown, or null without an answer. */
export type Look<T> = (access: string, last: T | undefined) => Promise<T | null>

/**
 * An answer of the relay that opens without a line too: what was kept sealed on the device is shown at once, then what
 * the relay says, asked again every `every` ms while the screen stands. `name` is the answer's place on the device,
 * `fits` says whether what lies there answers this question; `look` and `fits` must keep their identity.
 */
export function useKept<T>(
  name: string,
  schema: v.GenericSchema<unknown, T>,
  fits: (value: T) => boolean,
  look: Look<T>,
  every: number,
): { kept: Kept<T> | undefined; again: () => void } {
  const { session, tokens } = useWorkspace()
  const [kept, setKept] = useState<Kept<T>>()
  const again = useRef(() => {})
  useEffect(() => {
    let current = true
    let latest: T | undefined
    let timer: ReturnType<typeof setTimeout>
    let asking = false
    setKept(undefined)
    const ask = async () => {
      if (asking || !current) return
      asking = true
      clearTimeout(timer)
      const access = await freshAccess({ session, tokens })
      const next = access === null ? null : await look(access, latest)
      asking = false
      if (!current) return
      if (next !== null) {
        const fresh = { value: next, at: session.now() }
        if (JSON.stringify(next) !== JSON.stringify(latest)) void session.store.keep(name, fresh)
        latest = next
        setKept(fresh)
      }
      timer = setTimeout(ask, every)
    }
    again.current = () => void ask()
    void session.store.kept(name).then((stored) => {
      const found = v.safeParse(v.object({ value: schema, at: v.number() }), stored)
      if (current && found.success && fits(found.output.value)) {
        latest = found.output.value
        setKept(found.output)
      }
      void ask()
    })
    return () => {
      current = false
      clearTimeout(timer)
    }
  }, [session, tokens, name, schema, fits, look, every])
  return { kept, again: useCallback(() => again.current(), []) }
}
