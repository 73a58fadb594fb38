import { useMemo, useState } from 'react'
import { addSpan, namedSpans } from '../../domain/duties/absence-spans.ts'
import { belongs } from '../../domain/school/class-view.ts'
import { lastFirst } from '../../domain/school/names.ts'
import { Button } from '../design/button.tsx'
import { Choice } from '../design/field.tsx'
import { useTexts } from '../design/texts/language.tsx'
import { useUndo } from '../workspace/undo.ts'
import { useNow, viewOf } from '../workspace/workspace.ts'
import type { PartProps } from './class-parts.ts'
import css from './desk.module.css'
import { LessonReason } from './lesson-reason.tsx'
import { SpanForm } from './span-form.tsx'
import { SpanList } from './span-list.tsx'

/** Причины: why pupils are away, for some days, a day or a lesson (clause 5.2.2). `at`: a pupil. */
export function ReasonsPart({ desk, at }: PartProps) {
  const texts = useTexts().classReasons
  const { date } = useNow()
  const { view, classDocument } = desk
  const [scope, setScope] = useState<'days' | 'lesson'>(at ? 'lesson' : 'days')
  const [saved, setSaved] = useState(false)
  const { write, undo, canUndo } = useUndo(classDocument)
  const fold = classDocument?.fold
  const pupils = useMemo(() => view.pupils.map((one) => ({ id: one.id, name: lastFirst(one) })), [view])
  if (!fold) return null
  const spans = viewOf(fold, namedSpans)
  return (
    <div className={css.page}>
      <section className={css.section} aria-label={texts.title}>
        <div className={css.actions}>
          <h2>{texts.title}</h2>
          <Button look="quiet" icon="undo" disabled={!canUndo} onClick={undo}>
            {texts.undo}
          </Button>
        </div>
        <Choice
          label={texts.scope}
          name="reason-time"
          value={scope}
          options={[
            { value: 'days', label: texts.scopes.days },
            { value: 'lesson', label: texts.scopes.lesson },
          ]}
          onChange={setScope}
        />
        {scope === 'lesson' ? (
          <LessonReason desk={desk} pupil={at} />
        ) : (
          <SpanForm
            pupils={pupils.filter(({ id }) => belongs(view, id, date))}
            others={spans}
            today={date}
            onSave={(added) => {
              write(added.map((span) => addSpan(fold, span)))
              setSaved(true)
            }}
          />
        )}
        <p role="status">{saved && scope === 'days' && texts.saved}</p>
      </section>
      <SpanList spans={spans} pupils={pupils} today={date} fold={fold} write={write} />
    </div>
  )
}
