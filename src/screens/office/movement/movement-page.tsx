import { useState } from 'react'
import { writeDocuments } from '../../../device/write-documents.ts'
import { moveEntries } from '../../../domain/school/moving.ts'
import { Button, ButtonLink } from '../../design/button.tsx'
import { Notice } from '../../design/notice.tsx'
import { useTexts } from '../../design/texts/language.tsx'
import { href } from '../../route.ts'
import { useWorkspace } from '../../workspace/workspace.ts'
import css from '../setup/setup.module.css'
import { useMessage } from '../setup/use-message.tsx'
import { useSetupSchool } from '../setup/use-school-tables.ts'
import { MoveForm } from './move-form.tsx'
import { Register } from './register.tsx'

/** Движение учеников: orders about pupils of the year's classes, and their register. */
export function MovementPage() {
  const { session } = useWorkspace()
  const own = useSetupSchool()
  const { movement: texts, setup, pupil } = useTexts()
  const [adding, setAdding] = useState(false)
  const [message, say] = useMessage()
  const { year, classes, complete } = own
  return (
    <div className={css.page}>
      <header className={css.head}>
        <h1>{texts.title}</h1>
        <ButtonLink look="quiet" icon="back" href={href({ screen: 'setup' })}>
          {setup.back}
        </ButtonLink>
      </header>
      <p className={css.lead}>{texts.lead}</p>
      {message}
      {!year || classes.length === 0 ? (
        <Notice tone="empty" icon="alert">
          {setup.classesFirst}
        </Notice>
      ) : !complete ? (
        <Notice tone="empty" icon="waiting">
          {setup.listsOnTheirWay}
        </Notice>
      ) : (
        <>
          {adding ? (
            <MoveForm
              own={own}
              year={year}
              onWrite={(order, move) => {
                void writeDocuments(session, moveEntries(own.views, order, move))
                setAdding(false)
                say(texts.said.written(move.pupils.length))
              }}
              onCancel={() => setAdding(false)}
            />
          ) : (
            <div className={css.actions}>
              <Button look="main" icon="plus" onClick={() => setAdding(true)}>
                {texts.add}
              </Button>
              <ButtonLink href={href({ screen: 'pupil', class: classes[0]!.id })}>{pupil.title}</ButtonLink>
            </div>
          )}
          <Register own={own} year={year} onSaid={say} />
        </>
      )}
    </div>
  )
}
