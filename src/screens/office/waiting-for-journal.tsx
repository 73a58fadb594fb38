import { Notice } from '../design/notice.tsx'
import { useTexts } from '../design/texts/language.tsx'
import type { JournalWriting } from '../workspace/use-journal-writing.ts'

/** Says that what was written waits for its journal to come to this device. */
export function WaitingForJournal({ writing: { waits, noLine } }: { writing: JournalWriting }) {
  const { keeping } = useTexts()
  if (!waits) return null
  return (
    <Notice icon={noLine ? 'noLine' : 'waiting'}>
      {noLine ? keeping.journalNotHere : keeping.journalComing}
    </Notice>
  )
}
