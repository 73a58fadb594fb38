const ru = {
  title: 'Сообщения на этот телефон',
  what: 'Телефон скажет, что в дневнике есть новости. Имён и отметок в сообщении нет.',
  on: 'Включены.',
  off: 'Выключены.',
  turnOn: 'Включить',
  turnOff: 'Выключить',
  noLine: 'Нет связи. Включить и выключить можно, когда она появится.',
  unable: 'Этот браузер не умеет. На iPhone сначала поставьте дневник на экран «Домой» и откройте оттуда.',
  denied:
    'Вы запретили сообщения от этого сайта. Разрешите их в настройках браузера и откройте дневник ещё раз.',
  failed: 'Не вышло: служба сообщений телефона не отвечает. Попробуйте позже.',
  consent: 'Сообщения придут, когда будет дано согласие на письма и сообщения: «Ещё», «Согласия».',
}
const en: typeof ru = {
  title: 'Messages to this phone',
  what: 'The phone will say that there is news in the diary. There are no names or marks in the message.',
  on: 'Switched on.',
  off: 'Switched off.',
  turnOn: 'Switch on',
  turnOff: 'Switch off',
  noLine: 'No connection. You can switch them on or off when there is one.',
  unable: 'This browser cannot do it. On an iPhone first add the diary to the Home Screen and open it there.',
  denied:
    'You have forbidden messages from this site. Allow them in the browser’s settings and reopen the diary.',
  failed: 'It did not work: the phone’s message service does not answer. Try again later.',
  consent: 'Messages will come once you have consented to email and messages: More, Consents.',
}
export const pushTexts = { ru, en }
