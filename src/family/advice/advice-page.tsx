import { useEffect, useState, useSyncExternalStore } from 'react'
import { entity } from '../../domain/ledger/documents.ts'
import type { Json } from '../../domain/ledger/fact.ts'
import css from '../../screens/advice/advice.module.css'
import { AskForm } from '../../screens/advice/ask-form.tsx'
import { diagnosticsText } from '../../screens/advice/diagnostics.ts'
import { OwnAdvice } from '../../screens/advice/own-advice.tsx'
import { adviceTexts } from '../../screens/advice/texts.ts'
import { Notice } from '../../screens/design/notice.tsx'
import type { Child, FamilyData } from '../family-data.ts'
import type { Letters } from '../letters.ts'
import { useSpeech } from '../texts/speech.tsx'
import { shownAdvice } from './shown-advice.ts'

/** Вопрос консультанту: asked from the phone, without a line too; the answer comes with the letters. */
export function AdvicePage({
  data,
  letters,
  child,
  onSaid,
}: {
  data: FamilyData
  letters: Letters
  child: Child
  /** Something waits to be sent. */
  onSaid: () => void
}) {
  const { threads, waiting } = useSyncExternalStore(letters.subscribe, letters.get)
  const { language, format } = useSpeech()
  const texts = adviceTexts[language]
  const { clock } = letters
  const { pupil } = child
  const thread = threads.get(pupil)
  const fresh = (thread?.advice ?? [])
    .filter(({ answer, seen }) => answer !== undefined && !seen)
    .map(({ id }) => id)
    .filter(
      (id) => !waiting.some(({ facts }) => facts.some((fact) => fact[1] === id && fact[2] === 'advice.seen')),
    )
    .join('\n')
  useEffect(() => {
    if (!clock || fresh === '') return
    const facts = fresh.split('\n').map((id) => [clock.next(), id, 'advice.seen', true] as const)
    void letters.say(pupil, facts).then(onSaid)
  }, [letters, clock, pupil, fresh, onSaid])
  const [diagnostics] = useState(() => {
    const { line, heard } = data.state
    const unsent = waiting.filter(({ fate }) => fate === undefined).length
    return diagnosticsText({
      app: 'дневник',
      line: line === 'fresh',
      waiting: unsent,
      heard: heard === undefined ? undefined : format.moment(heard),
    })
  })
  return (
    <>
      <h1>{texts.title}</h1>
      <p>{texts.lead}</p>
      <div className={css.page}>
        <OwnAdvice texts={texts} format={format} questions={shownAdvice(thread, waiting, pupil)} />
      </div>
      {clock ? (
        <AskForm
          texts={texts}
          diagnostics={diagnostics}
          onAsk={(value) => {
            const id = clock.next()
            void letters.say(pupil, [[id, entity.advice(id), 'advice', value as Json]]).then(onSaid)
          }}
        />
      ) : (
        <Notice icon="lock">{texts.noWriter}</Notice>
      )}
    </>
  )
}
