import { useState } from 'react'
import { cx } from '../design/cx.ts'
import { Choice } from '../design/field.tsx'
import { Icon, type IconName } from '../design/icons.tsx'
import { Notice } from '../design/notice.tsx'
import { useFormat, useTexts } from '../design/texts/language.tsx'
import { type BoardBell, type BoardLesson, type BoardRow, countStates, type RollState } from './board.ts'
import css from './live-board.module.css'

export interface LiveBoardProps {
  /** ISO date. */
  date: string
  bells: readonly BoardBell[]
  rows: readonly BoardRow[]
  /** Last receipt of any lesson today, ms since 1970. */
  lastReceipt?: number | undefined
  /** When the board was last heard from the server, ms since 1970, while there is no line now. */
  staleSince?: number | undefined
}

const icons: Record<RollState, IconName> = {
  taken: 'check',
  notTaken: 'alert',
  unheard: 'noLine',
  ahead: 'today',
  cancelled: 'close',
}
/** What scrolls must be reachable by keys (WCAG 2.1.1). */
const scrollable = { tabIndex: 0 } as const
const legend: readonly RollState[] = ['taken', 'notTaken', 'unheard', 'ahead', 'cancelled']
const isProblem = ({ state }: BoardLesson) => state === 'notTaken' || state === 'unheard'

/** Today's lessons of the school: where the roll is taken, where not, and from whom nothing is heard. */
export function LiveBoard({ date, bells, rows, lastReceipt, staleSince }: LiveBoardProps) {
  const { board } = useTexts()
  const format = useFormat()
  const [filter, setFilter] = useState<'all' | 'problems'>('all')
  const counts = countStates(rows)
  const shown =
    filter === 'all' ? rows : rows.filter(({ lessons }) => lessons.some((list) => list.some(isProblem)))
  return (
    <div className={css.page}>
      <div>
        <p className={css.quiet}>{format.weekday(date)}</p>
        <h1>{board.title}</h1>
      </div>
      {staleSince !== undefined && <Notice icon="noLine">{board.stale(format.moment(staleSince))}</Notice>}
      {bells.length === 0 ? (
        <Notice tone="empty" icon="school" title={board.emptyTitle} />
      ) : (
        <>
          <div className={css.bar}>
            <div>
              <p className={css.summary} role="status">
                {board.summary(counts.taken, counts.notTaken, counts.unheard)}
              </p>
              <p className={css.quiet}>
                {lastReceipt === undefined ? board.noReceipt : board.lastReceipt(format.moment(lastReceipt))}
              </p>
            </div>
            <Choice
              label={board.show}
              name="board-filter"
              value={filter}
              options={[
                { value: 'all', label: board.all },
                { value: 'problems', label: board.problems },
              ]}
              onChange={setFilter}
            />
          </div>
          {shown.length === 0 ? (
            <Notice tone="empty" icon="check" title={board.filteredEmpty} />
          ) : (
            <Table bells={bells} rows={shown} filter={filter} />
          )}
          <section>
            <h2>{board.legend}</h2>
            <ul className={css.legend}>
              {legend.map((state) => (
                <li key={state} className={css[state]}>
                  <Icon name={icons[state]} />
                  {board.states[state]}
                </li>
              ))}
            </ul>
            <p className={css.quiet}>{board.unheardNote}</p>
          </section>
        </>
      )}
    </div>
  )
}

function Table({
  bells,
  rows,
  filter,
}: Pick<LiveBoardProps, 'bells' | 'rows'> & { filter: 'all' | 'problems' }) {
  const { board } = useTexts()
  return (
    <section {...scrollable} className={css.scroll} aria-label={board.title}>
      <table className={css.table}>
        <thead>
          <tr>
            <th scope="col" className={css.class}>
              {board.class}
            </th>
            {bells.map(({ number, starts, ends, now }) => (
              <th key={number} scope="col" className={cx(now && css.now)}>
                <b>{number}</b> {starts}–{ends}
                {now && <span className={css.running}>{board.lessonNow}</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, className, lessons }) => (
            <tr key={id}>
              <th scope="row" className={css.class}>
                {className}
              </th>
              {bells.map(({ number, now }, index) => (
                <td key={number} className={cx(now && css.now)}>
                  {(lessons[index] ?? [])
                    .filter((lesson) => filter === 'all' || isProblem(lesson))
                    .map((lesson) => (
                      <Lesson key={lesson.id} lesson={lesson} />
                    ))}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Lesson({ lesson }: { lesson: BoardLesson }) {
  const { board, today } = useTexts()
  const format = useFormat()
  const { time, subject, teacher, substitution, state, absent, late, receivedAt } = lesson
  const counts = [absent > 0 && board.absent(absent), late > 0 && board.late(late)].filter(Boolean)
  return (
    <div className={cx(css.lesson, css[state])}>
      <Icon name={icons[state]} />
      <div>
        <p>{subject}</p>
        {time && <p className={css.quiet}>{time}</p>}
        <p className={css.quiet}>
          {teacher}
          {substitution && `, ${today.substitution}`}
        </p>
        {state !== 'ahead' && (
          <p className={css.state}>
            {state === 'taken'
              ? counts.length > 0
                ? counts.join(', ')
                : board.allHere
              : board.states[state]}
            {receivedAt !== undefined && (
              <span className={css.received} title={board.received(format.clock(receivedAt))}>
                {' · '}
                {format.clock(receivedAt)}
              </span>
            )}
          </p>
        )}
      </div>
    </div>
  )
}
