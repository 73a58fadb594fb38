import { count } from './words.ts'

/** Correspondence of the class teacher with the families. */
export const classLetters = {
  notYours: 'Переписку видят только семья и классный руководитель.',
  tasks: 'Что с письмами',
  families: 'Семьи',
  requests: (n: number) => (n === 0 ? 'Ждут ответа' : `Ждут ответа: ${n}`),
  announcements: 'Объявления',
  unread: (n: number) => `новых: ${n}`,
  asks: (n: number) => (n === 1 ? 'ждёт ответа' : `ждут ответа: ${n}`),
  noLetters: 'Писем пока нет',
  open: 'Открыть',
  write: 'Написать',
  back: 'Все семьи',
  pupil: (name: string) => `${name} (ученик)`,
  formerGuardian: 'бывший представитель',
  fromYou: (to: string) => `Вы, кому: ${to}`,
  allGuardians: 'всем родителям',
  fate: {
    waiting: 'ждёт связи',
    sent: 'отправлено',
    delivered: (names: string) => `доставлено: ${names}`,
    read: (names: string) => `прочитано: ${names}`,
  },
  to: 'Кому',
  letter: 'Письмо',
  letterHint: 'Можно писать без связи: письмо уйдёт само, когда она появится.',
  send: 'Отправить',
  undo: 'Отменить',
  nothingWaits: 'Все просьбы отвечены.',
  absent: (from: string, to: string, reason: string) =>
    from === to ? `Не будет ${from}: ${reason}` : `Не будет ${from} – ${to}: ${reason}`,
  correct: (about: string, text: string) => `Просят исправить: ${about}. ${text}`,
  acceptAbsence: 'Принять',
  acceptCorrection: 'Исправлено',
  decline: 'Отклонить',
  why: 'Почему',
  cancel: 'Не надо',
  spanDocument: 'заявление родителей',
  announcement: 'Объявление всем семьям класса',
  announcementHint: 'Оно появится в дневнике у каждой семьи.',
  until: 'Показывать по какой день',
  untilHint: 'Не заполнено: показывать, пока не уберёте.',
  past: 'Этот день уже прошёл.',
  announce: 'Объявить',
  noAnnouncements: 'Объявлений нет',
  holds: (date: string, until: string) => `${date}, показывается по ${until}`,
  over: (date: string, until: string) => `${date}, больше не показывается (было по ${until})`,
  withdraw: 'Убрать',
  waiting: (unread: number, requests: number) =>
    [
      unread > 0 && `Семьи написали: ${count(unread, { one: 'письмо', few: 'письма', other: 'писем' })}`,
      requests > 0 && `Ждут ответа: ${requests}`,
    ]
      .filter(Boolean)
      .join('. '),
  toLetters: 'К письмам',
}
