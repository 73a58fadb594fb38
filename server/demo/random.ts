/** A seeded stream of numbers: the demo school is a pure function of its seed, so nothing here looks at a clock. */
export interface Random {
  /** A number in [0, 1). */
  next(): number
  /** A whole number in [0, below). */
  below(below: number): number
  /** A whole number in [from, to]. */
  between(from: number, to: number): number
  /** True with probability `p`. */
  chance(p: number): boolean
  pick<T>(from: readonly T[]): T
  /** A shuffled copy. */
  shuffle<T>(of: readonly T[]): T[]
  /** Roughly normal, mean 0, deviation 1, never beyond 3.5: the sum of four uniform numbers. */
  normal(): number
}

/** 2^32 divided by the golden ratio: steps by it visit all states, evenly spread. */
const STEP = 0x9e3779b9

function mix(value: number): number {
  let x = value
  x = Math.imul(x ^ (x >>> 16), 0x21f0aaad)
  x = Math.imul(x ^ (x >>> 15), 0x735a2d97)
  return (x ^ (x >>> 15)) >>> 0
}

/**
 * A stream of its own for each (seed, names): adding a pupil or a lesson somewhere leaves what other streams draw as
 * it was.
 */
export function random(seed: number, ...names: (string | number)[]): Random {
  let state = mix(seed | 0)
  for (const name of names) {
    const text = String(name)
    for (let i = 0; i < text.length; i++) state = mix(state ^ (text.charCodeAt(i) + STEP))
    state = mix(state + STEP)
  }
  const next = () => {
    state = (state + STEP) >>> 0
    return mix(state) / 0x1_0000_0000
  }
  const below = (limit: number) => Math.floor(next() * limit)
  return {
    next,
    below,
    between: (from, to) => from + below(to - from + 1),
    chance: (p) => next() < p,
    pick: (from) => from[below(from.length)]!,
    shuffle(of) {
      const copy = [...of]
      for (let i = copy.length - 1; i > 0; i--) {
        const j = below(i + 1)
        const kept = copy[i]!
        copy[i] = copy[j]!
        copy[j] = kept
      }
      return copy
    },
    normal: () => (next() + next() + next() + next() - 2) * Math.sqrt(3),
  }
}
