import { readJournal } from '../../src/domain/journal/journal-view.ts'
import type { PlanContent } from '../../src/domain/journal/plan-editing.ts'
import { entity, type JournalKey, journalDocument } from '../../src/domain/ledger/documents.ts'
import { mayRead } from '../../src/domain/policy/access.ts'
import { type Actor, sameJournal } from '../../src/domain/policy/policy.ts'
import { journals } from '../../src/domain/school/school-view.ts'
import { classTitle, staffTitle, subjectTitle } from '../../src/domain/school/titles.ts'
import type { Relay } from '../relay/relay.ts'

/** A plan that somebody may take over. */
export interface OfferedPlan extends JournalKey {
  /** School year of its class. */
  year: string
  /** «7А, Математика» */
  title: string
  teacher: string
  entries: PlanContent[]
}

/** Plans of a subject and a grade that colleagues share, and those of journals that the actor reads himself. */
export async function offeredPlans(
  relay: Relay,
  actor: Actor,
  { subject, grade }: { subject: string; grade: number },
): Promise<OfferedPlan[]> {
  const policy = relay.policy()
  const { school } = policy
  const plans: OfferedPlan[] = []
  for (const key of journals(school)) {
    const own = school.classes.get(key.class)
    if (key.subject !== subject || own?.grade !== grade) continue
    const fold = await relay.foldOf(journalDocument(key))
    await new Promise(setImmediate)
    const shared = fold.value(entity.sharing, 'plan.shared') ?? false
    if (!shared && !mayRead(policy, actor, journalDocument(key), relay.today())) continue
    const { plan } = readJournal(fold)
    if (plan.length === 0) continue
    const keeper = school.assignments.findLast((a) => sameJournal(a, key))
    plans.push({
      class: key.class,
      subject: key.subject,
      ...(key.group ? { group: key.group } : {}),
      year: own.year,
      title: `${classTitle(school, key.class)}, ${subjectTitle(school, key)}`,
      teacher: keeper ? staffTitle(school, keeper.teacher) : '',
      entries: plan.map(({ number: _, ...content }) => content),
    })
  }
  return plans
}
