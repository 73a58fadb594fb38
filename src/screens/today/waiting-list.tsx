import { useFormat, useTexts } from '../design/texts/language.tsx'
import type { Waiting } from './lesson-of-day.ts'
import css from './waiting-list.module.css'

/** What waits for this person, each leading to where it is done. */
export function WaitingList({ waiting }: { waiting: readonly Waiting[] }) {
  const { today } = useTexts()
  return (
    <aside className={css.card} aria-labelledby="waits">
      <h2 id="waits">{today.waits}</h2>
      {waiting.length === 0 && <p className={css.detail}>{today.nothingWaits}</p>}
      <ul>
        {waiting.map((item) => (
          <li key={item.id}>
            <a href={item.href} className={css.item}>
              <Words item={item} />
            </a>
          </li>
        ))}
      </ul>
    </aside>
  )
}

function Words({ item }: { item: Waiting }) {
  const { today, cellTalk, keeping } = useTexts()
  const format = useFormat()
  const title = {
    remark: keeping.waitingRemark,
    question: cellTalk.waits,
    proposal: cellTalk.waitsProposal,
  }
  switch (item.kind) {
    case 'conflict':
      return (
        <>
          <b className={css.act}>{today.conflict}</b>
          <span className={css.detail}>
            {item.where}: {today.conflictOf(item.values.map((value) => `«${value}»`).join(', '))}
          </span>
        </>
      )
    case 'remark':
    case 'question':
    case 'proposal':
      return (
        <>
          <b className={css.act}>{title[item.kind]}</b>
          <span className={css.detail}>
            {item.where}, {format.day(item.date)}: «{item.words}»
          </span>
        </>
      )
    case 'notAccepted':
      return (
        <>
          <b className={css.act}>{today.notAccepted(item.count)}</b>
          <span className={css.detail}>{item.where}</span>
        </>
      )
    case 'sending':
      return (
        <>
          <b className={css.quiet}>{today.sending(item.count)}</b>
          <span className={css.detail}>{today.since(format.moment(item.since))}</span>
        </>
      )
  }
}
