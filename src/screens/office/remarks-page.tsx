import { useCallback, useState } from 'react'
import { closeRemark } from '../../domain/journal/remarks.ts'
import { journalName } from '../../domain/ledger/documents.ts'
import { classTitle, staffTitle, subjectTitle } from '../../domain/school/titles.ts'
import type { OpenRemark } from '../../sync/office-answers.ts'
import { Button, ButtonLink } from '../design/button.tsx'
import { Notice } from '../design/notice.tsx'
import { useFormat, useTexts } from '../design/texts/language.tsx'
import { href } from '../route.ts'
import { useJournalWriting } from '../workspace/use-journal-writing.ts'
import { useNow, useSchool } from '../workspace/workspace.ts'
import css from './keeping.module.css'
import { StaleNotice } from './stale-notice.tsx'
import { useDealings } from './use-dealings.ts'
import { WaitingForJournal } from './waiting-for-journal.tsx'

/** Замечания: those that stand, in all journals; the answered ones are there to be closed. */
export function RemarksPage() {
  const { keeping } = useTexts()
  const { kept } = useDealings()
  const remarks =
    kept &&
    [...kept.value.remarks].sort(
      (a, b) => Number(b.answer !== undefined) - Number(a.answer !== undefined) || (a.date < b.date ? 1 : -1),
    )
  return (
    <div className={css.page}>
      <h1>{keeping.remarksTitle}</h1>
      <p className={css.quiet}>{keeping.remarksLead}</p>
      <StaleNotice at={kept?.at} />
      {remarks?.length === 0 && (
        <Notice tone="empty" icon="note" title={keeping.noRemarks}>
          {keeping.noRemarksHelp}
        </Notice>
      )}
      {remarks && remarks.length > 0 && (
        <ul className={css.list}>
          {remarks.map((remark) => (
            <RemarkItem key={`${journalName(remark)} ${remark.id}`} remark={remark} />
          ))}
        </ul>
      )}
    </div>
  )
}

function RemarkItem({ remark }: { remark: OpenRemark }) {
  const school = useSchool()
  const { keeping } = useTexts()
  const format = useFormat()
  const { date } = useNow()
  const [closed, setClosed] = useState(false)
  const writing = useJournalWriting(
    remark,
    useCallback(() => setClosed(true), []),
  )
  const { answer } = remark
  const by = remark.by === '' ? '' : staffTitle(school, remark.by)
  // It stays in the relay's answer until the relay has the closing fact.
  if (closed) return null
  return (
    <li>
      <p className={css.name}>
        {classTitle(school, remark.class)}, {subjectTitle(school, remark)}
      </p>
      <p className={css.quiet}>{keeping.made(format.day(remark.date), by)}</p>
      <p>{remark.text}</p>
      {answer ? (
        <p className={css.answer}>
          <span className={css.quiet}>{keeping.answered(format.day(answer.date))}: </span>
          {answer.text}
        </p>
      ) : (
        <p className={css.quiet}>{keeping.notAnswered}</p>
      )}
      <WaitingForJournal writing={writing} />
      <div className={css.actions}>
        <Button
          icon="check"
          look={answer ? 'main' : 'plain'}
          disabled={writing.waits}
          onClick={() => writing.write([closeRemark(remark.id, date)])}
        >
          {keeping.close}
        </Button>
        <ButtonLink icon="journals" href={href({ screen: 'journal', journal: journalName(remark) })}>
          {keeping.toJournal}
        </ButtonLink>
      </div>
    </li>
  )
}
