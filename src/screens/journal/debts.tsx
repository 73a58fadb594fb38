import { useState } from 'react'
import type { Mark } from '../../domain/ledger/attributes.ts'
import { Button, ButtonLink } from '../design/button.tsx'
import { Chip } from '../design/chip.tsx'
import { Notice } from '../design/notice.tsx'
import { useFormat, useTexts } from '../design/texts/language.tsx'
import { MarkPad } from '../lesson/mark-pad.tsx'
import type { Grading } from '../lesson/roll.ts'
import css from './debts.module.css'

/** Who owes what, since when. */
export interface DebtRow {
  id: string
  name: string
  /** «Контрольная работа: Дроби» */
  work: string
  /** ISO. */
  date: string
  /** Its cell in the journal. */
  href: string
  /** The pupil is not in the class any more. */
  left: boolean
  writable: boolean
  /** Gives the mark, which closes the debt. */
  onMark: (mark: Mark) => void
}

/** The owed works of a journal; a mark given here closes one. */
export function Debts({
  className,
  subject,
  journalHref,
  formerHref,
  grading,
  rows,
  onUndo,
}: {
  className: string
  subject: string
  journalHref: string
  /** Where marks of a former school are entered. */
  formerHref: string
  grading: Grading
  rows: readonly DebtRow[]
  /** undefined: there is nothing to undo. */
  onUndo: (() => void) | undefined
}) {
  const { debts, lesson, pupil } = useTexts()
  const format = useFormat()
  const [pad, setPad] = useState<{ row: string; anchor: HTMLElement }>()
  const open = rows.find(({ id }) => id === pad?.row)
  return (
    <div className={css.page}>
      <h1>
        {debts.title}{' '}
        <small>
          {className}, {subject}
        </small>
      </h1>
      <div className={css.actions}>
        <ButtonLink href={journalHref} icon="back">
          {debts.toJournal}
        </ButtonLink>
        <ButtonLink href={formerHref}>{pupil.former.title}</ButtonLink>
        <Button icon="undo" disabled={!onUndo} aria-label={lesson.undoLast} onClick={onUndo}>
          {lesson.undo}
        </Button>
      </div>
      {rows.length === 0 ? (
        <Notice tone="empty" icon="check" title={debts.empty}>
          {debts.emptyHelp}
        </Notice>
      ) : (
        <>
          <p className={css.quiet}>{debts.lead}</p>
          <ul className={css.list}>
            {rows.map((row) => (
              <li key={row.id}>
                <a href={row.href}>
                  <b>{row.name}</b>
                  <span className={css.quiet}>
                    {row.work}, {debts.since(format.day(row.date))}
                  </span>
                </a>
                {row.left && <Chip>{debts.left}</Chip>}
                {row.writable && (
                  <Button
                    icon="plus"
                    aria-label={debts.give(row.name)}
                    aria-haspopup="dialog"
                    onClick={(event) => setPad({ row: row.id, anchor: event.currentTarget })}
                  >
                    {lesson.pad}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
      {pad && open && (
        <MarkPad
          anchor={pad.anchor}
          name={open.name}
          grading={grading}
          works={[]}
          work=""
          current={undefined}
          onWork={() => {}}
          onMark={(mark) => {
            setPad(undefined)
            if (mark !== null) open.onMark(mark)
          }}
          onClose={() => setPad(undefined)}
        />
      )}
    </div>
  )
}
