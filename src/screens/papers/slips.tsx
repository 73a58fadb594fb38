import { useState } from 'react'
import type { SlipSheet } from '../../print/sign-in-slips.ts'
import { Button } from '../design/button.tsx'
import { Notice } from '../design/notice.tsx'
import { useTexts } from '../design/texts/language.tsx'
import { makeSlips } from './make-pdf.ts'
import { saveFile } from './save-file.ts'
import css from './slips.module.css'

/** Codes that were just given out: they are shown this once, to be told or printed. */
export function Slips({ sheet, onHide }: { sheet: SlipSheet; onHide: () => void }) {
  const { people: texts } = useTexts()
  const [failed, setFailed] = useState(false)

  async function print() {
    try {
      saveFile(`${sheet.title}.pdf`, await makeSlips(sheet), 'application/pdf')
      setFailed(false)
    } catch {
      // The codes stand below: they can be copied by hand.
      setFailed(true)
    }
  }

  return (
    <section className={css.given} aria-label={texts.slipsTitle}>
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
        {failed ? texts.slipsFailed : texts.slipsHelp}
      </Notice>
      <ul className={css.slips}>
        {sheet.slips.map(({ name, diaryOf, login, code }) => (
          <li key={login}>
            <span>{name}</span>
            {diaryOf !== undefined && <span>{texts.diaryOf(diaryOf)}</span>}
            <span>{texts.login(login)}</span>
            <span className={css.code}>{texts.code(code)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
