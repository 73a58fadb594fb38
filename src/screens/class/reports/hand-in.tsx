import { useMemo } from 'react'
import { concernsReport, isHeldToLedger } from '../../../domain/duties/report-changes.ts'
import { reportOpens } from '../../../domain/duties/report-due.ts'
import { reportLacks } from '../../../domain/duties/report-lacks.ts'
import { entity } from '../../../domain/ledger/documents.ts'
import type { FactId } from '../../../domain/ledger/ids.ts'
import { judge } from '../../../domain/policy/judge.ts'
import { reportPeriod } from '../../../domain/reports/report-period.ts'
import { timesOf } from '../../../domain/reports/summary-marks.ts'
import { datesOfPlace, type ReportPlace } from '../../../print/report-place.ts'
import { revisionOf } from '../../../print/revision.ts'
import { Button } from '../../design/button.tsx'
import { Notice } from '../../design/notice.tsx'
import { useFormat, useTexts } from '../../design/texts/language.tsx'
import { useUndoAcross } from '../../workspace/undo.ts'
import { useActor, useNow, usePolicy } from '../../workspace/workspace.ts'
import { LateChanges } from '../late-changes.tsx'
import type { ClassDesk } from '../use-class.ts'
import { useLateChanges } from '../use-late-changes.ts'
import { useRevision } from '../use-revision.ts'
import css from './report-page.module.css'

/** Handing a report in (5.2.8): when it was, what has changed since, and whether the office took it. */
export function HandIn({ desk, place, report }: { desk: ClassDesk; place: ReportPlace; report: object }) {
  const texts = useTexts().reports
  const format = useFormat()
  const { date, time } = useNow()
  const actor = useActor()
  const policy = usePolicy()
  const { write, undo, canUndo } = useUndoAcross()
  const { key, term } = place
  const duty = entity.duty(`5.2.8/${key}`, term)
  const done = desk.records.done.get(`5.2.8/${key},${term}`)
  const revision = useRevision(report)
  const periods = useMemo(() => periodsOf(place, desk), [place, desk])
  const late = useLateChanges(desk, {
    entity: duty,
    attribute: 'duty.done',
    ...datesOfPlace(place),
    periods,
  }).filter((change) => concernsReport(key, change))
  const { from, to } = datesOfPlace(place)
  const lacks = useMemo(() => {
    const period = reportPeriod(desk.source.school, term)
    const { marks, few, rolls } = reportLacks(desk.source, desk.schoolClass, { key, period, from, to })
    const { subjects } = desk.source.school
    const named = (list: typeof marks) =>
      list.map(({ subject, pupils }) => `${subjects.get(subject)?.name ?? subject} ${pupils}`).join(', ')
    return [
      marks.length > 0 && texts.lackMarks(named(marks)),
      few.length > 0 && texts.lackFew(named(few)),
      rolls > 0 && texts.lackRolls(rolls),
    ]
      .filter((words) => words !== false)
      .join(' ')
  }, [desk, key, term, from, to, texts])
  // Weeks and free dates are looked at, not handed in.
  if (term.includes('..')) return null
  const may = (attribute: 'duty.done' | 'duty.accepted') =>
    judge(
      policy,
      { kind: 'class', class: desk.schoolClass.id },
      actor,
      ['' as FactId, duty, attribute, { date }],
      { today: date, receivedAt: time, movedTo: () => undefined },
    ).kind === 'ok'
  const put = (attribute: 'duty.done' | 'duty.accepted', value: { date: string; revision?: string }) =>
    write([{ document: desk.classDocument, entries: [{ entity: duty, attribute, value }] }])
  // What is seen at the press is what is handed in, though entries may come while it is digested.
  const handIn = async () => put('duty.done', { date, revision: await revisionOf(report) })
  const changed =
    isHeldToLedger(key) &&
    done?.revision !== undefined &&
    revision !== undefined &&
    done.revision !== revision
  const opens = reportOpens(desk.source.school, key, term, to)
  const early = date < opens
  // What was handed in again is to be accepted again.
  const accepted = done?.accepted && done.accepted.date >= done.date ? done.accepted : undefined
  return (
    <div className={css.changes}>
      {may('duty.done') && !done && (early || lacks !== '') && (
        <Notice icon="waiting" title={early ? texts.early(format.day(opens)) : texts.lacking}>
          {early && texts.earlyHelp} {lacks}
        </Notice>
      )}
      {done && (
        <Notice
          icon="check"
          tone={changed ? 'act' : 'quiet'}
          title={
            changed
              ? texts.changedAfter(format.day(done.date))
              : texts.handedIn(format.day(done.date), done.revision)
          }
        >
          {changed ? (late.length > 0 ? texts.changes(late.length) : texts.otherwise) : undefined}
          {accepted ? texts.accepted(format.day(accepted.date)) : changed ? undefined : texts.notYetAccepted}
        </Notice>
      )}
      {changed && late.length > 0 && <LateChanges changes={late} desk={desk} />}
      <div className={css.row}>
        {may('duty.done') && (!done || changed) && (
          <Button look={early ? 'plain' : 'main'} onClick={() => void handIn()}>
            {done ? texts.handInAgain : texts.handIn}
          </Button>
        )}
        {done && !accepted && may('duty.accepted') && (
          <Button look="main" onClick={() => put('duty.accepted', { date })}>
            {texts.accept}
          </Button>
        )}
        {canUndo && (
          <Button look="quiet" icon="undo" onClick={undo}>
            {texts.undo}
          </Button>
        )}
      </div>
    </div>
  )
}

/** Periods whose marks a report shows; of a year all that marks are given for. */
function periodsOf({ request }: ReportPlace, { source }: ClassDesk): readonly string[] {
  if ('period' in request) return [request.period.id]
  if (!('year' in request)) return []
  const { year, until = year.ends } = request
  return timesOf(source, year).flatMap(({ id, ends }) => (ends <= until ? [id] : []))
}
