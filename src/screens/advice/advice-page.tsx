import { useEffect, useState, useSyncExternalStore } from 'react'
import { isConsultant, readAdvice } from '../../domain/advice/advice-view.ts'
import { adviceDocument, entity } from '../../domain/ledger/documents.ts'
import { lettersFrom } from '../../domain/ledger/ids.ts'
import { staffTitle } from '../../domain/school/titles.ts'
import { Notice } from '../design/notice.tsx'
import { useFormat } from '../design/texts/language.tsx'
import { useAppearance } from '../workspace/appearance.ts'
import { useSyncState } from '../workspace/sync-state.ts'
import { useDocument } from '../workspace/use-documents.ts'
import { useActor, useSchool, useWorkspace, viewOf } from '../workspace/workspace.ts'
import css from './advice.module.css'
import { AskForm } from './ask-form.tsx'
import { ConsultantPart } from './consultant-part.tsx'
import { diagnosticsText } from './diagnostics.ts'
import { OwnAdvice } from './own-advice.tsx'
import { adviceTexts } from './texts.ts'

/** Вопрос консультанту (5.1.2, 5.2.10): asking, the answers, and for the consultant all that is asked. */
export function AdvicePage({ from }: { from: string | undefined }) {
  const { session } = useWorkspace()
  const { language } = useAppearance()
  const school = useSchool()
  const actor = useActor()
  const format = useFormat()
  const texts = adviceTexts[language]
  const { person } = session.profile
  const diagnostics = useDiagnostics(from)
  const document = useDocument(person === '' ? undefined : adviceDocument(person))
  const questions = document ? viewOf(document.fold, readAdvice) : []
  const unseen = questions.filter(({ answer, seen }) => answer && !seen).map(({ id }) => id)
  const fresh = unseen.join('\n')
  useEffect(() => {
    if (!document || fresh === '') return
    const ids = fresh.split('\n')
    void document.assert(ids.map((id) => ({ entity: id, attribute: 'advice.seen', value: true })))
  }, [document, fresh])
  const answersBy = school.consultant === undefined ? undefined : staffTitle(school, school.consultant)
  return (
    <div className={css.page}>
      <h1>{texts.title}</h1>
      {isConsultant(school, actor) && <ConsultantPart office={actor.office} />}
      {person === '' ? (
        <Notice icon="person">{texts.notStaff}</Notice>
      ) : (
        <>
          {isConsultant(school, actor) && <h2>{texts.ask}</h2>}
          <p>
            {texts.lead} {answersBy === undefined ? texts.answeredByOffice : texts.answeredBy(answersBy)}
          </p>
          <OwnAdvice
            texts={texts}
            format={format}
            questions={questions.map((one) => ({ ...one, answer: one.answer?.text }))}
          />
          <AskForm
            texts={texts}
            diagnostics={diagnostics}
            onAsk={(value) =>
              void document?.assert([
                {
                  entity: entity.advice(lettersFrom(crypto.getRandomValues(new Uint8Array(12)))),
                  attribute: 'advice',
                  value,
                },
              ])
            }
          />
        </>
      )}
    </div>
  )
}

/** The state of the app as the page was opened: what is shown is what goes. */
function useDiagnostics(screen: string | undefined): string {
  const { session } = useWorkspace()
  const { line, waiting, storedAt, loading } = useSyncState()
  const fault = useSyncExternalStore(session.fault.subscribe, session.fault.get)
  const format = useFormat()
  const [text] = useState(() =>
    diagnosticsText({
      app: 'журнал',
      screen,
      line: line === 'open',
      waiting,
      heard: storedAt === undefined ? undefined : format.moment(storedAt),
      loaded: loading,
      storage: fault ?? undefined,
    }),
  )
  return text
}
