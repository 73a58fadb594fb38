import { type ReactNode, useRef, useState } from 'react'
import { plainText } from '../../../exchange/sheets/cell-text.ts'
import { Button } from '../../design/button.tsx'
import { TextField } from '../../design/field.tsx'
import { Notice } from '../../design/notice.tsx'
import { useTexts } from '../../design/texts/language.tsx'
import css from './setup.module.css'

/** A row of a list that the office keeps. */
export interface ListRecord {
  id: string
  title: string
  details?: string | undefined
  /** What is wanting in it. */
  lacks?: string | undefined
}

/** What removing a record means: said before it is done, or why it can't be. */
export type Removal = { may: true; consequence: string } | { may: false; why: string }

export interface RecordListProps {
  records: readonly ListRecord[]
  /** «Предметы», for those who do not see the heading. */
  label: string
  /** The form of one record; call `close` when it is done with. */
  form: (id: string, close: () => void) => ReactNode
  removal: (id: string) => Removal
  onRemove: (id: string) => void
}

/** Lists up to this length are looked through by eye. */
const searchedFrom = 12

/** A list of records to find one in, change it in its place, or take it out. */
export function RecordList({ records, label, form, removal, onRemove }: RecordListProps) {
  const { setup, frame } = useTexts()
  const [sought, setSought] = useState('')
  const [active, setActive] = useState<{ id: string; what: 'change' | 'remove' }>()
  const list = useRef<HTMLUListElement>(null)
  const words = plainText(sought).split(' ')
  const shown = records.filter(({ title, details }) => {
    const text = plainText(`${title} ${details ?? ''}`)
    return words.every((word) => text.includes(word))
  })
  const close = () => {
    const { id } = active ?? {}
    setActive(undefined)
    // The form goes away with the focus in it: the row's own button takes it.
    requestAnimationFrame(() =>
      list.current?.querySelector<HTMLElement>(`[data-record="${CSS.escape(id ?? '')}"] button`)?.focus(),
    )
  }
  return (
    <section className={css.section} aria-label={label}>
      {records.length > searchedFrom && (
        <TextField
          label={setup.find}
          type="search"
          value={sought}
          hint={sought === '' ? undefined : setup.found(shown.length, records.length)}
          onChange={({ target }) => setSought(target.value)}
        />
      )}
      <ul ref={list} className={css.records}>
        {shown.map((record) => {
          const { id, title, details, lacks } = record
          const what = active?.id === id ? active.what : undefined
          return (
            <li key={id} data-record={id}>
              {what === 'change' ? (
                <div className={css.editing}>{form(id, close)}</div>
              ) : (
                <>
                  <div className={css.words}>
                    <p className={css.title}>{title}</p>
                    {details && <p className={css.quiet}>{details}</p>}
                    {lacks && <p className={css.lacks}>{lacks}</p>}
                  </div>
                  <div className={css.buttons}>
                    <Button
                      look="quiet"
                      aria-label={setup.changeOf(title)}
                      onClick={() => setActive({ id, what: 'change' })}
                    >
                      {setup.change}
                    </Button>
                    <Button
                      look="quiet"
                      aria-label={setup.removeOf(title)}
                      onClick={() => setActive({ id, what: 'remove' })}
                    >
                      {setup.remove}
                    </Button>
                  </div>
                  {what === 'remove' && (
                    <RemovalNotice
                      removal={removal(id)}
                      onRemove={() => {
                        setActive(undefined)
                        onRemove(id)
                      }}
                      onCancel={close}
                      cancel={frame.cancel}
                    />
                  )}
                </>
              )}
            </li>
          )
        })}
      </ul>
      {shown.length === 0 && sought !== '' && <p className={css.quiet}>{setup.nothingFound}</p>}
    </section>
  )
}

function RemovalNotice({
  removal,
  onRemove,
  onCancel,
  cancel,
}: {
  removal: Removal
  onRemove: () => void
  onCancel: () => void
  cancel: string
}) {
  const { setup } = useTexts()
  return (
    <div className={css.asked}>
      <Notice
        tone="act"
        icon="alert"
        actions={
          removal.may ? (
            <>
              <Button look="danger" onClick={onRemove}>
                {setup.remove}
              </Button>
              <Button onClick={onCancel}>{cancel}</Button>
            </>
          ) : (
            <Button onClick={onCancel}>{setup.understood}</Button>
          )
        }
      >
        {removal.may ? removal.consequence : removal.why}
      </Notice>
    </div>
  )
}
