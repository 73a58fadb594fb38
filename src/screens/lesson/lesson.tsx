import { useCallback, useEffect, useRef, useState } from 'react'
import type { Mark, Presence } from '../../domain/ledger/attributes.ts'
import { Button } from '../design/button.tsx'
import { Notice } from '../design/notice.tsx'
import { useFormat, useTexts } from '../design/texts/language.tsx'
import { useMedia } from '../design/use-media.ts'
import { ColumnEntry } from './column-entry.tsx'
import css from './lesson.module.css'
import { LessonFields, type LessonFieldsProps } from './lesson-fields.tsx'
import { LessonFoot } from './lesson-foot.tsx'
import type { LessonWorks } from './lesson-works.ts'
import { MarkPad } from './mark-pad.tsx'
import type { Grading, ReadOnly, RollPupil, WorkColumn } from './roll.ts'
import { RollRow } from './roll-row.tsx'
import { WorkPicker } from './work-picker.tsx'

export interface LessonProps extends Omit<LessonFieldsProps, 'writable'>, LessonWorks {
  /** «7А», or «5А + 6А» */
  title: string
  subject: string
  bell: number
  /** ISO date. */
  date: string
  /** «12:10» while the lesson is ahead today. */
  begins?: string | undefined
  /** Minutes to the bell while the lesson runs. */
  minutesLeft?: number | undefined
  pupils: readonly RollPupil[]
  /** The roll was taken. */
  roll: boolean
  /** Minutes a late pupil is late by now; null when the lesson doesn't run. */
  lateMinutes: number | null
  grading: Grading
  /** The default column ('') first. */
  works: readonly WorkColumn[]
  readOnly?: ReadOnly | undefined
  /** A control work of a lesson ahead. */
  planning?: React.ReactNode
  waiting: number
  canUndo: boolean
  /** null takes the record back. Must be stable between renders, like the other callbacks of rows. */
  onPresence: (pupil: string, presence: Presence | null) => void
  onMark: (pupil: string, work: string, mark: Mark | null) => void
  /** A further mark for a pupil whose columns are all filled. */
  onAnotherMark: (pupil: string, mark: Mark) => void
  /** "The others are present": takes the roll, and the offered topic with it. */
  onRestPresent: () => void
  onConflict: (pupil: string) => void
  onUndo: () => void
}

interface OpenPad {
  pupil: string
  /** null: a new mark beside the ones that are there. */
  work: string | null
  anchor: HTMLElement
}

