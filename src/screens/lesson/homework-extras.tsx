import { useId, useRef, useState } from 'react'
import { attachmentLimits, attachmentTypes } from '../../domain/journal/attachments.ts'
import { Button, IconButton } from '../design/button.tsx'
import { Chip } from '../design/chip.tsx'
import { SelectField, TextField } from '../design/field.tsx'
import { Icon } from '../design/icons.tsx'
import { Notice } from '../design/notice.tsx'
import { useFormat, useTexts } from '../design/texts/language.tsx'
import css from './homework-extras.module.css'

/** Something attached, as its row shows it. */
export interface AttachmentRow {
  id: string
  title: string
  /** Address of a link; a file has none. */
  href?: string | undefined
  /** Bytes of a file. */
  size?: number | undefined
  state?: 'waiting' | { refused: 'quotaFull' | 'noRight' | 'other' } | undefined
}

export type DueChoice = 'next' | 'after' | 'date'

export interface HomeworkExtrasProps {
  /** ISO date of the lesson. */
  date: string
  due: { choice: DueChoice; date?: string | undefined }
  /** ISO dates of the journal's next lessons. */
  next?: string | undefined
  after?: string | undefined
  attachments: readonly AttachmentRow[]
  /** What the class has for the day it is due. */
  load?: LoadOfDay | undefined
  /** Why something could not be attached or opened, in words. */
  problems: readonly string[]
  /** Id of what is being loaded. */
  opening?: string | undefined
  writable: boolean
  onDue: (choice: DueChoice, date?: string) => void
  onFiles: (files: readonly File[]) => void
  onLink: (url: string, title: string) => void
  onOpen: (id: string) => void
  onRemove: (id: string) => void
}

/** What other journals ask of the class for a day. */
export interface LoadOfDay {
  date: string
  items: readonly { id: string; subject: string; homework: number; control?: string | undefined }[]
  /** The app's time of the relay's answer; undefined while there was none. */
  at?: number | undefined
  stale: boolean
}

const accepted = [...attachmentTypes].join(',')

/** When the homework is due, what hangs on it, and what else the class has for that day. */
export function HomeworkExtras(props: HomeworkExtrasProps) {
  const { attachments, load, problems, writable, onFiles, onLink, onOpen, onRemove, opening } = props
  const { homework } = useTexts()
  const [linking, setLinking] = useState(false)
  const picker = useRef<HTMLInputElement>(null)
  const full = attachments.length >= attachmentLimits.count
  const heading = useId()
  return (
    <div className={css.extras}>
      <Due {...props} />
      <section className={css.attachments} aria-labelledby={heading}>
        <h3 id={heading}>{homework.attachments}</h3>
        {attachments.length === 0 && <p className={css.quiet}>{homework.none}</p>}
        {attachments.length > 0 && (
          <ul className={css.list}>
            {attachments.map((row) => (
              <Row
                key={row.id}
                row={row}
                opening={opening === row.id}
                onOpen={() => onOpen(row.id)}
                onRemove={writable ? () => onRemove(row.id) : undefined}
              />
            ))}
          </ul>
        )}
        {problems.length > 0 && (
          <Notice tone="act" icon="alert">
            {problems.map((why) => (
              <p key={why}>{why}</p>
            ))}
          </Notice>
        )}
        {writable && full && <p className={css.quiet}>{homework.tooMany(attachmentLimits.count)}</p>}
        {writable && !full && !linking && (
          <div className={css.buttons}>
            <input
              ref={picker}
              type="file"
              multiple
              hidden
              accept={accepted}
              data-attach
              onChange={({ target }) => {
                onFiles([...(target.files ?? [])])
                // The same file may be chosen again.
                target.value = ''
              }}
            />
            <Button icon="clip" onClick={() => picker.current?.click()}>
              {homework.addFile}
            </Button>
            <Button icon="plus" onClick={() => setLinking(true)}>
              {homework.addLink}
            </Button>
          </div>
        )}
        {writable && linking && (
          <LinkForm
            onCancel={() => setLinking(false)}
            onSave={(url, title) => {
              onLink(url, title)
              setLinking(false)
            }}
          />
        )}
        {writable && <p className={css.quiet}>{homework.limits(attachmentLimits.count)}</p>}
      </section>
      {load && <Load load={load} />}
    </div>
  )
}

