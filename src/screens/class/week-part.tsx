import { useEffect, useMemo, useState } from 'react'
import { changedAfter, withinDates } from '../../domain/duties/changed-after.ts'
import { groupFlags } from '../../domain/duties/flag-groups.ts'
import { weekFlags } from '../../domain/duties/week-flags.ts'
import { entity, journalName } from '../../domain/ledger/documents.ts'
import { addDays } from '../../domain/policy/policy.ts'
import { attendanceMonth } from '../../domain/reports/attendance-month.ts'
import { weekdayOf } from '../../domain/school/calendar.ts'
import { journals } from '../../domain/school/school-view.ts'
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
import type { ClassDesk } from './use-class.ts'
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
  const revision = useRevision(desk, monday)
  const signed = records.weeks.get(monday)
  const changes = useLateChanges(desk, monday)
  const sign = () =>
    write([
      {
        document: desk.classDocument,
        entries: [
          {
            entity: entity.week(monday),
            attribute: 'week.signed',
            value: { date, open: flags.length, revision: revision ?? '' },
          },
        ],
      },
    ])
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
          <Button look="main" big disabled={revision === undefined} onClick={sign}>
            {signed ? texts.signAgain : texts.sign}
          </Button>
        </div>
      )}
    </div>
  )
}

/** The digest of the week's attendance; undefined for the blink in which it is computed. */
function useRevision({ source, schoolClass }: ClassDesk, monday: string): string | undefined {
  const [revision, setRevision] = useState<string>()
  useEffect(() => {
    let current = true
    const report = attendanceMonth(source, schoolClass, { from: monday, to: addDays(monday, 6) })
    void revisionOf(report).then((digest) => {
      if (current) setRevision(digest)
    })
    return () => {
      current = false
    }
  }, [source, schoolClass, monday])
  return revision
}

/** What of the week changed after it was signed, with the journal it changed in. */
function useLateChanges(
  { source, schoolClass, classDocument, journalDocument: open }: ClassDesk,
  monday: string,
) {
  return useMemo(() => {
    const shown = classDocument?.fold.state(entity.week(monday), 'week.signed')?.shown
    if (!shown || shown.value === null) return []
    // The earlier of both clocks: what came in between was not before the signer's eyes.
    const moment = Math.min(shown.deviceTime, shown.receipt?.receivedAt ?? shown.deviceTime)
    return journals(source.school)
      .filter((key) => key.class === schoolClass.id)
      .flatMap((key) => {
        const name = journalName(key)
        const fold = open(name)?.fold
        if (!fold) return []
        const dates = new Map(
          source.journals.get(name)?.lessons.map((lesson) => [lesson.key as string, lesson.date]),
        )
        const within = withinDates((lesson) => dates.get(lesson), monday, addDays(monday, 6))
        return changedAfter(fold, moment, shown.author, within).map((change) => ({
          ...change,
          journal: name,
        }))
      })
  }, [source, schoolClass, classDocument, open, monday])
}
