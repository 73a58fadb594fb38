import { type ClassDuties, type Standing, standingOf } from '../../domain/duties/class-standing.ts'
import type { DutyKind } from '../../domain/duties/duty.ts'
import { classTitle, staffTitle } from '../../domain/school/titles.ts'
import { cx } from '../design/cx.ts'
import { Icon } from '../design/icons.tsx'
import { Notice } from '../design/notice.tsx'
import { useFormat, useTexts } from '../design/texts/language.tsx'
import { href } from '../route.ts'
import { useNow, useSchool } from '../workspace/workspace.ts'
import dutyCss from './duties.module.css'
import css from './keeping.module.css'

/** What scrolls must be reachable by keys (WCAG 2.1.1). */
const scrollable = { tabIndex: 0 } as const

/** Classes by duties, those behind first; a line opens the class. */
export function DutiesTable({ lines, kinds }: { lines: readonly ClassDuties[]; kinds: readonly DutyKind[] }) {
  const school = useSchool()
  const { officeDuties: texts } = useTexts()
  const { date } = useNow()
  if (lines.length === 0) return <Notice tone="empty" icon="person" title={texts.noClasses} />
  return (
    <section {...scrollable} className={css.scroll} aria-label={texts.title}>
      <table className={cx(css.table, dutyCss.table)}>
        <thead>
          <tr>
            <th scope="col">{texts.class}</th>
            {kinds.map((kind) => (
              <th key={kind} scope="col">
                {texts.kinds[kind]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map(({ class: id, teacher, duties }) => (
            <tr key={id}>
              <th scope="row">
                <a href={href({ screen: 'duties', of: id })} className={css.open}>
                  <span>
                    {classTitle(school, id)}
                    <small className={dutyCss.teacher}>
                      {teacher === '' ? texts.noTeacher : staffTitle(school, teacher)}
                    </small>
                  </span>
                  <Icon name="next" />
                </a>
              </th>
              {kinds.map((kind) => (
                <td key={kind}>
                  <StandingWords
                    of={standingOf(
                      duties.filter((duty) => duty.kind === kind),
                      date,
                    )}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function StandingWords({ of }: { of: Standing }) {
  const { officeDuties: texts } = useTexts()
  const format = useFormat()
  switch (of.state) {
    case 'overdue':
      return <span className={css.lack}>{texts.overdue(of.count, of.days)}</span>
    case 'changed':
      return <span className={css.lack}>{texts.changed(of.count)}</span>
    case 'open':
      return <span>{texts.open(of.count, format.short(of.due))}</span>
    case 'done':
      return (
        <span className={dutyCss.done}>
          <Icon name="check" />
          {of.on === undefined ? texts.done : format.short(of.on)}
        </span>
      )
    case 'ahead':
      return (
        <span className={css.quiet}>
          <span aria-hidden="true">–</span>
          <span className={dutyCss.said}>{texts.ahead}</span>
        </span>
      )
  }
}
