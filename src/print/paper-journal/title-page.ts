import type { PaperTitle } from '../../domain/paper/paper-journal.ts'
import { russianDate } from '../../domain/reports/table.ts'
import type { Stamp } from '../form-pdf.ts'
import { heightOf, lineHeight, type Paper, type Weight } from '../paper.ts'
import { widthOf } from '../sheet.ts'

/** An accepted copy in whose place another is printed. */
export interface ReplacedCopy {
  /** When it was accepted, `YYYY-MM-DD`. */
  accepted: string
  /** «ab12-cd34» */
  revision: string
  /** Cells in which the new one differs; undefined: not known. */
  changed?: number | undefined
}

interface TitleLine {
  text: string
  size: number
  weight?: Weight
  align?: 'left'
  /** Room over it, mm. */
  above: number
}

/** Of the page's width: lines wrap before they reach its edges. */
const share = 0.9

/** Draws the title page on the open page. `deputy`: who takes the copy, where the school's records tell. */
export function drawTitlePage(
  paper: Paper,
  title: PaperTitle,
  deputy: string | undefined,
  { made, revision }: Stamp,
  sheets: number,
  replaced: ReplacedCopy | undefined,
): void {
  const { left, right, top } = paper.sheet
  const signs = title.classTeacher?.signs ?? '____________________'
  const lines: TitleLine[] = [
    { text: title.organisation, size: 12, above: 6 },
    { text: 'БУМАЖНАЯ КОПИЯ ЭЛЕКТРОННОГО КЛАССНОГО ЖУРНАЛА', size: 17, weight: 'bold', above: 44 },
    { text: `${title.class} класс`, size: 24, weight: 'bold', above: 10 },
    { text: title.time, size: 14, above: 4 },
    ...(replaced ? [{ text: replacedText(replaced), size: 11, above: 6 }] : []),
    {
      text: `Классный руководитель: ${title.classTeacher?.name ?? '______________________________'}`,
      size: 12,
      above: 18,
    },
    { text: 'Достоверность копии подтверждаю:', size: 11, align: 'left', above: 26 },
    {
      text: `____________________ / ${signs} /      «___» __________ 20___ г.`,
      size: 11,
      align: 'left',
      above: 6,
    },
    { text: 'Сдано: «___» __________ 20___ г.', size: 11, align: 'left', above: 12 },
    { text: 'Принял: заместитель директора по УВР', size: 11, align: 'left', above: 6 },
    {
      text: `____________________ / ${deputy ?? '____________________'} /          М. П.`,
      size: 11,
      align: 'left',
      above: 6,
    },
    { text: `Редакция данных ${revision}, сформировано ${made}, листов ${sheets}`, size: 9, above: 18 },
  ]
  let y = top
  for (const { text, size, weight = 'regular', align, above } of lines) {
    y += above
    const fitted = paper.fit(text, widthOf(paper.sheet) * share, [size], weight)
    fitted.lines.forEach((line, index) => {
      const middle = y + (index + 0.5) * lineHeight(size)
      if (align === 'left') paper.line(line, left + 8, middle, size, weight)
      else paper.line(line, (left + right) / 2, middle, size, weight, 'center')
    })
    y += heightOf(fitted)
  }
}

/** «взамен сданной 30.10.2025 (редакция ab12-cd34), изменено: 3» */
export function replacedText({ accepted, revision, changed }: ReplacedCopy): string {
  const copy = `взамен сданной ${russianDate(accepted)} (редакция ${revision})`
  return changed === undefined ? copy : `${copy}, изменено: ${changed}`
}
