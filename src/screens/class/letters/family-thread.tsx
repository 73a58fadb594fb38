import { type FormEvent, useEffect, useState } from 'react'
import { entity, schoolVoice } from '../../../domain/ledger/documents.ts'
import { lettersFrom } from '../../../domain/ledger/ids.ts'
import { mayFollow } from '../../../domain/school/family-view.ts'
import { fullName, lastFirst } from '../../../domain/school/names.ts'
import type { Letter } from '../../../domain/thread/thread-view.ts'
import { Button, ButtonLink } from '../../design/button.tsx'
import { cx } from '../../design/cx.ts'
import { SelectField, TextAreaField } from '../../design/field.tsx'
import { Notice } from '../../design/notice.tsx'
import { useFormat, useTexts } from '../../design/texts/language.tsx'
import { useNow } from '../../workspace/workspace.ts'
import css from '../desk.module.css'
import type { ClassDesk } from '../use-class.ts'
import letterCss from './letters.module.css'
import { Requests } from './requests.tsx'
import { mark, type Thread } from './use-threads.ts'

/** An id for what is said anew. */
export const freshId = () => lettersFrom(crypto.getRandomValues(new Uint8Array(12)))

/** The letters about one pupil; opening them marks the family's as read. */
export function FamilyThread({ desk, thread, back }: { desk: ClassDesk; thread: Thread; back: string }) {
  const texts = useTexts().classLetters
  const { date } = useNow()
  const { pupil, document, view } = thread
  const { letters } = view
  const family = desk.families.get(pupil.id)
  const people = [
    ...(family?.guardians ?? []).map((guardian) => ({
      id: guardian.id,
      name: guardian.relation ? `${fullName(guardian)}, ${guardian.relation}` : fullName(guardian),
    })),
    { id: pupil.id, name: texts.pupil(lastFirst(pupil)) },
  ]
  const nameOf = (id: string) => people.find((one) => one.id === id)?.name ?? texts.formerGuardian
  useEffect(() => mark(document, letters, 'letter.read'), [document, letters])
  return (
    <div className={css.page}>
      <div className={css.actions}>
        <ButtonLink look="quiet" icon="back" href={back}>
          {texts.back}
        </ButtonLink>
        <h2>{lastFirst(pupil)}</h2>
      </div>
      <Requests desk={desk} threads={[thread]} quiet />
      {letters.length === 0 ? (
        <Notice tone="empty" icon="note" title={texts.noLetters} />
      ) : (
        <ol className={letterCss.letters}>
          {letters.map((letter) => (
            <LetterCard key={letter.id} letter={letter} nameOf={nameOf} />
          ))}
        </ol>
      )}
      <WriteForm
        to={people.filter(({ id }) => !family || mayFollow(family, pupil.id, id, date))}
        onSend={(text, to) =>
          void document?.assert([
            {
              entity: entity.letter(schoolVoice, freshId()),
              attribute: 'letter',
              value: to ? { text, to: [to] } : { text },
            },
          ])
        }
      />
    </div>
  )
}

function LetterCard({ letter, nameOf }: { letter: Letter; nameOf: (id: string) => string }) {
  const texts = useTexts().classLetters
  const format = useFormat()
  const { person, at, to, subject, text, delivered, read } = letter
  const mine = person === schoolVoice
  const names = (ids: readonly string[]) => ids.map(nameOf).join('; ')
  return (
    <li className={cx(letterCss.letter, mine && letterCss.mine)}>
      <p className={letterCss.meta}>
        <span>
          {mine ? texts.fromYou(to ? names(to) : texts.allGuardians) : nameOf(person)}
          {at !== undefined && `, ${format.moment(at)}`}
        </span>
        {mine && (
          <b>
            {at === undefined
              ? texts.fate.waiting
              : read.length > 0
                ? texts.fate.read(names(read))
                : delivered.length > 0
                  ? texts.fate.delivered(names(delivered))
                  : texts.fate.sent}
          </b>
        )}
      </p>
      {subject && <b>{subject}</b>}
      <p className={letterCss.text}>{text}</p>
    </li>
  )
}

function WriteForm({
  to: people,
  onSend,
}: {
  to: readonly { id: string; name: string }[]
  onSend: (text: string, to: string) => void
}) {
  const texts = useTexts().classLetters
  const [to, setTo] = useState('')
  const [text, setText] = useState('')
  const written = text.trim().toWellFormed()
  function submit(event?: FormEvent) {
    event?.preventDefault()
    if (!written) return
    onSend(written, to)
    setText('')
  }
  return (
    <form className={css.form} onSubmit={submit}>
      <SelectField label={texts.to} value={to} onChange={({ target }) => setTo(target.value)}>
        <option value="">{texts.allGuardians}</option>
        {people.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </SelectField>
      <TextAreaField
        label={texts.letter}
        hint={texts.letterHint}
        rows={5}
        maxLength={4000}
        value={text}
        onChange={({ target }) => setText(target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit()
        }}
      />
      <Button type="submit" look="main" disabled={!written}>
        {texts.send}
      </Button>
    </form>
  )
}
