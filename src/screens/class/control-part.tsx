import { useMemo } from 'react'
import { classControl, needsControl } from '../../domain/duties/class-control.ts'
import { entity, journalName } from '../../domain/ledger/documents.ts'
import { addDays } from '../../domain/policy/policy.ts'
import { weekdayOf } from '../../domain/school/calendar.ts'
import { subjectTitle } from '../../domain/school/titles.ts'
import { Button, ButtonLink } from '../design/button.tsx'
import { Notice } from '../design/notice.tsx'
import { useFormat, useTexts } from '../design/texts/language.tsx'
import { href } from '../route.ts'
import { useUndo } from '../workspace/undo.ts'
import { useNow } from '../workspace/workspace.ts'
import type { PartProps } from './class-parts.ts'
import { ClassPlans } from './class-plans.tsx'
import { ControlledJournalSection } from './controlled-journal.tsx'
import css from './desk.module.css'

/** Журналы класса: how subject teachers kept them in a week, and remarks to the deputy head (clause 5.2.4). */
export function ControlPart({ desk, at }: PartProps) {
  const { classControl: texts, week } = useTexts()
  const format = useFormat()
  const { date } = useNow()
  const { source, schoolClass, records, classDocument } = desk
  const thisMonday = addDays(date, 1 - weekdayOf(date))
  const monday = at && at <= thisMonday ? at : thisMonday
  const journals = useMemo(
    () => classControl(source, schoolClass, { monday, today: date }),
    [source, schoolClass, monday, date],
  )
  const { write, undo, canUndo } = useUndo(classDocument)
  const done = records.done.get(`5.2.4,${monday}`)
  const lacking = journals.filter(needsControl)
  const clean = journals.filter((journal) => !needsControl(journal))
  const place = (other: string) =>
    href({ screen: 'class', class: schoolClass.id, part: 'control', at: other })
  return (
    <div className={css.page}>
      <div className={css.actions}>
        <ButtonLink look="quiet" icon="back" href={place(addDays(monday, -7))}>
          {week.earlier}
        </ButtonLink>
        <h2>{week.title(format.day(monday), format.day(addDays(monday, 5)))}</h2>
        {monday < thisMonday && (
          <ButtonLink look="quiet" icon="next" href={place(addDays(monday, 7))}>
            {week.later}
          </ButtonLink>
        )}
        <Button look="quiet" icon="undo" disabled={!canUndo} onClick={undo}>
          {week.undo}
        </Button>
      </div>
      {done && <Notice icon="check" title={texts.done(format.day(done.date))} />}
      {lacking.length === 0 && (
        <Notice tone="empty" icon="check" title={texts.clean}>
          {texts.cleanHelp}
        </Notice>
      )}
      {lacking.map((journal) => (
        <ControlledJournalSection key={journalName(journal)} journal={journal} desk={desk} />
      ))}
      {clean.length > 0 && (
        <section className={css.section} aria-label={texts.inOrder}>
          <h2>{texts.inOrder}</h2>
          <ul className={css.chips}>
            {clean.map((journal) => (
              <li key={journalName(journal)}>
                <ButtonLink look="quiet" href={href({ screen: 'journal', journal: journalName(journal) })}>
                  {subjectTitle(source.school, journal)}
                </ButtonLink>
              </li>
            ))}
          </ul>
        </section>
      )}
      {!done && (
        <div className={css.actions}>
          <Button
            look="main"
            big
            onClick={() =>
              write([{ entity: entity.duty('5.2.4', monday), attribute: 'duty.done', value: { date } }])
            }
          >
            {texts.check}
          </Button>
          <p className={css.quiet}>{texts.checkHelp}</p>
        </div>
      )}
      <ClassPlans desk={desk} />
    </div>
  )
}
