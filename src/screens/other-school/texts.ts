import type { AccountFaultCode } from '../../sync/account-client.ts'
import { otherSchool as en } from '../design/texts/en/other-school.ts'
import { otherSchool as ru } from '../design/texts/ru/other-school.ts'
import { useAppearance } from '../workspace/appearance.ts'

/** Texts of going to another school, by language. */
const otherSchoolTexts = { ru, en }

export function useOtherSchoolTexts() {
  return otherSchoolTexts[useAppearance().language]
}

/** What a fault tells the person. */
export function otherSchoolProblem(code: AccountFaultCode, { problems }: typeof ru): string {
  if (code === 'notTheRelay') return problems.noLine
  return code in problems ? problems[code as keyof typeof problems] : problems.server
}
