import { count } from './words.ts'

export const ownReport = {
  title: 'Мой отчёт за период',
  link: 'Мой отчёт и часы',
  file: 'Отчёт учителя',
  rows: 'Журналы',
  empty: 'За этот период отчитываться не о чем',
  emptyHelp: 'Отчёт составится сам, когда школа назначит вам журналы и они придут на планшет.',
  pdf: 'PDF',
  xlsx: 'Excel',
  csv: 'CSV',
  print: 'Напечатать',
  printing: (pages: number) =>
    pages === 0
      ? 'Готовим PDF…'
      : `Готовим PDF: ${count(pages, { one: 'страница', few: 'страницы', other: 'страниц' })}`,
  cancel: 'Не надо',
  failed: 'PDF не получился. Попробуйте ещё раз.',
  missing: (n: number) =>
    `${count(n, { one: 'журнал', few: 'журнала', other: 'журналов' })} ещё не на планшете: в отчёте там нули.`,
  grouped: (group: string, title: string) => `${group}: ${title}`,
  hours: 'Мои часы по месяцам',
  noHours: 'В этом периоде проведённых часов ещё нет.',
  ownHours: (n: number) => `своих: ${n} ч`,
  substituted: (n: number) => `на замене: ${n} ч`,
}
