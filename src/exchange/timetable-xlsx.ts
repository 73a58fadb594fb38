import writeXlsxFile, { type Cell } from 'write-excel-file/universal'
import { type GridSource, timetableGrid } from './timetable-grid.ts'

/** Widths in characters. */
const widths = { day: 13, bell: 6, lesson: 24, room: 7 }

/** The timetable grid as a workbook of one sheet, to print, to work on, and to take back. */
export async function timetableXlsx(source: GridSource): Promise<Uint8Array> {
  const { header, rows } = timetableGrid(source)
  const cell = (value: string, bold = false): Cell => ({
    value,
    type: String,
    wrap: true,
    alignVertical: 'top',
    ...(bold ? { fontWeight: 'bold' } : {}),
  })
  const file = writeXlsxFile(
    [header.map((text) => cell(text, true)), ...rows.map((row) => row.map((text) => cell(text)))],
    {
      sheet: 'Расписание',
      orientation: 'landscape',
      stickyRowsCount: 1,
      stickyColumnsCount: 2,
      columns: header.map((_, index) => ({
        width:
          index === 0
            ? widths.day
            : index === 1
              ? widths.bell
              : index % 2 === 0
                ? widths.lesson
                : widths.room,
      })),
    },
  )
  return new Uint8Array(await (await file.toBlob()).arrayBuffer())
}
