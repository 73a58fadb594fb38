import { useState } from 'react'
import { periodMarkAdvice } from '../../../src/domain/journal/period-mark-advice.ts'
import type { Mark } from '../../../src/domain/ledger/attributes.ts'
import type { CellDetails } from '../../../src/screens/journal/cell-details.ts'
import { columnText } from '../../../src/screens/journal/column-facts.ts'
import type {
  CellAt,
  GridCell,
  GridColumn,
  GridEntry,
  GridRow,
  PeriodCell,
} from '../../../src/screens/journal/grid.ts'
import { Journal, type JournalProps } from '../../../src/screens/journal/journal.tsx'
import { JournalList } from '../../../src/screens/journal/journal-list.tsx'
import {
  type GivenPeriodMark,
  type PeriodMarkValue,
  periodPlace,
} from '../../../src/screens/journal/period-column.ts'
import { framed } from './framed.tsx'
import { fullClass, minutesAgo, type Scenes } from './school.ts'

/** A year of lessons, the last one today. */
function yearOf(count: number): GridColumn[] {
  return Array.from({ length: count }, (_, index) => {
    const date = new Date(Date.UTC(2026, 10, 24) - (count - 1 - index) * 86_400_000)
      .toISOString()
      .slice(0, 10)
    return {
      lesson: `${date},3,0`,
      href: '#/lesson',
      date,
      bell: 3,
      today: index === count - 1,
      note: index === count - 5 ? 'Принести циркули' : undefined,
      movedFrom: index === count - 7 ? '2026-11-12' : undefined,
      cancelled: index === count - 8 ? 'карантин' : undefined,
      held: true,
      roll: index % 17 !== 5,
      locked: index < count / 3,
    }
  })
}

/** Marks as they fall, the same ones every time. */
function cellOf(row: number, column: number): GridCell | undefined {
  const fate = (row * 7919 + column * 104_729 + row * column * 31) % 97
  const cell = { marks: [] as Mark[], waiting: false, voided: false }
  if (fate < 6) return { ...cell, letter: fate < 3 ? 'Н' : 'Б' }
  if (fate < 8) return { ...cell, letter: 'О', waiting: fate === 7 }
  if (fate < 34) return { ...cell, marks: [(['5', '4', '3', '4', '2'] as const)[fate % 5]!] }
  if (fate === 34) return { ...cell, marks: ['5', '4'] }
  if (fate === 35) return { ...cell, marks: ['4'], letter: 'О' }
  if (fate === 36) return { ...cell, marks: ['3'], voided: true }
  return undefined
}

/** A row whose cells are at hand. */
interface Row extends GridRow {
  cells: readonly (GridCell | undefined)[]
}

const place = periodPlace('q2')
const withMark = (cell: PeriodCell) => new Map([[place, cell]])

function rowsOf(columns: readonly GridColumn[]): Row[] {
  return fullClass.map((name, row) => ({
    pupil: String(row),
    name,
    cells: columns.map((_, column) =>
      row === 7 && column === columns.length - 3
        ? { marks: ['4'], waiting: false, voided: false, conflict: '5' }
        : cellOf(row, column),
    ),
    average: row === 12 ? undefined : 2.8 + (row % 20) / 10,
    elsewhere: row === 5 ? '5 4 (7Б)' : undefined,
    ends: withMark(row === 3 ? { mark: '5', suggested: false, advice: adviceOf(row) } : suggestionOf(row)),
    left: row === 20 ? '2026-11-12' : undefined,
  }))
}

/** Marks of a row as if there were eight of them, and two in one row. */
function adviceOf(row: number) {
  const count = row === 12 ? 2 : 8
  return periodMarkAdvice({ sum: Math.round((2.8 + (row % 20) / 10) * count * 2), weight: count * 2, count })
}

function suggestionOf(row: number): PeriodCell {
  const advice = adviceOf(row)
  return { mark: advice.suggested, suggested: true, advice }
}

function details(at: CellAt, rows: readonly Row[], columns: readonly GridColumn[]): CellDetails {
  const row = rows.find(({ pupil }) => pupil === at.pupil)!
  const index = columns.findIndex(({ lesson }) => lesson === at.lesson)
  const cell = row.cells[index]
  const author = { author: 'А. А. Вяткина', as: 'assigned' as const, deviceTime: minutesAgo(5770) }
  return {
    at,
    name: row.name,
    date: columns[index]!.date,
    bell: 3,
    held: true,
    roll: false,
    behaviour: undefined,
    exempt: undefined,
    questions: [],
    proposal: undefined,
    topic: 'Сложение дробей с разными знаменателями',
    lessonHref: '#/lesson',
    grading: 'marks',
    marks: (cell?.marks ?? []).map((mark, work) => ({
      work: work ? String(work) : '',
      kind: undefined,
      mark,
      comment: undefined,
      retake: false,
      retaken: false,
    })),
    presence: cell?.letter === 'Н' ? 'absent' : cell?.letter === 'О' ? { late: null } : undefined,
    reason: cell?.letter === 'Б' ? 'Б' : undefined,
    allowed: { marks: true, presence: true, reasons: true, asks: false, answers: true },
    conflicts:
      cell?.conflict === undefined
        ? []
        : [
            {
              id: 'mark',
              what: 'отметка',
              values: [
                { id: '1', value: '4', ...author, serverTime: minutesAgo(1400) },
                {
                  id: '2',
                  value: '5',
                  author: 'И. П. Носков',
                  as: 'substitute',
                  deviceTime: minutesAgo(5771),
                },
              ],
            },
          ],
    history: [
      {
        id: '1',
        what: 'отметка',
        ...author,
        device: 'планшет кабинета 12',
        from: '3',
        to: '4',
        fate: 'waiting',
      },
      { id: '2', what: 'отметка', ...author, to: '3', serverTime: minutesAgo(1400), fate: 'ok' },
      {
        id: '3',
        what: 'явка',
        ...author,
        to: 'Н',
        serverTime: minutesAgo(1400),
        fate: 'void',
        why: 'periodLocked',
      },
    ],
  }
}

