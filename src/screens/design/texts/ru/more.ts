import { count, entries } from './words.ts'

export const more = {
  title: 'Ещё',
  theme: 'Вид',
  themes: { system: 'как на планшете', light: 'светлый', dark: 'тёмный' },
  language: 'Язык',
  languages: { ru: 'Русский', en: 'English' },
  autoLock: 'Закрывать на ПИН, если не пользуются',
  minutes: (n: number) => count(n, { one: 'минуту', few: 'минуты', other: 'минут' }),
  person: 'Вы вошли как',
  changePin: 'Сменить ПИН',
  signOut: 'Выйти и стереть мои записи с планшета',
  signOutWaiting: (n: number) =>
    `Ещё не на сервере: ${entries(n)}. Выйти можно, когда всё уйдёт, или сохранив их в файл.`,
  signOutSure: 'Выйти? Чтобы войти снова, понадобятся связь и пароль.',
  reasons: 'Причина отсутствия',
  signOutDo: 'Выйти',
}
