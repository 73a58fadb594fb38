import { useState } from 'react'
import type { Mark } from '../../domain/ledger/attributes.ts'
import { Button } from '../design/button.tsx'
import { cx } from '../design/cx.ts'
import { useTexts } from '../design/texts/language.tsx'
import { MarkKeys } from '../lesson/mark-pad.tsx'
import { workName } from '../lesson/work-picker.tsx'
import type { CellChange } from './cell-changes.ts'
import type { CellDetails } from './cell-details.ts'
import { CellNote } from './cell-note.tsx'
import css from './cell-panel.module.css'

/** The marks of a cell: given, changed, retaken, with a comment to each. */
export function CellMarks({
  cell: { marks, grading },
  onMark,
  onAnotherMark,
  onChange,
}: {
  cell: CellDetails
  onMark: (work: string, mark: Mark | null) => void
  onAnotherMark: (mark: Mark) => void
  onChange: (change: CellChange) => void
}) {
  const { cell: texts, lesson, cellTalk } = useTexts()
  /** Which mark the keys write: a column's (undefined: the last one's), or a further one (null). */
  const [chosen, setChosen] = useState<string | null | undefined>(marks[0]?.work)
  const [retaking, setRetaking] = useState(false)
  // A mark that was taken away or put into a work of its own is not there to be chosen any more.
  const written = chosen === null ? undefined : (marks.find(({ work }) => work === chosen) ?? marks.at(-1))
  function choose(work: string | null | undefined) {
    setChosen(work)
    setRetaking(false)
  }
  return (
    <fieldset className={css.marks}>
      <legend>{texts.marks}</legend>
      {marks.length > 0 && (
        <div className={css.chosen}>
          {marks.map(({ work, mark, kind, title, retaken }) => (
            <button
              key={work}
              type="button"
              className={cx(css.mark, retaken && css.retaken)}
              aria-pressed={work === written?.work}
              aria-label={`${texts.change(mark === '.' ? lesson.owed : mark)}, ${workName({ kind, title }, lesson.defaultWork)}`}
              onClick={() => choose(work)}
            >
              <b>{mark === '.' ? '•' : mark}</b>
              <span>{workName({ kind, title }, lesson.defaultWork)}</span>
            </button>
          ))}
          <button
            type="button"
            className={css.mark}
            aria-pressed={chosen === null}
            onClick={() => choose(null)}
          >
            {texts.another}
          </button>
        </div>
      )}
      {retaking && written && (
        <p role="status">{written.mark === '.' ? cellTalk.retakeOwed : cellTalk.retakeLead(written.mark)}</p>
      )}
      <MarkKeys
        grading={grading}
        current={retaking ? undefined : written?.mark}
        onMark={(mark) => {
          if (retaking && written) onChange({ kind: 'retake', work: written.work, mark })
          else if (chosen === null) onAnotherMark(mark)
          else {
            onMark(written?.work ?? '', mark)
            return
          }
          choose(undefined)
        }}
      />
      {written && (
        <div className={css.actions}>
          {!written.retaken && (
            <Button aria-pressed={retaking} onClick={() => setRetaking(!retaking)}>
              {cellTalk.retake}
            </Button>
          )}
          <button type="button" className={css.remove} onClick={() => onMark(written.work, null)}>
            {lesson.remove}
          </button>
        </div>
      )}
      {written && (
        <CellNote
          key={written.work}
          label={cellTalk.comment}
          add={cellTalk.commentAdd}
          text={written.comment}
          writable
          onText={(text) => onChange({ kind: 'comment', work: written.work, text })}
        />
      )}
    </fieldset>
  )
}