/** A journal that answers to keys and taps. */
function LiveJournal({
  lessons,
  open,
  openPeriod,
  allowed,
}: {
  lessons: number
  open?: boolean
  openPeriod?: boolean
  allowed?: JournalProps['allowed']
}) {
  const [columns, setColumns] = useState(() => yearOf(lessons))
  const [rows, setRows] = useState(() => rowsOf(columns))
  const [at, setAt] = useState<CellAt | undefined>(
    openPeriod
      ? { pupil: '7', lesson: periodPlace('q2') }
      : open
        ? { pupil: '7', lesson: columns.at(-3)!.lesson }
        : undefined,
  )
  const [head, setHead] = useState<string>()
  function write({ pupil, lesson }: CellAt, entry: GridEntry) {
    const index = columns.findIndex((column) => column.lesson === lesson)
    const next = (old: GridCell | undefined): GridCell => {
      const cell = old ?? { marks: [], waiting: true, voided: false }
      if (entry.kind === 'clear') return { ...cell, marks: [], letter: undefined }
      if (entry.kind === 'letter') return { ...cell, letter: entry.letter, waiting: true }
      return { ...cell, marks: entry.another ? [...cell.marks, entry.mark] : [entry.mark], waiting: true }
    }
    setRows((all) =>
      all.map((row) =>
        row.pupil === pupil
          ? { ...row, cells: row.cells.map((cell, i) => (i === index ? next(cell) : cell)) }
          : row,
      ),
    )
  }
  function give(marks: readonly GivenPeriodMark[]) {
    const given = new Map(marks.map(({ pupil, mark }) => [pupil, mark]))
    setRows((all) =>
      all.map((row, index) => {
        const mark = given.get(row.pupil)
        if (mark === undefined) return row
        const own = suggestionOf(index)
        return {
          ...row,
          ends: withMark(mark === null ? own : { ...own, mark, suggested: false, waiting: true }),
        }
      }),
    )
  }
  const looked = columns.find(({ lesson }) => lesson === head)
  const decided = at?.lesson === place ? rows.find(({ pupil }) => pupil === at.pupil) : undefined
  const endCell = decided?.ends.get(place)
  return (
    <Journal
      className="7А"
      subject="Математика"
      grading="marks"
      anything={lessons > 0}
      school="МБОУ «Сивинская СОШ»"
      teacher="А. А. Вяткина"
      months={['2026-09', '2026-10', '2026-11']}
      view="q2"
      viewName="II четверть"
      onView={() => {}}
      worksOnly={false}
      onWorksOnly={() => {}}
      averages
      column={
        looked && {
          column: looked,
          topic: 'Сложение дробей с разными знаменателями',
          writable: true,
          text: columnText(rows, columns.indexOf(looked)),
        }
      }
      onColumn={setHead}
      onNote={(lesson, note) =>
        setColumns((all) => all.map((one) => (one.lesson === lesson ? { ...one, note } : one)))
      }
      periods={[{ id: 'q2', name: 'II четверть' }]}
      columns={columns}
      rows={rows}
      allowed={allowed ?? { marks: true, presence: true, reasons: false }}
      cell={at && !decided ? details(at, rows, columns) : undefined}
      ends={[
        {
          place,
          kind: 'period',
          name: 'II четверть',
          short: 'II ч.',
          right: 'granted',
          grading: 'marks',
          onMarks: give,
          onReason: () => {},
        },
      ]}
      periodCell={
        at && decided
          ? {
              at,
              name: decided.name,
              mark: endCell?.suggested ? undefined : (endCell?.mark as PeriodMarkValue),
              cell: endCell,
              conflicts: [],
              history: [],
            }
          : undefined
      }
      onCell={setAt}
      onEntry={write}
      onUndo={() => {}}
      onMark={(cell, _, mark) =>
        write(cell, mark ? { kind: 'mark', mark, another: false } : { kind: 'clear' })
      }
      onAnotherMark={(cell, mark) => write(cell, { kind: 'mark', mark, another: true })}
      onPresence={() => {}}
      onReason={() => {}}
      onChange={() => {}}
      onSettle={() => {}}
      onShow={() => {}}
    />
  )
}

const item = {
  href: '#/journal',
  plan: '#/plan',
  pupils: 28,
  lastLesson: '2026-11-24',
  conflicts: 0,
  loaded: true,
}

export const journalScenes: Scenes = {
  journal: () => framed('journals', <LiveJournal lessons={30} />),
  'journal-year': () => framed('journals', <LiveJournal lessons={200} />),
  'journal-cell': () => framed('journals', <LiveJournal lessons={200} open />),
  'journal-period-mark': () => framed('journals', <LiveJournal lessons={200} openPeriod />),
  'journal-empty': () => framed('journals', <LiveJournal lessons={0} />),
  journals: () =>
    framed(
      'journals',
      <JournalList
        mine={[
          { ...item, id: '1', className: '7А', subject: 'Математика', conflicts: 1 },
          {
            ...item,
            id: '2',
            className: '11А',
            subject: 'Алгебра и начала математического анализа, группа 2',
          },
          { ...item, id: '3', className: '8Б', subject: 'Алгебра', loaded: false, lastLesson: undefined },
        ]}
        others={[{ ...item, id: '4', className: '7А', subject: 'Музыка', teacher: 'С. О. Трефилова' }]}
      />,
    ),
  'journals-empty': () => framed('journals', <JournalList mine={[]} others={[]} />),
}
