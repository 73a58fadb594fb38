import { useCallback, useState } from 'react'
import { type DocumentId, entity } from '../../domain/ledger/documents.ts'
import { lastFirst } from '../../domain/school/names.ts'
import type { AdviceQuestions } from '../../sync/advice-answers.ts'
import { Button } from '../design/button.tsx'
import { SelectField } from '../design/field.tsx'
import { Notice } from '../design/notice.tsx'
import { useFormat } from '../design/texts/language.tsx'
import { WordsForm } from '../design/words-form.tsx'
import { StaleNotice } from '../office/stale-notice.tsx'
import { WaitingForJournal } from '../office/waiting-for-journal.tsx'
import { useAppearance } from '../workspace/appearance.ts'
import { useDocumentWriting } from '../workspace/use-journal-writing.ts'
import { useSchool, useWorkspace } from '../workspace/workspace.ts'
import css from './advice.module.css'
import { adviceTexts } from './texts.ts'
import { useQuestions } from './use-questions.ts'

type Question = AdviceQuestions['questions'][number]

/** The questions of staff and families, with their answers; the office names who answers them. */
export function ConsultantPart({ office }: { office: boolean }) {
  const { language } = useAppearance()
  const texts = adviceTexts[language]
  const { kept } = useQuestions()
  return (
    <section className={css.section} aria-labelledby="advice">
      <h2 id="advice">{texts.all}</h2>
      {office && <ChooseConsultant />}
      <StaleNotice at={kept?.at} />
      {kept?.value.questions.length === 0 && <Notice tone="empty" icon="check" title={texts.allNone} />}
      <ul className={css.list}>
        {kept?.value.questions.map((question) => (
          <QuestionItem key={`${question.document} ${question.id}`} question={question} />
        ))}
      </ul>
    </section>
  )
}

function ChooseConsultant() {
  const { schoolDocument } = useWorkspace()
  const { staff, consultant } = useSchool()
  const { language } = useAppearance()
  const texts = adviceTexts[language]
  return (
    <SelectField
      label={texts.who}
      hint={texts.whoHint}
      value={consultant ?? ''}
      onChange={({ target }) =>
        void schoolDocument.assert([
          {
            entity: entity.settings,
            attribute: 'settings.consultant',
            value: target.value === '' ? null : { person: target.value },
          },
        ])
      }
    >
      <option value="">{texts.office}</option>
      {[...staff.values()]
        .sort((a, b) => lastFirst(a).localeCompare(lastFirst(b), 'ru'))
        .map((member) => (
          <option key={member.id} value={member.id}>
            {lastFirst(member)}
          </option>
        ))}
    </SelectField>
  )
}

function QuestionItem({
  question: { document, id, who, pupil, at, text, diagnostics, answer },
}: {
  question: Question
}) {
  const { language } = useAppearance()
  const texts = adviceTexts[language]
  const format = useFormat()
  const [writing, setWriting] = useState(false)
  const [replied, setReplied] = useState<string>()
  const answering = useDocumentWriting(
    document as DocumentId,
    useCallback(() => setWriting(false), []),
  )
  const said = answer ?? replied
  return (
    <li>
      <p>
        <b>{who}</b>
        <span className={css.quiet}>
          {[pupil !== undefined && pupil !== who && texts.about(pupil), format.moment(at)]
            .filter(Boolean)
            .map((part) => `, ${part}`)
            .join('')}
        </span>
      </p>
      <p className={css.text}>{text}</p>
      {diagnostics !== undefined && (
        <details>
          <summary className={css.summary}>{texts.diagnostics}</summary>
          <pre className={css.lines}>{diagnostics}</pre>
        </details>
      )}
      <WaitingForJournal writing={answering} />
      {said !== undefined ? (
        <div className={css.answer}>
          <b>{texts.answer}</b>
          <p>{said}</p>
        </div>
      ) : writing ? (
        <WordsForm
          label={texts.replyLabel}
          maxLength={2000}
          save={texts.reply}
          cancel={texts.cancel}
          onSave={(words) => {
            answering.write([{ entity: id, attribute: 'advice.answer', value: { text: words } }])
            setReplied(words)
          }}
          onCancel={() => setWriting(false)}
        />
      ) : (
        <p>
          <Button onClick={() => setWriting(true)}>{texts.reply}</Button>
        </p>
      )}
    </li>
  )
}
