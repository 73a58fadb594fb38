import { entity, schoolDocument } from '../../src/domain/ledger/documents.ts'
import { relayUser, serverDevice } from '../../src/domain/ledger/ids.ts'
import { russianDate } from '../../src/domain/reports/table.ts'
import type { OpenSchool } from './open-school.ts'
import { type Done, said, type TaskOf } from './task.ts'

/** Years that journals and the summary sheets of a school year are kept, unless the school says otherwise. */
const usual = { journals: 5, summaries: 25 }

/** `retention`: how long what is kept; says for each school year until when. */
export async function retention({ relay }: OpenSchool, task: TaskOf<'retention'>): Promise<Done> {
  const stands = await relay.foldOf(schoolDocument)
  const kept = stands.value(entity.settings, 'settings.retention') ?? usual
  const { journals = kept.journals, summaries = kept.summaries } = task
  const value = { journals, summaries }
  if (journals !== kept.journals || summaries !== kept.summaries)
    await relay.record(schoolDocument, [
      {
        writer: { user: relayUser, device: serverDevice, as: 'relay' },
        entries: [{ entity: entity.settings, attribute: 'settings.retention', value }],
      },
    ])
  const today = relay.today()
  const until = (ends: string, years: number) => {
    const date = `${Number(ends.slice(0, 4)) + years}${ends.slice(4)}`
    return `до ${russianDate(date)}${date < today ? ' (срок прошёл)' : ''}`
  }
  return said(
    `Журналы хранятся ${journals} лет, сводные ведомости ${summaries} лет после конца учебного года.`,
    ...relay
      .policy()
      .school.years.map(
        ({ id, ends }) =>
          `${id}: журналы ${until(ends, journals)}, сводные ведомости ${until(ends, summaries)}`,
      ),
    'Само ничего не удаляется. Перед сроком напечатайте и примите бумажные копии (paper).',
  )
}
