import { useState } from 'react'
import { changeSpan, type NamedSpan, type SpanState, spanState } from '../../domain/duties/absence-spans.ts'
import type { Fold } from '../../domain/ledger/fold.ts'
import { addDays } from '../../domain/policy/policy.ts'
import type { AbsenceSpan } from '../../domain/school/class-view.ts'
import { Button } from '../design/button.tsx'
import { Notice } from '../design/notice.tsx'
import { useFormat, useTexts } from '../design/texts/language.tsx'
import { WordsForm } from '../design/words-form.tsx'
import type { Undoable } from '../workspace/undo.ts'
import css from './desk.module.css'
import { SpanForm } from './span-form.tsx'
import { spanInWords } from './span-words.ts'

const order: readonly SpanState[] = ['now', 'ahead', 'noPaper', 'past']
/** Past entries shown before the rest is asked for. */
const pastAtFirst = 10

interface SpanListProps {
  spans: readonly NamedSpan[]
  pupils: readonly { id: string; name: string }[]
  today: string
  fold: Fold
  write: Undoable['write']
}

/** Days of absence by what is left to do about them: the end, the paper. */
export function SpanList({ spans, ...rest }: SpanListProps) {
  const texts = useTexts().classReasons
  const [all, setAll] = useState(false)
  if (spans.length === 0)
    return (
      <Notice tone="empty" icon="check" title={texts.nobody}>
        {texts.nobodyHelp}
      </Notice>
    )
  return order.map((state) => {
    const own = spans.filter((span) => spanState(span, rest.today) === state)
    const shown = state === 'past' && !all ? own.slice(0, pastAtFirst) : own
    if (own.length === 0) return null
    return (
      <section key={state} className={css.section} aria-label={texts.states[state]}>
        <h2>{texts.states[state]}</h2>
        <ul className={css.list}>
          {shown.map((span) => (
            <SpanRow key={span.name} span={span} state={state} spans={spans} {...rest} />
          ))}
        </ul>
        {shown.length < own.length && (
          <Button look="quiet" onClick={() => setAll(true)}>
            {texts.more(own.length - shown.length)}
          </Button>
        )}
      </section>
    )
  })
}

function SpanRow({
  span,
  state,
  spans,
  pupils,
  today,
  fold,
  write,
}: SpanListProps & { span: NamedSpan; state: SpanState }) {
  const texts = useTexts().classReasons
  const format = useFormat()
  const [form, setForm] = useState<'change' | 'paper'>()
  const { name: entity, ...value } = span
  const put = (changed: AbsenceSpan | null) => {
    write(changeSpan(fold, span, changed))
    setForm(undefined)
  }
  // Back on the very day it began: there was no day of absence.
  const back = () => put(span.from === today ? null : { ...value, to: addDays(today, -1) })
  const name = pupils.find(({ id }) => id === span.pupil)?.name ?? span.pupil
  return (
    <li>
      <div>
        <b>{name}</b>
        <p>
          {spanInWords(span, texts, format)},{' '}
          <span className={css.quiet}>{span.document ?? texts.noPaper}</span>
        </p>
      </div>
      <div className={css.actions}>
        {state === 'now' && <Button onClick={back}>{texts.back}</Button>}
        {span.document === undefined && <Button onClick={() => setForm('paper')}>{texts.addPaper}</Button>}
        <Button look="quiet" onClick={() => setForm('change')}>
          {texts.change}
        </Button>
        <Button look="quiet" onClick={() => put(null)}>
          {texts.erase}
        </Button>
      </div>
      {form === 'paper' && (
        <div className={css.wide}>
          <WordsForm
            label={texts.whichPaper}
            maxLength={200}
            save={texts.save}
            cancel={texts.cancel}
            onSave={(document) => put({ ...value, document })}
            onCancel={() => setForm(undefined)}
          />
        </div>
      )}
      {form === 'change' && (
        <div className={css.wide}>
          <SpanForm
            pupils={pupils}
            others={spans.filter((other) => other.name !== entity)}
            span={value}
            today={today}
            onSave={([changed]) => put(changed!)}
            onCancel={() => setForm(undefined)}
          />
        </div>
      )}
    </li>
  )
}
