import type { AccountFaultCode } from '../../../sync/account-client.ts'
import { esia as en } from '../../design/texts/en/esia.ts'
import { esia as ru } from '../../design/texts/ru/esia.ts'

/** Texts of the sign-in through Госуслуги, by language. */
export const esiaTexts = { ru, en }
export type EsiaLanguage = keyof typeof esiaTexts

/** What a fault tells the person. */
export function esiaProblem(code: AccountFaultCode, language: EsiaLanguage): string {
  const { problems } = esiaTexts[language]
  if (code === 'notTheRelay') return problems.noLine
  return code in problems ? problems[code as keyof typeof problems] : problems.server
}
