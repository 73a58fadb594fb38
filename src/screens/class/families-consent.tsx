import { entity } from '../../domain/ledger/documents.ts'
import type { Json } from '../../domain/ledger/fact.ts'
import { type Consent, consentOf, hasConsent } from '../../domain/school/family-view.ts'
import { fullName } from '../../domain/school/names.ts'
import { Button } from '../design/button.tsx'
import { Notice } from '../design/notice.tsx'
import { useFormat, useTexts } from '../design/texts/language.tsx'
import css from './desk.module.css'
import type { FamilyTaskProps } from './families-part.tsx'
import { FamilyRow } from './family-row.tsx'

/** Согласия: who of the family consented to the keeping of personal data, when, and who took it back (clause 5.3.1). */
export function FamiliesConsent({ desk, states, today, write }: FamilyTaskProps) {
  const texts = useTexts().families
  const format = useFormat()
  const lacking = states.filter(({ family }) => family && !hasConsent(family))
  const put = (pupil: string, person: string, consent: Consent) =>
    write([
      {
        document: desk.familyDocument(pupil),
        entries: [
          { entity: entity.consent(person), attribute: 'consent', value: consent as unknown as Json },
        ],
      },
    ])
  const rows = [...lacking, ...states.filter((state) => !lacking.includes(state))]
  return (
    <>
      <p>{texts.consentOf(states.length - lacking.length, states.length)}</p>
      <ul className={css.list}>
        {rows.map((state) => {
          const { pupil, family } = state
          const people = [
            ...(family?.guardians.map((one) => ({ id: one.id, name: fullName(one) })) ?? []),
            { id: pupil.id, name: texts.pupilSelf },
          ]
          const consents = people.map((one) => ({ ...one, consent: family && consentOf(family, one.id) }))
          const withdrawn = consents.some(({ consent }) => consent?.withdrawn !== undefined)
          const given = family !== undefined && hasConsent(family)
          return (
            <FamilyRow
              key={pupil.id}
              state={state}
              desk={desk}
              write={write}
              line={
                <span className={given ? css.quiet : css.act}>
                  {given ? texts.consentGiven : withdrawn ? texts.consentWithdrawn : texts.consentNone}
                </span>
              }
              extra={
                <div className={css.wide}>
                  {withdrawn && !given && <Notice icon="alert">{texts.afterWithdrawal}</Notice>}
                  <ul>
                    {consents.map(({ id, name, consent }) => (
                      <li key={id} className={css.actions}>
                        <span>
                          {name}
                          <span className={css.quiet}>
                            {consent?.withdrawn !== undefined
                              ? ` · ${texts.withdrawnOn(format.date(consent.withdrawn))}`
                              : consent && ` · ${texts.givenOn(format.date(consent.given))}`}
                          </span>
                        </span>
                        {consent && consent.withdrawn === undefined ? (
                          <Button
                            look="quiet"
                            aria-label={`${texts.withdraw}: ${name}`}
                            onClick={() => put(pupil.id, id, { ...consent, withdrawn: today })}
                          >
                            {texts.withdraw}
                          </Button>
                        ) : (
                          <Button
                            look="quiet"
                            disabled={!family}
                            aria-label={`${texts.give}: ${name}`}
                            onClick={() => put(pupil.id, id, { given: today })}
                          >
                            {texts.give}
                          </Button>
                        )}
                      </li>
                    ))}
                  </ul>
                </div>
              }
            >
              {null}
            </FamilyRow>
          )
        })}
      </ul>
    </>
  )
}
