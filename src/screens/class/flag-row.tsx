import { useState } from 'react'
import { changeSpan, namedSpans } from '../../domain/duties/absence-spans.ts'
import type { FlagGroup } from '../../domain/duties/flag-groups.ts'
import type { WeekFlag, WeekFlagKind } from '../../domain/duties/week-flags.ts'
import { propose, readProposal, readQuestions } from '../../domain/journal/questions.ts'
import type { Presence, Reason } from '../../domain/ledger/attributes.ts'
import { entity, readJournalName } from '../../domain/ledger/documents.ts'
import type { Entry } from '../../domain/ledger/fact.ts'
import { addDays } from '../../domain/policy/policy.ts'
import { lastFirst } from '../../domain/school/names.ts'
import { subjectTitle } from '../../domain/school/titles.ts'
import { Button, ButtonLink } from '../design/button.tsx'
import { useFormat, useTexts } from '../design/texts/language.tsx'
import { WordsForm } from '../design/words-form.tsx'
import { href } from '../route.ts'
import type { Writing } from '../workspace/undo.ts'
import { viewOf } from '../workspace/workspace.ts'
import type { ClassDesk } from './use-class.ts'
import css from './week-part.module.css'

interface FlagRowProps {
  group: FlagGroup
  desk: ClassDesk
  write: (writings: readonly Writing[]) => void
}

/** One thing to decide, with what decides it and the question to the subject teacher. */
export function FlagRow({ group, desk, write }: FlagRowProps) {
  const texts = useTexts().week
  const format = useFormat()
  const [form, setForm] = useState<'question' | 'paper'>()
  const { kind, date, pupil, flags } = group
  const [first] = flags
  const name = pupil && nameOf(desk, pupil)
  const where = first.journal ? subjectTitle(desk.source.school, readJournalName(first.journal)!) : undefined
  const bells = [...new Set(flags.flatMap(({ bell }) => (bell === undefined ? [] : [bell])))]
  const asked = flags.flatMap((flag) =>
    talkOf(desk, flag, (presence) => (presence === 'absent' ? texts.wasNot : texts.wasThere)),
  )
  const put = (entriesOf: (flag: WeekFlag) => Entry[]) =>
    write(flags.map((flag) => ({ document: desk.journalDocument(flag.journal!), entries: entriesOf(flag) })))
  return (
    <li className={css.flag} data-kind={kind}>
      <div className={css.what}>
        <p>
          <b>{name ?? where}</b>{' '}
          <span className={css.quiet}>
            {format.shortWeekday(date)}
            {bells.length > 0 && ` · ${texts.lessons(bells)}`}
            {name && where && flags.length === 1 && ` · ${where}`}
          </span>
        </p>
        <p>{texts.kinds[kind]}</p>
        {asked.map(({ id, text, answer }) => (
          <p key={id} className={css.talk}>
            {texts.asked(text)} {answer === undefined ? texts.noAnswer : texts.answered(answer)}
          </p>
        ))}
      </div>
      <div className={css.actions}>
        <Decisions
          kind={kind}
          onReason={(reason) =>
            put(({ lesson }) => [
              { entity: entity.cell(lesson!, pupil!), attribute: 'reason', value: reason },
            ])
          }
          onEndSpan={() => write([endSpan(desk, first)])}
          onPropose={(presence) => put(({ lesson }) => [propose(lesson!, pupil!, presence)])}
          onPaper={() => setForm('paper')}
        />
        {first.lesson && (
          <>
            {asked.every(({ answer }) => answer !== undefined) && (
              <Button look="quiet" onClick={() => setForm('question')}>
                {texts.ask}
              </Button>
            )}
            <ButtonLink look="quiet" href={placeOf(first)}>
              {texts.show}
            </ButtonLink>
          </>
        )}
      </div>
      {form !== undefined && (
        <div className={css.form}>
          <WordsForm
            label={form === 'question' ? texts.question : texts.paperIs}
            value={form === 'question' ? texts.questionOf[kind] : ''}
            maxLength={form === 'question' ? 500 : 200}
            save={form === 'question' ? texts.send : texts.save}
            cancel={texts.cancel}
            onCancel={() => setForm(undefined)}
            onSave={(text) => {
              write([form === 'question' ? question(desk, first, text) : paper(desk, first, text)])
              setForm(undefined)
            }}
          />
        </div>
      )}
    </li>
  )
}

