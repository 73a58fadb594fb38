/**
 * What the parts of the page are to a screen reader. They are the elements' own, said again: rows are laid out as
 * boxes of their own, since a table of seven thousand cells is measured anew as a whole whenever a column comes into
 * view, and not every browser keeps the roles of a table that is laid out so.
 */
export const roles = {
  group: { role: 'rowgroup' },
  row: { role: 'row' },
  /** Cells that are laid out together. */
  chunk: { role: 'presentation' },
  cell: { role: 'gridcell' },
  rowHead: { role: 'rowheader' },
  columnHead: { role: 'columnheader' },
} as const
