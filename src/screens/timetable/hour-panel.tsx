import { useEffect, useRef } from 'react'
import type { Clash } from '../../domain/school/clashes.ts'
import type { Slot } from '../../domain/school/school-view.ts'
import type { Hour } from '../../domain/school/timetable-editing.ts'
import { classTitle } from '../../domain/school/titles.ts'
import { Button, IconButton } from '../design/button.tsx'
import { Choice } from '../design/field.tsx'
import { Icon } from '../design/icons.tsx'
import { Notice } from '../design/notice.tsx'
import { useFormat, useTexts } from '../design/texts/language.tsx'
import { clashKey, clashWords } from './clash-words.ts'
import { type HourChoice, hourChoices } from './hour-choices.ts'
import css from './hour-panel.module.css'
import { RoomField } from './room-field.tsx'
import { hourKey, type PlacedLesson, type TimetableView } from './timetable-view.ts'

export interface HourActions {
  onPut: (hour: Hour, choice: HourChoice) => void
  onRemove: (lessons: readonly PlacedLesson[]) => void
  onChange: (slot: Slot, change: Pick<Slot, 'room'> | Pick<Slot, 'week'> | { joint: undefined }) => void
  /** The two lessons of a clash are held together. */
  onJoin: (clash: Clash) => void
  onShareRoom: (room: string) => void
}

/** An hour of a class: what stands there, what it clashes with, and what can be put there. */
export function HourPanel({
  view,
  hour,
  takeFocus,
  actions,
  onClose,
}: {
  view: TimetableView
  hour: Hour
  takeFocus: boolean
  actions: HourActions
  onClose: () => void
}) {
  const { timetable: texts, frame } = useTexts()
  const format = useFormat()
  const panel = useRef<HTMLElement>(null)
  useEffect(() => {
    if (takeFocus) panel.current?.focus()
  }, [takeFocus])
  const lessons = view.cells.get(hourKey(hour))?.lessons ?? []
  const own = view.clashes.filter(
    ({ weekday, bell, slots }) =>
      weekday === hour.weekday &&
      bell === hour.bell &&
      slots.some((slot) => lessons.some((lesson) => lesson.slot === slot)),
  )
  const choices = hourChoices(view, hour)
  return (
    <aside
      ref={panel}
      className={css.panel}
      aria-label={texts.panel.name}
      tabIndex={-1}
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
    >
      <div className={css.head}>
        <div>
          <h2>{classTitle(view.school, hour.class)}</h2>
          <p className={css.quiet}>{texts.hourOf(hour.weekday, hour.bell)}</p>
        </div>
        <IconButton icon="close" label={frame.close} onClick={onClose} />
      </div>
      {own.map((clash) => (
        <Notice
          key={clashKey(clash)}
          tone="act"
          icon="alert"
          actions={
            clash.kind === 'teacher' ? (
              <Button onClick={() => actions.onJoin(clash)}>{texts.clashes.makeJoint}</Button>
            ) : clash.kind === 'room' ? (
              <Button onClick={() => actions.onShareRoom(clash.who)}>{texts.clashes.shareRoom}</Button>
            ) : undefined
          }
        >
          {clashWords(view, clash, texts, format.day)}
        </Notice>
      ))}
      {lessons.length > 0 && (
        <section className={css.section} aria-labelledby="placed">
          <h3 id="placed">{texts.panel.placed}</h3>
          {lessons.map((lesson) => (
            <Placed key={lessonKey(lesson)} lesson={lesson} actions={actions} />
          ))}
        </section>
      )}
      <section className={css.section} aria-labelledby="choose">
        <h3 id="choose">{texts.panel.choose}</h3>
        {choices.length === 0 && <p className={css.quiet}>{texts.panel.noWorkload}</p>}
        <ul className={css.choices}>
          {choices.map((choice) => (
            <li key={choice.key}>
              <button
                type="button"
                className={css.choice}
                data-left={choice.left > 0}
                onClick={() => actions.onPut(hour, choice)}
              >
                <b>
                  {choice.subject}
                  {choice.group !== undefined && `, ${choice.group}`}
                  {choice.groups > 1 && `, ${texts.panel.allGroups(choice.groups)}`}
                </b>
                <span className={css.left}>{texts.panel.left(choice.left, choice.hours)}</span>
                <span className={css.quiet}>{choice.teacher || texts.panel.noTeacher}</span>
                {choice.busyIn !== '' && (
                  <span className={css.busy}>
                    <Icon name="alert" />
                    {texts.panel.busy(choice.busyIn)}
                  </span>
                )}
              </button>
            </li>
          ))}
        </ul>
      </section>
    </aside>
  )
}

function Placed({ lesson, actions }: { lesson: PlacedLesson; actions: HourActions }) {
  const { timetable: texts } = useTexts()
  const { slot, subject, group, teacher } = lesson
  const what = group === undefined ? subject : `${subject}, ${group}`
  return (
    <div className={css.placed}>
      <div className={css.head}>
        <p>
          <b>{what}</b>
          <br />
          <span className={css.quiet}>{teacher || texts.panel.noTeacher}</span>
        </p>
        <IconButton
          icon="erase"
          label={texts.panel.remove(what)}
          onClick={() => actions.onRemove([lesson])}
        />
      </div>
      <RoomField
        key={slot.room ?? ''}
        room={slot.room ?? ''}
        onCommit={(room) => actions.onChange(slot, { room: room === '' ? undefined : room })}
      />
      <Choice
        label={texts.panel.week}
        name={`week ${lessonKey(lesson)}`}
        value={slot.week ?? 'every'}
        options={(['every', 'odd', 'even'] as const).map((value) => ({
          value,
          label: texts.panel.weeks[value],
        }))}
        onChange={(week) => actions.onChange(slot, { week: week === 'every' ? undefined : week })}
      />
      {slot.joint !== undefined && (
        <Button onClick={() => actions.onChange(slot, { joint: undefined })}>{texts.panel.separate}</Button>
      )}
    </div>
  )
}

function lessonKey({ slot: { subject, group, week } }: PlacedLesson): string {
  return `${subject} ${group ?? ''} ${week ?? ''}`
}
