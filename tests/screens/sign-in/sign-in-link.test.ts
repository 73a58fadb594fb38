import { expect, it } from 'vitest'
import { hostTyped } from '../../../src/screens/other-school/going.ts'
import { readArrival, readSignInLink, signInLink } from '../../../src/screens/sign-in/sign-in-link.ts'

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

it('knows what a browser was sent here for, and takes nothing else for a code', () => {
  for (const from of ['esia', 'link', 'linked', 'come'])
    expect(readArrival(`#/${from}/a-B_9`)).toEqual({ from, code: 'a-B_9' })
  for (const hash of ['', '#/come', '#/come/', '#/come/a/b', '#/come/a%20b', '#/more/a', '#/today'])
    expect(readArrival(hash)).toBeUndefined()
})

it('finds the host in what is typed or pasted', () => {
  expect(
    ['Zarya.example', ' https://zarya.example/#/today ', 'zarya.example:8443/', 'заря.рф'].map(hostTyped),
  ).toEqual(['zarya.example', 'zarya.example', 'zarya.example', 'xn--80an2a1d.xn--p1ai'])
  expect(['', '  ', 'https://'].map(hostTyped)).toEqual(['', '', ''])
})
