import type { Presence } from '../../domain/ledger/attributes.ts'
import { Notice } from '../design/notice.tsx'
import { useTexts } from '../design/texts/language.tsx'
import css from './lesson.module.css'
import type { LessonSection } from './lesson.tsx'
import { RollRow } from './roll-row.tsx'
import { WhyReadOnly } from './why-read-only.tsx'

export interface LessonRollProps {
  section: LessonSection
  /** One of several: its class stands above it. */
  named: boolean
  lateMinutes: number | null
  onPresence: (pupil: string, presence: Presence | null) => void
  onPad: (pupil: string, work: string | null, anchor: HTMLElement) => void
  onConflict: (pupil: string) => void
}

/** The pupils of one journal in two columns. */
export function LessonRoll({ section, named, lateMinutes, onPresence, onPad, onConflict }: LessonRollProps) {
  const { lesson } = useTexts()
  const { title, pupils, roll, grading, readOnly } = section
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
          lateMinutes={lateMinutes}
          writable={readOnly === undefined}
          graded={grading !== 'none'}
          onPresence={onPresence}
          onPad={onPad}
          onConflict={onConflict}
        />
      ))
  return (
    <>
      {named && <h2 className={css.part}>{title}</h2>}
      {named && readOnly && <WhyReadOnly readOnly={readOnly} />}
      {pupils.length === 0 ? (
        <Notice tone="empty" icon="person" title={lesson.emptyTitle}>
          {lesson.emptyHelp}
        </Notice>
      ) : (
        <section className={css.roll} aria-label={named ? `${title}. ${lesson.pupils}` : lesson.pupils}>
          <ol>{rows(0, half)}</ol>
          <ol start={half + 1}>{rows(half, pupils.length)}</ol>
        </section>
      )}
    </>
  )
}
