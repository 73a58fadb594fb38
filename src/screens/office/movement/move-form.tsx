import { useState } from 'react'
import { addDays } from '../../../domain/policy/policy.ts'
import { belongs, type Pupil } from '../../../domain/school/class-view.ts'
import { type Move, type MovementOrder, moveFaults } from '../../../domain/school/moving.ts'
import { compareNames, fullName } from '../../../domain/school/names.ts'
import { className, type SchoolYear } from '../../../domain/school/school-view.ts'
import { dayToSetUp } from '../../../domain/school/setup-steps.ts'
import { derivedIds } from '../../../exchange/sheets/derived-id.ts'
import { personKey } from '../../../exchange/sheets/person-names.ts'
import { SelectField, TextField } from '../../design/field.tsx'
import { Notice } from '../../design/notice.tsx'
import { useTexts } from '../../design/texts/language.tsx'
import { NameFields, namePart, readName } from '../setup/name-fields.tsx'
import { RecordForm } from '../setup/record-form.tsx'
import css from '../setup/setup.module.css'
import type { SetupSchool } from '../setup/use-school-tables.ts'
import { GroupChoice, proposedGroups } from './group-choice.tsx'

export const moveKinds = ['moved', 'arrived', 'enrolled', 'left', 'expelled'] as const
export type MoveKind = (typeof moveKinds)[number]

