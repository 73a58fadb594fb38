import { useState } from 'react'
import { Button, ButtonLink } from '../design/button.tsx'
import { useTexts } from '../design/texts/language.tsx'
import css from './list-page.module.css'

/** Saves what waits as a file that anybody may carry; leads to where such a file is sent. */
export function CarryAsFile({
  waiting,
  onSave,
  href,
}: {
  waiting: number
  onSave: (() => Promise<string>) | undefined
  href: string
}) {
  const { carry } = useTexts()
  const [saved, setSaved] = useState<string>()
  return (
    <section>
      <h2>{carry.title}</h2>
      <p className={css.lead}>{onSave || waiting === 0 ? carry.lead : carry.notYet}</p>
      <div className={css.actions}>
        {waiting > 0 && onSave && <Button onClick={() => void onSave().then(setSaved)}>{carry.save}</Button>}
        <ButtonLink look="quiet" icon="clip" href={href}>
          {carry.send}
        </ButtonLink>
      </div>
      <p role="status">{saved !== undefined && carry.saved(saved)}</p>
    </section>
  )
}
