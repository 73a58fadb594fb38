import { useEffect, useState, useSyncExternalStore } from 'react'
import type { AttributeName, ValueOf } from '../domain/ledger/attributes.ts'
import { entity, schoolVoice } from '../domain/ledger/documents.ts'
import type { Json } from '../domain/ledger/fact.ts'
import type { FactId } from '../domain/ledger/ids.ts'
import { saying } from '../domain/thread/saying.ts'
import { Button } from '../screens/design/button.tsx'
import { cx } from '../screens/design/cx.ts'
import { TextAreaField } from '../screens/design/field.tsx'
import { Notice } from '../screens/design/notice.tsx'
import type { Child } from './family-data.ts'
import { AbsenceSection, CorrectionSection } from './letter-requests.tsx'
import { NoticesSection, ReportsSection } from './letter-wishes.tsx'
import css from './letters.module.css'
import type { Letters } from './letters.ts'
import { PushSection } from './push-section.tsx'
import type { FamilySession } from './session.ts'
import { shownConsents } from './shown-consents.ts'
import { type ShownLetter, shownThread, unreadLetters } from './shown-thread.ts'
import { lettersTexts } from './texts/letters.ts'
import { useSpeech } from './texts/speech.tsx'

/** What one of the family may say about a child. */
export interface Voice {
  /** Something new under an id of its own. */
  say: <A extends 'letter' | 'expected' | 'correction'>(attribute: A, value: ValueOf<A>) => void
  /** Of something that has a name; `heads`: facts that it supersedes. */
  set: (name: string, attribute: AttributeName, value: Json, heads?: readonly FactId[]) => void
}

/** Письма: what the family and the class teacher tell each other about one child. */
export function LettersPage({
  letters,
  session,
  child,
  today,
  onSaid,
}: {
  letters: Letters
  session: Pick<FamilySession, 'ask'>
  child: Child
  /** ISO date. */
  today: string
  /** Something waits to be sent. */
  onSaid: () => void
}) {
  const { threads, waiting } = useSyncExternalStore(letters.subscribe, letters.get)
  const { language } = useSpeech()
  const texts = lettersTexts[language]
  const { pupil, person } = child
  const { clock } = letters
  const told = threads.get(pupil)
  const thread = shownThread(told, waiting, child)
  const consents = shownConsents(told, waiting, child)
  const noNotices = consents.some(({ purpose, withdrawn }) => purpose !== 'diary' && withdrawn !== undefined)
  const consented =
    !noNotices && consents.some(({ purpose, given }) => purpose === 'notices' && given !== undefined)
  const unread = unreadLetters(thread)
  const opened = unread.map(({ id }) => id).join()
  useEffect(() => {
    if (opened === '') return
    const ids = opened.match(/letter,[^,]+,[^,]+/g) ?? []
    void letters
      .mark(
        pupil,
        person,
        ids.map((id) => ({ id })),
        'letter.read',
      )
      .then(onSaid)
  }, [letters, pupil, person, opened, onSaid])

  const voice: Voice | undefined = clock && {
    say: (attribute, value) =>
      void letters.say(pupil, [saying(clock, person, attribute, value)]).then(onSaid),
    set: (name, attribute, value, heads = []) => {
      const id = clock.next()
      const fact =
        heads.length > 0
          ? ([id, name, attribute, value, heads] as const)
          : ([id, name, attribute, value] as const)
      void letters.say(pupil, [fact]).then(onSaid)
    },
  }
  const complain = (letter: ShownLetter, text: string) =>
    voice?.set(
      entity.abuse(person, schoolVoice, letter.id.split(',')[2] ?? ''),
      'abuse',
      text ? { text } : {},
    )
  return (
    <>
      <h1>{texts.title}</h1>
      {told && <p>{told.classTeacher ? texts.to(told.classTeacher) : texts.nobody}</p>}
      {!voice && (
        <Notice tone="act" icon="lock">
          {texts.noWriter}
        </Notice>
      )}
      {thread.letters.length === 0 ? (
        <Notice tone="empty" icon={told ? 'note' : 'noLine'}>
          {told ? texts.empty : texts.never}
        </Notice>
      ) : (
        <ol className={css.letters}>
          {thread.letters.map((letter) => (
            <LetterCard
              key={letter.id}
              letter={letter}
              onDrop={(item) => void letters.drop(item)}
              onComplain={voice && ((text) => complain(letter, text.toWellFormed()))}
            />
          ))}
        </ol>
      )}
      {voice && <WriteForm voice={voice} />}
      <AbsenceSection list={thread.expected} voice={voice} today={today} />
      <ReportsSection reports={thread.reports} person={person} voice={voice} />
      <CorrectionSection list={thread.corrections} voice={voice} />
      <NoticesSection
        key={`${pupil} ${told !== undefined}`}
        notices={thread.notices}
        person={person}
        noNotices={noNotices}
        voice={voice}
      />
      {child.as === 'guardian' && <PushSection session={session} consented={consented} />}
    </>
  )
}

