import type { Texts } from '../ru.ts'
import { attempts, count, entries, wait } from './words.ts'

export const signIn: Texts['signIn'] = {
  title: 'Sign in',
  first: 'First sign-in',
  firstLead:
    'The school gives you a login and a one-time code. The code works once; afterwards you use your own password.',
  login: 'Login',
  code: 'One-time code',
  codeHint: 'Capital and small letters are the same, dashes may be left out.',
  password: 'Password',
  newPassword: 'Choose a password',
  newPasswordHint: 'At least 10 characters. Three or four words do well.',
  again: 'The password again',
  enter: 'Sign in',
  entering: 'Checking…',
  haveCode: 'I have a one-time code',
  havePassword: 'I already have a password',
  backToWork: 'Back to work',
  toPeople: 'To the people on this tablet',
  empty: 'Fill in this field.',
  tooShort: (left) => `The password is short: add ${count(left, { one: 'character', other: 'characters' })}.`,
  different: 'The passwords differ. Enter the same one again.',
  problem: {
    wrongCode:
      'The login or the code is wrong. Check the letters; if the code was used, ask the school for another.',
    wrongPassword: 'The login or the password is wrong. Check the keyboard layout and capital letters.',
    anotherPerson:
      'This is the login of another person. Use your own: entries can only be sent in your own name.',
    noLine:
      'The school server cannot be reached. The first sign-in on this tablet needs a connection: join the school network and press “Sign in” again. Later you can work without it.',
    tooMany: (time) => `Too many attempts. Try again at ${time}.`,
    revoked:
      'The school has cut off this tablet. Sign in again with login and password when there is a connection.',
    server: 'The server could not answer. Try in a minute; if that does not help, tell the administrator.',
  },
  pin: {
    title: 'Choose a PIN',
    person: (name) => `${name}, one thing is left.`,
    why: 'The PIN opens your journal on this tablet without internet. The entries here are encrypted: without the PIN neither a pupil nor a finder of the tablet can read them.',
    forget:
      'Remember it. If you forget it, signing in with the password helps, but entries not sent yet cannot be read any more.',
    choose: 'PIN, at least 6 digits',
    repeat: 'The same PIN again',
    next: 'Next',
    save: 'Save the PIN',
    restart: 'Start over',
    short: 'At least 6 digits are needed.',
    simple: 'Too simple: equal digits or digits in a row are guessed first.',
    different: 'They differ. Choose a PIN again.',
    storage: 'The PIN was not saved: writing to the tablet failed. Free some space and try again.',
  },
  unlock: {
    who: 'Who works?',
    pin: 'Your PIN',
    enter: 'Open',
    opening: 'Opening…',
    another: 'Another person',
    add: 'Sign in another person',
    forgot: 'Forgot the PIN?',
    waiting: (n) => `${wait(n)} to be sent`,
    wrong: (left) => `Wrong PIN. ${attempts(left)} left.`,
    tooMany: (time) => `Too many attempts. Try again at ${time}.`,
    erase: 'Erase a digit',
  },
  forgotten: {
    title: 'Forgot the PIN?',
    lead: 'Without the PIN the entries on this tablet cannot be read. You can start anew: sign in with your password and choose another PIN. All that is on the server is downloaded again.',
    hereTitle: 'You are on this tablet already',
    hereLead: 'Enter with your PIN: all is here. If it is forgotten, you can start anew with another.',
    hereRemembered: 'Enter the PIN',
    lossTitle: (n) => `These will be lost: ${entries(n)}`,
    loss: 'They have not been sent and are only here. Try to remember the PIN first.',
    remembered: 'I remember it',
    startAnew: 'Start anew',
    startAnewLosing: 'Start anew and lose these entries',
  },
}
