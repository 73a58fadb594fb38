import { lazy, Suspense, useCallback, useEffect, useState } from 'react'
import * as v from 'valibot'
import { isPin } from '../device/seal.ts'
import { secretNames } from '../device/secret-names.ts'
import { Button, ButtonLink } from '../screens/design/button.tsx'
import { Choice, TextField } from '../screens/design/field.tsx'
import { type AskSignedIn, EsiaLink } from '../screens/sign-in/esia/esia-link.tsx'
import { type CountedAnswer, countedAnswer } from '../sync/family-access.ts'
import css from './family.module.css'
import type { Child, FamilyData } from './family-data.ts'
import { Leaving } from './leaving.tsx'
import type { Letters } from './letters.ts'
import { href } from './route.ts'
import { profile } from './session.ts'
import { useSpeech } from './texts/speech.tsx'
import type { Vault } from './vault.ts'

const ConsentsSection = lazy(async () => ({
  default: (await import('./consents-section.tsx')).ConsentsSection,
}))

const ExportSection = lazy(async () => ({
  default: (await import('./export/export-section.tsx')).ExportSection,
}))

/** Ещё: years, PIN, consents, what the school counts, one's own data, language, leaving, and how it works. */
export function MorePage({
  data,
  vault,
  child,
  year,
  letters,
  today,
  onYear,
  onSaid,
  onLocked,
  onSignedOut,
}: {
  data: FamilyData
  vault: Vault
  child: Child | undefined
  year: string | undefined
  letters: Letters | undefined
  /** ISO date. */
  today: string
  onYear: (year: string) => void
  /** Something waits to be sent. */
  onSaid: () => void
  onLocked: () => void
  onSignedOut: () => Promise<void>
}) {
  const { texts, language, setLanguage } = useSpeech()
  const { more } = texts
  const [name, setName] = useState('')
  const ask = useCallback<AskSignedIn>((schema, path, body) => data.session.ask(schema, path, body), [data])
  useEffect(() => {
    void vault.read(secretNames.profile).then((kept) => {
      const found = v.safeParse(profile, kept)
      if (found.success) setName(found.output.name)
    })
  }, [vault])
  return (
    <>
      <h1>{more.title}</h1>
      {name && <p>{more.signedInAs(name)}</p>}
      {child && child.years.length > 1 && (
        <section className={css.card}>
          <Choice
            label={more.years}
            name="year"
            value={year ?? ''}
            options={child.years.map((own) => ({ value: own.id, label: `${own.id}, ${own.class}` }))}
            onChange={onYear}
          />
        </section>
      )}
      <Pin vault={vault} onLocked={onLocked} />
      <EsiaLink ask={ask} app="diary" language={language} className={css.card} />
      {letters && child?.as === 'guardian' && (
        <Suspense>
          <ConsentsSection key={child.pupil} letters={letters} child={child} today={today} onSaid={onSaid} />
        </Suspense>
      )}
      <Counted data={data} />
      <Suspense>
        <ExportSection data={data} vault={vault} letters={letters} today={today} />
      </Suspense>
      <section className={css.card}>
        <Choice
          label={more.languageTitle}
          name="language"
          value={language}
          options={[
            { value: 'ru', label: 'Русский' },
            { value: 'en', label: 'English' },
          ]}
          onChange={setLanguage}
        />
      </section>
      <section className={css.card} aria-labelledby="help">
        <h2 id="help">{more.helpTitle}</h2>
        {more.help.map((line) => (
          <p key={line}>{line}</p>
        ))}
        {child && (
          <ButtonLink icon="help" href={href({ screen: 'advice', pupil: child.pupil })}>
            {texts.advice}
          </ButtonLink>
        )}
      </section>
      <Leaving
        vault={vault}
        label={more.signOut}
        onLeave={async () => {
          // Without a line the school still counts this phone until its access ends by itself.
          await data.session.signOut()
          await onSignedOut()
        }}
      />
    </>
  )
}

function Pin({ vault, onLocked }: { vault: Vault; onLocked: () => void }) {
  const { texts } = useSpeech()
  const { more } = texts
  const [pin, setPin] = useState('')
  const [said, setSaid] = useState<string>()
  const [has, setHas] = useState(vault.hasPin)
  async function change(to: string | undefined) {
    if (!(await vault.setPin(to))) return
    setHas(vault.hasPin)
    setPin('')
    setSaid(to === undefined ? more.pinDropped : more.pinDone)
  }
  return (
    <section className={css.card} aria-labelledby="pin">
      <h2 id="pin">{more.pinTitle}</h2>
      <p>{has ? more.pinIsSet : more.pinWhy}</p>
      {said && <p role="status">{said}</p>}
      {has ? (
        <p className={css.row}>
          <Button icon="lock" onClick={onLocked}>
            {more.lockNow}
          </Button>
          <Button look="quiet" onClick={() => void change(undefined)}>
            {more.pinDrop}
          </Button>
        </p>
      ) : (
        <form
          className={css.form}
          onSubmit={(event) => {
            event.preventDefault()
            void change(pin)
          }}
        >
          <TextField
            label={more.pinNew}
            type="password"
            inputMode="numeric"
            autoComplete="off"
            value={pin}
            onChange={({ currentTarget }) => setPin(currentTarget.value.replace(/\D/g, ''))}
          />
          <Button type="submit" disabled={!isPin(pin)}>
            {more.pinSet}
          </Button>
        </form>
      )}
    </section>
  )
}

function Counted({ data }: { data: FamilyData }) {
  const { texts, format } = useSpeech()
  const { more } = texts
  const [counted, setCounted] = useState<CountedAnswer>()
  useEffect(() => {
    void data.session.ask(countedAnswer, '/api/family/counted').then((answer) => {
      if (answer.ok) setCounted(answer.value)
    })
  }, [data])
  const moment = (time: number | null) => (time === null ? more.countedNever : format.moment(time))
  const reads = counted?.reads.map(({ lastRead }) => lastRead ?? 0) ?? []
  const lastRead = Math.max(0, ...reads)
  return (
    <section className={css.card} aria-labelledby="counted">
      <h2 id="counted">{more.counted}</h2>
      <p>{more.countedWhy}</p>
      {counted ? (
        <ul className={css.news}>
          <li>{more.countedSignIn(moment(counted.lastSignIn))}</li>
          <li>{more.countedRead(moment(lastRead || null))}</li>
        </ul>
      ) : (
        <p className={css.quiet}>{more.countedNoLine}</p>
      )}
    </section>
  )
}
