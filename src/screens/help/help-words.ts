/** What stands around a help text. */
export const helpWords = {
  ru: {
    close: 'Закрыть',
    here: 'Что здесь делают',
    clauses: (clauses: string) => `Инструкция классного руководителя, п.\u00a0${clauses}`,
  },
  en: {
    close: 'Close',
    here: 'What is done here',
    clauses: (clauses: string) => `The class teacher’s instruction, ${clauses}`,
  },
}
export type HelpWords = (typeof helpWords)['ru']
