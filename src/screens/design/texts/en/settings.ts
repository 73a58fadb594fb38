import type { Texts } from '../ru.ts'

export const settings: Texts['settings'] = {
  changePassword: 'Change the password',
  passwordLead:
    'The password is needed to sign in on a new device. Your other devices will ask you to sign in again.',
  oldPassword: 'Present password',
  newPassword: 'New password',
  changed: {
    pin: 'The PIN is changed.',
    password: 'The password is changed. Your other devices are signed out.',
  },
  signOutSaved: (n) =>
    `Sign out? The entries not sent (${n}) are erased from the tablet too: they remain only in the saved file.`,
  problem: {
    wrongCredentials: 'The present password is wrong. Check the keyboard layout and capital letters.',
    weakPassword: 'This password is easy to guess. Choose another: three or four words do well.',
    noLine:
      'The school server cannot be reached. The password is changed with a connection; the old one holds.',
  },
}
