import { count } from './words.ts'

const days = (n: number) => count(n, { one: 'день', few: 'дня', other: 'дней' })
const hours = (n: number) => count(n, { one: 'час', few: 'часа', other: 'часов' })
const minutes = (n: number) => count(n, { one: 'минуту', few: 'минуты', other: 'минут' })

export const line = {
  https: 'Связь с сервером есть: через HTTPS, запасной путь',
  httpsHelp: 'Сеть не пропускает обычное соединение. Всё отправляется и приходит, только чуть медленнее.',
  strangerTitle: 'Вместо сервера школы отвечает сеть',
  strangerHelp:
    'Похоже, это страница входа в Wi-Fi: откройте её в браузере и войдите в сеть. Записи лежат на планшете и уйдут сами.',
  clock: 'Часы планшета',
  clockRight: 'идут верно',
  days,
  hours,
  minutes,
  ahead: (time: string) => `спешат на ${time}`,
  behind: (time: string) => `отстают на ${time}`,
  clockTitle: (how: string) => `Часы планшета ${how}`,
  clockHelp:
    'Уроки показаны не за сегодня. Поправьте дату и время в настройках планшета. Сделанные записи не пропадут, но будут помечены. Если на планшете всё верно, скажите администратору: неверны часы сервера.',
}
