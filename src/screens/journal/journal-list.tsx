import { Chip } from '../design/chip.tsx'
import { Icon } from '../design/icons.tsx'
import { Notice } from '../design/notice.tsx'
import { useFormat, useTexts } from '../design/texts/language.tsx'
import css from './journal-list.module.css'

/** A journal in the list. */
export interface JournalItem {
  id: string
  href: string
  /** Address of its plan. */
  plan: string
  /** «7А» */
  className: string
  /** «Математика», «Английский язык, группа 2» */
  subject: string
  /** Who keeps it, for journals of others. */
  teacher?: string | undefined
  pupils: number
  /** ISO date. */
  lastLesson?: string | undefined
  conflicts: number
  /** Whether it is on this device. */
  loaded: boolean
}

export interface JournalListProps {
  mine: readonly JournalItem[]
  /** Journals the person may read: of the own class, or all for the administration. */
  others: readonly JournalItem[]
}

/** The journals of a person. */
export function JournalList({ mine, others }: JournalListProps) {
  const { journal } = useTexts()
  const empty = mine.length === 0 && others.length === 0
  return (
    <div className={css.page}>
      <h1>{journal.list}</h1>
      {empty && (
        <Notice tone="empty" icon="journals" title={journal.listEmpty}>
          {journal.listEmptyHelp}
        </Notice>
      )}
      {mine.length > 0 && <Items title={journal.mine} items={mine} />}
      {others.length > 0 && <Items title={journal.others} items={others} />}
    </div>
  )
}

function Items({ title, items }: { title: string; items: readonly JournalItem[] }) {
  const { journal, plan } = useTexts()
  const format = useFormat()
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      <ul className={css.list}>
        {items.map((item) => (
          <li key={item.id} className={css.row}>
            <a href={item.href} className={css.item}>
              <span className={css.class}>{item.className}</span>
              <span className={css.subject}>
                {item.subject}
                <span className={css.detail}>
                  {[
                    item.teacher,
                    item.loaded ? journal.pupils(item.pupils) : journal.notLoaded,
                    item.lastLesson && journal.lastLesson(format.short(item.lastLesson)),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </span>
              {item.conflicts > 0 && <Chip tone="act">{journal.conflicts(item.conflicts)}</Chip>}
              <Icon name="next" />
            </a>
            <a
              href={item.plan}
              className={css.plan}
              aria-label={plan.linkOf(`${item.className}, ${item.subject}`)}
            >
              {plan.link}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
