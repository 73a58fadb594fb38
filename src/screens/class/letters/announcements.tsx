import { type FormEvent, useState } from 'react'
import type { ValueOf } from '../../../domain/ledger/attributes.ts'
import { entity } from '../../../domain/ledger/documents.ts'
import type { Fold } from '../../../domain/ledger/fold.ts'
import { by } from '../../../domain/school/school-view.ts'
import { Button } from '../../design/button.tsx'
import { TextAreaField, TextField } from '../../design/field.tsx'
import { Notice } from '../../design/notice.tsx'
import { useFormat, useTexts } from '../../design/texts/language.tsx'
import { useUndo } from '../../workspace/undo.ts'
import { useNow, viewOf } from '../../workspace/workspace.ts'
import css from '../desk.module.css'
import type { ClassDesk } from '../use-class.ts'
import { freshId } from './family-thread.tsx'
import letterCss from './letters.module.css'

/** Word to all families of the class, seen in their diaries until its last day. */
export function Announcements({ desk }: { desk: ClassDesk }) {
  const texts = useTexts().classLetters
  const format = useFormat()
  const { date } = useNow()
  const { write, undo, canUndo } = useUndo(desk.classDocument)
  const [text, setText] = useState('')
  const [until, setUntil] = useState('')
  const fold = desk.classDocument?.fold
  const said = text.trim().toWellFormed()
  const past = until !== '' && until < date
  const list = fold ? viewOf(fold, announcements) : []
  function submit(event: FormEvent) {
    event.preventDefault()
    if (!said || past) return
    const value = { date, text: said, ...(until ? { until } : {}) }
    write([{ entity: entity.announcement(freshId()), attribute: 'announcement', value }])
    setText('')
    setUntil('')
  }
  return (
    <section className={css.section} aria-label={texts.announcements}>
      <form className={css.form} onSubmit={submit}>
        <TextAreaField
          label={texts.announcement}
          hint={texts.announcementHint}
          rows={4}
          maxLength={4000}
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
        <TextField
          type="date"
          label={texts.until}
          hint={texts.untilHint}
          min={date}
          value={until}
          problem={past ? texts.past : undefined}
          onChange={({ target }) => setUntil(target.value)}
        />
        <div className={css.actions}>
          <Button type="submit" look="main" disabled={!said || past}>
            {texts.announce}
          </Button>
          <Button look="quiet" icon="undo" disabled={!canUndo} onClick={undo}>
            {texts.undo}
          </Button>
        </div>
      </form>
      {list.length === 0 ? (
        <Notice tone="empty" icon="note" title={texts.noAnnouncements} />
      ) : (
        <ul className={css.list}>
          {list.map(({ name, ...one }) => (
            <li key={name}>
              <div>
                <p className={letterCss.text}>{one.text}</p>
                <p className={css.quiet}>
                  {one.until === undefined
                    ? format.day(one.date)
                    : one.until < date
                      ? texts.over(format.day(one.date), format.day(one.until))
                      : texts.holds(format.day(one.date), format.day(one.until))}
                </p>
              </div>
              <Button
                look="quiet"
                onClick={() => write([{ entity: name, attribute: 'announcement', value: null }])}
              >
                {texts.withdraw}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

/** What was announced to a class, the latest first, with the entity that carries it. */
function announcements(fold: Fold): (ValueOf<'announcement'> & { name: string })[] {
  return [...fold.entities('announcement')]
    .flatMap((name) => {
      const said = fold.value(name, 'announcement')
      return said ? [{ ...said, name }] : []
    })
    .sort(by(({ date, name }) => `${date},${name}`))
    .reverse()
}
