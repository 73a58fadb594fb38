import { useState, useSyncExternalStore } from 'react'
import { entity } from '../domain/ledger/documents.ts'
import type { Json } from '../domain/ledger/fact.ts'
import type { FactId } from '../domain/ledger/ids.ts'
import { Button } from '../screens/design/button.tsx'
import { Notice } from '../screens/design/notice.tsx'
import css from './family.module.css'
import type { Child } from './family-data.ts'
import letterCss from './letters.module.css'
import type { Letters } from './letters.ts'
import { type ShownConsent, shownConsents } from './shown-consents.ts'
import { consentsTexts } from './texts/consents.ts'
import { useSpeech } from './texts/speech.tsx'

/** Согласия: what a guardian consents to, and what follows from taking it back (clause 5.3.1). */
export function ConsentsSection({
  letters,
  child,
  today,
  onSaid,
}: {
  letters: Letters
  child: Child
  /** ISO date. */
  today: string
  /** Something waits to be sent. */
  onSaid: () => void
}) {
  const { threads, waiting } = useSyncExternalStore(letters.subscribe, letters.get)
  const { language } = useSpeech()
  const texts = consentsTexts[language]
  const { clock } = letters
  const { pupil, person, name } = child
  const put = ({ purpose, heads }: ShownConsent, value: { given?: string; withdrawn?: string }) => {
    if (!clock) return
    const of = entity.consent(person, purpose)
    const id = clock.next()
    const fact =
      heads.length > 0
        ? ([id, of, 'consent', value as Json, heads as readonly FactId[]] as const)
        : ([id, of, 'consent', value as Json] as const)
    void letters.say(pupil, [fact]).then(onSaid)
  }
  return (
    <section className={css.card} aria-labelledby="consents">
      <h2 id="consents">{texts.title}</h2>
      <p className={css.quiet}>{texts.of(name)}</p>
      {!clock && <Notice icon="lock">{texts.noWriter}</Notice>}
      <ul className={letterCss.list}>
        {shownConsents(threads.get(pupil), waiting, child).map((consent) => (
          <ConsentItem
            key={consent.purpose}
            consent={consent}
            writable={clock !== undefined}
            onGive={() => put(consent, { given: today })}
            onWithdraw={() =>
              put(consent, {
                ...(consent.given === undefined ? {} : { given: consent.given }),
                withdrawn: today,
              })
            }
          />
        ))}
      </ul>
    </section>
  )
}

function ConsentItem({
  consent: { purpose, given, withdrawn, inDiary, fate },
  writable,
  onGive,
  onWithdraw,
}: {
  consent: ShownConsent
  writable: boolean
  onGive: () => void
  onWithdraw: () => void
}) {
  const { language, format } = useSpeech()
  const texts = consentsTexts[language]
  const [asking, setAsking] = useState(false)
  const what = texts.purpose[purpose]
  const says =
    withdrawn !== undefined
      ? texts.withdrawn(format.date(withdrawn))
      : given !== undefined
        ? texts.given(format.date(given))
        : texts.none
  const stands = given !== undefined && withdrawn === undefined
  return (
    <li>
      <b>{what}</b>
      <span className={css.quiet}>
        {[says, inDiary && texts.inDiary, fate && texts[fate]].filter(Boolean).join(', ')}
      </span>
      {writable && !asking && (
        <p className={css.row}>
          {!stands && (
            <Button icon="check" aria-label={texts.giveWhat(what)} onClick={onGive}>
              {texts.give}
            </Button>
          )}
          {withdrawn === undefined && (
            <Button look="quiet" aria-label={texts.withdrawWhat(what)} onClick={() => setAsking(true)}>
              {texts.withdraw}
            </Button>
          )}
        </p>
      )}
      {asking && (
        <Notice
          tone="act"
          icon="alert"
          actions={
            <>
              <Button
                look="danger"
                onClick={() => {
                  setAsking(false)
                  onWithdraw()
                }}
              >
                {texts.sure}
              </Button>
              <Button onClick={() => setAsking(false)}>{texts.keep}</Button>
            </>
          }
        >
          {texts.follows[purpose]}
        </Notice>
      )}
    </li>
  )
}
