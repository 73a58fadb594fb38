import { count } from './words.ts'

/** What the server itself received about a cell; not of the catalogue, since it comes with a part that the office opens seldom. */
export const evidence = {
  title: 'Что получил сервер',
  lead: 'Все записи об этой клетке в том порядке, в котором их получил сервер: кто, когда, с какого устройства. Удалить или изменить их нельзя.',
  show: 'Показать',
  asking: 'Спрашиваем сервер…',
  again: 'Спросить ещё раз',
  noLine: 'Нет связи с сервером. Выписку составляет он: откройте её, когда связь появится.',
  nothing: 'Об этой клетке сервер ещё ничего не получал.',
  failed: 'Сервер не ответил, как должен. Попробуйте ещё раз; если не поможет, скажите администратору.',
  whole: (rows: number) =>
    `Проверено: в журнале записей ничего не изменено и не пропало (${count(rows, { one: 'запись', few: 'записи', other: 'записей' })}).`,
  broken: 'Журнал записей на сервере нарушен. Сообщите администратору школы:',
  device: (name: string, id: string) => `устройство «${name || 'без имени'}» (${id})`,
  server: 'на самом сервере',
  times: (device: string, server: string) => `записано ${device}, получено ${server}`,
  removed: 'снято',
  void: 'не засчитано',
  save: 'Сохранить выписку',
  saveProof: 'Файл для проверки',
  help: 'Выписку можно прочитать и напечатать. По файлу для проверки администратор сервера подтвердит, что в ней ничего не изменено.',
  file: (who: string) => `Выписка, ${who}`,
}

export type EvidenceTexts = typeof evidence