function LetterCard({
  letter,
  onDrop,
  onComplain,
}: {
  letter: ShownLetter
  onDrop: (item: NonNullable<ShownLetter['waiting']>) => void
  onComplain: ((text: string) => void) | undefined
}) {
  const { language, format } = useSpeech()
  const texts = lettersTexts[language]
  const { mine, at, subject, text, waiting } = letter
  const [complaint, setComplaint] = useState<string>()
  const [complained, setComplained] = useState(false)
  return (
    <li className={cx(css.letter, mine && css.mine)}>
      <p className={css.meta}>
        {mine ? texts.mine : texts.theirs}, {format.moment(at)}
        {mine && <span className={css.fate}>{texts.fate[fateOf(letter)]}</span>}
      </p>
      {subject && <b>{subject}</b>}
      <p className={css.text}>{text}</p>
      {waiting?.fate === 'refused' && (
        <Button look="quiet" icon="close" onClick={() => onDrop(waiting)}>
          {texts.drop}
        </Button>
      )}
      {!mine && complained && <p role="status">{texts.complained}</p>}
      {!mine && onComplain && !complained && complaint === undefined && (
        <Button look="quiet" onClick={() => setComplaint('')}>
          {texts.complain}
        </Button>
      )}
      {complaint !== undefined && !complained && (
        <form
          className={css.form}
          onSubmit={(event) => {
            event.preventDefault()
            onComplain?.(complaint.trim())
            setComplained(true)
          }}
        >
          <TextAreaField
            label={texts.complainWhy}
            hint={texts.complainHint}
            rows={3}
            maxLength={1000}
            value={complaint}
            onChange={({ currentTarget }) => setComplaint(currentTarget.value)}
          />
          <p className={css.row}>
            <Button type="submit" look="danger">
              {texts.complain}
            </Button>
            <Button look="quiet" onClick={() => setComplaint(undefined)}>
              {texts.cancel}
            </Button>
          </p>
        </form>
      )}
    </li>
  )
}

/** The furthest that a letter of one's own has come. */
export function fateOf({ waiting, delivered, read }: Partial<ShownLetter>) {
  if (waiting) return waiting.fate ?? 'waiting'
  return read ? 'read' : delivered ? 'delivered' : 'sent'
}

function WriteForm({ voice }: { voice: Voice }) {
  const { language } = useSpeech()
  const texts = lettersTexts[language]
  const [text, setText] = useState('')
  const said = text.trim().toWellFormed()
  return (
    <form
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault()
        if (!said) return
        voice.say('letter', { text: said })
        setText('')
      }}
    >
      <TextAreaField
        label={texts.write}
        hint={texts.writeHint}
        rows={4}
        maxLength={4000}
        value={text}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
      />
      <Button type="submit" look="main" big disabled={!said}>
        {texts.send}
      </Button>
    </form>
  )
}
