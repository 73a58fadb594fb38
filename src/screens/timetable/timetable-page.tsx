import { useMemo, useRef, useState } from 'react'
import { entity } from '../../domain/ledger/documents.ts'
import type { Entry } from '../../domain/ledger/fact.ts'
import { ClashIndex } from '../../domain/school/clash-index.ts'
import type { SchoolView, SchoolYear } from '../../domain/school/school-view.ts'
import { yearToSetUp } from '../../domain/school/setup-steps.ts'
import { changeSlots, slotEntity, slotsOn, timetableDates } from '../../domain/school/timetable-editing.ts'
import { Notice } from '../design/notice.tsx'
import { useFormat, useTexts } from '../design/texts/language.tsx'
import { TableTaking } from '../tables/table-taking.tsx'
import { Reading } from '../workspace/reading.tsx'
import { useUndo } from '../workspace/undo.ts'
import { useNow, useSchool, useWorkspace } from '../workspace/workspace.ts'
import { placeInHour } from './hour-choices.ts'
import type { HourActions } from './hour-panel.tsx'
import { saveTimetable } from './save-timetable.ts'
import css from './timetable.module.css'
import { Timetable } from './timetable.tsx'
import { TimetableImport } from './timetable-import.tsx'
import { hourKey, timetableView } from './timetable-view.ts'
import { useSharedPupils } from './use-shared-pupils.ts'

/** Расписание of the year that is set up. */
export function TimetablePage() {
  const { schoolDocument } = useWorkspace()
  const school = useSchool()
  const now = useNow()
  const { timetable: texts } = useTexts()
  const year = yearToSetUp(school, now.date)
  if (schoolDocument.version === 0) return <Reading loaded={false} />
  const hasClasses = [...school.classes.values()].some((own) => own.year === year?.id)
  if (!year || !hasClasses)
    return (
      <div className={css.page}>
        <h1>{texts.title}</h1>
        <Notice tone="empty" icon="note" title={year ? texts.noClassesTitle : texts.noYearTitle}>
          {texts.noClassesHelp}
        </Notice>
      </div>
    )
  return <YearTimetable key={year.id} school={school} year={year} today={now.date} />
}

function YearTimetable({ school, year, today }: { school: SchoolView; year: SchoolYear; today: string }) {
  const { schoolDocument } = useWorkspace()
  const { timetable: texts, matrix } = useTexts()
  const format = useFormat()
  const { write, undo, canUndo } = useUndo(schoolDocument)
  const [date, setDate] = useState(() => startDate(school, year, today))
  const [withSaturday, setWithSaturday] = useState(false)
  const [said, setSaid] = useState('')
  const [taking, setTaking] = useState(false)
  const index = useRef<ClashIndex>(undefined)
  index.current ??= new ClashIndex()
  const shared = useSharedPupils(school, year)
  const clashes = useMemo(() => index.current!.of(school, shared), [school, shared])
  const view = useMemo(
    () => timetableView(school, year, date, clashes, withSaturday),
    [school, year, date, clashes, withSaturday],
  )
  const say = (entries: readonly Entry[], what: string) => {
    write(entries)
    setSaid(what)
  }
  const actions: HourActions = {
    onPut: (hour, choice) => {
      const cell = view.cells.get(hourKey(hour)) ?? { lessons: [] }
      say(changeSlots(school, date, placeInHour(cell, choice.slots)), texts.said.put(choice.subject))
    },
    onRemove: (lessons) =>
      say(
        changeSlots(school, date, { remove: lessons.map(({ slot }) => slot) }),
        texts.said.removed(lessons.map(({ subject }) => subject).join(', ')),
      ),
    onChange: (slot, change) => {
      const put = Object.fromEntries(
        Object.entries({ ...slot, ...change }).filter(([, content]) => content !== undefined),
      ) as unknown as typeof slot
      const what = 'joint' in change ? texts.said.separated : texts.said.changed
      say(changeSlots(school, date, { remove: [slot], put: [put] }), what)
    },
    onJoin: ({ slots: [a, b] }) => {
      const joint = a.joint ?? b.joint ?? slotEntity(a).replaceAll(',', '-')
      const put = [a, b].map((slot) => ({ ...slot, joint }))
      say(changeSlots(school, date, { remove: [a, b], put }), texts.said.joint)
    },
    onShareRoom: (room) =>
      say(
        [{ entity: entity.room(room), attribute: 'room', value: { name: room, shared: true } }],
        texts.said.shared(room),
      ),
  }
  if (taking)
    return (
      <TableTaking
        title={matrix.timetable.title}
        lead={matrix.timetable.lead}
        onBack={() => setTaking(false)}
      >
        {(sheets, onAgain) => (
          <TimetableImport
            sheets={sheets}
            school={school}
            year={year}
            today={today}
            date={date}
            onDate={setDate}
            shared={shared}
            onAgain={onAgain}
            onTake={(entries) => {
              say(entries, texts.said.taken(entries.length))
              setTaking(false)
            }}
          />
        )}
      </TableTaking>
    )
  return (
    <Timetable
      view={view}
      days={{
        date,
        changes: timetableDates(school, year),
        onDate: setDate,
        onSaturday: () => setWithSaturday(true),
      }}
      actions={actions}
      said={said}
      canUndo={canUndo}
      onUndo={() => {
        if (!canUndo) return
        undo()
        setSaid(texts.undone)
      }}
      onTake={() => setTaking(true)}
      onExport={() => void saveTimetable(view, texts, texts.file(format.short(date)))}
    />
  )
}

/** Changes hold from today, but what is made for the first time holds from the first day of the year. */
function startDate(school: SchoolView, year: SchoolYear, today: string): string {
  const within = today < year.starts || today > year.ends ? year.starts : today
  return slotsOn(school, year.id, within).length === 0 ? year.starts : within
}
