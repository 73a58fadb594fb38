/** The forms of a word by a language's plural rules; `other` serves where a rule has no form of its own. */
type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }

/** Numbers in a language: by themselves, and with the right form of a word. */
export function wordsIn(language: string) {
  const rules = new Intl.PluralRules(language)
  const format = new Intl.NumberFormat(language)
  const number = (of: number) => format.format(of)
  const count = (of: number, forms: Forms) => `${number(of)} ${forms[rules.select(of)] ?? forms.other}`
  return { number, count }
}

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const

/** «1,4 ГБ»; thousands, as disks are sold. */
export function bytesIn(language: string, bytes: number): string {
  const at = Math.min(units.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(bytes, 1)) / 3)))
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit: units[at]!,
    maximumSignificantDigits: 2,
  }).format(bytes / 1000 ** at)
}

/** «25 ноября, 14:05» in a time zone. */
export function timeIn(language: string, time: number, timeZone: string | undefined): string {
  const format = {
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  } as const
  try {
    return new Intl.DateTimeFormat(language, { ...format, timeZone }).format(time)
  } catch {
    // A zone that this computer does not know.
    return new Intl.DateTimeFormat(language, format).format(time)
  }
}
