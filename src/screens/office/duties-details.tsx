import type { ClassDuties, ListedDuty } from '../../domain/duties/class-standing.ts'
import { classTitle, staffTitle } from '../../domain/school/titles.ts'
import { placeOf, termOf } from '../class/duty-words.ts'
import { ButtonLink } from '../design/button.tsx'
import { Chip } from '../design/chip.tsx'
import { cx } from '../design/cx.ts'
import { Notice } from '../design/notice.tsx'
import { useFormat, useTexts } from '../design/texts/language.tsx'
import { href } from '../route.ts'
import { useSchool } from '../workspace/workspace.ts'
import dutyCss from './duties.module.css'
import css from './keeping.module.css'

/** The duties of one class over a time: what is overdue, what changed, what is open, what is done. */
export function DutiesDetails({ line, time }: { line: ClassDuties | undefined; time: string }) {
  const school = useSchool()
  const { officeDuties: texts } = useTexts()
  const parts = {
    overdue: line?.duties.filter(({ state }) => state === 'overdue') ?? [],
    changed: line?.duties.filter(({ changed }) => changed) ?? [],
    open: line?.duties.filter(({ state }) => state === 'open') ?? [],
    done: line?.duties.filter(({ state, changed }) => state === 'done' && !changed).reverse() ?? [],
  }
  return (
    <>
      <ButtonLink look="quiet" icon="back" href={href({ screen: 'duties' })} className={css.back}>
        {texts.title}
      </ButtonLink>
      <div>
        <h1>{line ? classTitle(school, line.class) : texts.title}</h1>
        <p className={css.quiet}>
          {time}
          {line && `, ${line.teacher === '' ? texts.noTeacher : staffTitle(school, line.teacher)}`}
        </p>
      </div>
      {!line && <Notice tone="empty" icon="person" title={texts.noClass} />}
      {line && parts.overdue.length + parts.changed.length + parts.open.length === 0 && (
        <Notice tone="empty" icon="check" title={texts.nothingWaits} />
      )}
      {line &&
        (['overdue', 'changed', 'open', 'done'] as const).map((part) =>
          parts[part].length === 0 ? null : (
            <section key={part} aria-labelledby={part}>
              <h2 id={part}>{texts.parts[part](parts[part].length)}</h2>
              <ul className={dutyCss.lines}>
                {parts[part].map((duty) => (
                  <DutyLine
                    key={`${duty.kind} ${duty.term} ${duty.report ?? ''}`}
                    duty={duty}
                    classId={line.class}
                  />
                ))}
              </ul>
            </section>
          ),
        )}
    </>
  )
}

function DutyLine({ duty, classId }: { duty: ListedDuty; classId: string }) {
  const school = useSchool()
  const { ownClass, officeDuties: texts, reports } = useTexts()
  const format = useFormat()
  const { kind, state, left, of, due, doneOn, changed } = duty
  return (
    <li>
      <div>
        <p className={css.name}>{ownClass.duty[kind](termOf(duty, school, ownClass, format))}</p>
        <p className={cx(state === 'overdue' ? css.lack : css.quiet)}>
          {state === 'done'
            ? doneOn === undefined
              ? ownClass.done
              : ownClass.doneOn(format.day(doneOn))
            : state === 'overdue'
              ? ownClass.overdue(format.day(due))
              : ownClass.due(format.day(due))}
          {state !== 'done' && of > 0 && `. ${ownClass.left[kind](left, of)}`}
        </p>
        {changed && (
          <Chip tone="act" icon="alert">
            {reports.changedShort}
          </Chip>
        )}
      </div>
      <ButtonLink href={href({ screen: 'class', class: classId, ...placeOf(duty) })}>{texts.look}</ButtonLink>
    </li>
  )
}
