import { type ComponentType, createElement, lazy, useState } from 'react'

/** Fetches code; what was fetched once is at hand. */
export interface Code<M> {
  (): Promise<M>
  here?: M
}

export function code<M>(fetch: () => Promise<M>): Code<M> {
  const load: Code<M> = async () => {
    load.here = await fetch()
    return load.here
  }
  return load
}

/**
 * A component whose code is fetched when it is first shown. Where it is at hand already it is drawn at once: React's
 * own lazy components leave a gap even then, and after any gap React lets 300 ms pass.
 */
export function lazyPage<M, P extends object>(
  load: Code<M>,
  pick: (code: M) => ComponentType<P>,
): ComponentType<P> {
  const fetched = lazy(async () => ({ default: pick(await load()) })) as unknown as ComponentType<P>
  const choose = () => (load.here ? pick(load.here) : fetched)
  return (props) => createElement(Chosen<P>, { choose, props })
}

/** Chosen once: another component would lose what the first one holds. */
function Chosen<P extends object>({ choose, props }: { choose: () => ComponentType<P>; props: P }) {
  const [{ chosen }] = useState(() => ({ chosen: choose() }))
  return createElement(chosen, props)
}
