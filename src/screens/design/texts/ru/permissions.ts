/** Requests to edit locked periods, and permissions. */
export const permissions = {
  requests: 'Просьбы учителей',
  noRequests: 'Просьб открыть период нет.',
  lessonOf: (day: string) => `урок ${day}`,
  until: 'Разрешить до',
  permit: 'Разрешить',
  refuse: 'Отказать',
  why: 'Почему нельзя',
  title: 'Разрешения на правку',
  lead: 'Учитель сможет править этот журнал в закрытом периоде до конца указанного дня.',
  stands: (day: string) => `можно до ${day}`,
  withdraw: 'Отозвать',
  teacher: 'Учитель',
  journal: 'Журнал',
  chooseJournal: 'Выберите журнал',
}
