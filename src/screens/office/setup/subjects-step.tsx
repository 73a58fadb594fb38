import { useState } from 'react'
import { entity } from '../../../domain/ledger/documents.ts'
import { commonSubjects } from '../../../domain/school/common-subjects.ts'
import { usesOfSubject } from '../../../domain/school/removal.ts'
import { plainText } from '../../../exchange/sheets/cell-text.ts'
import { derivedIds } from '../../../exchange/sheets/derived-id.ts'
import { readSubjects } from '../../../exchange/sheets/read-subjects.ts'
import { subjectsTarget } from '../../../exchange/sheets/targets.ts'
import { Button } from '../../design/button.tsx'
import { TextField } from '../../design/field.tsx'
import { useTexts } from '../../design/texts/language.tsx'
import { useWorkspace } from '../../workspace/workspace.ts'
import { ListImport } from './list-import.tsx'
import { RecordForm } from './record-form.tsx'
import { RecordList } from './record-list.tsx'
import css from './setup.module.css'
import { StepPage } from './step-page.tsx'
import { useMessage } from './use-message.tsx'
import { useSetupSchool, useSheetContext } from './use-school-tables.ts'

/** A school without a year yet has its subjects all the same. */
const anyYear = { id: '', starts: '', ends: '' }

type Doing = 'list' | 'pick' | 'add' | 'file'

/** Предметы: picked from the common list, own ones, those of a file. */
export function SubjectsStep() {
  const { schoolDocument } = useWorkspace()
  const own = useSetupSchool()
  const { school } = own
  const { known, contextFor } = useSheetContext(own)
  const { setup } = useTexts()
  const [doing, setDoing] = useState<Doing>('list')
  const [message, say] = useMessage()
  const subjects = [...school.subjects.values()].sort((a, b) => a.name.localeCompare(b.name, 'ru'))
  const taken = new Map(subjects.map(({ id, name }) => [plainText(name), id]))
  const write = (names: readonly string[]) => {
    const newId = derivedIds(school.subjects.keys())
    void schoolDocument.assert(
      names.map((name) => {
        const id = newId('subjects', plainText(name))
        return { entity: entity.subject(id), attribute: 'subject', value: { id, name } }
      }),
    )
    setDoing('list')
    say(setup.added(names.length))
  }
  const form = (id: string | undefined, close: () => void) => (
    <SubjectForm
      name={id === undefined ? '' : (school.subjects.get(id)?.name ?? '')}
      isTaken={(name) => {
        const holder = taken.get(plainText(name))
        return holder !== undefined && holder !== id
      }}
      onSave={(name) => {
        if (id === undefined) return write([name])
        void schoolDocument.assert([
          { entity: entity.subject(id), attribute: 'subject', value: { id, name } },
        ])
        close()
        say(setup.saved(name))
      }}
      onCancel={close}
    />
  )
  return (
    <StepPage step="subjects" lead={setup.subjects.lead}>
      {doing === 'file' ? (
        <ListImport
          target={subjectsTarget}
          names={setup.subjects.fields}
          columns={[{ field: 'name', title: setup.subjects.fields.name }]}
          read={(sheet, header) => readSubjects(sheet, header, contextFor(own.year ?? anyYear))}
          known={known}
          takeLabel={setup.subjects.take}
          counted="subjects"
          onDone={(count) => {
            setDoing('list')
            say(setup.added(count))
          }}
          onBack={() => setDoing('list')}
        />
      ) : (
        <>
          <div className={css.actions}>
            <Button
              look={subjects.length === 0 ? 'main' : 'plain'}
              icon="check"
              onClick={() => setDoing('pick')}
            >
              {setup.subjects.pick}
            </Button>
            <Button icon="plus" onClick={() => setDoing('add')}>
              {setup.subjects.add}
            </Button>
            <Button icon="copy" onClick={() => setDoing('file')}>
              {setup.fromFile}
            </Button>
          </div>
          {message}
          {doing === 'add' && form(undefined, () => setDoing('list'))}
          {doing === 'pick' && (
            <PickSubjects
              names={commonSubjects.filter((name) => !taken.has(plainText(name)))}
              onTake={write}
              onCancel={() => setDoing('list')}
            />
          )}
          <RecordList
            label={setup.subjects.list}
            records={subjects.map(({ id, name }) => ({ id, title: name }))}
            form={form}
            removal={(id) => {
              const uses = usesOfSubject(school, id)
              return uses.length > 0
                ? { may: false, why: setup.inUse(uses) }
                : { may: true, consequence: setup.subjects.consequence(school.subjects.get(id)?.name ?? '') }
            }}
            onRemove={(id) => {
              say(setup.removed(school.subjects.get(id)?.name ?? ''))
              void schoolDocument.assert([{ entity: entity.subject(id), attribute: 'subject', value: null }])
            }}
          />
        </>
      )}
    </StepPage>
  )
}

const longest = 200

function SubjectForm({
  name,
  isTaken,
  onSave,
  onCancel,
}: {
  name: string
  isTaken: (name: string) => boolean
  onSave: (name: string) => void
  onCancel: () => void
}) {
  const { setup } = useTexts()
  const [draft, setDraft] = useState(name)
  const tidy = draft.replace(/\s+/g, ' ').trim()
  const problem = tidy === '' ? setup.wanted : isTaken(tidy) ? setup.subjects.twice : undefined
  return (
    <RecordForm
      title={name === '' ? setup.subjects.add : name}
      valid={!problem}
      onSave={() => onSave(tidy)}
      onCancel={onCancel}
    >
      {(tried) => (
        <TextField
          label={setup.subjects.fields.name}
          value={draft}
          maxLength={longest}
          autoFocus
          problem={tried ? problem : undefined}
          onChange={({ target }) => setDraft(target.value)}
        />
      )}
    </RecordForm>
  )
}

function PickSubjects({
  names,
  onTake,
  onCancel,
}: {
  names: readonly string[]
  onTake: (names: readonly string[]) => void
  onCancel: () => void
}) {
  const { setup } = useTexts()
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const chosen = names.filter((name) => !left.has(name))
  const toggle = (name: string) => {
    const next = new Set(left)
    if (!next.delete(name)) next.add(name)
    setLeft(next)
  }
  return (
    <RecordForm
      title={setup.subjects.pick}
      valid={chosen.length > 0}
      onSave={() => onTake(chosen)}
      onCancel={onCancel}
    >
      {() => (
        <fieldset className={css.wide}>
          <legend className={css.quiet}>{setup.subjects.pickLead}</legend>
          <div className={css.checks}>
            {names.map((name) => (
              <label key={name} className={css.check}>
                <input type="checkbox" checked={!left.has(name)} onChange={() => toggle(name)} />
                {name}
              </label>
            ))}
          </div>
        </fieldset>
      )}
    </RecordForm>
  )
}
