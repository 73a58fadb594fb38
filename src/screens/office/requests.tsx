import { useCallback, useState } from 'react'
import { entity, journalName } from '../../domain/ledger/documents.ts'
import { addDays } from '../../domain/policy/policy.ts'
import { reportPeriod } from '../../domain/reports/report-period.ts'
import { classTitle, staffTitle, subjectTitle } from '../../domain/school/titles.ts'
import type { OpenRequest } from '../../sync/office-answers.ts'
import { Button, ButtonLink } from '../design/button.tsx'
import { TextField } from '../design/field.tsx'
import { useFormat, useTexts } from '../design/texts/language.tsx'
import { WordsForm } from '../design/words-form.tsx'
import { href } from '../route.ts'
import { useJournalWriting } from '../workspace/use-journal-writing.ts'
import { useNow, useSchool, useWorkspace } from '../workspace/workspace.ts'
import css from './forms.module.css'
import { StaleNotice } from './stale-notice.tsx'
import { useDealings } from './use-dealings.ts'
import { WaitingForJournal } from './waiting-for-journal.tsx'

/** Longest refusal, in letters. */
const longest = 500
/** Days that a permission is offered for. */
const usualDays = 2

/** Requests of teachers to edit a locked period: permitted until a date, or refused with a reason. */
export function Requests() {
  const { permissions } = useTexts()
  const { kept } = useDealings()
  return (
    <section className={css.section}>
      <h2>{permissions.requests}</h2>
      <StaleNotice at={kept?.at} />
      {kept?.value.requests.length === 0 && <p className={css.quiet}>{permissions.noRequests}</p>}
      <ul className={css.list}>
        {kept?.value.requests.map((request) => (
          <RequestItem key={`${journalName(request)} ${request.entity}`} request={request} />
        ))}
      </ul>
    </section>
  )
}

function RequestItem({ request }: { request: OpenRequest }) {
  const { schoolDocument } = useWorkspace()
  const school = useSchool()
  const { date } = useNow()
  const { permissions: texts, frame, keeping } = useTexts()
  const format = useFormat()
  const [until, setUntil] = useState(addDays(date, usualDays))
  const [refusing, setRefusing] = useState(false)
  const [answered, setAnswered] = useState(false)
  const writing = useJournalWriting(
    request,
    useCallback(() => setAnswered(true), []),
  )
  // It stays in the relay's answer until the relay has the office's.
  if (answered) return null
  const who = staffTitle(school, request.by)
  const period = reportPeriod(school, request.period)?.title ?? request.period

  function permit() {
    const { class: classId, subject, group, by } = request
    const value = { class: classId, subject, ...(group ? { group } : {}), teacher: by, until }
    void schoolDocument.assert([
      { entity: entity.permission(value, by, until), attribute: 'permission', value },
    ])
    writing.write([{ entity: request.entity, attribute: 'request.answer', value: { granted: true, until } }])
  }

  return (
    <li>
      <div className={css.asked}>
        <p className={css.name}>
          {who}: {classTitle(school, request.class)}, {subjectTitle(school, request)}
        </p>
        <p className={css.quiet}>
          {period}, {format.moment(request.at)}
          {request.lesson && `, ${texts.lessonOf(format.day(request.lesson.split(',')[0]!))}`}
        </p>
        <p>{request.text}</p>
      </div>
      <div className={css.asked}>
        <WaitingForJournal writing={writing} />
        {refusing ? (
          <WordsForm
            label={texts.why}
            maxLength={longest}
            save={texts.refuse}
            cancel={frame.cancel}
            onSave={(text) =>
              writing.write([
                { entity: request.entity, attribute: 'request.answer', value: { granted: false, text } },
              ])
            }
            onCancel={() => setRefusing(false)}
          />
        ) : (
          <div className={css.row}>
            <TextField
              label={texts.until}
              type="date"
              min={date}
              value={until}
              onChange={(event) => event.target.value && setUntil(event.target.value)}
            />
            <Button look="main" disabled={writing.waits || until < date} onClick={permit}>
              {texts.permit}
            </Button>
            <Button disabled={writing.waits} onClick={() => setRefusing(true)}>
              {texts.refuse}
            </Button>
            <ButtonLink
              look="quiet"
              href={
                request.lesson
                  ? href({ screen: 'lesson', journal: journalName(request), lesson: request.lesson })
                  : href({ screen: 'journal', journal: journalName(request) })
              }
            >
              {keeping.toJournal}
            </ButtonLink>
          </div>
        )}
      </div>
    </li>
  )
}
