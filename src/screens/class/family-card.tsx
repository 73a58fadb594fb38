import { useState } from 'react'
import type { OpenDocument } from '../../device/open-document.ts'
import { entity } from '../../domain/ledger/documents.ts'
import type { Entry, Json } from '../../domain/ledger/fact.ts'
import type { Pupil } from '../../domain/school/class-view.ts'
import type { FamilyView, Guardian } from '../../domain/school/family-view.ts'
import { fullName } from '../../domain/school/names.ts'
import { Button } from '../design/button.tsx'
import { useFormat, useTexts } from '../design/texts/language.tsx'
import { WordsForm } from '../design/words-form.tsx'
import { useAppearance } from '../workspace/appearance.ts'
import type { Writing } from '../workspace/undo.ts'
import { deliveryTexts } from './delivery-texts.ts'
import css from './desk.module.css'
import { personName } from './family-wishes.tsx'
import { GuardianForm } from './guardian-form.tsx'
import type { Thread } from './letters/use-threads.ts'

/** The family of a pupil: who they are and how to reach them, where they live, when they were told and what was checked. */
export function FamilyCard({
  pupil,
  family,
  thread,
  document,
  write,
}: {
  pupil: Pupil
  family: FamilyView
  thread: Thread | undefined
  document: OpenDocument | undefined
  write: (writings: readonly Writing[]) => void
}) {
  const texts = useTexts().families
  const format = useFormat()
  const delivery = deliveryTexts[useAppearance().language]
  const [form, setForm] = useState<string>()
  const put = (entry: Entry) => {
    write([{ document, entries: [entry] }])
    setForm(undefined)
  }
  const save = (guardian: Guardian) =>
    put({ entity: entity.guardian(guardian.id), attribute: 'guardian', value: guardian as unknown as Json })
  const { guardians, address, informed, checks } = family
  return (
    <div className={css.card}>
      <h3>{texts.guardians}</h3>
      {guardians.length === 0 && <p className={css.act}>{texts.noGuardians}</p>}
      <ul className={css.list}>
        {guardians.map((guardian) =>
          form === guardian.id ? (
            <li key={guardian.id}>
              <div className={css.wide}>
                <GuardianForm guardian={guardian} onSave={save} onCancel={() => setForm(undefined)} />
              </div>
            </li>
          ) : (
            <li key={guardian.id}>
              <div>
                <b>{fullName(guardian)}</b>
                {guardian.relation && <span className={css.quiet}>, {guardian.relation}</span>}
                <p>
                  {guardian.phone ? <a href={`tel:${guardian.phone}`}>{guardian.phone}</a> : texts.noPhone}
                  {guardian.email && (
                    <>
                      , <a href={`mailto:${guardian.email}`}>{guardian.email}</a>
                    </>
                  )}
                </p>
              </div>
              <div className={css.actions}>
                <Button look="quiet" onClick={() => setForm(guardian.id)}>
                  {texts.change}
                </Button>
                <Button
                  look="quiet"
                  onClick={() =>
                    put({ entity: entity.guardian(guardian.id), attribute: 'guardian', value: null })
                  }
                >
                  {texts.remove}
                </Button>
              </div>
            </li>
          ),
        )}
      </ul>
      {form === 'new' ? (
        <GuardianForm
          guardian={{
            id: `g-${crypto.randomUUID().slice(0, 8)}`,
            pupil: pupil.id,
            last: pupil.last,
            first: '',
          }}
          onSave={save}
          onCancel={() => setForm(undefined)}
        />
      ) : (
        <Button icon="plus" className={css.start} onClick={() => setForm('new')}>
          {texts.addGuardian}
        </Button>
      )}
      <h3>{texts.address}</h3>
      {form === 'address' ? (
        <WordsForm
          label={texts.address}
          value={address ?? ''}
          maxLength={300}
          save={texts.save}
          cancel={texts.cancel}
          onSave={(value) => put({ entity: entity.address(pupil.id), attribute: 'address', value })}
          onCancel={() => setForm(undefined)}
        />
      ) : (
        <div className={css.actions}>
          <p>{address ?? texts.noAddress}</p>
          <Button look="quiet" onClick={() => setForm('address')}>
            {texts.change}
          </Button>
        </div>
      )}
      <h3>{texts.register}</h3>
      {informed.length === 0 && <p className={css.quiet}>{texts.neverTold}</p>}
      <ul>
        {informed.toReversed().map(({ from, to, how, note }) => (
          <li key={`${from} ${to}`}>
            {texts.told(format.short(from), format.short(to), texts.ways[how])}
            {note && `: ${note}`}
            {thread?.view.acknowledged
              .filter(({ of }) => of.from === from && of.to === to)
              .map(({ id, person, at }) => (
                <span key={id} className={css.wish}>
                  {delivery.seen(
                    personName(family, pupil, person) ?? person,
                    at === undefined ? '' : format.moment(at),
                  )}
                </span>
              ))}
          </li>
        ))}
      </ul>
      {checks.size > 0 && (
        <p className={css.quiet}>
          {texts.checkedOn([...checks.values()].sort().map(format.short).join(', '))}
        </p>
      )}
    </div>
  )
}
