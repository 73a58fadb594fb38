/** Whether a holiday (or a plan of bells) is one for a grade: `grades` lists them ("1", "1 2", "1-4"); empty means all. */
export function isHolidayFor({ grades }: { grades?: string | undefined }, grade: number): boolean {
  const parts = grades?.split(/[\s,;]+/).filter((part) => part !== '') ?? []
  if (parts.length === 0) return true
  return parts.some((part) => {
    const [from, to = from] = part.split('-').map(Number)
    return from !== undefined && to !== undefined && from <= grade && grade <= to
  })
}