/** The lesson: the roll with marks, topic and homework, all within reach of one hand. */
export function Lesson(props: LessonProps) {
  const { pupils, roll, grading, works, readOnly, onMark, onAnotherMark, onUndo } = props
  const { lesson } = useTexts()
  const [pad, setPad] = useState<OpenPad | null>(null)
  const [work, setWork] = useState('')
  const [column, setColumn] = useState(false)
  const writable = readOnly === undefined
  // On a phone the roll comes first: it is what the bell asks for.
  const narrow = useMedia('(max-width: 760px)')
  useUndoKey(writable && props.canUndo, onUndo)

  const latest = useRef({ pupils, works, work })
  latest.current = { pupils, works, work }
  const openPad = useCallback((pupil: string, chosen: string | null, anchor: HTMLElement) => {
    const free = chosen ?? freeColumn(latest.current, pupil)
    setPad((open) => (open?.anchor === anchor ? null : { pupil, work: free, anchor }))
  }, [])

  const padPupil = pad && pupils.find(({ id }) => id === pad.pupil)
  const columnProps = { pupils, roll, works, grading, onMark }
  if (column)
    return (
      <ColumnEntry
        {...columnProps}
        work={work}
        picker={<WorkPicker {...props} work={work} onWork={setWork} />}
        firstMarks={props.firstMarks}
        onUndo={props.canUndo ? onUndo : undefined}
        onClose={() => setColumn(false)}
      />
    )
  const fields = <LessonFields {...props} writable={writable || readOnly.kind === 'future'} />
  const half = Math.ceil(pupils.length / 2)
  const rows = (from: number, to: number) =>
    pupils
      .slice(from, to)
      .map((pupil, index) => (
        <RollRow
          key={pupil.id}
          number={from + index + 1}
          pupil={pupil}
          roll={roll}
          lateMinutes={props.lateMinutes}
          writable={writable}
          graded={grading !== 'none'}
          onPresence={props.onPresence}
          onPad={openPad}
          onConflict={props.onConflict}
        />
      ))

  return (
    <div className={css.lesson}>
      <Head {...props}>
        {writable && grading !== 'none' && pupils.length > 0 && (
          <>
            <WorkPicker {...props} work={work} onWork={setWork} />
            <Button
              icon="column"
              aria-label={lesson.column}
              title={lesson.column}
              onClick={() => setColumn(true)}
            >
              {lesson.columnShort}
            </Button>
          </>
        )}
      </Head>
      {readOnly && <WhyReadOnly readOnly={readOnly} />}
      {props.planning}
      {!narrow && fields}
      {pupils.length === 0 ? (
        <Notice tone="empty" icon="person" title={lesson.emptyTitle}>
          {lesson.emptyHelp}
        </Notice>
      ) : (
        <section className={css.roll} aria-label={lesson.pupils}>
          <ol>{rows(0, half)}</ol>
          <ol start={half + 1}>{rows(half, pupils.length)}</ol>
        </section>
      )}
      {narrow && fields}
      {pad && padPupil && (
        <MarkPad
          key={`${pad.pupil} ${pad.work}`}
          anchor={pad.anchor}
          name={padPupil.name}
          grading={grading}
          works={pad.work === null ? [] : works}
          work={pad.work ?? ''}
          current={padPupil.marks.find((one) => one.work === pad.work)?.mark}
          onWork={(next) => setPad({ ...pad, work: next })}
          onMark={(mark) => {
            if (pad.work !== null) onMark(pad.pupil, pad.work, mark)
            else if (mark !== null) onAnotherMark(pad.pupil, mark)
            setPad(null)
            pad.anchor.focus({ preventScroll: true })
          }}
          onMore={() => props.onConflict(pad.pupil)}
          onAnother={() => setPad({ ...pad, work: freeColumn(latest.current, pad.pupil) })}
          onClose={() => setPad(null)}
        />
      )}
      {pupils.length > 0 && <LessonFoot {...props} writable={writable} />}
    </div>
  )
}

function Head({
  title,
  subject,
  bell,
  date,
  begins,
  minutesLeft,
  children,
}: Pick<LessonProps, 'title' | 'subject' | 'bell' | 'date' | 'begins' | 'minutesLeft'> & {
  children: React.ReactNode
}) {
  const { lesson, today } = useTexts()
  const format = useFormat()
  return (
    <div className={css.head}>
      <h1>
        {title}{' '}
        <small>
          {subject} · {today.lesson(bell)}, {format.day(date)}
        </small>
      </h1>
      {begins !== undefined && <span className={css.left}>{lesson.begins(begins)}</span>}
      {minutesLeft !== undefined && <span className={css.left}>{lesson.left(minutesLeft)}</span>}
      {children}
    </div>
  )
}

function WhyReadOnly({ readOnly }: { readOnly: ReadOnly }) {
  const { lesson } = useTexts()
  const text =
    readOnly.kind === 'locked'
      ? lesson.locked(readOnly.period)
      : readOnly.kind === 'notYours'
        ? lesson.notYours(readOnly.teacher)
        : lesson.future
  return (
    <div className={css.why}>
      <Notice icon={readOnly.kind === 'future' ? 'today' : 'lock'}>{text}</Notice>
    </div>
  )
}

/** The column a new mark of a pupil goes to: the chosen one, else the first that is free; null when none is. */
function freeColumn(
  { pupils, works, work }: { pupils: readonly RollPupil[]; works: readonly WorkColumn[]; work: string },
  pupil: string,
): string | null {
  const filled = new Set(pupils.find(({ id }) => id === pupil)?.marks.map((mark) => mark.work))
  return [work, ...works.map(({ id }) => id)].find((id) => !filled.has(id)) ?? null
}

/** Ctrl+Z undoes the last entry, except in a text field or a dialog, where it is the field's own. */
function useUndoKey(enabled: boolean, onUndo: () => void): void {
  useEffect(() => {
    if (!enabled) return
    const key = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.shiftKey || event.code !== 'KeyZ') return
      if ((event.target as Element).closest('textarea, dialog')) return
      event.preventDefault()
      onUndo()
    }
    addEventListener('keydown', key)
    return () => removeEventListener('keydown', key)
  }, [enabled, onUndo])
}
