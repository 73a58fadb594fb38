import { useState } from 'react'
import type { Capacity } from '../../domain/ledger/attribute-spec.ts'
import type { Json } from '../../domain/ledger/fact.ts'
import { serverDevice } from '../../domain/ledger/ids.ts'
import { type EvidenceAnswer, evidenceAnswer } from '../../sync/evidence-answer.ts'
import { Button } from '../design/button.tsx'
import { Notice } from '../design/notice.tsx'
import { evidence as en } from '../design/texts/en/evidence.ts'
import { useFormat, useTexts } from '../design/texts/language.tsx'
import { evidence as ru } from '../design/texts/ru/evidence.ts'
import { fileName, saveFile } from '../papers/save-file.ts'
import { freshAccess } from '../workspace/access.ts'
import { useAppearance } from '../workspace/appearance.ts'
import { useWorkspace } from '../workspace/workspace.ts'
import css from './cell-history.module.css'
import { attributeInWords, valueInWords } from './fact-words.ts'

type Asked = 'nothing' | 'noLine' | 'failed' | 'asking' | EvidenceAnswer

/** For the office: what the server itself received about a cell, asked when wanted, and files of it. */
export function CellEvidence({
  journal,
  cell,
  who,
}: {
  journal: string
  /** A pupil's cell, at a lesson by its key or of a period. */
  cell: { pupil: string; lesson: string } | { pupil: string; period: string }
  /** Names the files: the pupil. */
  who: string
}) {
  const { session, tokens, account } = useWorkspace()
  const texts = { ru, en }[useAppearance().language]
  const [asked, setAsked] = useState<Asked>()

  async function ask() {
    setAsked('asking')
    const access = await freshAccess({ session, tokens })
    if (access === null) return setAsked('noLine')
    const query = new URLSearchParams({ journal, ...cell })
    const answer = await account.ask(evidenceAnswer, `/api/evidence?${query}`, { access })
    if (answer.ok) return setAsked(answer.value)
    const { code } = answer.fault
    setAsked(code === 'notFound' ? 'nothing' : code === 'noLine' ? 'noLine' : 'failed')
  }

  return (
    <section>
      <h2 className={css.title}>{texts.title}</h2>
      {typeof asked === 'object' ? (
        <Received answer={asked} texts={texts} who={who} />
      ) : (
        <>
          <p className={css.quiet}>{texts.lead}</p>
          {(asked === 'noLine' || asked === 'failed') && (
            <Notice tone="act" icon={asked === 'noLine' ? 'noLine' : 'alert'}>
              {texts[asked]}
            </Notice>
          )}
          <p role="status">{(asked === 'asking' || asked === 'nothing') && texts[asked]}</p>
          <Button disabled={asked === 'asking'} onClick={() => void ask()}>
            {asked === undefined || asked === 'asking' ? texts.show : texts.again}
          </Button>
        </>
      )}
    </section>
  )
}

function Received({
  answer: { evidence, text },
  texts,
  who,
}: {
  answer: EvidenceAnswer
  texts: typeof ru
  who: string
}) {
  const { cell } = useTexts()
  const format = useFormat()
  const when = (iso: string) => format.moment(Date.parse(iso))
  const name = fileName(texts.file(who))
  return (
    <>
      {evidence.log.whole ? (
        <Notice icon="check">{texts.whole(evidence.log.rows)}</Notice>
      ) : (
        <Notice tone="act" icon="alert" title={texts.broken}>
          {evidence.log.why}
        </Notice>
      )}
      <ol className={css.list}>
        {evidence.entries.map(({ fact, author, device, madeAt, receivedAt, verdict }) => (
          <li key={fact.id} className={css.entry}>
            <p>
              {attributeInWords(fact.attribute)}:{' '}
              <b>{fact.value === null ? texts.removed : valueInWords(fact.attribute, fact.value as Json)}</b>
            </p>
            <p className={css.quiet}>
              {author.name}, {cell.capacity[author.as as Capacity] ?? author.as}
            </p>
            <p className={css.quiet}>
              {device.id === serverDevice ? texts.server : texts.device(device.name, device.id)}
            </p>
            <p className={css.quiet}>{texts.times(when(madeAt), when(receivedAt))}</p>
            {verdict === 'void' && <p className={css.why}>{texts.void}</p>}
          </li>
        ))}
      </ol>
      <p className={css.quiet}>{texts.help}</p>
      <div className={css.files}>
        <Button icon="install" onClick={() => saveFile(`${name}.txt`, text, 'text/plain')}>
          {texts.save}
        </Button>
        <Button
          look="quiet"
          onClick={() =>
            saveFile(`${name}.json`, `${JSON.stringify(evidence, null, 2)}\n`, 'application/json')
          }
        >
          {texts.saveProof}
        </Button>
      </div>
    </>
  )
}
