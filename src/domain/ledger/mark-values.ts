/** Marks of the journal: 5-1, н/а not attested, осв exempt, зач/незач credit, `.` work is owed. */
export const markValues = ['5', '4', '3', '2', '1', 'н/а', 'осв', 'зач', 'незач', '.'] as const
export type Mark = (typeof markValues)[number]
