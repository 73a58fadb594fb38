import type { EsiaTexts } from '../ru/esia.ts'

export const esia: EsiaTexts = {
  enter: 'Sign in with Gosuslugi',
  going: 'Opening Gosuslugi',
  entering: 'Signing in with Gosuslugi',
  title: 'Sign-in with Gosuslugi',
  toSignIn: 'To the sign-in',
  lead: 'Link Gosuslugi to sign in without Parta’s password. Your name and documents there are not kept here.',
  link: 'Link Gosuslugi',
  linked: 'Gosuslugi is linked. Login and password work as well.',
  unlink: 'Unlink Gosuslugi',
  unlinked: 'Gosuslugi is unlinked. Sign in with your login and password.',
  problems: {
    noLine: 'No connection to the school. Check the internet and try again.',
    providerDown: 'Gosuslugi does not answer now. Try later. Login and password work.',
    notLinked:
      'This Gosuslugi account is not linked yet. Sign in with your code or password, then open “More” and press “Link Gosuslugi”.',
    linkedElsewhere:
      'This Gosuslugi account is linked to another login already. Unlink it there or ask the school.',
    declined: 'The sign-in was not confirmed at Gosuslugi. Nothing has changed.',
    startAgain: 'It did not work: time ran out, or it was begun in another browser. Try again.',
    revoked: 'This sign-in is closed. Ask the school.',
    tooMany: 'Too many attempts. Try later.',
    server: 'The school’s server answered with an error. Try again in some minutes.',
  },
}
