import { lastFirst } from '../../../domain/school/names.ts'
import { by } from '../../../domain/school/school-view.ts'
import { ButtonLink } from '../../design/button.tsx'
import { Chip } from '../../design/chip.tsx'
import { cx } from '../../design/cx.ts'
import { Notice } from '../../design/notice.tsx'
import { useFormat, useTexts } from '../../design/texts/language.tsx'
import { href } from '../../route.ts'
import pageCss from '../class-page.module.css'
import type { PartProps } from '../class-parts.ts'
import css from '../desk.module.css'
import { Announcements } from './announcements.tsx'
import { FamilyThread } from './family-thread.tsx'
import letterCss from './letters.module.css'
import { Requests } from './requests.tsx'
import { type Thread, useLeads, useThreads } from './use-threads.ts'

const tasks = ['families', 'requests', 'announcements'] as const

/** Письма: what families write and ask, what the class teacher answers and announces (clause 3.2). `at`: a task or a pupil. */
export function LettersPart({ desk, at }: PartProps) {
  const texts = useTexts().classLetters
  const leads = useLeads(desk)
  const threads = useThreads(desk)
  const task = tasks.find((known) => known === at)
  const thread = task === undefined ? threads.find(({ pupil }) => pupil.id === at) : undefined
  const requests = threads.reduce((sum, one) => sum + one.requests, 0)
  const link = (to: string) => href({ screen: 'class', class: desk.schoolClass.id, part: 'letters', at: to })
  if (!leads) return <Notice tone="empty" icon="lock" title={texts.notYours} />
  if (thread)
    return <FamilyThread key={thread.pupil.id} desk={desk} thread={thread} back={link('families')} />
  const shown = task ?? 'families'
  return (
    <div className={css.page}>
      <nav className={pageCss.parts} aria-label={texts.tasks}>
        {tasks.map((one) => (
          <a
            key={one}
            href={link(one)}
            className={cx(pageCss.part, one === shown && pageCss.on)}
            aria-current={one === shown ? 'page' : undefined}
          >
            {one === 'requests' ? texts.requests(requests) : texts[one]}
          </a>
        ))}
      </nav>
      {shown === 'families' && <Families threads={threads} link={link} />}
      {shown === 'requests' && <Requests desk={desk} threads={threads} />}
      {shown === 'announcements' && <Announcements desk={desk} />}
    </div>
  )
}

function Families({ threads, link }: { threads: readonly Thread[]; link: (pupil: string) => string }) {
  const { classLetters: texts, families } = useTexts()
  const format = useFormat()
  if (threads.length === 0) return <Notice tone="empty" icon="person" title={families.empty} />
  return (
    <ul className={css.list}>
      {unreadFirst(threads).map(({ pupil, view, unread, requests }) => {
        const last = view.letters.at(-1)
        return (
          <li key={pupil.id}>
            <div>
              <b>{lastFirst(pupil)}</b> {unread > 0 && <Chip tone="act">{texts.unread(unread)}</Chip>}{' '}
              {requests > 0 && <Chip tone="late">{texts.asks(requests)}</Chip>}
              <p className={letterCss.snippet}>
                {last
                  ? `${last.at === undefined ? texts.fate.waiting : format.moment(last.at)}: ${last.text}`
                  : texts.noLetters}
              </p>
            </div>
            <ButtonLink href={link(pupil.id)} look={unread > 0 ? 'main' : 'plain'}>
              {last ? texts.open : texts.write}
              <span className={letterCss.unseen}> {lastFirst(pupil)}</span>
            </ButtonLink>
          </li>
        )
      })}
    </ul>
  )
}

/** Who wrote and was not read comes first, then who waits for an answer; in order of names among equals. */
function unreadFirst(threads: readonly Thread[]): Thread[] {
  const rank = ({ unread, requests }: Thread) => (unread > 0 ? 0 : requests > 0 ? 1 : 2)
  return threads
    .map((thread, index) => ({ thread, order: rank(thread) * 10_000 + index }))
    .sort(by(({ order }) => String(order).padStart(6, '0')))
    .map(({ thread }) => thread)
}
