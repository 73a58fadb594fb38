import { useCallback, useMemo, useState } from 'react'
import { classDocument } from '../../../domain/ledger/documents.ts'
import { belongs } from '../../../domain/school/class-view.ts'
import { compareNames, fullName } from '../../../domain/school/names.ts'
import { className } from '../../../domain/school/school-view.ts'
import { dayToSetUp } from '../../../domain/school/setup-steps.ts'
import type { Header } from '../../../exchange/sheets/header.ts'
import type { Decisions } from '../../../exchange/sheets/namesakes.ts'
import { readPupils } from '../../../exchange/sheets/read-pupils.ts'
import type { Sheet } from '../../../exchange/sheets/sheet.ts'
import { type PupilsField, pupilsTarget } from '../../../exchange/sheets/targets.ts'
import { Button } from '../../design/button.tsx'
import { SelectField } from '../../design/field.tsx'
import { Notice } from '../../design/notice.tsx'
import { useFormat, useTexts } from '../../design/texts/language.tsx'
import { useComplete, useDocuments } from '../../workspace/use-documents.ts'
import { ListImport } from './list-import.tsx'
import { PupilEditor } from './pupil-editor.tsx'
import { RecordList } from './record-list.tsx'
import css from './setup.module.css'
import { StepPage } from './step-page.tsx'
import { useMessage } from './use-message.tsx'
import { usePupilRemoval } from './use-pupil-removal.ts'
import { useFamilies, useSetupSchool, useSheetContext } from './use-school-tables.ts'

const rare: readonly PupilsField[] = [
  'last',
  'first',
  'middle',
  'sex',
  'enrolled',
  'order',
  'motherName',
  'motherPhone',
  'motherEmail',
  'fatherName',
  'fatherPhone',
  'fatherEmail',
  'guardianEmail',
  'guardianRelation',
]

/** Ученики и родители: the lists of the year's classes. */
export function PupilsStep() {
  const own = useSetupSchool()
  const { year, classes, views, complete, today } = own
  const { setup } = useTexts()
  const format = useFormat()
  const [doing, setDoing] = useState<'list' | 'add' | 'file'>('list')
  const [chosen, setChosen] = useState('')
  const [message, say] = useMessage()
  const remove = usePupilRemoval()
  if (!year || classes.length === 0)
    return (
      <StepPage step="pupils">
        <Notice tone="empty" icon="alert">
          {setup.classesFirst}
        </Notice>
      </StepPage>
    )
  if (!complete)
    return (
      <StepPage step="pupils">
        <Notice tone="empty" icon="waiting">
          {setup.listsOnTheirWay}
        </Notice>
      </StepPage>
    )
  if (doing === 'file')
    return (
      <StepPage step="pupils" lead={setup.pupils.fileLead}>
        <PupilImport
          own={own}
          onDone={(count) => {
            setDoing('list')
            say(setup.written(count))
          }}
          onBack={() => setDoing('list')}
        />
      </StepPage>
    )
  const onDay = dayToSetUp(year, today)
  const shown = chosen === '' ? classes : classes.filter(({ id }) => id === chosen)
  const pupils = shown.flatMap((one) => {
    const view = views.get(one.id)
    const inside = view?.pupils.filter(({ id }) => belongs(view, id, onDay)) ?? []
    return inside.map((pupil) => ({ pupil, class: one }))
  })
  const placed = (id: string) => pupils.find(({ pupil }) => pupil.id === id)
  const titleOf = (id: string) => {
    const found = placed(id)
    return found ? fullName(found.pupil) : id
  }
  return (
    <StepPage step="pupils" lead={setup.pupils.lead}>
      <div className={css.actions}>
        <Button look={pupils.length === 0 ? 'main' : 'plain'} icon="copy" onClick={() => setDoing('file')}>
          {setup.fromFile}
        </Button>
        <Button icon="plus" onClick={() => setDoing('add')}>
          {setup.pupils.add}
        </Button>
      </div>
      {message}
      {doing === 'add' && (
        <PupilEditor
          own={own}
          year={year}
          onSaved={(name) => {
            setDoing('list')
            say(setup.saved(name))
          }}
          onCancel={() => setDoing('list')}
        />
      )}
      <div className={css.fields}>
        <SelectField
          label={setup.pupils.class}
          value={chosen}
          onChange={({ target }) => setChosen(target.value)}
        >
          <option value="">{setup.pupils.allClasses}</option>
          {classes.map((one) => (
            <option key={one.id} value={one.id}>
              {className(one)}
            </option>
          ))}
        </SelectField>
      </div>
      <p className={css.quiet}>{setup.pupilCount(pupils.length)}</p>
      <RecordList
        key={chosen}
        label={setup.pupils.list}
        records={pupils
          .sort((a, b) => compareNames(a.pupil, b.pupil))
          .map(({ pupil, class: one }) => ({
            id: pupil.id,
            title: fullName(pupil),
            details: [className(one), pupil.born && format.date(pupil.born)].filter(Boolean).join(', '),
            ...(pupil.born ? {} : { lacks: setup.pupils.noBirthDate }),
          }))}
        form={(id, close) => {
          const found = placed(id)
          return found ? (
            <PupilEditor
              own={own}
              year={year}
              pupil={found.pupil}
              class={found.class.id}
              onSaved={(name) => {
                close()
                say(setup.saved(name))
              }}
              onCancel={close}
            />
          ) : null
        }}
        removal={(id) => ({ may: true, consequence: setup.pupils.consequence(titleOf(id)) })}
        onRemove={(id) => {
          const found = placed(id)
          if (!found) return
          say(setup.removed(fullName(found.pupil)))
          void remove(
            id,
            classes.map((one) => one.id),
            views,
          )
        }}
      />
    </StepPage>
  )
}

