import { useState } from 'react'
import { entity } from '../../../domain/ledger/documents.ts'
import { compareNames, fullName } from '../../../domain/school/names.ts'
import { usesOfClass } from '../../../domain/school/removal.ts'
import { className, type SchoolClass } from '../../../domain/school/school-view.ts'
import { derivedIds } from '../../../exchange/sheets/derived-id.ts'
import { readClasses } from '../../../exchange/sheets/read-classes.ts'
import { classesTarget } from '../../../exchange/sheets/targets.ts'
import { Button } from '../../design/button.tsx'
import { Notice } from '../../design/notice.tsx'
import { useTexts } from '../../design/texts/language.tsx'
import { useWorkspace } from '../../workspace/workspace.ts'
import { type ClassDraft, ClassForm, NewClassesForm } from './class-form.tsx'
import { ListImport } from './list-import.tsx'
import { RecordList } from './record-list.tsx'
import { said } from './said.ts'
import css from './setup.module.css'
import { StepPage } from './step-page.tsx'
import { useMessage } from './use-message.tsx'
import { useSetupSchool, useSheetContext } from './use-school-tables.ts'

/** Классы: those of the year, with class teacher and shift. */
export function ClassesStep() {
  const { schoolDocument } = useWorkspace()
  const own = useSetupSchool()
  const { school, year, classes, views } = own
  const { known, contextFor } = useSheetContext(own)
  const { setup } = useTexts()
  const [doing, setDoing] = useState<'list' | 'add' | 'file'>('list')
  const [message, say] = useMessage()
  const staff = [...school.staff.values()].sort(compareNames).map((member) => ({
    id: member.id,
    name: fullName(member),
  }))
  const staffName = (id: string | undefined) => staff.find((member) => member.id === id)?.name
  const write = (values: readonly SchoolClass[]) =>
    void schoolDocument.assert(values.map((value) => said(entity.class(value.id), 'class', value)))
  if (!year)
    return (
      <StepPage step="classes">
        <Notice tone="empty" icon="alert">
          {setup.yearFirst}
        </Notice>
      </StepPage>
    )
  const isTaken = ({ grade, letter }: { grade: number; letter: string }, but?: string) =>
    classes.some((other) => other.id !== but && other.grade === grade && other.letter === letter)
  const change = (id: string, draft: ClassDraft) => {
    const held = school.classes.get(id)
    if (!held) return
    const { classTeacher: _, shift: __, ...rest } = held
    write([
      {
        ...rest,
        grade: draft.grade,
        letter: draft.letter,
        ...(draft.classTeacher ? { classTeacher: draft.classTeacher } : {}),
        ...(draft.shift === 1 ? {} : { shift: draft.shift }),
      },
    ])
  }
  return (
    <StepPage step="classes" lead={setup.classes.lead(year.id)}>
      {doing === 'file' ? (
        <ListImport
          target={classesTarget}
          names={setup.classes.columns}
          rare={['grade', 'letter']}
          columns={[
            { field: 'name', title: setup.classes.columns.name },
            { field: 'classTeacher', title: setup.classes.columns.classTeacher },
          ]}
          read={(sheet, header) => readClasses(sheet, header, contextFor(year))}
          known={known}
          takeLabel={setup.classes.take}
          counted="classes"
          onDone={(count) => {
            setDoing('list')
            say(setup.written(count))
          }}
          onBack={() => setDoing('list')}
        />
      ) : (
        <>
          <div className={css.actions}>
            <Button
              look={classes.length === 0 ? 'main' : 'plain'}
              icon="plus"
              onClick={() => setDoing('add')}
            >
              {setup.classes.add}
            </Button>
            <Button icon="copy" onClick={() => setDoing('file')}>
              {setup.fromFile}
            </Button>
          </div>
          {message}
          {doing === 'add' && (
            <NewClassesForm
              isTaken={isTaken}
              onSave={(names, shift) => {
                const newId = derivedIds(school.classes.keys())
                write(
                  names.map((name) => ({
                    id: newId('classes', `${year.id}|${className(name)}`),
                    year: year.id,
                    ...name,
                    ...(shift === 1 ? {} : { shift }),
                  })),
                )
                setDoing('list')
                say(setup.added(names.length))
              }}
              onCancel={() => setDoing('list')}
            />
          )}
          <RecordList
            label={setup.classes.list}
            records={classes.map((one) => {
              const count = views.get(one.id)?.pupils.length ?? 0
              const teacher = staffName(one.classTeacher)
              return {
                id: one.id,
                title: className(one),
                details: [teacher, setup.shift(one.shift ?? 1), setup.pupilCount(count)]
                  .filter(Boolean)
                  .join(', '),
                ...(teacher ? {} : { lacks: setup.classes.noTeacher }),
              }
            })}
            form={(id, close) => {
              const held = school.classes.get(id)
              return held ? (
                <ClassForm
                  held={held}
                  staff={staff}
                  isTaken={(name) => isTaken(name, id)}
                  onSave={(draft) => {
                    change(id, draft)
                    close()
                    say(setup.saved(className(draft)))
                  }}
                  onCancel={close}
                />
              ) : null
            }}
            removal={(id) => {
              const uses = usesOfClass(school, id, views.get(id)?.pupils.length ?? 0)
              const held = school.classes.get(id)
              return uses.length > 0
                ? { may: false, why: setup.inUse(uses) }
                : { may: true, consequence: setup.classes.consequence(held ? className(held) : id) }
            }}
            onRemove={(id) => {
              const held = school.classes.get(id)
              say(setup.removed(held ? className(held) : id))
              void schoolDocument.assert([{ entity: entity.class(id), attribute: 'class', value: null }])
            }}
          />
        </>
      )}
    </StepPage>
  )
}
