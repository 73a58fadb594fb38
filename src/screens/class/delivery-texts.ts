import type { Sending } from '../../domain/school/family-view.ts'

const ru = {
  subject: 'Сведения об успехах',
  letters: (n: number) => (n === 0 ? 'Отправить письма' : `Отправить письма: ${n}`),
  ask: (n: number) => (n === 0 ? 'Отправить' : `Отправить: ${n}`),
  hint: {
    paper: 'Распечатайте листки, раздайте и запишите, что семьи извещены.',
    talk: 'Поговорили с семьёй: запишите это здесь.',
    letter: 'Письмо с отметками и пропусками придёт всем родителям ученика в дневник.',
    email:
      'Сервер отправит сведения родителям, у которых записана почта и дано согласие на письма («Согласия»). «Извещены» появится, когда почтовый сервер примет письмо.',
    push: 'Родителям придёт сообщение, что в дневнике есть новости. Отметок в нём нет: они в дневнике.',
  },
  asked: (n: number) => `Отправляем семьям: ${n}. Что не ушло, будет видно здесь.`,
  lettersSent: (n: number) => `Писем: ${n}. Уйдут сами, когда будет связь.`,
  sending: { email: 'Отправляем по электронной почте', push: 'Отправляем сообщение на телефон' },
  failed: (days: string, why: string) => `Не отправлено за ${days}: ${why}`,
  why: {
    off: { email: 'почта на сервере не настроена', push: 'сообщения на сервере не настроены' },
    noAddress: {
      email: 'адреса почты нет, запишите его в «Семье»',
      push: 'никто из семьи не включил сообщения на телефоне',
    },
    noConsent: {
      email: 'нет согласия на письма и сообщения',
      push: 'нет согласия на письма и сообщения',
    },
    notWished: {
      email: 'семья просила присылать иначе',
      push: 'семья просила присылать иначе',
    },
    refused: {
      email: 'почтовый сервер не принял адрес, проверьте его в «Семье»',
      push: 'телефон больше не принимает сообщения',
    },
    unreachable: {
      email: 'почтовый сервер не отвечал больше суток',
      push: 'служба сообщений не отвечала больше суток',
    },
  } satisfies Record<NonNullable<Sending['failed']>, Record<Sending['how'], string>>,
  days: (from: string, to: string) => `${from} – ${to}`,
  wish: {
    letter: 'отчёт письмом в дневник',
    email: 'отчёт по электронной почте',
    push: 'отчёт сообщением на телефон',
    paper: 'отчёт листком',
  },
  absence: 'сообщать об отсутствии',
  quiet: (from: string, to: string) => `не беспокоить с ${from} до ${to}`,
  wishes: (name: string, wishes: string) => `${name}: ${wishes}`,
  seen: (name: string, moment: string) => `ознакомлены: ${name}, ${moment}`,
}

const en: typeof ru = {
  subject: 'How your child is doing',
  letters: (n) => (n === 0 ? 'Send letters' : `Send letters: ${n}`),
  ask: (n) => (n === 0 ? 'Send' : `Send: ${n}`),
  hint: {
    paper: 'Print the strips, hand them out and record that the families were told.',
    talk: 'You have spoken with the family: record it here.',
    letter: 'A letter with marks and absences will come to all guardians’ diaries.',
    email:
      'The server will write to guardians who have an address on record and have consented to email (Consents). “Told” appears once the mail server has accepted the letter.',
    push: 'Guardians will get a message that there is news in the diary. It has no marks in it: they are in the diary.',
  },
  asked: (n) => `Being sent to families: ${n}. What does not go out will be shown here.`,
  lettersSent: (n) => `Letters: ${n}. They go by themselves when there is a line.`,
  sending: { email: 'Being sent by email', push: 'Being sent to the phone' },
  failed: (days, why) => `Not sent for ${days}: ${why}`,
  why: {
    off: { email: 'email is not set up on the server', push: 'messages are not set up on the server' },
    noAddress: {
      email: 'no email address, enter it under Family',
      push: 'nobody of the family has messages switched on',
    },
    noConsent: {
      email: 'no consent to email and messages',
      push: 'no consent to email and messages',
    },
    notWished: {
      email: 'the family wishes another way',
      push: 'the family wishes another way',
    },
    refused: {
      email: 'the mail server refused the address, check it under Family',
      push: 'the phone takes no messages any more',
    },
    unreachable: {
      email: 'the mail server has not answered for over a day',
      push: 'the message service has not answered for over a day',
    },
  },
  days: (from, to) => `${from} – ${to}`,
  wish: {
    letter: 'report by letter in the diary',
    email: 'report by email',
    push: 'report by a message to the phone',
    paper: 'report on paper',
  },
  absence: 'tell of absences',
  quiet: (from, to) => `do not disturb from ${from} to ${to}`,
  wishes: (name, wishes) => `${name}: ${wishes}`,
  seen: (name, moment) => `seen by ${name}, ${moment}`,
}

/** Words for how families are told; they come with the part, not with the app's first step. */
export const deliveryTexts = { ru, en }
