import type { Tables } from '../store/tables.ts'
import { type CodeRow, codeGoodUntil } from './one-time-codes.ts'

/** How far one of a pupil's family has come with his account. Times are ms since 1970. */
export interface FamilyStanding {
  login: string
  /** A password was chosen. */
  active: boolean
  issuedAt: number | undefined
  goodUntil: number | undefined
  /** When the code was used: to join another account, else at the first sign-in. */
  usedAt: number | undefined
  lastSignIn: number | undefined
}

const lastOf = (...kinds: string[]) =>
  `(SELECT MAX(e.at) FROM account_events e
    WHERE e.school = :school AND e."user" = l."user" AND e.kind IN (${kinds.map((kind) => `'${kind}'`).join(', ')}))`

/** Accounts of a pupil's family by person, asked for at once: a school's families are looked at together. */
export async function familyStandings(
  tables: Tables,
  pupil: string,
  now: number,
): Promise<Map<string, FamilyStanding>> {
  const rows = await tables.query<Row>(
    `SELECT l.person, a.login, a.password IS NOT NULL AS active, c.hash, c.expires_at, c.wrong, c.used_at,
       ${lastOf('codeIssued')} AS issued, ${lastOf('familyLinked')} AS linked,
       ${lastOf('firstSignIn')} AS first, ${lastOf('firstSignIn', 'signIn')} AS last
     FROM family_links l JOIN accounts a ON a.school = :school AND a."user" = l."user"
     LEFT JOIN one_time_codes c ON c.school = :school AND c."user" = l."user"
     WHERE l.school = :school AND l.pupil = ?`,
    pupil,
  )
  return new Map(rows.map((row) => [row.person, standingOf(row, now)]))
}

function standingOf(
  { login, active, issued, linked, first, last, ...code }: Row,
  now: number,
): FamilyStanding {
  return {
    ...{ login, active: Boolean(active) },
    issuedAt: issued ?? undefined,
    goodUntil: code.hash === null ? undefined : codeGoodUntil(code as CodeRow, now),
    usedAt: active ? (linked ?? first ?? undefined) : undefined,
    lastSignIn: last ?? undefined,
  }
}

interface Row {
  person: string
  login: string
  active: number | boolean
  /** Of the account's code; null without one. */
  hash: string | null
  expires_at: number | null
  wrong: number | null
  used_at: number | null
  issued: number | null
  linked: number | null
  first: number | null
  last: number | null
}
