import { useEffect, useId, useRef } from 'react'
import { readJournalName } from '../../../domain/ledger/documents.ts'
import type { CellBehind } from '../../../domain/reports/cells-behind.ts'
import { lastFirst } from '../../../domain/school/names.ts'
import { subjectTitle } from '../../../domain/school/titles.ts'
import { IconButton } from '../../design/button.tsx'
import type { Format } from '../../design/texts/format.ts'
import { useFormat, useTexts } from '../../design/texts/language.tsx'
import { cellHref } from '../../workspace/attention.tsx'
import type { ClassDesk } from '../use-class.ts'
import css from './cells-behind-dialog.module.css'

/** The cells that a number came from, by pupil or by day, each leading to its place in the journal. */
export function CellsBehindDialog({
  title,
  cells,
  desk,
  onClose,
}: {
  title: string
  cells: readonly CellBehind[]
  desk: ClassDesk
  onClose: () => void
}) {
  const { reports: texts, frame } = useTexts()
  const format = useFormat()
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  const byPupil = new Set(cells.map(({ pupil }) => pupil)).size > 1
  useEffect(() => {
    dialog.current?.showModal()
  }, [])
  return (
    <dialog ref={dialog} className={css.dialog} aria-labelledby={id} onClose={onClose}>
      <div className={css.head}>
        <div>
          <h3 id={id}>{title}</h3>
          <p>{texts.cells(cells.length)}</p>
        </div>
        <IconButton icon="close" label={frame.close} onClick={() => dialog.current?.close()} />
      </div>
      {groupsOf(cells, byPupil, desk, format).map(({ name, of }) => (
        <section key={name} aria-label={name}>
          {name !== '' && <h4>{name}</h4>}
          <ul className={css.cells}>
            {of.map((cell) => (
              <li key={`${cell.journal} ${cell.entity} ${cell.date} ${cell.says}`}>
                <CellLink cell={cell} words={wordsOf(cell, desk, format, texts.lesson, byPupil)} />
                {cell.forecast && <span className={css.forecast}>{texts.forecast}</span>}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </dialog>
  )
}

function CellLink({ cell: { journal, entity, says }, words }: { cell: CellBehind; words: string }) {
  const shown = (
    <>
      {words !== '' && <span>{words}</span>}
      {says !== undefined && <b>{says}</b>}
    </>
  )
  if (journal === undefined || entity === undefined) return <span className={css.cell}>{shown}</span>
  return (
    <a className={css.cell} href={cellHref(journal, entity)}>
      {shown}
    </a>
  )
}

interface Group {
  name: string
  of: CellBehind[]
}

/** By pupil, else by day. */
function groupsOf(
  cells: readonly CellBehind[],
  byPupil: boolean,
  { view }: ClassDesk,
  format: Format,
): Group[] {
  const nameOf = ({ pupil, date }: CellBehind) => {
    if (!byPupil) return date === undefined ? '' : format.weekday(date)
    const card = view.pupils.find(({ id }) => id === pupil)
    return card ? lastFirst(card) : (pupil ?? '')
  }
  const groups = new Map<string, Group>()
  for (const cell of cells) {
    const name = nameOf(cell)
    const group = groups.get(name) ?? { name, of: [] }
    group.of.push(cell)
    groups.set(name, group)
  }
  return [...groups.values()]
}

/** «3 октября, 2-й урок, Алгебра» */
function wordsOf(
  { journal, date, bell }: CellBehind,
  { source }: ClassDesk,
  format: Format,
  lesson: (bell: number) => string,
  dated: boolean,
): string {
  const key = journal === undefined ? undefined : readJournalName(journal)
  return [
    dated && date !== undefined && bell !== undefined && format.short(date),
    bell !== undefined && lesson(bell),
    key && subjectTitle(source.school, key),
  ]
    .filter((part) => part)
    .join(', ')
}
