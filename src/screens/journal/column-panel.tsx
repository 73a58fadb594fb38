import { useEffect, useRef, useState } from 'react'
import { Button, ButtonLink, IconButton } from '../design/button.tsx'
import { GrowingText } from '../design/growing-text.tsx'
import { Notice } from '../design/notice.tsx'
import { useFormat, useTexts } from '../design/texts/language.tsx'
import panel from './cell-panel.module.css'
import css from './column-panel.module.css'
import type { GridColumn } from './grid.ts'

/** Everything about one lesson's column. */
export interface ColumnDetails {
  column: GridColumn
  topic: string | undefined
  /** Whether this person may write the lesson, its note among the rest. */
  writable: boolean
  /** Names and marks, a line each, parted by a tab. */
  text: string
}

/** A column close up: the lesson, its note, and its marks for another system. */
export function ColumnPanel({
  details: { column, topic, writable, text },
  takeFocus,
  onNote,
  onClose,
}: {
  details: ColumnDetails
  takeFocus: boolean
  onNote: (lesson: string, note: string) => void
  onClose: () => void
}) {
  const { journalColumn, frame } = useTexts()
  const format = useFormat()
  const [copied, setCopied] = useState<'yes' | 'no'>()
  const place = useRef<HTMLElement>(null)
  const { date, bell, note, movedFrom, cancelled, href, lesson } = column
  useEffect(() => {
    if (takeFocus) place.current?.focus()
  }, [takeFocus])
  const title = journalColumn.bell(format.weekday(date), bell)
  return (
    <aside
      ref={place}
      className={panel.panel}
      aria-label={title}
      tabIndex={-1}
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
    >
      <div className={panel.head}>
        <div>
          <h2>{title}</h2>
          {topic !== undefined && <p className={panel.when}>{topic}</p>}
          {movedFrom !== undefined && (
            <p className={panel.when}>{journalColumn.moved(format.day(movedFrom))}</p>
          )}
        </div>
        <IconButton icon="close" label={frame.close} onClick={onClose} />
      </div>
      {cancelled !== undefined && <Notice icon="alert">{journalColumn.cancelled(cancelled)}</Notice>}
      <ButtonLink look="main" href={href}>
        {journalColumn.toLesson}
      </ButtonLink>
      {writable ? (
        <div className={css.note}>
          <label htmlFor="column-note">{journalColumn.note}</label>
          <GrowingText
            id="column-note"
            key={lesson}
            value={note ?? ''}
            maxLength={500}
            onCommit={(written) => onNote(lesson, written)}
          />
          <small>{journalColumn.noteHelp}</small>
        </div>
      ) : (
        note !== undefined && (
          <p className={css.read}>
            <b>{journalColumn.note}</b> {note}
          </p>
        )
      )}
      <div className={css.copy}>
        <Button
          icon={copied === 'yes' ? 'check' : 'copy'}
          onClick={() => {
            navigator.clipboard.writeText(text).then(
              () => setCopied('yes'),
              () => setCopied('no'),
            )
          }}
        >
          <span role="status">{copied === 'yes' ? journalColumn.copied : journalColumn.copy}</span>
        </Button>
        <small>{copied === 'no' ? journalColumn.notCopied : journalColumn.copyHelp}</small>
        {copied === 'no' && <textarea readOnly rows={6} value={text} aria-label={journalColumn.copy} />}
      </div>
    </aside>
  )
}
