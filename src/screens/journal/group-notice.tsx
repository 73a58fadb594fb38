import { groupSeen, membersOf, seeGroup } from '../../domain/duties/group-members.ts'
import type { JournalKey } from '../../domain/ledger/documents.ts'
import type { Entry } from '../../domain/ledger/fact.ts'
import type { Fold } from '../../domain/ledger/fold.ts'
import { foresee } from '../../domain/policy/keeping-right.ts'
import type { ClassView } from '../../domain/school/class-view.ts'
import { Button } from '../design/button.tsx'
import { Notice } from '../design/notice.tsx'
import { useTexts } from '../design/texts/language.tsx'
import { useActor, useNow, usePolicy } from '../workspace/workspace.ts'

/** Tells the teacher of a group that other pupils are in it than he accepted, until he does (clause 5.2.5). */
export function GroupNotice({
  journal,
  fold,
  members,
  write,
}: {
  journal: JournalKey
  fold: Fold
  members: ClassView
  write: (entries: readonly Entry[]) => void
}) {
  const texts = useTexts().groups
  const policy = usePolicy()
  const actor = useActor()
  const { date, time } = useNow()
  if (journal.group === undefined) return null
  const own = membersOf(members, journal.group, date)
  const seen = groupSeen(fold, own)
  const entry = seeGroup(date, own)
  const at = { today: date, time, movedTo: () => undefined }
  if (seen.kind === 'seen' || foresee(policy, journal, actor, entry, at).kind !== 'ok') return null
  return (
    <Notice
      icon="person"
      title={seen.kind === 'never' ? texts.newGroup : texts.groupChanged}
      actions={<Button onClick={() => write([entry])}>{texts.accept}</Button>}
    >
      {texts.nowIn(own.length)}
    </Notice>
  )
}
