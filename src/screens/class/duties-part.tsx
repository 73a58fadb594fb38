import { useMemo, useState } from 'react'
import { dutiesOf } from '../../domain/duties/duties.ts'
import { type Duty, inTime } from '../../domain/duties/duty.ts'
import { journalGaps } from '../../domain/duties/journal-gaps.ts'
import { Button, ButtonLink } from '../design/button.tsx'
import { Chip } from '../design/chip.tsx'
import { cx } from '../design/cx.ts'
import { Notice } from '../design/notice.tsx'
import { useFormat, useTexts } from '../design/texts/language.tsx'
import { href } from '../route.ts'
import { useNow, useWorkspace } from '../workspace/workspace.ts'
import type { PartProps } from './class-parts.ts'
import { parts } from './class-parts.ts'
import css from './duties-part.module.css'
import { placeOf, termOf } from './duty-words.ts'
import { LettersWaiting } from './letters/letters-waiting.tsx'
import { useChangedReports } from './reports/use-changed-reports.ts'
import type { ClassDesk } from './use-class.ts'
import { WeeksAside } from './weeks-aside.tsx'

/** The class teacher's duties: what is left, by when, one tap to the place where it is done. */
export function DutiesPart({ desk }: PartProps) {
  const { session } = useWorkspace()
  const { date } = useNow()
  const { person } = session.profile
  const [history, setHistory] = useState(false)
  const texts = useTexts().ownClass
  const duties = useMemo(
    () => dutiesOf({ ...desk, person, today: date, gaps: journalGaps(desk.source, desk.schoolClass, date) }),
    [desk, person, date],
  )
  const reports = useMemo(() => duties.filter(({ state, report }) => state === 'done' && report), [duties])
  const changed = useChangedReports(
    desk,
    reports.map(({ report, term }) => `${report} ${term}`),
  )
  const isChanged = ({ report, term }: Duty) => changed.has(`${report} ${term}`)
  const waiting = duties.filter(
    (duty) => duty.state === 'open' || duty.state === 'overdue' || isChanged(duty),
  )
  const done = duties.filter((duty) => duty.state === 'done' && !isChanged(duty)).reverse()
  const kept = inTime(duties)
  return (
    <div className={css.columns}>
      <section aria-labelledby="duties">
        <h2 id="duties">{texts.duties}</h2>
        <LettersWaiting desk={desk} />
        {waiting.length === 0 && <Notice tone="empty" icon="check" title={texts.allDone} />}
        <ul className={css.list}>
          {waiting.map((duty) => (
            <DutyRow key={keyOf(duty)} duty={duty} desk={desk} today={date} changed={isChanged(duty)} />
          ))}
        </ul>
        {kept.of > 0 && <p className={css.kept}>{texts.inTime(kept.inTime, kept.of)}</p>}
        {done.length > 0 && (
          <>
            <Button look="quiet" aria-expanded={history} onClick={() => setHistory(!history)}>
              {texts.history(done.length)}
            </Button>
            {history && (
              <ul className={css.list}>
                {done.map((duty) => (
                  <DutyRow key={keyOf(duty)} duty={duty} desk={desk} today={date} />
                ))}
              </ul>
            )}
          </>
        )}
      </section>
      <WeeksAside desk={desk} />
    </div>
  )
}

/** `changed`: a report that says something else than when it was handed in. */
function DutyRow({
  duty,
  desk,
  today,
  changed = false,
}: {
  duty: Duty
  desk: ClassDesk
  today: string
  changed?: boolean
}) {
  const { ownClass: texts, reports } = useTexts()
  const format = useFormat()
  const { kind, clause, due, state, left, of, doneOn } = duty
  const place = placeOf(duty)
  const share = of === 0 ? undefined : Math.round(((of - left) / of) * 100)
  return (
    <li className={css.duty}>
      <span className={css.clause}>{clause}</span>
      <div className={css.words}>
        <b>{texts.duty[kind](termOf(duty, desk.source.school, texts, format))}</b>
        {changed && (
          <Chip tone="act" icon="alert">
            {reports.changedShort}
          </Chip>
        )}
        {state !== 'done' && <p className={css.left}>{texts.left[kind](left, of)}</p>}
        {share !== undefined && kind !== 'reconcile' && state !== 'done' && (
          <div className={css.bar} aria-hidden="true">
            <i style={{ inlineSize: `${share}%` }} />
          </div>
        )}
      </div>
      <span className={cx(css.due, state === 'overdue' && css.overdue)}>
        {doneOn !== undefined
          ? texts.doneOn(format.day(doneOn))
          : state === 'done'
            ? texts.done
            : due < today
              ? texts.overdue(format.day(due))
              : texts.due(format.day(due))}
      </span>
      {parts[place.part] && (
        <ButtonLink
          href={href({ screen: 'class', class: desk.schoolClass.id, ...place })}
          look={state === 'overdue' ? 'main' : 'plain'}
        >
          {texts.openDuty}
        </ButtonLink>
      )}
    </li>
  )
}

const keyOf = ({ kind, term, report }: Duty) => `${kind} ${term} ${report ?? ''}`
