import type { Database } from 'libsql'

/** That a data folder holds a demo school. */
export interface DemoRecord {
  /** Last day of the school year it was made for; its clock never goes beyond. */
  yearEnds: string
  /** False: filling it was interrupted. */
  complete: boolean
}

export function readDemoRecord(database: Database): DemoRecord | undefined {
  createTable(database)
  const row = database.prepare('SELECT year_ends, complete FROM demo').get() as
    | { year_ends: string; complete: number }
    | undefined
  return row && { yearEnds: row.year_ends, complete: row.complete === 1 }
}

export function writeDemoRecord(database: Database, { yearEnds, complete }: DemoRecord): void {
  createTable(database)
  database
    .prepare('INSERT OR REPLACE INTO demo (only_row, year_ends, complete) VALUES (1, ?, ?)')
    .run(yearEnds, Number(complete))
}

function createTable(database: Database): void {
  database.exec(
    'CREATE TABLE IF NOT EXISTS demo (only_row INTEGER PRIMARY KEY CHECK (only_row = 1), year_ends TEXT NOT NULL, complete INTEGER NOT NULL) STRICT',
  )
}
