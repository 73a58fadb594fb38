/** «Отчёты школы»: the office's page. */
export const schoolReports = {
  title: 'Отчёты школы',
  which: 'Какой отчёт',
  reports: {
    summary: 'По классам и параллелям',
    plan: 'Выполнение программ',
    missing: 'Незаполненное по учителям',
  },
  empty: {
    summary: 'За этот период классов нет',
    plan: 'Журналов в этом году нет',
    missing: 'Всё заполнено',
  },
}
