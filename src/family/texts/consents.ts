/** Consents in the diary; they come with their section. */
const ru = {
  title: 'Согласия',
  of: (child: string) => `О ребёнке: ${child}`,
  purpose: {
    data: 'Обработка персональных данных',
    diary: 'Электронный дневник',
    notices: 'Письма на почту и сообщения на телефон',
  },
  none: 'не записано',
  given: (day: string) => `дано ${day}`,
  withdrawn: (day: string) => `отозвано ${day}`,
  inDiary: 'в дневнике',
  waiting: 'ждёт связи',
  refused: 'школа не приняла, обратитесь к классному руководителю',
  give: 'Дать согласие',
  withdraw: 'Отозвать',
  sure: 'Отозвать согласие',
  keep: 'Оставить',
  giveWhat: (what: string) => `Дать согласие: ${what}`,
  withdrawWhat: (what: string) => `Отозвать: ${what}`,
  noWriter: 'Чтобы давать и отзывать согласия с этого телефона, выйдите и войдите ещё раз.',
  follows: {
    data: 'Классный журнал школа ведёт и дальше: этого требует закон. Этот дневник закроется для вас сразу и сотрётся с телефона, на почту и телефон ничего приходить не будет. Ваши телефон, почту и адрес школа удалит. Об успехах будут сообщать на бумаге. Вернуть согласие можно у классного руководителя. Если дневник нужен, сначала сохраните его: «Мои данные» ниже.',
    diary:
      'Дневник закроется для вас сразу и сотрётся с телефона вместе с письмами. Об успехах будут сообщать на бумаге. Отметки остаются в журнале школы. Открыть дневник снова можно у классного руководителя. Если он нужен, сначала сохраните его: «Мои данные» ниже.',
    notices: 'На почту и телефон больше ничего не придёт. Дневник и письма в нём остаются.',
  },
}

const en: typeof ru = {
  title: 'Consents',
  of: (child) => `About: ${child}`,
  purpose: {
    data: 'Processing of personal data',
    diary: 'Electronic diary',
    notices: 'E-mail and messages to the phone',
  },
  none: 'not recorded',
  given: (day) => `given ${day}`,
  withdrawn: (day) => `withdrawn ${day}`,
  inDiary: 'in the diary',
  waiting: 'waits for a connection',
  refused: 'the school did not take it, ask the class teacher',
  give: 'Give consent',
  withdraw: 'Withdraw',
  sure: 'Withdraw the consent',
  keep: 'Keep it',
  giveWhat: (what) => `Give consent: ${what}`,
  withdrawWhat: (what) => `Withdraw: ${what}`,
  noWriter: 'To give and withdraw consents from this phone, sign out and in again.',
  follows: {
    data: 'The school goes on keeping the class journal: the law asks for it. This diary closes to you at once and is erased from the phone; nothing comes by e-mail or to the phone. The school deletes your phone number, e-mail and address. You will be told on paper how the child is doing. The class teacher can take your consent anew. If you need the diary, save it first: “My data” below.',
    diary:
      'The diary closes to you at once and is erased from the phone with its letters. You will be told on paper how the child is doing. Marks stay in the school’s journal. The class teacher can open the diary again. If you need it, save it first: “My data” below.',
    notices: 'Nothing comes by e-mail or to the phone any more. The diary and its letters stay.',
  },
}

export const consentsTexts = { ru, en }
