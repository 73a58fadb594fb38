import { cx } from '../design/cx.ts'
import { Icon } from '../design/icons.tsx'
import { Notice } from '../design/notice.tsx'
import { useFormat, useTexts } from '../design/texts/language.tsx'
import { href } from '../route.ts'
import css from './keeping.module.css'
import {
  type KeepingBy,
  type KeepingCount,
  type KeepingLine,
  keepingCounts,
  lacks,
  sortedBy,
} from './keeping.ts'

/** What scrolls must be reachable by keys (WCAG 2.1.1). */
const scrollable = { tabIndex: 0 } as const

/** Teachers or classes with their sums; a heading sorts by what is missing, a line opens its journals. */
export function KeepingTable({
  lines,
  by,
  sort,
  onSort,
}: {
  lines: readonly KeepingLine[]
  by: KeepingBy
  sort: KeepingCount | 'name'
  onSort: (count: KeepingCount | 'name') => void
}) {
  const { keeping } = useTexts()
  const format = useFormat()
  // What nobody lacks takes no room.
  const columns = keepingCounts.filter(
    (count) => count === 'held' || count === 'marks' || lines.some((line) => line[count] > 0),
  )
  const heading = (count: KeepingCount | 'name', text: string) => (
    <th
      key={count}
      scope="col"
      aria-sort={sort === count ? (count === 'name' ? 'ascending' : 'descending') : 'none'}
    >
      <button type="button" className={css.sort} onClick={() => onSort(count)}>
        {text}
        {sort === count && <span aria-hidden="true"> ▾</span>}
      </button>
    </th>
  )
  return (
    <>
      <nav className={css.by} aria-label={keeping.by}>
        {(['teachers', 'classes'] as const).map((one) => (
          <a
            key={one}
            href={href({ screen: 'keeping', by: one })}
            aria-current={one === by ? 'page' : undefined}
            className={cx(css.tab, one === by && css.on)}
          >
            {keeping.groups[one]}
          </a>
        ))}
      </nav>
      {lines.length === 0 ? (
        <Notice tone="empty" icon="journals" title={keeping.empty} />
      ) : (
        <section {...scrollable} className={css.scroll} aria-label={keeping.title}>
          <table className={css.table}>
            <thead>
              <tr>
                {heading('name', keeping.groupName[by])}
                {columns.map((count) => heading(count, keeping.counts[count]))}
                <th scope="col">{keeping.lastReceipt}</th>
              </tr>
            </thead>
            <tbody>
              {sortedBy(lines, sort).map((line) => (
                <tr key={line.id}>
                  <th scope="row">
                    <a href={href({ screen: 'keeping', by, of: line.id })} className={css.open}>
                      {line.name}
                      <Icon name="next" />
                    </a>
                  </th>
                  {columns.map((count) => (
                    <td key={count} className={cx(lacks.has(count) && line[count] > 0 && css.lack)}>
                      {line[count] === 0 ? '–' : line[count]}
                    </td>
                  ))}
                  <td className={css.moment}>
                    {line.lastReceipt === null ? '–' : format.moment(line.lastReceipt)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </>
  )
}
