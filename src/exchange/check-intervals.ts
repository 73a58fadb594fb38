import { type Checking, eachRow } from './checking.ts'

/** The end of an interval must not come before its beginning. */
export function checkIntervals(checking: Checking): void {
  const check = (
    table: Parameters<Checking['problem']>[0],
    index: number,
    column: string,
    from: string | undefined,
    to: string | undefined,
  ) => {
    if (from !== undefined && to !== undefined && to < from)
      checking.problem(table, index, column, `конец ${to} раньше начала ${from}: исправьте один из них`)
  }
  for (const table of ['years', 'periods', 'holidays', 'bells'] as const)
    eachRow(checking, table, ({ starts, ends }, index) => check(table, index, 'ends', starts, ends))
  for (const table of ['group_members', 'assignments', 'timetable', 'absence_spans', 'pupil_modes'] as const)
    eachRow(checking, table, ({ from, to }, index) => check(table, index, 'to', from, to))
}
