import { useState } from 'react'
import * as v from 'valibot'
import { secretNames } from '../../device/secret-names.ts'
import { Button } from '../../screens/design/button.tsx'
import { Notice } from '../../screens/design/notice.tsx'
import { fileName, saveFile } from '../../screens/papers/save-file.ts'
import css from '../family.module.css'
import type { FamilyData } from '../family-data.ts'
import type { Letters } from '../letters.ts'
import { profile } from '../session.ts'
import { exportTexts } from '../texts/export.ts'
import { useSpeech } from '../texts/speech.tsx'
import type { Vault } from '../vault.ts'
import { exportPage } from './export-page.ts'
import { collectExport } from './family-export.ts'

type State = { kind: 'idle' | 'saving' } | { kind: 'saved'; name: string; missing: readonly string[] }

/** Everything that the diary may show, as a file of one's own (clause 5.3.1). */
export function ExportSection({
  data,
  vault,
  letters,
  today,
}: {
  data: FamilyData
  vault: Vault
  letters: Letters | undefined
  /** ISO date. */
  today: string
}) {
  const { texts, format, language } = useSpeech()
  const own = exportTexts[language]
  const [state, setState] = useState<State>({ kind: 'idle' })
  async function save() {
    setState({ kind: 'saving' })
    const who = v.safeParse(profile, await vault.read(secretNames.profile))
    const { name, school } = who.success ? who.output : { name: '', school: '' }
    const exported = await collectExport(
      data.session.ask.bind(data.session),
      {
        children: data.state.children,
        diary: (pupil, year) => data.stored(pupil, year),
        thread: (pupil) => letters?.state.threads.get(pupil),
      },
      { school, name, now: Date.now() },
    )
    const file = fileName(own.file(exported.children.map((child) => child.name).join(', '), today))
    saveFile(file, exportPage(exported, { texts, format, language }), 'text/html')
    const missing = exported.children.flatMap((child) =>
      child.missing.map((year) => `${child.name}, ${year}`),
    )
    setState({ kind: 'saved', name: file, missing })
  }
  return (
    <section className={css.card} aria-labelledby="own-data">
      <h2 id="own-data">{own.heading}</h2>
      <p>{own.lead}</p>
      <Button icon="install" disabled={state.kind === 'saving'} onClick={() => void save()}>
        {state.kind === 'saving' ? own.saving : own.save}
      </Button>
      <div role="status">
        {state.kind === 'saved' && (
          <>
            <p>{own.saved(state.name)}</p>
            <p className={css.quiet}>{own.care}</p>
            {state.missing.length > 0 && (
              <Notice icon="noLine">{own.missingYears(state.missing.join('; '))}</Notice>
            )}
          </>
        )}
      </div>
    </section>
  )
}
