/** The forms of a word by a language's plural rules; `other` serves where a rule has no form of its own. */
export type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }

/** The form of a word that goes with a number. */
export function inflector(language: string): (count: number, forms: Forms) => string {
  const rules = new Intl.PluralRules(language)
  return (count, forms) => forms[rules.select(count)] ?? forms.other
}

/** «3 записи»: a number with the right form of its word. */
export function counter(language: string): (count: number, forms: Forms) => string {
  const inflect = inflector(language)
  const number = new Intl.NumberFormat(language)
  return (count, forms) => `${number.format(count)} ${inflect(count, forms)}`
}
