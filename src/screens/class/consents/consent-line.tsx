import { useState } from 'react'
import { consentOf, type Purpose } from '../../../domain/school/consents.ts'
import type { Consent, FamilyView } from '../../../domain/school/family-view.ts'
import { Button } from '../../design/button.tsx'
import { Notice } from '../../design/notice.tsx'
import { useFormat } from '../../design/texts/language.tsx'
import { useAppearance } from '../../workspace/appearance.ts'
import css from '../desk.module.css'
import { consentsTexts } from './texts.ts'

/** One consent of one person, and what follows before it is taken back. */
export function ConsentLine({
  family,
  person: { id, name },
  purpose,
  today,
  onPut,
}: {
  /** Undefined while it has not come to this device. */
  family: FamilyView | undefined
  person: { id: string; name: string }
  purpose: Purpose
  today: string
  onPut: (consent: Consent) => void
}) {
  const { language } = useAppearance()
  const texts = consentsTexts[language]
  const format = useFormat()
  const [asking, setAsking] = useState(false)
  const consent = family && consentOf(family, id, purpose)
  const { given, withdrawn, basis, inDiary } = consent ?? {}
  const what = purpose === 'data' ? name : `${name}: ${texts.purpose[purpose]}`
  const says =
    withdrawn !== undefined
      ? texts.withdrawn(format.date(withdrawn))
      : given !== undefined
        ? texts.given(format.date(given))
        : texts.none
  const stands = given !== undefined && withdrawn === undefined
  const kept = { ...(given === undefined ? {} : { given }), ...(basis === undefined ? {} : { basis }) }
  return (
    <li>
      <div className={css.actions}>
        <span>
          {what}
          <span className={withdrawn === undefined ? css.quiet : css.act}>
            {` · ${says}${inDiary ? `, ${texts.inDiary}` : ''}`}
          </span>
        </span>
        {!stands && (
          <Button
            look="quiet"
            disabled={!family}
            aria-label={`${texts.give}: ${what}`}
            onClick={() => onPut({ given: today })}
          >
            {texts.give}
          </Button>
        )}
        {withdrawn === undefined && (stands || purpose !== 'data') && (
          <Button
            look="quiet"
            disabled={!family}
            aria-label={`${texts.withdraw}: ${what}`}
            onClick={() => setAsking(true)}
          >
            {texts.withdraw}
          </Button>
        )}
      </div>
      {asking && (
        <Notice
          tone="act"
          icon="alert"
          title={what}
          actions={
            <>
              <Button
                look="danger"
                onClick={() => {
                  setAsking(false)
                  onPut({ ...kept, withdrawn: today })
                }}
              >
                {texts.withdraw}
              </Button>
              <Button onClick={() => setAsking(false)}>{texts.cancel}</Button>
            </>
          }
        >
          {texts.follows[purpose]}
        </Notice>
      )}
    </li>
  )
}