/** One form of one order, for several pupils at once where they go out of one class. */
export function MoveForm({
  own,
  year,
  onWrite,
  onCancel,
}: {
  own: SetupSchool
  year: SchoolYear
  onWrite: (order: MovementOrder, move: Move) => void
  onCancel: () => void
}) {
  const { movement: texts, setup } = useTexts()
  const { classes, views, school } = own
  const [kind, setKind] = useState<MoveKind>('moved')
  const [order, setOrder] = useState({
    date: dayToSetUp(year, own.today),
    orderNo: '',
    orderDate: own.today,
    place: '',
  })
  const [from, setFrom] = useState('')
  const [to, setTo] = useState('')
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [former, setFormer] = useState('')
  const [name, setName] = useState(namePart())
  const [born, setBorn] = useState('')
  const [groups, setGroups] = useState<ReadonlyMap<string, readonly string[]>>(new Map())

  const leaves = kind !== 'arrived' && kind !== 'enrolled'
  const enters = kind !== 'left' && kind !== 'expelled'
  const cards = new Map([...views.values()].flatMap((view) => view.pupils.map((one) => [one.id, one])))
  const dayBefore = order.date === '' ? year.starts : addDays(order.date, -1)
  const inClass = (views.get(from)?.pupils ?? []).filter(({ id }) => belongs(views.get(from)!, id, dayBefore))
  const outside = [...cards.values()]
    .filter(({ id }) => ![...views.values()].some((view) => belongs(view, id, order.date)))
    .sort(compareNames)
  const pupils = leaves ? inClass.filter(({ id }) => chosen.includes(id)) : entering()
  const divided = [...school.groups.values()].filter((group) => group.class === to)
  const standing = new Map(
    pupils.map(({ id }) => [id, groups.get(id) ?? proposedGroups(school, views.get(from), id, divided)]),
  )
  const move: Move | undefined =
    pupils.length === 0 || (leaves && from === '') || (enters && to === '')
      ? undefined
      : kind === 'moved'
        ? { kind, from, to, pupils, groups: standing }
        : kind === 'left' || kind === 'expelled'
          ? { kind, from, pupils }
          : { kind, to, pupils, groups: standing }
  const faults = move && order.date !== '' ? moveFaults(views, order, move) : []

  function entering(): Pupil[] {
    const known = cards.get(former)
    if (known) return [known]
    const person = readName(name)
    if (!person) return []
    const id = derivedIds(cards.keys())('pupils', `${personKey(person)}|${born}`)
    return [{ id, ...person, ...(born ? { born } : {}) }]
  }

  const field = (key: keyof typeof order, label: string, type = 'text') => (
    <TextField
      label={label}
      type={type}
      value={order[key]}
      maxLength={key === 'place' ? 200 : 40}
      onChange={({ target }) => setOrder({ ...order, [key]: target.value })}
    />
  )
  const classField = (label: string, value: string, onClass: (id: string) => void, tried: boolean) => (
    <SelectField
      label={label}
      value={value}
      problem={tried && value === '' ? setup.wanted : undefined}
      onChange={({ target }) => onClass(target.value)}
    >
      <option value="">{setup.choose}</option>
      {classes
        .filter(({ id }) => value === id || id !== (onClass === setTo && leaves ? from : undefined))
        .map((one) => (
          <option key={one.id} value={one.id}>
            {className(one)}
          </option>
        ))}
    </SelectField>
  )

  return (
    <RecordForm
      title={texts.add}
      valid={move !== undefined && order.date !== '' && faults.length === 0}
      onSave={() => {
        const { orderNo, place, ...dates } = order
        if (move) onWrite({ ...dates, orderNo: orderNo.trim(), place: place.trim() }, move)
      }}
      onCancel={onCancel}
    >
      {(tried) => (
        <>
          <SelectField
            label={texts.kind}
            value={kind}
            autoFocus
            onChange={({ target }) => {
              setKind(target.value as MoveKind)
              setChosen([])
            }}
          >
            {moveKinds.map((one) => (
              <option key={one} value={one}>
                {texts.kinds[one]}
              </option>
            ))}
          </SelectField>
          {field('date', enters ? texts.firstDayIn : texts.firstDayOut, 'date')}
          {leaves &&
            classField(
              texts.from,
              from,
              (id) => {
                setFrom(id)
                setChosen([])
              },
              tried,
            )}
          {enters && classField(texts.to, to, setTo, tried)}
          {field('orderNo', texts.orderNo)}
          {field('orderDate', texts.orderDate, 'date')}
          {field('place', kind === 'moved' ? texts.placeWhy : enters ? texts.placeFrom : texts.placeTo)}
          {!leaves && (
            <>
              <SelectField
                label={texts.who}
                value={former}
                onChange={({ target }) => setFormer(target.value)}
              >
                <option value="">{texts.newPupil}</option>
                {outside.map((one) => (
                  <option key={one.id} value={one.id}>
                    {fullName(one)}
                  </option>
                ))}
              </SelectField>
              {former === '' && (
                <>
                  <NameFields name={name} tried={tried} focus={false} onName={setName} />
                  <TextField
                    label={setup.pupils.columns.born}
                    type="date"
                    value={born}
                    max={own.today}
                    onChange={({ target }) => setBorn(target.value)}
                  />
                </>
              )}
            </>
          )}
          {leaves && from !== '' && (
            <fieldset className={css.wide}>
              <legend>{texts.pupils}</legend>
              <p className={tried && chosen.length === 0 ? css.wrong : css.quiet}>
                {texts.chosen(chosen.length)}
              </p>
              <div className={css.checks}>
                {inClass.map(({ id, ...person }) => (
                  <label key={id} className={css.check}>
                    <input
                      type="checkbox"
                      checked={chosen.includes(id)}
                      onChange={({ target }) =>
                        setChosen(target.checked ? [...chosen, id] : chosen.filter((one) => one !== id))
                      }
                    />
                    {fullName(person)}
                  </label>
                ))}
              </div>
            </fieldset>
          )}
          {enters && divided.length > 0 && pupils.length > 0 && (
            <GroupChoice
              school={school}
              pupils={pupils}
              groups={divided}
              chosen={standing}
              onChosen={(pupil, own) => setGroups(new Map(groups).set(pupil, own))}
            />
          )}
          {faults.map(({ pupil, fault }) => (
            <div key={pupil} className={css.wide}>
              <Notice tone="act" icon="alert">
                {texts.faults[fault](fullName(pupils.find(({ id }) => id === pupil)!))}
              </Notice>
            </div>
          ))}
          {leaves && <p className={css.wide}>{kind === 'moved' ? texts.marks : texts.marksLeft}</p>}
        </>
      )}
    </RecordForm>
  )
}