/** Pupils from a file. Those whom the school has already keep their guardians: their families are opened first. */
function PupilImport({
  own,
  onDone,
  onBack,
}: {
  own: ReturnType<typeof useSetupSchool>
  onDone: (count: number) => void
  onBack: () => void
}) {
  const { setup } = useTexts()
  const year = own.year!
  const { school } = own
  // Those of earlier years are known too: they move into this year's classes.
  const everyClass = useMemo(() => [...school.classes.keys()].map(classDocument), [school])
  const open = useDocuments(everyClass)
  const classesHere = useComplete(everyClass) && open.size === everyClass.length
  const [met, setMet] = useState<readonly string[]>([])
  const families = useFamilies(met)
  const ids = useMemo(() => [...families.keys()], [families])
  const familiesHere = useComplete(ids) && families.size === met.length
  const { known, contextFor } = useSheetContext({ open, today: own.today }, families)
  const { tables } = known
  const read = useCallback(
    (sheet: Sheet, header: Header<PupilsField>, decisions: Decisions) => {
      const reading = readPupils(sheet, header, contextFor(year), decisions)
      if (classesHere && familiesHere) return reading
      const why = classesHere ? setup.familiesOnTheirWay : setup.classesOnTheirWay
      const wait = { row: 0, column: -1, why }
      return { ...reading, tables: undefined, faults: [...reading.faults, wait] }
    },
    [contextFor, year, classesHere, familiesHere, setup],
  )
  const meet = useCallback(
    (sheet: Sheet, header: Header<PupilsField>, decisions: Decisions) => {
      const held = new Set(tables.pupils.map(({ id }) => id))
      const pupils = readPupils(sheet, header, contextFor(year), decisions).tables?.pupils ?? []
      const next = pupils.map(({ id }) => id).filter((id) => held.has(id))
      setMet((before) => (next.join() === before.join() ? before : next))
    },
    [contextFor, year, tables],
  )
  const nameOf = (id: string) => {
    const row = tables.pupils.find((pupil) => pupil.id === id)
    return row ? [row.last_name, row.first_name, row.middle_name, row.born].filter(Boolean).join(' ') : id
  }
  return (
    <ListImport
      target={pupilsTarget}
      names={setup.pupils.columns}
      rare={rare}
      columns={[
        { field: ['last_name', 'first_name', 'middle_name'], title: setup.staff.columns.fullName },
        { field: 'class', title: setup.pupils.class },
        { field: 'born', title: setup.pupils.columns.born },
        { field: 'guardians', title: setup.pupils.guardians },
      ]}
      read={read}
      onRead={meet}
      known={known}
      person={nameOf}
      takeLabel={setup.pupils.take}
      counted="pupils"
      onDone={onDone}
      onBack={onBack}
    />
  )
}
