import type { Texts } from '../ru.ts'

export const planSharing: Texts['planSharing'] = {
  take: 'Take a ready plan',
  others: 'Other plans',
  asking: 'Asking which plans there are…',
  noLine: 'There is no connection now',
  noLineHelp: 'Plans of colleagues are on the server. Open this list once there is a connection.',
  nothing: 'There are no ready plans',
  nothingHelp:
    'Plans of this subject and grade that colleagues share, and your own of former years, appear here.',
  offer: (title, teacher, year) => [title, teacher, year].filter((part) => part !== '').join(' · '),
  share: 'Share the plan with colleagues',
  unshare: 'Stop sharing the plan',
  shared: 'Colleagues may take this plan over.',
  split: 'Split the hours',
  wasSplit: 'The hours are split',
  excel: 'Excel',
  csv: 'CSV',
  drag: 'Drag the number to move',
}
