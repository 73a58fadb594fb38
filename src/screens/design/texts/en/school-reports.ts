import type { Texts } from '../ru.ts'

/** Reports of the school: the office's page. */
export const schoolReports: Texts['schoolReports'] = {
  title: 'Reports of the school',
  which: 'Which report',
  reports: {
    summary: 'By class and parallel',
    plan: 'Plans carried out',
    missing: 'Missing by teacher',
  },
  empty: {
    summary: 'No classes in this period',
    plan: 'No journals this year',
    missing: 'Nothing is missing',
  },
}
