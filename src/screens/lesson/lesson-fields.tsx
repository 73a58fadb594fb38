import { type ReactNode, useId, useState } from 'react'
import { Button } from '../design/button.tsx'
import { GrowingText } from '../design/growing-text.tsx'
import { useFormat, useTexts } from '../design/texts/language.tsx'
import css from './lesson-fields.module.css'

export interface LessonFieldsProps {
  /** The roll was taken, and the plan's topic recorded with it: one that is missing then is missing indeed. */
  roll: boolean
  /** What was written; undefined while nothing was. */
  topic: string | undefined
  /** The plan's entry for this lesson. */
  plan?: { number: number; topic: string } | undefined
  homework: string | undefined
  /** When the homework is due, ISO. */
  due?: string | undefined
  /** What else the class has for that day, in words. */
  dueLoad?: string | undefined
  /** When it is due, files and links; how many hang there. */
  extras?: { attached: number; panel: ReactNode } | undefined
  /** Last lesson's homework. */
  lastHomework?: string | undefined
  writable: boolean
  onTopic: (text: string) => void
  onHomework: (text: string) => void
}

/** Topic, filled in from the plan, and homework with last time's at hand. */
export function LessonFields(props: LessonFieldsProps) {
  const { roll, topic, plan, homework, due, dueLoad, extras, lastHomework, writable, onTopic, onHomework } =
    props
  const { lesson, homework: homeworkTexts } = useTexts()
  const [open, setOpen] = useState(false)
  const format = useFormat()
  const id = useId()
  const shown = topic ?? (roll ? '' : (plan?.topic ?? ''))
  const fromPlan = plan !== undefined && shown === plan.topic
  return (
    <div className={css.fields}>
      <div className={css.field}>
        <label htmlFor={`${id}-topic`}>{fromPlan ? lesson.topicFromPlan(plan.number) : lesson.topic}</label>
        <div className={css.line}>
          <GrowingText
            id={`${id}-topic`}
            value={shown}
            maxLength={1000}
            readOnly={!writable}
            placeholder={lesson.topicEmpty}
            onCommit={onTopic}
          />
          {writable && plan && !fromPlan && (
            <Button look="quiet" className={css.offer} onClick={() => onTopic(plan.topic)}>
              {lesson.takePlan(plan.topic)}
            </Button>
          )}
        </div>
      </div>
      <div className={css.field}>
        <label htmlFor={`${id}-homework`}>
          {due ? lesson.homeworkTo(format.shortWeekday(due)) : lesson.homework}
          {dueLoad && <span className={css.load}> · {dueLoad}</span>}
        </label>
        <div className={css.line}>
          <GrowingText
            id={`${id}-homework`}
            value={homework ?? ''}
            maxLength={2000}
            readOnly={!writable}
            placeholder={lesson.homeworkEmpty}
            onCommit={onHomework}
          />
          {writable && !homework && lastHomework && (
            <Button look="quiet" className={css.offer} onClick={() => onHomework(lastHomework)}>
              {lesson.last}: {lastHomework}
            </Button>
          )}
          {extras && (
            <Button
              look="quiet"
              icon="clip"
              className={css.extras}
              title={homeworkTexts.more}
              aria-label={`${homeworkTexts.more}: ${homeworkTexts.moreShort(extras.attached)}`}
              aria-expanded={open}
              aria-controls={`${id}-extras`}
              onClick={() => setOpen(!open)}
            >
              {homeworkTexts.moreShort(extras.attached)}
            </Button>
          )}
        </div>
      </div>
      {extras && open && (
        <div id={`${id}-extras`} className={css.panel}>
          {extras.panel}
        </div>
      )}
    </div>
  )
}
