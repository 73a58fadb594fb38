import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react'
import type { Mark, Presence } from '../../domain/ledger/attributes.ts'
import { Button } from '../design/button.tsx'
import { Notice } from '../design/notice.tsx'
import { useTexts } from '../design/texts/language.tsx'
import { useMedia } from '../design/use-media.ts'
import { ColumnEntry } from './column-entry.tsx'
import css from './lesson.module.css'
import type { LessonFieldsProps } from './lesson-fields.tsx'
import { LessonFoot } from './lesson-foot.tsx'
import { LessonHead } from './lesson-head.tsx'
import { LessonRoll } from './lesson-roll.tsx'
import type { LessonWorks } from './lesson-works.ts'
import { MarkPad } from './mark-pad.tsx'
import type { Grading, ReadOnly, RollPupil, WorkColumn } from './roll.ts'
import { SectionFields } from './section-fields.tsx'
import { WhyReadOnly } from './why-read-only.tsx'
import { WorkPicker } from './work-picker.tsx'

/** One journal's part of the lesson: most lessons have one, a joint lesson several. */
export interface LessonSection {
  /** The journal's name. */
  id: string
  /** «7А»; said where there are several. */
  title: string
  pupils: readonly RollPupil[]
  /** The roll was taken. */
  roll: boolean
  grading: Grading
  readOnly?: ReadOnly | undefined
  fields: Fields
}

/** Topic and homework of one journal, or of all at once. */
export type Fields = Omit<LessonFieldsProps, 'writable' | 'roll'>

export interface LessonProps extends LessonWorks {
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
  sections: readonly LessonSection[]
  /** Topic and homework written for all sections at once. */
  common?: Fields | undefined
  /** Minutes a late pupil is late by now; null when the lesson doesn't run. */
  lateMinutes: number | null
  /** The default column ('') first. */
  works: readonly WorkColumn[]
  /** A control work of a lesson ahead. */
  planning?: ReactNode
  waiting: number
  canUndo: boolean
  /** Opens what can be done with the lesson as a whole. */
  menu?: ReactNode
  /** That, while it is open, and where the lesson came from. */
  notices?: ReactNode
  /** Called off: nothing is marked. */
  cancelled?: boolean
  /** An earlier hour of the day whose roll can be taken over, how many were absent there, and of which class it is. */
  earlier?: { title?: string | undefined; bell: number; absent: number } | undefined
  onTakeOver?: (() => void) | undefined
  /** null takes the record back. Must be stable between renders, like the other callbacks of rows. */
  onPresence: (pupil: string, presence: Presence | null) => void
  onMark: (pupil: string, work: string, mark: Mark | null) => void
  /** A further mark for a pupil whose columns are all filled. */
  onAnotherMark: (pupil: string, mark: Mark) => void
  /** "The others are present": takes the roll, and the offered topic with it. */
  onRestPresent: () => void
  onConflict: (pupil: string) => void
  /** Hands the tablet to the pupil with his own page. */
  onShow: (pupil: string) => void
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
  const { sections, works, earlier, onMark, onAnotherMark, onUndo } = props
  const { lesson, places } = useTexts()
  const [pad, setPad] = useState<OpenPad | null>(null)
  const [work, setWork] = useState('')
  const [column, setColumn] = useState(false)
  const open = sections.filter(({ readOnly }) => readOnly === undefined)
  const writable = open.length > 0
  const pupils = sections.flatMap((section) => section.pupils)
  const joint = sections.length > 1
  // What is the same for all is said once, above them.
  const readOnly = writable || joint ? undefined : sections[0]?.readOnly
  // On a phone the roll comes first: it is what the bell asks for.
  const narrow = useMedia('(max-width: 760px)')
  useUndoKey(props.canUndo, onUndo)

  const latest = useRef({ pupils, works, work })
  latest.current = { pupils, works, work }
  const openPad = useCallback((pupil: string, chosen: string | null, anchor: HTMLElement) => {
    const free = chosen ?? freeColumn(latest.current, pupil)
    setPad((open) => (open?.anchor === anchor ? null : { pupil, work: free, anchor }))
  }, [])

  const padSection = pad && sections.find((section) => section.pupils.some(({ id }) => id === pad.pupil))
  const padPupil = padSection?.pupils.find(({ id }) => id === pad?.pupil)
  const graded = open.filter(({ grading }) => grading !== 'none')
  const [grading] = graded.map((section) => section.grading)
  if (column && grading !== undefined)
    return (
      <ColumnEntry
        sections={graded.filter((section) => section.grading === grading)}
        works={works}
        work={work}
        grading={grading}
        picker={<WorkPicker {...props} work={work} onWork={setWork} />}
        firstMarks={props.firstMarks}
        onMark={onMark}
        onUndo={props.canUndo ? onUndo : undefined}
        onClose={() => setColumn(false)}
      />
    )
  if (props.cancelled)
    return (
      <div className={css.lesson}>
        <LessonHead {...props} />
        {props.notices}
      </div>
    )
  const fields = <SectionFields key={sections.length} sections={sections} common={props.common} />

  return (
    <div className={css.lesson}>
      <LessonHead {...props}>
        {grading !== undefined && pupils.length > 0 && (
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
      </LessonHead>
      {props.notices}
      {readOnly && <WhyReadOnly readOnly={readOnly} />}
      {props.planning}
      {!narrow && fields}
      {earlier && props.onTakeOver && (
        <div className={css.why}>
          <Notice icon="copy" actions={<Button onClick={props.onTakeOver}>{places.takeOver}</Button>}>
            {earlier.title !== undefined && <b>{earlier.title}. </b>}
            {places.doubleOffer(earlier.bell, earlier.absent)}
          </Notice>
        </div>
      )}
      {sections.map((section) => (
        <LessonRoll
          key={section.id}
          section={section}
          named={joint}
          lateMinutes={props.lateMinutes}
          onPresence={props.onPresence}
          onPad={openPad}
          onConflict={props.onConflict}
        />
      ))}
      {narrow && fields}
      {pad && padSection && padPupil && (
        <MarkPad
          key={`${pad.pupil} ${pad.work}`}
          anchor={pad.anchor}
          name={padPupil.name}
          grading={padSection.grading}
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
          onShow={() => props.onShow(pad.pupil)}
          onAnother={() => setPad({ ...pad, work: freeColumn(latest.current, pad.pupil) })}
          onClose={() => setPad(null)}
        />
      )}
      {pupils.length > 0 && (
        <LessonFoot
          {...props}
          sections={writable ? open : sections}
          writable={writable}
          undoable={writable || props.canUndo}
        />
      )}
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
