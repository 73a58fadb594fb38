import { useCallback, useMemo, useRef, useState } from 'react'
import { hoursLeft } from '../../domain/school/left-to-place.ts'
import type { Hour } from '../../domain/school/timetable-editing.ts'
import { Button } from '../design/button.tsx'
import { Notice } from '../design/notice.tsx'
import { useTexts } from '../design/texts/language.tsx'
import { useMedia } from '../design/use-media.ts'
import { type HourActions, HourPanel } from './hour-panel.tsx'
import { LeftList } from './left-list.tsx'
import css from './timetable.module.css'
import { type DayChoice, TimetableBar } from './timetable-bar.tsx'
import { TimetableGrid } from './timetable-grid.tsx'
import { type Paper, TimetablePrint } from './timetable-print.tsx'
import { hourKey, type TimetableView, weekOf } from './timetable-view.ts'
import { useShown } from './use-shown.ts'
import { WeekTable } from './week-table.tsx'

export interface TimetableProps {
  view: TimetableView
  days: DayChoice
  actions: HourActions
  /** What was done last; '' at first. */
  said: string
  canUndo: boolean
  onUndo: () => void
  onTake: () => void
  onExport: () => void
}

/** Расписание: the grid of the school, or the week of a class, a teacher or a room; an hour opens beside it. */
export function Timetable(props: TimetableProps) {
  const { view, days, actions, said, canUndo, onUndo, onTake, onExport } = props
  const { timetable: texts } = useTexts()
  const narrow = useMedia('(max-width: 700px)')
  const [open, setOpen] = useState<{ hour: Hour; byKey: boolean }>()
  const [active, setActive] = useState<Hour>(() => ({
    class: view.classes[0]!.id,
    weekday: view.days[0]!,
    bell: view.bells[0]!,
  }))
  const [paper, setPaper] = useState<Paper>()
  const work = useRef<HTMLDivElement>(null)
  const shown = useShown(view, narrow)
  const left = useMemo(() => view.hours.reduce((sum, own) => sum + Math.max(0, hoursLeft(own)), 0), [view])
  const donePrinting = useCallback(() => setPaper(undefined), [])

  const close = () => {
    setOpen(undefined)
    work.current?.querySelector<HTMLElement>('[role="grid"] [tabindex="0"]')?.focus({ preventScroll: true })
  }
  const go = (hour: Hour) => {
    shown.toHour(hour)
    setActive(hour)
    setOpen({ hour, byKey: true })
    work.current?.scrollIntoView({ block: 'start' })
  }
  const clear = (hour: Hour) => {
    const lessons = view.cells.get(hourKey(hour))?.lessons ?? []
    if (lessons.length > 0) actions.onRemove(lessons)
  }
  return (
    <div className={css.page}>
      <header className={css.head}>
        <h1>{texts.title}</h1>
        <div className={css.actions}>
          <Button icon="copy" onClick={onTake}>
            {texts.take}
          </Button>
          {(['A3', 'A4'] as const).map((size) => (
            <Button key={size} onClick={() => setPaper(size)}>
              {texts.printOn(size)}
            </Button>
          ))}
          <Button icon="install" onClick={onExport}>
            {texts.export}
          </Button>
        </div>
      </header>
      <TimetableBar view={view} days={days} shown={shown} narrow={narrow} />
      <p className={css.state}>{texts.state(left, view.clashes.length)}</p>
      {view.cells.size === 0 && (
        <Notice tone="empty" icon="note" title={texts.emptyTitle}>
          {texts.emptyHelp}
        </Notice>
      )}
      <div className={css.work} data-open={open !== undefined} ref={work}>
        {shown.by === 'all' ? (
          <div>
            <TimetableGrid
              view={view}
              active={active}
              opened={open !== undefined}
              onActive={setActive}
              onOpen={(hour, byKey) => setOpen({ hour, byKey })}
              onClear={clear}
              onUndo={onUndo}
            />
            <p id="grid-keys" className={css.quiet}>
              {texts.gridKeys}
            </p>
          </div>
        ) : (
          shown.who !== undefined && (
            <WeekTable
              view={view}
              title={shown.title}
              ofClass={shown.by === 'class' ? shown.who : undefined}
              lessons={weekOf(view, shown.has)}
              days={narrow ? [shown.day] : view.days}
              open={open?.hour}
              onOpen={(hour) => {
                setActive(hour)
                setOpen({ hour, byKey: false })
              }}
            />
          )
        )}
        {open && (
          <HourPanel
            key={hourKey(open.hour)}
            view={view}
            hour={open.hour}
            takeFocus={open.byKey}
            actions={actions}
            onClose={close}
          />
        )}
      </div>
      <LeftList view={view} onGo={go} />
      <div className={css.foot} hidden={said === '' && !canUndo}>
        <span role="status">{said}</span>
        <Button icon="undo" disabled={!canUndo} onClick={onUndo}>
          {texts.undo}
        </Button>
      </div>
      {paper && <TimetablePrint view={view} paper={paper} onDone={donePrinting} />}
    </div>
  )
}
