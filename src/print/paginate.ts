/** Rows that the totals take along to a new page: they never stand there alone. */
const companions = 2

/**
 * How many rows go on each page, by their heights (mm). `first` and `next`: room for rows on the first page and on
 * those after it. No row is split; what follows the rows (`tail`, mm) stands on the last page, with at least the last
 * two rows before it.
 */
export function paginate(rows: readonly number[], first: number, next: number, tail: number): number[] {
  const pages = [0]
  let left = first
  for (const height of rows) {
    if (height > left && pages.at(-1)! > 0) {
      pages.push(0)
      left = next
    }
    pages[pages.length - 1]! += 1
    left -= height
  }
  if (tail <= left) return pages
  const last = pages.at(-1)!
  const moved = last > companions ? companions : 0
  pages[pages.length - 1] = last - moved
  return [...pages, moved]
}
