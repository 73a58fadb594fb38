/**
 * Rounding of fractions, half up, on whole numbers: 2.675 is 2.67499... as a float and would round down, 107/40 is
 * what it is.
 */

/** Rounds `numerator/denominator` (whole, not negative, denominator above 0) half up to `decimals` decimals. */
export function halfUp(numerator: number, denominator: number, decimals: number): number {
  const scale = 10n ** BigInt(decimals)
  const n = BigInt(numerator) * scale * 2n
  const d = BigInt(denominator)
  return Number((n + d) / (2n * d)) / Number(scale)
}

/** `part` of `whole` in percent with one decimal, half up; null of nothing. */
export function percent(part: number, whole: number): number | null {
  return whole === 0 ? null : halfUp(part * 100, whole, 1)
}

/** A share as reports print it: k of n and the percentage. */
export interface Rate {
  k: number
  n: number
  percent: number | null
}

export function rate(k: number, n: number): Rate {
  return { k, n, percent: percent(k, n) }
}
