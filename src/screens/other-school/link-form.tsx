import { type FormEvent, useState } from 'react'
import { linkBegun } from '../../sync/other-school-answers.ts'
import { Button } from '../design/button.tsx'
import { TextField } from '../design/field.tsx'
import { Notice } from '../design/notice.tsx'
import { useTexts } from '../design/texts/language.tsx'
import form from '../sign-in/sign-in-page.module.css'
import { useAsk } from '../workspace/use-ask.ts'
import { goToSchool, hostTyped, keepBegun } from './going.ts'
import { otherSchoolProblem, useOtherSchoolTexts } from './texts.ts'

/** Begins a link: where the other school is, and this one's password. It goes on there. */
export function LinkForm() {
  const texts = useOtherSchoolTexts()
  const { signIn } = useTexts()
  const ask = useAsk()
  const [entry, setEntry] = useState({ host: '', password: '' })
  const [checked, setChecked] = useState(false)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  const host = hostTyped(entry.host)
  const empty = { host: host === '', password: entry.password === '' }
  const wrong = (field: keyof typeof entry) => (checked && empty[field] ? signIn.empty : undefined)

  async function submit(event: FormEvent) {
    event.preventDefault()
    setChecked(true)
    if (empty.host || empty.password || busy) return
    setBusy(true)
    setProblem(undefined)
    const { password } = entry
    const answer = await ask(linkBegun, '/api/other-schools/begin', { host, password })
    if (answer.ok) {
      keepBegun({ secret: answer.value.secret })
      return goToSchool(answer.value.host, 'link', answer.value.code)
    }
    setBusy(false)
    setProblem(otherSchoolProblem(answer.fault.code === 'malformed' ? 'notFound' : answer.fault.code, texts))
  }

  return (
    <section aria-labelledby="link">
      <h2 id="link">{texts.linkTitle}</h2>
      {problem !== undefined && (
        <Notice tone="act" icon="alert">
          {problem}
        </Notice>
      )}
      <form className={form.form} onSubmit={submit} noValidate>
        <TextField
          label={texts.host}
          hint={texts.hostHint}
          name="host"
          inputMode="url"
          autoCapitalize="none"
          spellCheck={false}
          value={entry.host}
          onChange={(event) => setEntry({ ...entry, host: event.target.value })}
          problem={wrong('host')}
        />
        <TextField
          label={texts.password}
          hint={texts.passwordNote}
          name="password"
          type="password"
          autoComplete="current-password"
          value={entry.password}
          onChange={(event) => setEntry({ ...entry, password: event.target.value })}
          problem={wrong('password')}
        />
        <Button type="submit" look="main" big disabled={busy}>
          {busy ? texts.going : texts.next}
        </Button>
      </form>
    </section>
  )
}
