import { cellText } from './cell-text.ts'
import { type ClassName, classNamed, readClassName } from './class-names.ts'
import { isNumbering } from './list-rows.ts'
import type { Remarks, Sheet, SheetContext } from './sheet.ts'

/** A column of a matrix headed by a class. */
export interface ClassColumn {
  column: number
  name: ClassName
}

/** Where a matrix has its classes. A person may correct it and read again. */
export interface ClassColumns {
  /** Row of the class names, from 0; -1 where none was found. */
  row: number
  classes: ClassColumn[]
}

const searchDepth = 30

/**
 * Finds the row that names most classes among the first ones; of equals the first. A bare number is a class only where
 * the year has one of that name: hours, numbers of lessons and of columns look the same.
 */
export function findClassColumns(
  { rows }: Pick<Sheet, 'rows'>,
  { known, year }: Pick<SheetContext, 'known' | 'year'>,
): ClassColumns {
  let best: ClassColumns = { row: -1, classes: [] }
  let most = 0
  rows.slice(0, searchDepth).forEach((cells, row) => {
    if (isNumbering(cells.map((cell) => cellText(cell)).filter((text) => text !== ''))) return
    const classes: ClassColumn[] = []
    cells.forEach((cell, column) => {
      const name = readClassName(cellText(cell))
      if (name && (name.letter !== '' || classNamed(known.classes, year.id, name)))
        classes.push({ column, name })
    })
    const count = new Set(classes.map(({ name }) => `${name.grade}${name.letter}`)).size
    if (count > most) {
      best = { row, classes }
      most = count
    }
  })
  return best
}

/** Ids of the classes by column; a class that the year lacks, or one named twice, is a fault. */
export function classIds(
  { row, classes }: ClassColumns,
  { known, year }: Pick<SheetContext, 'known' | 'year'>,
  remarks: Remarks,
): Map<number, string> {
  const ids = new Map<number, string>()
  if (row < 0) remarks.fault(0, undefined, 'не найдена строка с названиями классов')
  for (const { column, name } of classes) {
    const title = `${name.grade}${name.letter}`
    const own = classNamed(known.classes, year.id, name)
    if (!own) remarks.fault(row + 1, column, `класса ${title} в этом году нет: сначала внесите его`, 'class')
    else if ([...ids.values()].includes(own.id)) remarks.fault(row + 1, column, `класс ${title} стоит дважды`)
    else ids.set(column, own.id)
  }
  return ids
}
