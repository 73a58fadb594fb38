import { useEffect, useRef } from 'react'
import type { JournalPlace } from '../../domain/journal/journal-places.ts'
import type { Attachment, Lesson } from '../../domain/journal/journal-view.ts'
import { entity, type JournalKey, journalName } from '../../domain/ledger/documents.ts'
import type { Entry } from '../../domain/ledger/fact.ts'
import { sameJournal } from '../../domain/policy/policy.ts'
import { subjectTitle } from '../../domain/school/titles.ts'
import { IconButton } from '../design/button.tsx'
import { useTexts } from '../design/texts/language.tsx'
import type { ClassLoad } from '../workspace/class-load.ts'
import { useSchool } from '../workspace/workspace.ts'
import { type DueChoice, HomeworkExtras, type LoadOfDay } from './homework-extras.tsx'
import css from './picture.module.css'
import { type ShownPicture, useAttachments } from './use-attachments.ts'

export interface HomeworkPageProps {
  journal: JournalKey
  lesson: Lesson
  next: JournalPlace | undefined
  after: JournalPlace | undefined
  load: LoadOfDay | undefined
  writable: boolean
  onWrite: (entries: Entry[]) => void
}

/** The homework of a lesson beyond its text: when it is due, files and links, and the class's other work. */
export function HomeworkPage({ journal, lesson, next, after, load, writable, onWrite }: HomeworkPageProps) {
  const name = entity.lesson(lesson.key)
  const files = useAttachments(journal, lesson.attachments, (attachments) =>
    onWrite([
      {
        entity: name,
        attribute: 'lesson.attachments',
        value: attachments.length === 0 ? null : attachments.map(plain),
      },
    ]),
  )
  const setDue = (choice: DueChoice, date?: string) => {
    const value =
      choice === 'next'
        ? null
        : choice === 'after'
          ? after && { date: after.date, bell: after.bell }
          : date === undefined
            ? undefined
            : { date }
    if (value !== undefined) onWrite([{ entity: name, attribute: 'lesson.due', value }])
  }
  return (
    <>
      <HomeworkExtras
        date={lesson.date}
        due={{ choice: dueChoice(lesson, after), date: lesson.due?.date }}
        next={next?.date}
        after={after?.date}
        attachments={files.rows}
        load={load}
        problems={files.problems}
        opening={files.opening}
        writable={writable}
        onDue={setDue}
        onFiles={(chosen) => void files.attach(chosen)}
        onLink={files.addLink}
        onOpen={(id) => void files.open(id)}
        onRemove={files.remove}
      />
      {files.picture && <Picture picture={files.picture} onClose={files.closePicture} />}
    </>
  )
}

function plain(attachment: Attachment) {
  if ('file' in attachment) return attachment
  const { url, title } = attachment
  return { url, ...(title === undefined ? {} : { title }) }
}

function dueChoice({ due }: Pick<Lesson, 'due'>, after: JournalPlace | undefined): DueChoice {
  if (!due) return 'next'
  return after && due.date === after.date && due.bell === after.bell ? 'after' : 'date'
}

/** What a class has for a day beside one of its journals. */
export function useLoadOfDay(
  load: ClassLoad,
  journal: JournalKey,
  date: string | undefined,
): LoadOfDay | undefined {
  const school = useSchool()
  if (date === undefined) return undefined
  return {
    date,
    items: load.entries
      .filter((entry) => entry.date === date && !sameJournal(entry, journal))
      .map((entry) => ({
        id: journalName(entry),
        subject: subjectTitle(school, entry),
        homework: entry.homework,
        control: entry.control,
      })),
    at: load.at,
    stale: load.stale,
  }
}

function Picture({ picture, onClose }: { picture: ShownPicture; onClose: () => void }) {
  const { homework } = useTexts()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => dialog.current?.showModal(), [])
  return (
    <dialog
      ref={dialog}
      className={css.picture}
      aria-label={homework.picture(picture.title)}
      onClose={onClose}
    >
      <div className={css.head}>
        <p>{picture.title}</p>
        <IconButton icon="close" label={homework.close} onClick={onClose} />
      </div>
      <img src={picture.source} alt={picture.title} />
    </dialog>
  )
}
