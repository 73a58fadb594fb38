import { useState } from 'react'
import { writeDocuments } from '../../../device/write-documents.ts'
import { classDocument, type DocumentId, entity, familyDocument } from '../../../domain/ledger/documents.ts'
import type { Entry } from '../../../domain/ledger/fact.ts'
import type { Pupil } from '../../../domain/school/class-view.ts'
import { fullName } from '../../../domain/school/names.ts'
import { all, className, type SchoolYear } from '../../../domain/school/school-view.ts'
import { dayToSetUp } from '../../../domain/school/setup-steps.ts'
import { derivedIds } from '../../../exchange/sheets/derived-id.ts'
import { personKey } from '../../../exchange/sheets/person-names.ts'
import { ButtonLink } from '../../design/button.tsx'
import { SelectField, TextField } from '../../design/field.tsx'
import { Notice } from '../../design/notice.tsx'
import { useTexts } from '../../design/texts/language.tsx'
import { href } from '../../route.ts'
import { useComplete, useDocument } from '../../workspace/use-documents.ts'
import { useWorkspace } from '../../workspace/workspace.ts'
import { type GuardianDraft, GuardianFields, guardianDraft, readGuardian } from './guardian-fields.tsx'
import { type NameDraft, NameFields, namePart, readName, toPerson } from './name-fields.tsx'
import { RecordForm } from './record-form.tsx'
import { said } from './said.ts'
import css from './setup.module.css'
import type { SetupSchool } from './use-school-tables.ts'

interface PupilEditorProps {
  own: SetupSchool
  year: SchoolYear
  /** Who is changed; absent: a new one. */
  pupil?: Pupil
  class?: string
  onSaved: (name: string) => void
  onCancel: () => void
}

/** One pupil with his guardians; what the family's document holds is waited for before it can be changed. */
export function PupilEditor(props: PupilEditorProps) {
  const { pupil } = props
  const { setup } = useTexts()
  const id = pupil && familyDocument(pupil.id)
  const family = useDocument(id)
  const complete = useComplete(id ? [id] : [])
  if (!pupil) return <PupilForm {...props} guardians={[]} />
  if (!family || !complete) return <Notice icon="waiting">{setup.familyOnItsWay}</Notice>
  const guardians = all(family.fold, 'guardian', 'guardian')
  return <PupilForm {...props} guardians={guardians.map(guardianDraft)} />
}

function PupilForm({
  own,
  year,
  pupil,
  class: held,
  guardians: before,
  onSaved,
  onCancel,
}: PupilEditorProps & { guardians: readonly GuardianDraft[] }) {
  const { session } = useWorkspace()
  const { setup, school } = useTexts()
  const [name, setName] = useState<NameDraft>(namePart(pupil))
  const [born, setBorn] = useState(pupil?.born ?? '')
  const [sex, setSex] = useState(pupil?.sex ?? '')
  const [classId, setClassId] = useState(held ?? '')
  const [date, setDate] = useState(dayToSetUp(year, own.today))
  const [order, setOrder] = useState('')
  const [guardians, setGuardians] = useState<readonly GuardianDraft[]>(before)
  const person = readName(name)
  const valid =
    person !== undefined &&
    classId !== '' &&
    (pupil !== undefined || date !== '') &&
    guardians.every((draft) => readGuardian(draft) !== undefined)

  const save = () => {
    if (!person) return
    const key = `${personKey(person)}|${born}`
    const taken = [...own.views.values()].flatMap((view) => view.pupils.map((one) => one.id))
    const id = pupil?.id ?? derivedIds(taken)('pupils', key)
    const card = { id, ...person, ...(born ? { born } : {}), ...(sex ? { sex } : {}) }
    const cards = (documents: readonly string[]) =>
      documents.map((one): [DocumentId, Entry[]] => [
        classDocument(one),
        [{ entity: entity.pupil(id), attribute: 'pupil', value: card }],
      ])
    // A copy of the card stands in every class the pupil was in.
    const holders = own.classes
      .map((one) => one.id)
      .filter((one) => own.views.get(one)?.pupils.some((other) => other.id === id))
    const entries = new Map(cards(pupil ? holders : [classId]))
    if (!pupil)
      entries.get(classDocument(classId))?.push({
        entity: entity.movement(id, date, 'enrolled'),
        attribute: 'movement',
        value: { pupil: id, kind: 'enrolled', date, ...(order.trim() ? { orderNo: order.trim() } : {}) },
      })
    entries.set(familyDocument(id), familyEntries(id, before, guardians))
    void writeDocuments(session, entries)
    onSaved(fullName(person))
  }
  return (
    <RecordForm
      title={pupil ? fullName(pupil) : setup.pupils.add}
      valid={valid}
      onSave={save}
      onCancel={onCancel}
    >
      {(tried) => (
        <>
          <NameFields name={name} tried={tried} onName={setName} />
          <TextField
            label={setup.pupils.columns.born}
            type="date"
            value={born}
            max={own.today}
            onChange={({ target }) => setBorn(target.value)}
          />
          <SelectField
            label={setup.pupils.columns.sex}
            value={sex}
            onChange={({ target }) => setSex(target.value)}
          >
            <option value="">{setup.notSaid}</option>
            <option value="м">{setup.pupils.male}</option>
            <option value="ж">{setup.pupils.female}</option>
          </SelectField>
          {!pupil && (
            <>
              <SelectField
                label={setup.pupils.class}
                value={classId}
                problem={tried && classId === '' ? setup.wanted : undefined}
                onChange={({ target }) => setClassId(target.value)}
              >
                <option value="">{setup.choose}</option>
                {own.classes.map((one) => (
                  <option key={one.id} value={one.id}>
                    {className(one)}
                  </option>
                ))}
              </SelectField>
              <TextField
                label={setup.pupils.columns.enrolled}
                type="date"
                value={date}
                problem={tried && date === '' ? setup.wanted : undefined}
                onChange={({ target }) => setDate(target.value)}
              />
              <TextField
                label={setup.pupils.columns.order}
                value={order}
                maxLength={40}
                onChange={({ target }) => setOrder(target.value)}
              />
            </>
          )}
          {pupil && (
            <p className={css.wide}>
              {setup.pupils.moveElsewhere}{' '}
              <ButtonLink look="quiet" href={href({ screen: 'movement' })}>
                {school.places.movement}
              </ButtonLink>
            </p>
          )}
          <GuardianFields guardians={guardians} tried={tried} onGuardians={setGuardians} />
        </>
      )}
    </RecordForm>
  )
}

function familyEntries(
  pupil: string,
  before: readonly GuardianDraft[],
  after: readonly GuardianDraft[],
): Entry[] {
  const newId = derivedIds(before.flatMap(({ id }) => id ?? []))
  const kept = after.flatMap((draft) => {
    const value = readGuardian(draft)
    if (!value) return []
    const id = draft.id ?? newId('guardians', `${pupil}|${personKey(toPerson(value))}`)
    return [{ ...draft.rest, id, pupil, ...value }]
  })
  const ids = new Set(kept.map(({ id }) => id))
  return [
    ...kept.map((value) => said(entity.guardian(value.id), 'guardian', value)),
    ...before.flatMap(({ id }) =>
      id === undefined || ids.has(id) ? [] : [said(entity.guardian(id), 'guardian', null)],
    ),
  ]
}
