import { useState } from 'react'
import type { FamilyState } from '../../../domain/duties/families.ts'
import { entity } from '../../../domain/ledger/documents.ts'
import type { Json } from '../../../domain/ledger/fact.ts'
import {
  hasConsent,
  isPaperOnly,
  isWithdrawn,
  mayBeTold,
  type Purpose,
} from '../../../domain/school/consents.ts'
import type { Consent } from '../../../domain/school/family-view.ts'
import { fullName, lastFirst } from '../../../domain/school/names.ts'
import { Button } from '../../design/button.tsx'
import { useTexts } from '../../design/texts/language.tsx'
import { useAppearance } from '../../workspace/appearance.ts'
import css from '../desk.module.css'
import type { FamilyTaskProps } from '../families-part.tsx'
import { FamilyRow } from '../family-row.tsx'
import { ConsentLine } from './consent-line.tsx'
import { ConsentRegister } from './consent-register.tsx'
import { consentsTexts } from './texts.ts'

const others = ['diary', 'notices'] as const

/** Согласия: what each of the families consented to, when, and what was taken back (clause 5.3.1). */
export function FamiliesConsent({ desk, states, today, write }: FamilyTaskProps) {
  const { families } = useTexts()
  const { language } = useAppearance()
  const texts = consentsTexts[language]
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set())
  const lacking = states.filter(({ family }) => family && !hasConsent(family))
  const put = (pupil: string, person: string, purpose: Purpose, consent: Consent) =>
    write([
      {
        document: desk.familyDocument(pupil),
        entries: [
          {
            entity: entity.consent(person, purpose),
            attribute: 'consent',
            value: consent as unknown as Json,
          },
        ],
      },
    ])
  const toggle = (id: string) => {
    const next = new Set(open)
    if (!next.delete(id)) next.add(id)
    setOpen(next)
  }
  const first = states.filter((state) => lacking.includes(state) || isLimited(state))
  const rows = [...first, ...states.filter((state) => !first.includes(state))]
  return (
    <>
      <p>{families.consentOf(states.length - lacking.length, states.length)}</p>
      <ConsentRegister desk={desk} states={states} today={today} />
      <ul className={css.list}>
        {rows.map((state) => {
          const { pupil, family } = state
          const guardians = family?.guardians.map((one) => ({ id: one.id, name: fullName(one) })) ?? []
          const given = family !== undefined && hasConsent(family)
          const closed = family !== undefined && isPaperOnly(family)
          const silent = family !== undefined && !mayBeTold(family, 'email')
          const more = open.has(pupil.id) || isLimited(state)
          const line = (person: { id: string; name: string }, purpose: Purpose) => (
            <ConsentLine
              key={`${person.id} ${purpose}`}
              family={family}
              person={person}
              purpose={purpose}
              today={today}
              onPut={(consent) => put(pupil.id, person.id, purpose, consent)}
            />
          )
          return (
            <FamilyRow
              key={pupil.id}
              state={state}
              desk={desk}
              write={write}
              line={
                <span className={given && !closed ? css.quiet : css.act}>
                  {[
                    given ? families.consentGiven : families.consentNone,
                    closed && texts.paperOnly,
                    silent && texts.noNotices,
                  ]
                    .filter(Boolean)
                    .join(', ')}
                </span>
              }
              extra={
                <ul className={css.wide}>
                  {[...guardians, { id: pupil.id, name: families.pupilSelf }].map((person) =>
                    line(person, 'data'),
                  )}
                  {more && guardians.flatMap((person) => others.map((purpose) => line(person, purpose)))}
                </ul>
              }
            >
              <Button
                look="quiet"
                aria-expanded={more}
                aria-label={`${texts.others}: ${lastFirst(pupil)}`}
                onClick={() => toggle(pupil.id)}
              >
                {texts.others}
              </Button>
            </FamilyRow>
          )
        })}
      </ul>
    </>
  )
}

/** Whether somebody of the family took back the consent to the diary, to e-mail or messages. */
function isLimited({ family }: FamilyState): boolean {
  return (
    family?.guardians.some(({ id }) => others.some((purpose) => isWithdrawn(family, id, purpose))) ?? false
  )
}
