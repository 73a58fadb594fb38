import type { VoidReason } from '../../domain/ledger/receipt.ts'
import { Button, ButtonLink } from '../design/button.tsx'
import { Notice } from '../design/notice.tsx'
import { useFormat, useTexts } from '../design/texts/language.tsx'
import { CopyButton } from './copy-button.tsx'
import css from './list-page.module.css'
import { type LockedEntries, type RequestActions, RequestCard } from './request-card.tsx'

/** An honest entry that the server kept but did not count. Times in ms since 1970. */
export interface NotAcceptedItem {
  id: string
  /** In words: «8Б, Алгебра, 22 октября: отметка 4, Катаев Матвей» */
  fact: string
  why: VoidReason
  writtenAt: number
  receivedAt: number
  href: string
  /** The person said «Понятно». */
  seen: boolean
}

export interface NotAcceptedProps extends RequestActions {
  items: readonly NotAcceptedItem[]
  /** What a locked period kept out, by journal and period. */
  locked: readonly LockedEntries[]
  onCopy: (text: string) => void
  onSeen: (id: string) => void
}

/** The tray of entries that did not count: what, why, when, and what to do. */
export function NotAccepted({ items, locked, onCopy, onSeen, onRequest, onRewrite }: NotAcceptedProps) {
  const { notAccepted } = useTexts()
  const open = items.filter(({ seen }) => !seen)
  const seen = items.filter((item) => item.seen)
  return (
    <div className={css.page}>
      <h1>{notAccepted.title}</h1>
      {open.length === 0 ? (
        <Notice tone="empty" icon="check" title={notAccepted.empty}>
          {notAccepted.emptyHelp}
        </Notice>
      ) : (
        <>
          <p className={css.lead}>{notAccepted.lead}</p>
          {locked.map((entries) => (
            <RequestCard key={entries.id} entries={entries} onRequest={onRequest} onRewrite={onRewrite} />
          ))}
          <ul className={css.list}>
            {open.map((item) => (
              <Item key={item.id} item={item} onCopy={onCopy} onSeen={onSeen} />
            ))}
          </ul>
          <p className={css.lead}>{notAccepted.seenNote}</p>
        </>
      )}
      {seen.length > 0 && (
        <details>
          <summary>
            {notAccepted.seenTitle}: {seen.length}
          </summary>
          <ul className={css.list}>
            {seen.map((item) => (
              <Item key={item.id} item={item} onCopy={onCopy} />
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}

function Item({
  item,
  onCopy,
  onSeen,
}: {
  item: NotAcceptedItem
  onCopy: (text: string) => void
  onSeen?: (id: string) => void
}) {
  const { notAccepted, cell } = useTexts()
  const format = useFormat()
  const why = cell.void(cell.why[item.why])
  const times = [
    notAccepted.written(format.moment(item.writtenAt)),
    notAccepted.received(format.moment(item.receivedAt)),
  ].join(', ')
  return (
    <li>
      <p className={css.fact}>{item.fact}</p>
      <p className={css.why}>{why}</p>
      <p>{notAccepted.advice[item.why]}</p>
      <p className={css.lead}>{times}</p>
      <div className={css.actions}>
        <ButtonLink href={item.href}>{notAccepted.toCell}</ButtonLink>
        <CopyButton text={`${item.fact}\n${why}\n${times}`} onCopy={onCopy} />
        {onSeen && (
          <Button look="quiet" onClick={() => onSeen(item.id)}>
            {notAccepted.seen}
          </Button>
        )}
      </div>
    </li>
  )
}