function Decisions({
  kind,
  onReason,
  onEndSpan,
  onPropose,
  onPaper,
}: {
  kind: WeekFlagKind
  onReason: (reason: Reason) => void
  onEndSpan: () => void
  onPropose: (presence: Presence) => void
  onPaper: () => void
}) {
  const { week: texts, office } = useTexts()
  const reasons = (['Б', 'У', 'Н'] as const).map((reason) => (
    <Button key={reason} onClick={() => onReason(reason)} aria-label={office.reasons[reason]}>
      {reason}
    </Button>
  ))
  switch (kind) {
    case 'noReason':
      return reasons
    case 'midDay':
      return (
        <>
          {reasons}
          <Button onClick={() => onPropose('present')}>{texts.wasThere}</Button>
        </>
      )
    case 'presentUnderSpan':
      return (
        <>
          <Button onClick={onEndSpan}>{texts.endSpan}</Button>
          <Button onClick={() => onPropose('absent')}>{texts.wasNot}</Button>
        </>
      )
    case 'markWhileAbsent':
      return <Button onClick={() => onPropose('present')}>{texts.wasThere}</Button>
    case 'noPaper':
      return <Button onClick={onPaper}>{texts.paper}</Button>
    default:
      return null
  }
}

/** Questions and proposals that stand on a flag. */
function talkOf(
  desk: ClassDesk,
  { journal, lesson, pupil = '' }: WeekFlag,
  inWords: (presence: Presence) => string,
): { id: string; text: string; answer: string | undefined }[] {
  const fold = journal === undefined ? undefined : desk.journalDocument(journal)?.fold
  if (!fold || !lesson) return []
  const own = viewOf(fold, readQuestions).filter((one) => one.lesson === lesson && one.pupil === pupil)
  const proposal = pupil === '' ? undefined : readProposal(fold, lesson, pupil)
  const proposed =
    proposal && proposal.state !== 'settled'
      ? [{ id: 'proposal', text: inWords(proposal.presence), answer: proposal.answer }]
      : []
  return [...own.map(({ id, text, answer }) => ({ id, text, answer })), ...proposed]
}

function question(desk: ClassDesk, { journal, lesson, pupil = '', kind }: WeekFlag, text: string): Writing {
  const document = desk.journalDocument(journal!)
  const count = document ? viewOf(document.fold, readQuestions).length : 0
  return {
    document,
    entries: [
      {
        entity: entity.question(lesson!, pupil, `${kind}${count + 1}`),
        attribute: 'question',
        value: { flag: kind, text },
      },
    ],
  }
}

function paper(desk: ClassDesk, { pupil, span }: WeekFlag, text: string): Writing {
  return spanWriting(desk, pupil!, span!, { ...span!, document: text })
}

/** The pupil was back on the flag's day: his note ends the day before. */
function endSpan(desk: ClassDesk, { pupil, span, date }: WeekFlag): Writing {
  const to = addDays(date, -1)
  return spanWriting(desk, pupil!, span!, to < span!.from ? null : { ...span!, to })
}

function spanWriting(
  { classDocument }: ClassDesk,
  pupil: string,
  span: NonNullable<WeekFlag['span']>,
  value: NonNullable<WeekFlag['span']> | null,
): Writing {
  const fold = classDocument?.fold
  const named =
    fold &&
    namedSpans(fold).find(
      (one) => one.pupil === pupil && one.from === span.from && one.to === span.to && one.code === span.code,
    )
  return { document: classDocument, entries: fold && named ? changeSpan(fold, named, value) : [] }
}

function placeOf({ journal, lesson, pupil }: WeekFlag): string {
  return pupil === undefined
    ? href({ screen: 'lesson', journal: journal!, lesson: lesson! })
    : href({ screen: 'journal', journal: journal!, lesson: lesson!, pupil })
}

function nameOf({ view }: ClassDesk, id: string): string {
  const pupil = view.pupils.find((one) => one.id === id)
  return pupil ? lastFirst(pupil) : id
}
