/** Consents on the class teacher's desk; they come with it. */
const ru = {
  purpose: {
    data: 'Обработка данных',
    diary: 'Электронный дневник',
    notices: 'Письма на почту и сообщения на телефон',
  },
  none: 'не записано',
  given: (day: string) => `дано ${day}`,
  withdrawn: (day: string) => `отозвано ${day}`,
  inDiary: 'в дневнике',
  give: 'Согласие дано',
  withdraw: 'Отозвано',
  cancel: 'Не надо',
  others: 'Дневник и уведомления',
  paperOnly: 'дневник закрыт, извещать листком',
  noNotices: 'без почты и сообщений',
  notThisWay: 'Так известить нельзя: согласие отозвано',
  follows: {
    data: 'Журнал школа ведёт и дальше: этого требует закон. Дневник для этого человека закроется сразу, на почту и телефон ничего отправлять нельзя, извещайте листком. Телефон, почту и адрес уберите в «Семье».',
    diary:
      'Дневник и письма в Парте закроются для этого человека сразу, извещайте листком. Откроются снова, когда запишете новое согласие.',
    notices: 'Отправлять письма на почту и сообщения на телефон больше нельзя. Дневник остаётся.',
  },
  register: 'Реестр согласий',
  registerHelp: 'Кто, на что и когда дал согласие, на бумаге или в дневнике, и когда отозвал.',
  empty: 'Ни одного согласия ещё не записано',
}

const en: typeof ru = {
  purpose: {
    data: 'Processing of data',
    diary: 'Electronic diary',
    notices: 'E-mail and messages to the phone',
  },
  none: 'not recorded',
  given: (day) => `given ${day}`,
  withdrawn: (day) => `withdrawn ${day}`,
  inDiary: 'in the diary',
  give: 'Consent given',
  withdraw: 'Withdrawn',
  cancel: 'Cancel',
  others: 'Diary and notices',
  paperOnly: 'diary closed, tell them on paper',
  noNotices: 'no e-mail, no messages',
  notThisWay: 'They can’t be told so: consent withdrawn',
  follows: {
    data: 'The school goes on keeping the journal: the law asks for it. The diary closes to this person at once, nothing may be sent by e-mail or to the phone, tell them on paper. Remove phone, e-mail and address under “Family”.',
    diary:
      'The diary and letters in Parta close to this person at once, tell them on paper. They open again with a new consent.',
    notices: 'E-mail and messages to the phone may not be sent any more. The diary stays.',
  },
  register: 'Register of consents',
  registerHelp: 'Who consented to what and when, on paper or in the diary, and when it was withdrawn.',
  empty: 'No consent has been recorded yet',
}

export const consentsTexts = { ru, en }
