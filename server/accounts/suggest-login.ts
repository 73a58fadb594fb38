import type { PersonName } from '../../src/domain/school/names.ts'

/** How Russian surnames are written in Latin letters in e-mail addresses. */
const latin: Record<string, string> = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  д: 'd',
  е: 'e',
  ё: 'e',
  ж: 'zh',
  з: 'z',
  и: 'i',
  й: 'y',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ф: 'f',
  х: 'kh',
  ц: 'ts',
  ч: 'ch',
  ш: 'sh',
  щ: 'shch',
  ъ: '',
  ы: 'y',
  ь: '',
  э: 'e',
  ю: 'yu',
  я: 'ya',
}

const longest = 30

/** A free login made of a person's name: `trefilova`, else `trefilova.s`, `trefilova.so`, `trefilova2` ... */
export function suggestLogin(
  { last, first, middle }: PersonName,
  isTaken: (login: string) => boolean,
): string {
  const surname = inLatin(last).slice(0, longest) || 'user'
  const initials = [first, middle ?? ''].map((name) => inLatin(name).slice(0, 1))
  const candidates = [surname, `${surname}.${initials[0]}`, `${surname}.${initials.join('')}`]
  const free = candidates.find((login) => /^[a-z0-9]+(\.[a-z0-9]+)?$/.test(login) && !isTaken(login))
  if (free !== undefined) return free
  for (let number = 2; ; number++) {
    const login = `${surname}${number}`
    if (!isTaken(login)) return login
  }
}

function inLatin(name: string): string {
  return Array.from(name.toLowerCase(), (letter) => latin[letter] ?? letter)
    .join('')
    .replace(/[^a-z0-9]/g, '')
}
