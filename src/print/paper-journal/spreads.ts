import type { PaperSection } from '../../domain/paper/paper-section.ts'
import type { Paper } from '../paper.ts'
import { lessonsBeside } from './grid.ts'
import { drawLeftPage, type LeftPage, pupilsByPage } from './left-page.ts'
import { drawRightPage, layTopics, topicsRoom } from './right-page.ts'

/**
 * How many lessons each spread of a journal takes: at most as many as stand side by side on its left page (`most`; on
 * the last, which has the marks of the period too, `mostLast`) and as fit under each other, by their heights, into
 * `room` on its right one, where the last needs `foot` besides. One spread of none where there are no lessons.
 */
export function lessonsBySpread(
  heights: readonly number[],
  room: number,
  foot: number,
  most: number,
  mostLast: number,
): number[] {
  const spreads: number[] = []
  let from = 0
  do {
    let count = 0
    let height = 0
    while (from + count < heights.length && count < most) {
      if (count > 0 && height + heights[from + count]! > room) break
      height += heights[from + count]!
      count++
    }
    const isLast = from + count === heights.length
    if (isLast && count > 1 && (height + foot > room || count > mostLast)) count = Math.ceil(count / 2)
    spreads.push(count)
    from += count
  } while (from < heights.length)
  return spreads
}

/** Draws all spreads of a journal, each on an even page and the odd one after it; `open` opens the next page of a side. */
export function drawSpreads(
  paper: Paper,
  section: PaperSection,
  open: (side: 'left' | 'right') => void,
): void {
  const topics = layTopics(paper, section)
  const { room, foot } = topicsRoom(paper, topics, section)
  const heights = topics.rows.map(({ height }) => height)
  const spreads = lessonsBySpread(heights, room, foot, lessonsBeside(0), lessonsBeside(section.finals.length))
  for (const lessons of ranges(spreads)) {
    for (const pupils of ranges(pupilsByPage(paper, section, lessons))) {
      open('left')
      drawLeftPage(paper, section, { lessons, pupils })
      open('right')
      drawRightPage(paper, section, topics, lessons)
    }
  }
}

/** Counts as places: [2, 3] are [0, 2] and [2, 5]. */
function ranges(counts: readonly number[]): LeftPage['lessons'][] {
  let from = 0
  return counts.map((count) => {
    const range = [from, from + count] as const
    from += count
    return range
  })
}
