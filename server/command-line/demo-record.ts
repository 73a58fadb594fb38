import type { Tables } from '../store/tables.ts'

/** That a data folder holds a demo school. */
export interface DemoRecord {
  /** Last day of the school year it was made for; its clock never goes beyond. */
  yearEnds: string
  /** False: filling it was interrupted. */
  complete: boolean
}

export async function readDemoRecord(tables: Tables): Promise<DemoRecord | undefined> {
  const [row] = await tables.query<{ year_ends: string; complete: number }>(
    'SELECT year_ends, complete FROM demo WHERE school = :school',
  )
  return row && { yearEnds: row.year_ends, complete: row.complete === 1 }
}

export async function writeDemoRecord(tables: Tables, { yearEnds, complete }: DemoRecord): Promise<void> {
  await tables.query(
    `INSERT INTO demo (school, only_row, year_ends, complete) VALUES (:school, 1, ?, ?)
     ON CONFLICT (school, only_row) DO UPDATE SET year_ends = excluded.year_ends, complete = excluded.complete`,
    yearEnds,
    Number(complete),
  )
}
