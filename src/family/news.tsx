import type { StoredDiary } from '../domain/diary/apply-diary.ts'
import type { DiaryNews } from '../domain/diary/diary-news.ts'
import { Button } from '../screens/design/button.tsx'
import css from './family.module.css'
import { periodName } from './period-name.ts'
import { useSpeech } from './texts/speech.tsx'

/** Lines told at once; who was away for a month is told how many more there are. */
const shownAtOnce = 8

/** What has come since the family last took note. */
export function News({
  news,
  diary: { head },
  onSeen,
}: {
  news: readonly DiaryNews[]
  diary: StoredDiary
  onSeen: () => void
}) {
  const { texts, format } = useSpeech()
  const all = newestFirst(news)
  const subjectName = (id: string) => head.subjects.find((own) => own.id === id)?.name ?? id
  const words = (one: DiaryNews): string => {
    const said = texts.news
    switch (one.kind) {
      case 'result': {
        const results = head.subjects.find(({ id }) => id === one.subject)?.results
        const mark = results?.find(({ period }) => period === one.period)?.mark ?? ''
        return said.result(subjectName(one.subject), periodName(head, one.period, texts), mark)
      }
      case 'conduct':
        return said.conduct(periodName(head, one.period, texts))
      case 'council':
        return said.council
      case 'announcement':
        return said.announcement(head.announcements.find(({ id }) => id === one.id)?.text ?? '')
      default: {
        const name = subjectName(one.lesson.subject)
        const day = format.day(one.date)
        if (one.kind === 'marks')
          return said.marks(name, day, (one.lesson.marks ?? []).map(({ mark }) => mark).join('/'))
        if (one.kind === 'works')
          return said.works(name, day, one.lesson.works?.[0]?.kind ?? one.lesson.works?.[0]?.title ?? '')
        return said[one.kind](name, day)
      }
    }
  }
  return (
    <section className={css.card} aria-labelledby="news">
      <h2 id="news">{texts.news.title}</h2>
      <ul className={css.news}>
        {all.slice(0, shownAtOnce).map((one) => (
          <li key={words(one)}>{words(one)}</li>
        ))}
        {all.length > shownAtOnce && (
          <li className={css.quiet}>{texts.news.more(all.length - shownAtOnce)}</li>
        )}
      </ul>
      <Button icon="check" onClick={onSeen}>
        {texts.news.seen}
      </Button>
    </section>
  )
}

/** What concerns the whole period or class comes before the days. */
function newestFirst(news: readonly DiaryNews[]): DiaryNews[] {
  const dateOf = (one: DiaryNews) => ('date' in one ? one.date : '9')
  return [...news].sort((a, b) => (dateOf(a) < dateOf(b) ? 1 : dateOf(a) > dateOf(b) ? -1 : 0))
}
