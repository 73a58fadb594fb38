import type { Attention } from '../region.ts'
import { wordsIn } from './words.ts'

const { count, number } = wordsIn('ru')

const schools = { one: 'школа', few: 'школы', other: 'школ' }
const devices = { one: 'устройство', few: 'устройства', other: 'устройств' }
const schoolDays = { one: 'учебный день', few: 'учебных дня', other: 'учебных дней' }
const entries = { one: 'запись', few: 'записи', other: 'записей' }
const letters = { one: 'письмо', few: 'письма', other: 'писем' }
const logins = { one: 'вход', few: 'входа', other: 'входов' }
const packets = { one: 'отправка', few: 'отправки', other: 'отправок' }

/** What is said of a school that stands out. */
function attention(found: Attention): string {
  switch (found.kind) {
    case 'silent':
      return `нет связи ${count(found.days, schoolDays)}`
    case 'noEntries':
      return `связь есть, записей нет ${count(found.days, schoolDays)}`
    case 'oldApp':
      return `старая версия приложения: ${count(found.count, devices)}`
    case 'voided':
      return `не засчитано за 7 дней: ${count(found.count, entries)}`
    case 'refused':
      return `сервер отклонил за 7 дней: ${count(found.count, packets)}`
    case 'stuck':
      return `не уходят семьям: ${count(found.count, letters)}`
    case 'failed':
      return `не доставлено за 7 дней: ${count(found.count, letters)}`
    case 'paused':
      return `на паузе после неверных паролей: ${count(found.count, logins)}`
    case 'damaged':
      return 'проверка (verify) нашла повреждение'
    case 'noFigures':
      return 'сведения не прочитаны: школы нет в базе'
  }
}

export const ru = {
  language: 'ru',
  title: 'Парта: школы',
  at: (time: string) => `На ${time}`,
  server: (version: string) => `сервер версии ${version}`,
  schools: (of: number) => count(of, schools),
  database: (engine: 'sqlite' | 'postgres', size: string) =>
    `База ${engine === 'sqlite' ? 'SQLite' : 'PostgreSQL'}: ${size}`,
  free: (size: string) => `на диске свободно ${size}`,
  freeUnknown: 'сколько места на её диске, PostgreSQL не сообщает',
  archive: (time: string | null) =>
    time === null ? 'журнал базы ещё не сдавался в архив' : `журнал базы сдан в архив ${time}`,
  archiveFails: 'Журнал базы не сдаётся в архив (archive_command): место на её диске кончится.',
  copied: (time: string | null) =>
    time === null ? 'о копиях (backup) ничего не известно' : `последняя копия ${time}`,
  notCopied: (time: string | null) =>
    time === null ? 'Копий (backup) ещё не делали.' : `Последняя копия (backup) старая: ${time}.`,
  littleRoom: (size: string) => `На диске осталось ${size}.`,
  attentionTitle: 'Что требует внимания',
  nothing: 'Ничего: со всеми школами есть связь, ничто не выделяется.',
  noSchools: 'В базе ещё нет школ. Добавьте: school add ID --host АДРЕС.',
  attention,
  listTitle: 'Все школы',
  columns: {
    school: 'Школа',
    contact: 'Последняя связь',
    entries: 'Записи',
    newest: 'Последняя запись',
    turnedDown: 'Не принято за 7 дней',
    letters: 'Письма семьям',
    devices: 'Устройства и версии',
    verified: 'Проверка (verify)',
  },
  never: 'не было',
  days: (of: number) => `${count(of, schoolDays)} назад`,
  dayOff: 'сегодня не учатся',
  today: (of: number) => `сегодня\u00a0${number(of)}`,
  week: (of: number) => `за 7 дней\u00a0${number(of)}`,
  voided: (of: number) => `не засчитано\u00a0${number(of)}`,
  refused: (of: number) => `отклонено\u00a0${number(of)}`,
  waiting: (of: number) => `ждут\u00a0${number(of)}`,
  failed: (of: number) => `не доставлено\u00a0${number(of)}`,
  noLetters: 'нет',
  devices: (of: number) => count(of, devices),
  version: (app: string, of: number, time: string) =>
    `${app === '' ? 'версия неизвестна' : app}: ${number(of)}, ${time}`,
  families: (of: number) => `у семей: ${number(of)}`,
  paused: (of: number) => `на паузе: ${count(of, logins)}`,
  verified: (time: string, ok: boolean) => (ok ? `${time}, цела` : `${time}, повреждена`),
  unknown: 'неизвестно',
  json: 'То же для программ (JSON)',
  explained:
    'Устройство — браузер одного человека: планшет, на котором работают трое, считается трижды. Не засчитанные записи хранятся, но не действуют: период закрыт или нет права. Отклонённое сервер не принял. Время школы — по её часовому поясу. Имён и логинов здесь нет.',
}

export type RegionTexts = typeof ru
