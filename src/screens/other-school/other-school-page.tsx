import { useEffect, useRef, useState } from 'react'
import * as v from 'valibot'
import type { OtherSchool } from '../../sync/other-school-answers.ts'
import { Button } from '../design/button.tsx'
import { Notice } from '../design/notice.tsx'
import { useTexts } from '../design/texts/language.tsx'
import css from '../sync/list-page.module.css'
import { useAsk } from '../workspace/use-ask.ts'
import { forgetBegun, readBegun } from './going.ts'
import { LinkForm } from './link-form.tsx'
import { otherSchoolProblem, useOtherSchoolTexts } from './texts.ts'
import { useOpening } from './use-opening.tsx'
import { useIsOffline, useOtherSchools } from './use-other-schools.ts'

/** Другая школа: the schools that this account is linked to, and linking one more. */
export function OtherSchoolPage() {
  const texts = useOtherSchoolTexts()
  const { known, again } = useOtherSchools()
  const offline = useIsOffline()
  const opening = useOpening()
  const ask = useAsk()
  const finish = useFinish(again)
  const [said, setSaid] = useState<string>()
  const [fault, setFault] = useState<string>()
  const [linking, setLinking] = useState(false)
  if (opening.page) return opening.page

  async function unlink({ school }: OtherSchool) {
    const answer = await ask(v.unknown(), '/api/other-schools/unlink', { school })
    setFault(answer.ok ? undefined : otherSchoolProblem(answer.fault.code, texts))
    setSaid(answer.ok ? texts.unlinked : undefined)
    again()
  }

  const problem = opening.problem ?? fault ?? finish.problem
  const links = known?.links ?? []
  const showsForm = linking || links.every(({ state }) => state === 'undone')
  return (
    <div className={css.page}>
      <h1>{texts.title}</h1>
      {problem !== undefined && (
        <Notice tone="act" icon="alert">
          {problem}
        </Notice>
      )}
      <p role="status">{said ?? finish.said ?? (links.length === 0 ? texts.lead : '')}</p>
      {offline && <Notice icon="noLine">{texts.noLine}</Notice>}
      {links.length > 0 && (
        <ul className={css.list}>
          {links.map((school) => (
            <Link
              key={school.school}
              school={school}
              offline={offline}
              busy={opening.busy}
              onOpen={() => opening.open(school)}
              onUnlink={() => void unlink(school)}
            />
          ))}
        </ul>
      )}
      {known?.mayLink && !offline && showsForm && <LinkForm />}
      {known?.mayLink && !showsForm && (
        <div className={css.actions}>
          <Button icon="plus" disabled={offline} onClick={() => setLinking(true)}>
            {texts.linkMore}
          </Button>
        </div>
      )}
      {known && !known.mayLink && links.length === 0 && <Notice tone="empty">{texts.notOffered}</Notice>}
    </div>
  )
}

/** Finishes the link that this tab began and is back with. */
function useFinish(done: () => void): { said: string | undefined; problem: string | undefined } {
  const texts = useOtherSchoolTexts()
  const ask = useAsk()
  const tried = useRef(false)
  const [outcome, setOutcome] = useState<{ said?: string; problem?: string }>({})
  useEffect(() => {
    const begun = readBegun()
    if (tried.current || begun?.code === undefined) return
    tried.current = true
    const { code, secret } = begun
    setOutcome({ said: texts.finishing })
    void ask(v.unknown(), '/api/other-schools/finish', { code, secret }).then((answer) => {
      // Without a line it was not tried, and is when this page is opened next.
      if (answer.ok || answer.fault.code !== 'noLine') forgetBegun()
      setOutcome(
        answer.ok ? { said: texts.linked } : { problem: otherSchoolProblem(answer.fault.code, texts) },
      )
      done()
    })
  }, [ask, texts, done])
  return { said: outcome.said, problem: outcome.problem }
}

function Link({
  school,
  offline,
  busy,
  onOpen,
  onUnlink,
}: {
  school: OtherSchool
  offline: boolean
  busy: boolean
  onOpen: () => void
  onUnlink: () => void
}) {
  const texts = useOtherSchoolTexts()
  const { frame } = useTexts()
  const [sure, setSure] = useState(false)
  const { name, host, state } = school
  return (
    <li>
      <div>
        <p className={css.fact}>{name}</p>
        <p className={css.lead}>{host}</p>
      </div>
      <p>{texts.states[state]}</p>
      <div className={css.actions}>
        {state === 'opens' && (
          <Button look="main" icon="school" disabled={offline || busy} onClick={onOpen}>
            {busy ? texts.opening : texts.open(name)}
            {offline && `, ${texts.needsLine}`}
          </Button>
        )}
        {state === 'undone' ? (
          <Button disabled={offline} onClick={onUnlink}>
            {texts.drop(name)}
          </Button>
        ) : (
          !sure && (
            <Button look="quiet" disabled={offline} onClick={() => setSure(true)}>
              {texts.unlink(name)}
            </Button>
          )
        )}
      </div>
      {sure && (
        <Notice
          tone="act"
          icon="alert"
          actions={
            <>
              <Button
                look="danger"
                onClick={() => {
                  setSure(false)
                  onUnlink()
                }}
              >
                {texts.unlinkDo}
              </Button>
              <Button onClick={() => setSure(false)}>{frame.cancel}</Button>
            </>
          }
        >
          {texts.unlinkSure(name)}
        </Notice>
      )}
    </li>
  )
}
