import type { FamilyState } from '../../domain/duties/families.ts'
import { familyStates } from '../../domain/duties/families.ts'
import { Button } from '../design/button.tsx'
import { cx } from '../design/cx.ts'
import { Notice } from '../design/notice.tsx'
import { useTexts } from '../design/texts/language.tsx'
import { href } from '../route.ts'
import { useUndoAcross, type Writing } from '../workspace/undo.ts'
import { useNow } from '../workspace/workspace.ts'
import pageCss from './class-page.module.css'
import type { PartProps } from './class-parts.ts'
import { FamiliesConsent } from './consents/families-consent.tsx'
import css from './desk.module.css'
import { FamiliesCheck } from './families-check.tsx'
import { FamiliesInform } from './families-inform.tsx'
import type { ClassDesk } from './use-class.ts'

const tasks = ['inform', 'check', 'consent'] as const
const screens = { inform: FamiliesInform, check: FamiliesCheck, consent: FamiliesConsent }

/** What each task of the part is given. */
export interface FamilyTaskProps {
  desk: ClassDesk
  states: readonly FamilyState[]
  /** First day of the school year. */
  starts: string
  today: string
  write: (writings: readonly Writing[]) => void
}

/** Семьи: who was told, whose data were checked, who consented (clauses 5.2.6, 5.3.1, 5.3.2). `at`: which of them. */
export function FamiliesPart({ desk, at }: PartProps) {
  const texts = useTexts().families
  const { date } = useNow()
  const { source, schoolClass, view, families } = desk
  const task = tasks.find((known) => known === at) ?? 'inform'
  const Task = screens[task]
  const { write, undo, canUndo } = useUndoAcross()
  const starts = source.school.years.find(({ id }) => id === schoolClass.year)?.starts ?? date
  const states = familyStates(view, families, { starts, today: date })
  const coming = states.filter(({ family }) => family === undefined).length
  return (
    <div className={css.page}>
      <nav className={pageCss.parts} aria-label={texts.tasks}>
        {tasks.map((one) => (
          <a
            key={one}
            href={href({ screen: 'class', class: schoolClass.id, part: 'families', at: one })}
            className={cx(pageCss.part, one === task && pageCss.on)}
            aria-current={one === task ? 'page' : undefined}
          >
            {texts.task[one]}
          </a>
        ))}
        <Button look="quiet" icon="undo" disabled={!canUndo} onClick={undo}>
          {texts.undo}
        </Button>
      </nav>
      {coming > 0 && <Notice icon="waiting">{texts.coming(coming)}</Notice>}
      {states.length === 0 ? (
        <Notice tone="empty" icon="person" title={texts.empty} />
      ) : (
        <Task desk={desk} states={states} starts={starts} today={date} write={write} />
      )}
    </div>
  )
}
