import { useState } from 'react'
import { writeDocuments } from '../../../device/write-documents.ts'
import {
  amendEntries,
  cancelEntries,
  movementRegister,
  type RegisterLine,
} from '../../../domain/school/moving.ts'
import { fullName } from '../../../domain/school/names.ts'
import type { SchoolYear } from '../../../domain/school/school-view.ts'
import { classTitle } from '../../../domain/school/titles.ts'
import { plainText } from '../../../exchange/sheets/cell-text.ts'
import { Button } from '../../design/button.tsx'
import { SelectField, TextField } from '../../design/field.tsx'
import { Notice } from '../../design/notice.tsx'
import { useFormat, useTexts } from '../../design/texts/language.tsx'
import { href } from '../../route.ts'
import { useWorkspace } from '../../workspace/workspace.ts'
import css from '../setup/setup.module.css'
import type { SetupSchool } from '../setup/use-school-tables.ts'
import { AmendForm } from './amend-form.tsx'
import { moveKinds } from './move-form.tsx'

/** Lines drawn at once; the search finds the others. */
const shownAtOnce = 200

/** The register of orders, with search by name, class, number and place. */
export function Register({
  own,
  year,
  onSaid,
}: {
  own: SetupSchool
  year: SchoolYear
  onSaid: (text: string) => void
}) {
  const { session } = useWorkspace()
  const { movement: texts, setup, frame } = useTexts()
  const format = useFormat()
  const [sought, setSought] = useState('')
  const [kind, setKind] = useState('')
  const [asked, setAsked] = useState<{ key: string; about: 'amend' | 'cancel' }>()
  const cards = new Map([...own.views.values()].flatMap((view) => view.pupils.map((one) => [one.id, one])))
  const title = (id: string) => classTitle(own.school, id)
  const lines = movementRegister(own.views).map((line) => {
    const card = cards.get(line.pupil)
    const { orderNo = '', orderDate, place } = line.order
    const where =
      line.from && line.to
        ? texts.between(title(line.from), title(line.to))
        : title(line.from ?? line.to ?? '')
    return {
      line,
      name: card ? fullName(card) : line.pupil,
      details: [
        `${format.date(line.date)}, ${texts.lineKinds[line.kind]}, ${where}`,
        texts.order(orderNo, orderDate ? format.date(orderDate) : ''),
        place,
      ]
        .filter(Boolean)
        .join('. '),
    }
  })
  const words = plainText(sought).split(' ')
  const fits = ({ kind: own, date }: RegisterLine) =>
    kind === '' ? !(own === 'enrolled' && date <= year.starts) : own === kind
  const found = lines.filter(
    ({ line, name, details }) =>
      fits(line) && words.every((word) => plainText(`${name} ${details}`).includes(word)),
  )
  return (
    <section className={css.section} aria-labelledby="register">
      <h2 id="register">{texts.register}</h2>
      <div className={css.fields}>
        <TextField
          label={setup.find}
          type="search"
          value={sought}
          hint={setup.found(found.length, lines.length)}
          onChange={({ target }) => setSought(target.value)}
        />
        <SelectField label={texts.filter} value={kind} onChange={({ target }) => setKind(target.value)}>
          <option value="">{texts.filterAll}</option>
          {moveKinds.map((one) => (
            <option key={one} value={one}>
              {texts.kinds[one]}
            </option>
          ))}
        </SelectField>
      </div>
      {found.length === 0 && (
        <Notice tone="empty" icon="note">
          {sought === '' ? texts.empty : setup.nothingFound}
        </Notice>
      )}
      <ul className={css.records}>
        {found.slice(0, shownAtOnce).map(({ line, name, details }) => {
          const key = `${line.pupil} ${line.date} ${line.kind}`
          return (
            <li key={key}>
              <div className={css.words}>
                <p className={css.title}>
                  {line.to ? (
                    <a href={href({ screen: 'pupil', class: line.to, pupil: line.pupil })}>{name}</a>
                  ) : (
                    name
                  )}
                </p>
                <p className={css.quiet}>{details}</p>
              </div>
              <div className={css.actions}>
                <Button
                  look="quiet"
                  aria-label={texts.amendOf(name)}
                  onClick={() => setAsked({ key, about: 'amend' })}
                >
                  {texts.amend}
                </Button>
                <Button
                  look="quiet"
                  aria-label={texts.cancelOf(name)}
                  onClick={() => setAsked({ key, about: 'cancel' })}
                >
                  {texts.cancel}
                </Button>
              </div>
              {asked?.key === key && asked.about === 'amend' && (
                <div className={css.asked}>
                  <AmendForm
                    title={texts.amendOf(name)}
                    line={line}
                    onWrite={(order) => {
                      setAsked(undefined)
                      void writeDocuments(session, amendEntries(line, order))
                      onSaid(texts.said.amended(name))
                    }}
                    onCancel={() => setAsked(undefined)}
                  />
                </div>
              )}
              {asked?.key === key && asked.about === 'cancel' && (
                <div className={css.asked}>
                  <Notice
                    tone="act"
                    icon="alert"
                    actions={
                      <>
                        <Button
                          look="danger"
                          onClick={() => {
                            setAsked(undefined)
                            void writeDocuments(session, cancelEntries(own.views, line))
                            onSaid(texts.said.cancelled(name))
                          }}
                        >
                          {texts.cancel}
                        </Button>
                        <Button onClick={() => setAsked(undefined)}>{frame.close}</Button>
                      </>
                    }
                  >
                    {texts.cancelSure(name)}
                  </Notice>
                </div>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
