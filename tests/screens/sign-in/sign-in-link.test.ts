import { expect, it } from 'vitest'
import { readSignInLink, signInLink } from '../../../src/screens/sign-in/sign-in-link.ts'

it('leads a slip to its login and code, whatever letters they have', () => {
  for (const invitation of [
    { login: 'vyatkina', code: 'K7MPT-4RX02' },
    { login: 'a/b #%ё', code: '1 2' },
  ])
    expect(readSignInLink(signInLink(invitation))).toEqual(invitation)
})

it('takes no other address for an invitation', () => {
  for (const hash of [
    '',
    '#/today',
    '#/enter/vyatkina',
    '#/enter//K7MPT',
    '#/enter/a/b/c',
    '#/enter/%E0%A4%A/b',
  ])
    expect(readSignInLink(hash)).toBeUndefined()
})
