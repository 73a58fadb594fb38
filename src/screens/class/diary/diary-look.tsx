import { entity } from '../../../domain/ledger/documents.ts'
import { addDays } from '../../../domain/policy/policy.ts'
import { weekdayOf } from '../../../domain/school/calendar.ts'
import { schoolDate } from '../../../domain/school/school-date.ts'
import { Button } from '../../design/button.tsx'
import { useFormat, useTexts } from '../../design/texts/language.tsx'
import { useUndo } from '../../workspace/undo.ts'
import { useNow } from '../../workspace/workspace.ts'
import css from '../desk.module.css'
import type { ClassDesk } from '../use-class.ts'

/** The weekly look at who reads the diary (clause 5.2.9): recorded only of a list that is of today. */
export function DiaryLook({ desk, at }: { desk: ClassDesk; at: number }) {
  const { diaryAccess: texts, families } = useTexts()
  const format = useFormat()
  const { date } = useNow()
  const { classDocument, records, source } = desk
  const { write, undo, canUndo } = useUndo(classDocument)
  const monday = addDays(date, 1 - weekdayOf(date))
  const done = records.done.get(`5.2.9,${monday}`)
  const isFresh = schoolDate(at, source.school.profile?.timezone) === date
  return (
    <div className={css.actions}>
      {done?.date !== date && (
        <Button
          disabled={!isFresh}
          onClick={() =>
            write([{ entity: entity.duty('5.2.9', monday), attribute: 'duty.done', value: { date } }])
          }
        >
          {texts.look}
        </Button>
      )}
      <p className={css.quiet} role="status">
        {done ? texts.lookedOn(format.day(done.date)) : texts.lookHelp}
      </p>
      {canUndo && (
        <Button look="quiet" icon="undo" onClick={undo}>
          {families.undo}
        </Button>
      )}
    </div>
  )
}
