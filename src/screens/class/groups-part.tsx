import { useMemo, useState } from 'react'
import { type SplitSubject, splitSubjects } from '../../domain/duties/group-gaps.ts'
import { groupSeen, membersOf, moveToGroup } from '../../domain/duties/group-members.ts'
import { journalName } from '../../domain/ledger/documents.ts'
import { sameJournal } from '../../domain/policy/policy.ts'
import { lastFirst } from '../../domain/school/names.ts'
import { covers, type Group } from '../../domain/school/school-view.ts'
import { staffTitle } from '../../domain/school/titles.ts'
import { Button } from '../design/button.tsx'
import { TextField } from '../design/field.tsx'
import { Notice } from '../design/notice.tsx'
import { useFormat, useTexts } from '../design/texts/language.tsx'
import { useUndo } from '../workspace/undo.ts'
import { useNow } from '../workspace/workspace.ts'
import type { PartProps } from './class-parts.ts'
import css from './desk.module.css'
import groupsCss from './groups-part.module.css'
import type { ClassDesk } from './use-class.ts'

/** Группы: every pupil of a subject taught in groups is in exactly one of them (clause 5.2.5). */
export function GroupsPart({ desk }: PartProps) {
  const texts = useTexts().groups
  const { date: today } = useNow()
  const { source, schoolClass, view, classDocument } = desk
  const [chosen, setChosen] = useState(today)
  const date = chosen || today
  const { write, undo, canUndo } = useUndo(classDocument)
  const subjects = useMemo(
    () => splitSubjects(source.school, schoolClass.id, view, date),
    [source, schoolClass, view, date],
  )
  const starts = source.school.years.find(({ id }) => id === schoolClass.year)?.starts ?? date
  const fold = classDocument?.fold
  if (subjects.length === 0 || !fold)
    return (
      <Notice tone="empty" icon="check" title={texts.empty}>
        {texts.emptyHelp}
      </Notice>
    )
  return (
    <div className={css.page}>
      <div className={css.row}>
        <TextField
          type="date"
          label={texts.date}
          hint={texts.dateHint}
          min={starts}
          value={chosen}
          onChange={({ target }) => setChosen(target.value)}
        />
        <Button look="quiet" icon="undo" disabled={!canUndo} onClick={undo}>
          {texts.undo}
        </Button>
      </div>
      {subjects.map((subject) => (
        <Subject
          key={subject.subject}
          split={subject}
          desk={desk}
          date={date}
          onMove={(pupil, group) => write(moveToGroup(fold, subject.groups, { pupil, group, date, starts }))}
        />
      ))}
    </div>
  )
}

function Subject({
  split: { subject, groups, nowhere, twice },
  desk,
  date,
  onMove,
}: {
  split: SplitSubject
  desk: ClassDesk
  date: string
  onMove: (pupil: string, group: string) => void
}) {
  const texts = useTexts().groups
  const { school } = desk.source
  const nameOf = (id: string) => {
    const pupil = desk.view.pupils.find((one) => one.id === id)
    return pupil ? lastFirst(pupil) : id
  }
  const title = school.subjects.get(subject)?.name ?? subject
  const moves = (pupil: string, to: readonly Group[]) =>
    to.map((group) => (
      <Button
        key={group.id}
        icon="swap"
        aria-label={texts.moveTo(nameOf(pupil), group.name)}
        onClick={() => onMove(pupil, group.id)}
      >
        {group.name}
      </Button>
    ))
  const astray = [
    ...nowhere.map((pupil) => ({ pupil, words: texts.nowhere })),
    ...twice.map((pupil) => ({ pupil, words: texts.twice })),
  ]
  return (
    <section className={css.section} aria-label={title}>
      <h2>{title}</h2>
      {astray.length > 0 && (
        <ul className={css.list}>
          {astray.map(({ pupil, words }) => (
            <li key={pupil}>
              <p>
                <b>{nameOf(pupil)}</b>: <span className={css.act}>{words}</span>
              </p>
              <div className={css.actions}>{moves(pupil, groups)}</div>
            </li>
          ))}
        </ul>
      )}
      <div className={groupsCss.columns}>
        {groups.map((group) => {
          const members = membersOf(desk.view, group.id, date).filter((id) => !twice.includes(id))
          return (
            <section key={group.id} className={groupsCss.group} aria-label={`${title}, ${group.name}`}>
              <h3>
                {group.name} <small className={css.quiet}>{texts.pupils(members.length)}</small>
              </h3>
              <Teacher group={group} desk={desk} date={date} />
              <ul>
                {members.map((pupil) => (
                  <li key={pupil} className={groupsCss.member}>
                    <span>{nameOf(pupil)}</span>
                    <span className={css.actions}>
                      {moves(
                        pupil,
                        groups.filter(({ id }) => id !== group.id),
                      )}
                    </span>
                  </li>
                ))}
              </ul>
            </section>
          )
        })}
      </div>
    </section>
  )
}

/** Who teaches the group, and whether he has seen who is in it. */
function Teacher({ group, desk, date }: { group: Group; desk: ClassDesk; date: string }) {
  const texts = useTexts().groups
  const format = useFormat()
  const { school } = desk.source
  const key = { class: group.class, subject: group.subject, group: group.id }
  const teachers = school.assignments
    .filter((one) => sameJournal(one, key) && covers(one, date))
    .map(({ teacher }) => staffTitle(school, teacher))
  const fold = desk.journalDocument(journalName(key))?.fold
  const seen = fold && groupSeen(fold, membersOf(desk.view, group.id, date))
  return (
    <p className={css.quiet}>
      {teachers.length > 0 ? teachers.join(', ') : texts.noTeacher}
      {seen &&
        ` · ${seen.kind === 'seen' ? texts.accepted(format.day(seen.date)) : seen.kind === 'changed' ? texts.changed : texts.notSeen}`}
    </p>
  )
}
