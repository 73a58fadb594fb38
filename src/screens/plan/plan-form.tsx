import { type FormEvent, useState } from 'react'
import type { PlanEntry } from '../../domain/journal/journal-view.ts'
import type { PlanContent } from '../../domain/journal/plan-editing.ts'
import { Button } from '../design/button.tsx'
import { TextField } from '../design/field.tsx'
import { useTexts } from '../design/texts/language.tsx'
import { type PlanDraft, readDraft } from './plan-draft.ts'
import css from './plan-form.module.css'

/** The whole form comes into view, not its first field alone. */
function intoView(form: HTMLFormElement | null): void {
  form?.scrollIntoView({ block: 'center' })
}

/** An entry of the plan to write or to change. */
export function PlanForm({
  entry,
  onSave,
  onCancel,
}: {
  /** The one that is changed; none when it is new. */
  entry: PlanEntry | undefined
  onSave: (content: PlanContent) => void
  onCancel: () => void
}) {
  const {
    plan: { form: texts },
  } = useTexts()
  const [draft, setDraft] = useState<PlanDraft>({
    topic: entry?.topic ?? '',
    hours: String(entry?.hours ?? 1).replace('.', ','),
    homework: entry?.homework ?? '',
  })
  const [tried, setTried] = useState(false)
  const reading = readDraft(draft)
  const problems = tried && !reading.ok ? reading.problems : {}
  const topicProblem =
    problems.topic === 'empty' ? texts.noTopic : problems.topic ? texts.longTopic(problems.topic) : undefined
  const set = (part: Partial<PlanDraft>) => setDraft({ ...draft, ...part })
  const save = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (reading.ok) onSave(reading.content)
  }
  return (
    <form
      className={css.form}
      ref={intoView}
      aria-label={entry ? texts.change(entry.number) : texts.insert}
      onSubmit={save}
      onKeyDown={(event) => event.key === 'Escape' && onCancel()}
    >
      <TextField
        label={texts.topic}
        value={draft.topic}
        autoFocus
        problem={topicProblem}
        onChange={({ target }) => set({ topic: target.value })}
      />
      <TextField
        label={texts.hours}
        value={draft.hours}
        inputMode="decimal"
        problem={problems.hours ? texts.badHours : undefined}
        onChange={({ target }) => set({ hours: target.value })}
      />
      <TextField
        label={texts.homework}
        value={draft.homework}
        problem={problems.homework ? texts.longHomework(problems.homework) : undefined}
        onChange={({ target }) => set({ homework: target.value })}
      />
      <div className={css.buttons}>
        <Button type="submit" look="main">
          {texts.save}
        </Button>
        <Button onClick={onCancel}>{texts.cancel}</Button>
      </div>
    </form>
  )
}
