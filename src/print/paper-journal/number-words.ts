const units = ['', 'один', 'два', 'три', 'четыре', 'пять', 'шесть', 'семь', 'восемь', 'девять']
const teens = [
  'десять',
  'одиннадцать',
  'двенадцать',
  'тринадцать',
  'четырнадцать',
  'пятнадцать',
  'шестнадцать',
  'семнадцать',
  'восемнадцать',
  'девятнадцать',
]
const tens = [
  'двадцать',
  'тридцать',
  'сорок',
  'пятьдесят',
  'шестьдесят',
  'семьдесят',
  'восемьдесят',
  'девяносто',
]
const hundreds = [
  '',
  'сто',
  'двести',
  'триста',
  'четыреста',
  'пятьсот',
  'шестьсот',
  'семьсот',
  'восемьсот',
  'девятьсот',
]

/** A number of something masculine in words, from 1 to 999: 42 is «сорок два». */
export function numberWords(number: number): string {
  const rest = number % 100
  const last =
    rest < 10
      ? [units[rest]]
      : rest < 20
        ? [teens[rest - 10]]
        : [tens[Math.floor(rest / 10) - 2], units[rest % 10]]
  return [hundreds[Math.floor(number / 100)], ...last].filter((word) => word !== '').join(' ')
}

const rules = new Intl.PluralRules('ru')

/** «21 (двадцать один) лист», «42 (сорок два) листа», «5 (пять) листов» */
export function sheetsInWords(sheets: number): string {
  const forms: Partial<Record<Intl.LDMLPluralRule, string>> = { one: 'лист', few: 'листа' }
  return `${sheets} (${numberWords(sheets)}) ${forms[rules.select(sheets)] ?? 'листов'}`
}
