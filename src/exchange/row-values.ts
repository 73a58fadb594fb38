/**
 * Columns of the exchange folder that have another name as fields of the ledger's values. The rest have one name in
 * both, so a row becomes a value and a value a row by renaming.
 */
const fieldOfColumn = {
  short_name: 'shortName',
  last_name: 'last',
  first_name: 'first',
  middle_name: 'middle',
  class_teacher: 'classTeacher',
  ungraded_until: 'ungradedUntil',
  order_no: 'orderNo',
  order_date: 'orderDate',
  consent_date: 'consentDate',
  hours_per_week: 'hoursPerWeek',
  hours_per_year: 'hoursPerYear',
  retake_of: 'retakeOf',
} as const

type FieldOfColumn = typeof fieldOfColumn
type ColumnOfField = { [C in keyof FieldOfColumn as FieldOfColumn[C]]: C }

const columnOfField = Object.fromEntries(
  Object.entries(fieldOfColumn).map(([column, field]) => [field, column]),
)

export type ValueOfRow<R> = { [C in keyof R as C extends keyof FieldOfColumn ? FieldOfColumn[C] : C]: R[C] }
type ColumnOf<F> = F extends keyof ColumnOfField ? ColumnOfField[F] : F
export type RowOfValue<V> = {
  [F in keyof V as undefined extends V[F] ? never : ColumnOf<F>]: V[F]
} & {
  [F in keyof V as undefined extends V[F] ? ColumnOf<F> : never]?: Exclude<V[F], undefined>
}

/** The value a row stands for; columns that hold nothing have no field. */
export function toValue<R extends object>(row: R): ValueOfRow<R> {
  return renamed(row, fieldOfColumn) as ValueOfRow<R>
}

/** The row a value is written as; fields that hold nothing have no column. */
export function toRow<V extends object>(value: V): RowOfValue<V> {
  return renamed(value, columnOfField) as RowOfValue<V>
}

function renamed(object: object, names: Readonly<Record<string, string>>): unknown {
  return Object.fromEntries(
    Object.entries(object)
      .filter(([, content]) => content !== undefined)
      .map(([name, content]) => [names[name] ?? name, content]),
  )
}
