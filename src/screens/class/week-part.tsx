import { useMemo } from 'react'
import { groupFlags } from '../../domain/duties/flag-groups.ts'
import { weekFlags } from '../../domain/duties/week-flags.ts'
import { entity } from '../../domain/ledger/documents.ts'
import { addDays } from '../../domain/policy/policy.ts'
import { attendanceMonth } from '../../domain/reports/attendance-month.ts'
import { weekdayOf } from '../../domain/school/calendar.ts'
import { revisionOf } from '../../print/revision.ts'
import { Button, ButtonLink } from '../design/button.tsx'
import { Notice } from '../design/notice.tsx'
import { useFormat, useTexts } from '../design/texts/language.tsx'
import { href } from '../route.ts'
import { useUndoAcross } from '../workspace/undo.ts'
import { useNow } from '../workspace/workspace.ts'
import type { PartProps } from './class-parts.ts'
import { FlagRow } from './flag-row.tsx'
import { LateChanges } from './late-changes.tsx'
import { useLateChanges } from './use-late-changes.ts'
import css from './week-part.module.css'

/** The week's reconciliation (clause 5.2.3): every flag put right or asked about in place, then the week is signed. */
export function WeekPart({ desk, at }: PartProps) {
  const texts = useTexts().week
  const format = useFormat()
  const { date } = useNow()
  const thisMonday = addDays(date, 1 - weekdayOf(date))
  const monday = at && at <= thisMonday ? at : thisMonday
  const { source, schoolClass, records } = desk
  const flags = useMemo(
    () => weekFlags(source, schoolClass.id, { monday, today: date }),
    [source, schoolClass, monday, date],
  )
  const groups = useMemo(() => groupFlags(flags), [flags])
  const { write, undo, canUndo } = useUndoAcross()
  const report = useMemo(
    () => attendanceMonth(source, schoolClass, { from: monday, to: addDays(monday, 6) }),
    [source, schoolClass, monday],
  )
  const signed = records.weeks.get(monday)
  const changes = useLateChanges(desk, {
    entity: entity.week(monday),
    attribute: 'week.signed',
    from: monday,
    to: addDays(monday, 6),
  })
  const sign = async () => {
    const value = { date, open: flags.length, revision: await revisionOf(report) }
    write([
      {
        document: desk.classDocument,
        entries: [{ entity: entity.week(monday), attribute: 'week.signed', value }],
      },
    ])
  }
  const week = (other: string) => href({ screen: 'class', class: schoolClass.id, part: 'week', at: other })
  return (
    <div className={css.page}>
      <div className={css.head}>
        <ButtonLink look="quiet" icon="back" href={week(addDays(monday, -7))}>
          {texts.earlier}
        </ButtonLink>
        <h2>{texts.title(format.day(monday), format.day(addDays(monday, 5)))}</h2>
        {monday < thisMonday && (
          <ButtonLink look="quiet" icon="next" href={week(addDays(monday, 7))}>
            {texts.later}
          </ButtonLink>
        )}
        <Button look="quiet" icon="undo" disabled={!canUndo} onClick={undo}>
          {texts.undo}
        </Button>
      </div>
      {signed && (
        <Notice
          icon="check"
          tone={changes.length > 0 ? 'act' : 'quiet'}
          title={texts.signed(format.day(signed.date))}
        >
          {changes.length > 0 ? texts.changed(changes.length) : texts.signedHelp(signed.open)}
        </Notice>
      )}
      {changes.length > 0 && <LateChanges changes={changes} desk={desk} />}
      {groups.length === 0 ? (
        <Notice tone="empty" icon="check" title={texts.clean}>
          {signed ? undefined : texts.cleanHelp}
        </Notice>
      ) : (
        <ul className={css.flags}>
          {groups.map((group) => (
            <FlagRow key={group.id} group={group} desk={desk} write={write} />
          ))}
        </ul>
      )}
      {(!signed || changes.length > 0) && (
        <div className={css.sign}>
          {flags.length > 0 && <p>{texts.openStays(flags.length)}</p>}
          <Button look="main" big onClick={() => void sign()}>
            {signed ? texts.signAgain : texts.sign}
          </Button>
        </div>
      )}
    </div>
  )
}