function Due({ date, due, next, after, writable, onDue }: HomeworkExtrasProps) {
  const { homework } = useTexts()
  const format = useFormat()
  const [choosing, setChoosing] = useState(due.choice)
  const [wrong, setWrong] = useState(false)
  const choice = choosing === 'date' ? 'date' : due.choice
  return (
    <div className={css.due}>
      <SelectField
        label={homework.due}
        value={choice}
        disabled={!writable}
        onChange={({ target }) => {
          const chosen = target.value as DueChoice
          setChoosing(chosen)
          setWrong(false)
          if (chosen !== 'date') onDue(chosen)
        }}
      >
        <option value="next">
          {next ? homework.dueNext(format.shortWeekday(next)) : homework.dueNextUnknown}
        </option>
        {after && <option value="after">{homework.dueAfter(format.shortWeekday(after))}</option>}
        <option value="date">{homework.dueDate}</option>
      </SelectField>
      {choice === 'date' && (
        <TextField
          label={homework.date}
          type="date"
          min={date}
          disabled={!writable}
          defaultValue={due.date ?? next ?? ''}
          problem={wrong ? homework.dateTooEarly : undefined}
          onChange={({ target: { value } }) => {
            if (value === '') return
            setWrong(value < date)
            if (value >= date) onDue('date', value)
          }}
        />
      )}
    </div>
  )
}

function Row({
  row,
  opening,
  onOpen,
  onRemove,
}: {
  row: AttachmentRow
  opening: boolean
  onOpen: () => void
  onRemove: (() => void) | undefined
}) {
  const { homework } = useTexts()
  const { state } = row
  const refused = typeof state === 'object' ? homework.refused[state.refused] : undefined
  return (
    <li>
      <div className={css.row}>
        {row.href === undefined ? (
          <button type="button" className={css.open} aria-label={homework.open(row.title)} onClick={onOpen}>
            <Icon name="clip" />
            <span>{row.title}</span>
          </button>
        ) : (
          <a className={css.open} href={row.href} target="_blank" rel="noreferrer noopener">
            <Icon name="next" />
            <span>{row.title}</span>
          </a>
        )}
        <span className={css.detail}>
          {row.size !== undefined && homework.size(row.size)}
          {opening && <Chip>{homework.opening}</Chip>}
          {state === 'waiting' && <Chip icon="waiting">{homework.waiting}</Chip>}
        </span>
        {onRemove && <IconButton icon="close" label={homework.remove(row.title)} onClick={onRemove} />}
      </div>
      {refused && (
        <p className={css.refused}>
          <Icon name="alert" />
          <span>{refused}</span>
        </p>
      )}
    </li>
  )
}

function LinkForm({
  onSave,
  onCancel,
}: {
  onSave: (url: string, title: string) => void
  onCancel: () => void
}) {
  const { homework } = useTexts()
  const [url, setUrl] = useState('')
  const [title, setTitle] = useState('')
  const [wrong, setWrong] = useState(false)
  return (
    <form
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault()
        if (isAddress(url.trim())) onSave(url.trim(), title.trim())
        else setWrong(true)
      }}
    >
      <TextField
        label={homework.link}
        hint={homework.linkHint}
        problem={wrong ? homework.linkWrong : undefined}
        inputMode="url"
        maxLength={2000}
        autoFocus
        value={url}
        onChange={({ target }) => setUrl(target.value)}
      />
      <TextField
        label={homework.linkTitle}
        maxLength={200}
        value={title}
        onChange={({ target }) => setTitle(target.value)}
      />
      <div className={css.buttons}>
        <Button look="main" type="submit">
          {homework.add}
        </Button>
        <Button onClick={onCancel}>{homework.cancel}</Button>
      </div>
    </form>
  )
}

/** Whether a text is an address that the journal takes. */
function isAddress(text: string): boolean {
  return /^https?:\/\//.test(text) && URL.canParse(text)
}

function Load({ load: { date, items, at, stale } }: { load: LoadOfDay }) {
  const { homework } = useTexts()
  const format = useFormat()
  const heading = useId()
  return (
    <section className={css.load} aria-labelledby={heading}>
      <h3 id={heading}>{homework.loadTitle(format.day(date))}</h3>
      {items.length > 0 ? (
        <ul>
          {items.map(({ id, subject, homework: count, control }) => (
            <li key={id}>
              {homework.loadItem(subject, count)} {control && <Chip tone="late">{control}</Chip>}
            </li>
          ))}
        </ul>
      ) : (
        <p className={css.quiet}>{at === undefined ? homework.loadUnknown : homework.loadNone}</p>
      )}
      {at !== undefined && stale && <p className={css.quiet}>{homework.asOf(format.moment(at))}</p>}
    </section>
  )
}
