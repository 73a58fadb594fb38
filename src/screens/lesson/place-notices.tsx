import type { Lesson } from '../../domain/journal/journal-view.ts'
import { readLessonKey } from '../../domain/ledger/documents.ts'
import { Button } from '../design/button.tsx'
import { Notice } from '../design/notice.tsx'
import { useFormat, useTexts } from '../design/texts/language.tsx'

export interface PlaceNoticesProps {
  lesson: Lesson
  /** It, or one of those that go with it, was added. */
  added: boolean
  /** What was added has nothing in it yet. */
  removable: boolean
  writable: boolean
  onMoveBack: () => void
  onRestore: () => void
  onTakeAway: () => void
}

/** What became of a lesson as a whole: called off, moved here, added; each with its way back. */
export function PlaceNotices(props: PlaceNoticesProps) {
  const { lesson, added, removable, writable, onMoveBack, onRestore, onTakeAway } = props
  const { places, today } = useTexts()
  const format = useFormat()
  const birth = readLessonKey(lesson.key)
  const moved = birth.date !== lesson.date || birth.bell !== lesson.bell
  const back = (label: string, onClick: () => void, look: 'plain' | 'main' = 'plain') =>
    writable && (
      <Button look={look} onClick={onClick}>
        {label}
      </Button>
    )
  if (lesson.cancelled !== undefined)
    return (
      <Notice
        tone="empty"
        icon="close"
        title={places.cancelledTitle}
        actions={back(places.restore, onRestore, 'main')}
      >
        <p>{lesson.cancelled}</p>
        <p>{places.cancelledHelp}</p>
      </Notice>
    )
  return (
    <>
      {moved && (
        <Notice icon="swap" actions={back(places.moveBack, onMoveBack)}>
          {places.movedNotice(places.at(format.day(birth.date), today.lesson(birth.bell)))}
        </Notice>
      )}
      {added && (
        <Notice icon="plus" actions={removable && back(places.takeAway, onTakeAway)}>
          {places.addedNotice}
        </Notice>
      )}
    </>
  )
}
