import { makeRemark } from '../../domain/journal/remarks.ts'
import type { JournalKey } from '../../domain/ledger/documents.ts'
import { useTexts } from '../design/texts/language.tsx'
import { WordsForm } from '../design/words-form.tsx'
import { useJournalWriting } from '../workspace/use-journal-writing.ts'
import { useNow } from '../workspace/workspace.ts'
import css from './keeping.module.css'
import { WaitingForJournal } from './waiting-for-journal.tsx'

/** Longest remark, in letters. */
const longest = 1000

/** Writes a remark into a journal; `suggestion` stands in the field to begin with. `onDone` closes the form. */
export function RemarkForm({
  journal,
  lesson,
  suggestion,
  onDone,
}: {
  journal: JournalKey
  lesson: string | undefined
  suggestion: string
  onDone: () => void
}) {
  const { keeping, frame } = useTexts()
  const { date } = useNow()
  const writing = useJournalWriting(journal, onDone)
  return (
    <div className={css.form}>
      <WordsForm
        label={keeping.remark}
        hint={keeping.remarkHint}
        value={suggestion}
        maxLength={longest}
        save={keeping.send}
        cancel={frame.cancel}
        onSave={(text) =>
          writing.write([makeRemark(crypto.randomUUID().slice(0, 8), { date, text, lesson })])
        }
        onCancel={onDone}
      />
      <WaitingForJournal writing={writing} />
    </div>
  )
}
