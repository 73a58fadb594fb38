import { count } from '../../screens/design/texts/ru/words.ts'

/** What the sign-in form says in Russian: all that a phone loads before a family signs in. */
export const enterRu = {
  brand: 'парта',
  enter: {
    first: 'Вход по коду',
    firstLead: 'Логин и код напечатаны на листке от классного руководителя. Код годится на один вход.',
    password: 'Вход',
    login: 'Логин',
    code: 'Одноразовый код',
    newPassword: 'Придумайте пароль',
    newPasswordHint: 'Не короче 10 знаков. Он понадобится на другом телефоне.',
    ownPassword: 'Пароль',
    again: 'Пароль ещё раз',
    submit: 'Войти',
    entering: 'Входим',
    haveCode: 'У меня есть код',
    havePassword: 'У меня уже есть пароль',
    empty: 'Заполните это поле.',
    tooShort: (n: number) => `Ещё ${count(n, { one: 'знак', few: 'знака', other: 'знаков' })}.`,
    different: 'Пароли не совпадают.',
    notFamily: 'Это вход сотрудника школы. Журнал открывается на главной странице.',
    toJournal: 'К журналу',
    staffLink: 'Сотрудникам школы: журнал',
    signedOut: 'Школа закрыла вход с этого телефона. Войдите снова, чтобы видеть новое.',
    problems: {
      noLine: 'Нет связи со школой. Проверьте интернет и нажмите «Войти» ещё раз: введённое осталось.',
      tooMany: 'Слишком много попыток. Попробуйте позже.',
      revoked: 'Этот вход закрыт. Обратитесь к классному руководителю.',
      wrongCode: 'Логин или код не подходит. Код годится на один вход; новый даст классный руководитель.',
      wrongPassword: 'Логин или пароль не подходит.',
      server: 'Сервер школы ответил ошибкой. Попробуйте через несколько минут.',
    },
  },
}

export type EnterTexts = typeof enterRu
