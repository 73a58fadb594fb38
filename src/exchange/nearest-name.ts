/** The known name that a misspelt one stands for: at most two letters wrong; undefined when none is that near. */
export function nearestName(misspelt: string, known: readonly string[]): string | undefined {
  const word = plain(misspelt)
  const ranked = known
    .map((name) => ({ name, distance: distance(word, plain(name)) }))
    .filter(({ name, distance: wrong }) => wrong <= 2 && wrong < name.length / 2)
    .sort((a, b) => a.distance - b.distance)
  return ranked[0]?.name
}

function plain(name: string): string {
  return name.toLowerCase().replace(/[\s_-]/g, '')
}

/** Letters to change, add or take out to get from one word to the other. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 0; i < a.length; i++) {
    const next = [i + 1]
    for (let k = 0; k < b.length; k++)
      next.push(Math.min(row[k + 1]! + 1, next[k]! + 1, row[k]! + (a[i] === b[k] ? 0 : 1)))
    row = next
  }
  return row[b.length]!
}
