import { useState } from 'react'
import type { Slip } from '../../../sync/people-answers.ts'
import { Button } from '../../design/button.tsx'
import { Notice } from '../../design/notice.tsx'
import { useTexts } from '../../design/texts/language.tsx'
import { makeSlips } from '../../papers/make-pdf.ts'
import { saveFile } from '../../papers/save-file.ts'
import { signInLink } from '../../sign-in/sign-in-link.ts'
import { useSchool } from '../../workspace/workspace.ts'
import css from './people.module.css'

/** Codes that were just given out: they are shown this once, to be told or printed. */
export function Slips({
  slips,
  nameOf,
  goodUntil,
  onHide,
}: {
  slips: readonly Slip[]
  nameOf: (slip: Slip) => string
  goodUntil: (slip: Slip) => string
  onHide: () => void
}) {
  const { people: texts } = useTexts()
  const school = useSchool()
  const [failed, setFailed] = useState(false)

  async function print() {
    const sheet = {
      organisation: school.profile?.name ?? '',
      address: location.origin,
      slips: slips.map((slip) => ({
        name: nameOf(slip),
        login: slip.login,
        code: slip.code,
        goodUntil: goodUntil(slip),
        link: `${location.origin}/${signInLink(slip)}`,
      })),
    }
    try {
      saveFile(`${texts.slipsFile}.pdf`, await makeSlips(sheet), 'application/pdf')
      setFailed(false)
    } catch {
      // The codes stand below: they can be copied by hand.
      setFailed(true)
    }
  }

  return (
    <Notice
      icon="check"
      title={texts.slipsTitle}
      actions={
        <>
          <Button look="main" icon="install" onClick={() => void print()}>
            {texts.slipsPdf}
          </Button>
          <Button onClick={onHide}>{texts.slipsDone}</Button>
        </>
      }
    >
      <p>{failed ? texts.slipsFailed : texts.slipsHelp}</p>
      <ul className={css.slips}>
        {slips.map((slip) => (
          <li key={slip.user}>
            <span>{nameOf(slip)}</span>
            <span>{texts.login(slip.login)}</span>
            <span className={css.code}>{texts.code(slip.code)}</span>
          </li>
        ))}
      </ul>
    </Notice>
  )
}
