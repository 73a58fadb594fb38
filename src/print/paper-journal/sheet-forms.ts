import type { PaperChange } from '../../domain/paper/paper-changes.ts'
import type { PaperJournal, PaperTitle } from '../../domain/paper/paper-journal.ts'
import type { FormCell, PrintedForm } from '../printed-form.ts'
import { type ReplacedCopy, replacedText } from './title-page.ts'

const centred = (text: string): FormCell => ({ text })
const left = (text: string): FormCell => ({ text, align: 'left' })

/** Rows to write remarks in: about a page of them. */
const remarkRows = 28
/** Two lines high, so that there is room to write. */
const emptyRow = '\n'

function portrait(
  { organisation, class: name, time }: PaperTitle,
  title: string,
): Omit<PrintedForm, 'tables'> {
  return {
    orientation: 'portrait',
    organisation,
    title,
    subtitle: `${name} класс · ${time}`,
    notes: [],
    signatures: [],
  }
}

/** A part of the copy and the pages it stands on, the first is 1. */
export interface ContentsLine {
  title: string
  from: number
  to: number
}

/** The contents (оглавление). */
export function contentsForm(title: PaperTitle, lines: readonly ContentsLine[]): PrintedForm {
  return {
    ...portrait(title, 'ОГЛАВЛЕНИЕ'),
    tables: [
      {
        columns: [
          { title: '№', width: 10 },
          { title: 'Раздел', width: 142 },
          { title: 'Страницы', width: 30 },
        ],
        rows: lines.map(({ title: part, from, to }, index) => [
          centred(String(index + 1)),
          left(part),
          centred(from === to ? String(from) : `${from}–${to}`),
        ]),
        totals: [],
      },
    ],
  }
}

/** General information on the pupils (общие сведения об обучающихся). */
export function pupilsForm({ title, pupils }: PaperJournal): PrintedForm {
  return {
    ...portrait(title, 'ОБЩИЕ СВЕДЕНИЯ ОБ ОБУЧАЮЩИХСЯ'),
    tables: [
      {
        columns: [
          { title: '№', width: 8 },
          { title: 'Фамилия, имя, отчество', width: 66 },
          { title: 'Дата рождения', width: 20 },
          { title: 'Зачислен (дата, приказ)', width: 46 },
          { title: 'Выбыл (дата, приказ, куда)', width: 42 },
        ],
        rows: pupils.map(({ name, born, enrolled, left: gone }, index) => [
          centred(String(index + 1)),
          left(name),
          centred(born),
          left(enrolled),
          left(gone),
        ]),
        totals: [],
      },
    ],
  }
}

/** Remarks on how the journal is kept, and room to write more. */
export function remarksForm({ title, remarks }: PaperJournal): PrintedForm {
  const columns = [
    { title: 'Дата', width: 18 },
    { title: 'Замечания и предложения', width: 72 },
    { title: 'Проверяющий', width: 32 },
    { title: 'Отметка учителя о выполнении', width: 42 },
    { title: 'Дата', width: 18 },
  ]
  return {
    ...portrait(title, 'ЗАМЕЧАНИЯ ПО ВЕДЕНИЮ ЖУРНАЛА'),
    tables: [
      {
        columns,
        rows: [
          ...remarks.map(({ date, subject, text, author, answer, answered }) => [
            centred(date),
            left(`${subject}: ${text}`),
            left(author),
            left(answer),
            centred(answered),
          ]),
          ...Array.from({ length: remarkRows }, () => columns.map(() => centred(emptyRow))),
        ],
        totals: [],
      },
    ],
  }
}

/** What is different from the copy in whose place this one is printed. */
export function changesForm(
  title: PaperTitle,
  replaced: ReplacedCopy,
  changes: readonly PaperChange[],
): PrintedForm {
  return {
    ...portrait(title, 'ИЗМЕНЁННЫЕ КЛЕТКИ'),
    tables: [
      {
        columns: [
          { title: 'Раздел', width: 30 },
          { title: 'Урок, столбец', width: 24 },
          { title: 'Ученик, строка', width: 30 },
          { title: 'Было', width: 49 },
          { title: 'Стало', width: 49 },
        ],
        rows:
          changes.length === 0
            ? [[{ text: 'Изменений нет', span: 5 }]]
            : changes.map(({ part, column, row, from, to }) => [part, column, row, from, to].map(left)),
        totals: [],
      },
    ],
    notes: [`Копия напечатана ${replacedText(replaced)}.`],
  }
}
