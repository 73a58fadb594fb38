import { useState } from 'react'
import { writeDocuments } from '../../../device/write-documents.ts'
import { classDocument, type DocumentId, entity, schoolDocument } from '../../../domain/ledger/documents.ts'
import type { Entry } from '../../../domain/ledger/fact.ts'
import { belongs, type ClassView, inGroup } from '../../../domain/school/class-view.ts'
import { compareNames } from '../../../domain/school/names.ts'
import { usesOfGroup } from '../../../domain/school/removal.ts'
import { by } from '../../../domain/school/school-view.ts'
import { dayToSetUp } from '../../../domain/school/setup-steps.ts'
import { classTitle } from '../../../domain/school/titles.ts'
import { Button } from '../../design/button.tsx'
import { Notice } from '../../design/notice.tsx'
import { useTexts } from '../../design/texts/language.tsx'
import { useWorkspace } from '../../workspace/workspace.ts'
import { DivisionForm } from './division-form.tsx'
import { divisionEntries, offeredDivision } from './groups-draft.ts'
import { RecordList } from './record-list.tsx'
import { said } from './said.ts'
import css from './setup.module.css'
import { StepPage } from './step-page.tsx'
import { useMessage } from './use-message.tsx'
import { useSetupSchool } from './use-school-tables.ts'

/** Деление на группы: which classes divide for which subjects, and who is in which group. */
export function GroupsStep() {
  const { session } = useWorkspace()
  const own = useSetupSchool()
  const { school, year, classes, views, complete, today } = own
  const { setup } = useTexts()
  const [adding, setAdding] = useState(false)
  const [message, say] = useMessage()
  if (!year || classes.length === 0 || school.subjects.size === 0)
    return (
      <StepPage step="groups">
        <Notice tone="empty" icon="alert">
          {setup.groups.first}
        </Notice>
      </StepPage>
    )
  if (!complete)
    return (
      <StepPage step="groups">
        <Notice tone="empty" icon="waiting">
          {setup.listsOnTheirWay}
        </Notice>
      </StepPage>
    )
  const day = dayToSetUp(year, today)
  const ofYear = new Set(classes.map(({ id }) => id))
  const groups = [...school.groups.values()]
    .filter((group) => ofYear.has(group.class))
    .sort(
      by((group) => `${classes.findIndex(({ id }) => id === group.class)} ${group.subject} ${group.name}`),
    )
  // A class divided for a subject is one record: its groups are filled together.
  const divisions = [...new Map(groups.map((group) => [`${group.class},${group.subject}`, group])).entries()]
  const within = (key: string) => groups.filter((group) => `${group.class},${group.subject}` === key)
  const titleOf = (key: string) => {
    const [first] = within(key)
    if (!first) return key
    return `${classTitle(school, first.class)}, ${school.subjects.get(first.subject)?.name ?? first.subject}`
  }
  const sizeOf = (view: ClassView | undefined, group: string) =>
    view ? view.pupils.filter(({ id }) => inGroup(view, group, id, day)).length : 0
  // They came with the workload: nobody has said yet who is in which.
  const empty = divisions.flatMap(([key, { class: classId }]) => {
    const view = views.get(classId)
    const held = within(key)
    const pupils = view?.pupils.filter(({ id }) => belongs(view, id, day)).sort(compareNames) ?? []
    const isEmpty = pupils.length > 0 && held.every(({ id }) => sizeOf(view, id) === 0)
    return view && isEmpty && held.length > 1 ? [{ view, classId, held, pupils }] : []
  })
  const divideEmpty = () => {
    const entries = new Map<DocumentId, Entry[]>()
    for (const { view, classId, held, pupils } of empty) {
      const ids = held.map(({ id }) => id)
      const members = divisionEntries(view, ids, offeredDivision(pupils, held), year, today)
      const document = classDocument(classId)
      entries.set(document, [...(entries.get(document) ?? []), ...members])
    }
    void writeDocuments(session, entries)
    say(setup.groups.divided(empty.length))
  }
  return (
    <StepPage step="groups" lead={setup.groups.lead}>
      {empty.length > 1 && (
        <>
          <p className={css.lead}>{setup.groups.emptyLead(empty.length)}</p>
          <div className={css.actions}>
            <Button look="main" onClick={divideEmpty}>
              {setup.groups.divideEmpty}
            </Button>
          </div>
        </>
      )}
      <div className={css.actions}>
        <Button look={groups.length === 0 ? 'main' : 'plain'} icon="plus" onClick={() => setAdding(true)}>
          {setup.groups.add}
        </Button>
      </div>
      {message}
      {adding && (
        <DivisionForm
          own={own}
          taken={divisions.map(([key]) => key)}
          onSave={({ class: classId, groups: made, division }) => {
            const view = views.get(classId)
            if (!view) return
            const members = divisionEntries(
              view,
              made.map(({ id }) => id),
              division,
              year,
              today,
            )
            void writeDocuments(
              session,
              new Map([
                [schoolDocument, made.map((group) => said(entity.group(group.id), 'group', group))],
                [classDocument(classId), members],
              ]),
            )
            setAdding(false)
            say(setup.added(made.length))
          }}
          onCancel={() => setAdding(false)}
        />
      )}
      <RecordList
        label={setup.groups.list}
        records={divisions.map(([key, { class: classId }]) => ({
          id: key,
          title: titleOf(key),
          details: within(key)
            .map(({ id, name }) => `${name}: ${setup.pupilCount(sizeOf(views.get(classId), id))}`)
            .join(', '),
          ...(within(key).some(({ id }) => sizeOf(views.get(classId), id) === 0)
            ? { lacks: setup.groups.empty }
            : {}),
        }))}
        form={(key, close) => {
          const held = within(key)
          const view = held[0] && views.get(held[0].class)
          return view ? (
            <DivisionForm
              own={own}
              taken={[]}
              held={held}
              onSave={({ class: classId, groups: named, division }) => {
                const ids = held.map(({ id }) => id)
                void writeDocuments(
                  session,
                  new Map([
                    [schoolDocument, named.map((group) => said(entity.group(group.id), 'group', group))],
                    [classDocument(classId), divisionEntries(view, ids, division, year, today)],
                  ]),
                )
                close()
                say(setup.saved(titleOf(key)))
              }}
              onCancel={close}
            />
          ) : null
        }}
        removal={(key) => {
          const uses = within(key).flatMap(({ id }) => usesOfGroup(school, id))
          return uses.length > 0
            ? { may: false, why: setup.inUse([...new Set(uses)]) }
            : { may: true, consequence: setup.groups.consequence(titleOf(key)) }
        }}
        onRemove={(key) => {
          const held = within(key)
          const [first] = held
          const view = first && views.get(first.class)
          if (!first || !view) return
          const ids = new Set(held.map(({ id }) => id))
          say(setup.removed(titleOf(key)))
          void writeDocuments(
            session,
            new Map([
              [
                classDocument(first.class),
                view.members
                  .filter(({ group }) => ids.has(group))
                  .map(({ group, pupil, from }) => said(entity.member(group, pupil, from), 'member', null)),
              ],
              [schoolDocument, held.map(({ id }) => said(entity.group(id), 'group', null))],
            ]),
          )
        }}
      />
      <p className={css.quiet}>{setup.groups.later}</p>
    </StepPage>
  )
}
