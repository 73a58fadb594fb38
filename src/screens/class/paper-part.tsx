import { type ReactNode, useMemo, useState } from 'react'
import type { PaperCopy as PaperStates } from '../../domain/duties/duty-records.ts'
import { papersDue } from '../../domain/duties/working-day.ts'
import { entity } from '../../domain/ledger/documents.ts'
import { periodsOfGrade, type ReportPeriod } from '../../domain/reports/report-period.ts'
import { russianDate } from '../../domain/reports/table.ts'
import { className } from '../../domain/school/school-view.ts'
import { Button, ButtonLink } from '../design/button.tsx'
import { Chip } from '../design/chip.tsx'
import { Notice } from '../design/notice.tsx'
import { useFormat, useTexts } from '../design/texts/language.tsx'
import { makePaper } from '../papers/make-paper.ts'
import { saveFile } from '../papers/save-file.ts'
import { href } from '../route.ts'
import { useNow } from '../workspace/workspace.ts'
import type { PartProps } from './class-parts.ts'
import css from './paper-part.module.css'
import type { ClassDesk } from './use-class.ts'
import { useChangesSince, usePaperCopy } from './use-paper-copy.ts'

type Printing = { kind: 'idle' } | { kind: 'printing'; pages: number; stop: () => void } | { kind: 'failed' }

const nothing: PaperStates = { signed: undefined, handed: undefined, accepted: undefined }

/** The paper copies of a class, one a period (clause 4). */
export function PaperPart({ desk, at }: PartProps) {
  const { paper: texts } = useTexts()
  const { date } = useNow()
  const { source, schoolClass } = desk
  const periods = useMemo(
    () =>
      periodsOfGrade(source.school, schoolClass.year, schoolClass.grade).filter(
        ({ starts }) => starts <= date,
      ),
    [source.school, schoolClass, date],
  )
  const period =
    periods.find(({ id }) => id === at) ?? periods.findLast(({ ends }) => ends < date) ?? periods[0]
  if (!period) return <Notice tone="empty" title={texts.none} />
  return (
    <div className={css.page}>
      <nav className={css.periods} aria-label={texts.periods}>
        {periods.map(({ id, title }) => (
          <ButtonLink
            key={id}
            look={id === period.id ? 'main' : 'plain'}
            href={href({ screen: 'class', class: schoolClass.id, part: 'paper', at: id })}
          >
            {title}
          </ButtonLink>
        ))}
      </nav>
      <CopyOfPeriod key={period.id} desk={desk} period={period} />
    </div>
  )
}

/** A copy on its way: printed, signed, handed in, accepted; printed anew when something changed. */
function CopyOfPeriod({ desk, period }: { desk: ClassDesk; period: ReportPeriod }) {
  const { paper: texts } = useTexts()
  const format = useFormat()
  const { date, clock } = useNow()
  const { source, schoolClass, records, classDocument } = desk
  const [printing, setPrinting] = useState<Printing>({ kind: 'idle' })
  const [printed, setPrinted] = useState<{ revision: string; sheets: number; pages: number }>()
  const copy = usePaperCopy(desk, period)
  const { signed, handed, accepted } = records.papers.get(period.id) ?? nothing
  const earlier = accepted?.digest ?? handed?.digest ?? signed?.digest
  const changes = useChangesSince(desk, copy, earlier)
  const isCurrent = (digest: string | undefined) => digest !== undefined && digest === copy?.revision
  const assert = (attribute: 'paper.signed' | 'paper.handed', value: Record<string, string | number>) =>
    classDocument?.assert([{ entity: entity.paper(period.id), attribute, value }])

  async function print() {
    if (!copy) return
    const cancel = new AbortController()
    const said = (pages: number) =>
      setPrinting({ kind: 'printing', pages, stop: () => cancel.abort(new Error('cancelled')) })
    said(0)
    try {
      const replaced =
        accepted && !isCurrent(accepted.digest)
          ? {
              accepted: accepted.date,
              revision: accepted.digest,
              ...(Array.isArray(changes) ? { changes } : {}),
            }
          : undefined
      const stamp = { made: `${russianDate(date)} ${clock}`, revision: copy.revision }
      const { bytes, pages, sheets } = await makePaper(
        { journal: copy.journal, stamp, replaced },
        said,
        cancel.signal,
      )
      saveFile(`${texts.file(className(schoolClass), period.title)}.pdf`, bytes, 'application/pdf')
      setPrinted({ revision: copy.revision, pages, sheets })
      setPrinting({ kind: 'idle' })
    } catch {
      setPrinting(cancel.signal.aborted ? { kind: 'idle' } : { kind: 'failed' })
    }
  }

  return (
    <>
      <h2>{texts.title(period.title)}</h2>
      <p className={css.quiet}>
        {texts.due(format.day(papersDue(source.school, period)))}
        {date <= period.ends && ` ${texts.running(format.day(period.ends))}`}
      </p>
      {earlier !== undefined && copy && !isCurrent(earlier) && (
        <Notice tone="act" icon="alert" title={texts.changed}>
          {changes === undefined
            ? texts.looking
            : changes === 'unknown'
              ? texts.changesUnknown
              : texts.changedCells(changes.length)}
        </Notice>
      )}
      {Array.isArray(changes) && changes.length > 0 && (
        <ul className={css.changes}>
          {changes.map(({ part, column, row, from, to }) => (
            <li key={`${part} ${column} ${row}`}>
              {[part, column, row].filter((text) => text !== '').join(' · ')}: {from || texts.empty} →{' '}
              <b>{to || texts.empty}</b>
            </li>
          ))}
        </ul>
      )}
      <ol className={css.steps}>
        <li>
          <div>
            <b>{texts.print}</b>
            <p className={css.quiet}>
              {printed && printed.revision === copy?.revision
                ? texts.printed(printed.pages, printed.sheets)
                : texts.printHelp}
            </p>
            {copy && <p className={css.quiet}>{texts.revision(copy.revision)}</p>}
            {printing.kind === 'failed' && <p className={css.act}>{texts.failed}</p>}
          </div>
          {printing.kind === 'printing' ? (
            <div className={css.progress} role="status">
              <progress aria-label={texts.printing} />
              <span>{texts.pages(printing.pages)}</span>
              <Button look="quiet" onClick={printing.stop}>
                {texts.stop}
              </Button>
            </div>
          ) : (
            <Button look={printed ? 'plain' : 'main'} disabled={!copy} onClick={() => void print()}>
              {texts.makePdf}
            </Button>
          )}
        </li>
        <Step
          title={texts.sign}
          help={texts.signHelp}
          done={signed && texts.signedOn(format.day(signed.date), signed.digest, signed.sheets)}
          current={isCurrent(signed?.digest)}
        >
          <Button
            disabled={!printed || printed.revision !== copy?.revision}
            onClick={() =>
              printed && assert('paper.signed', { date, digest: printed.revision, sheets: printed.sheets })
            }
          >
            {texts.signed}
          </Button>
        </Step>
        <Step
          title={texts.hand}
          help={texts.handHelp}
          done={handed && texts.handedOn(format.day(handed.date))}
          current={isCurrent(handed?.digest)}
        >
          <Button
            disabled={!isCurrent(signed?.digest)}
            onClick={() => signed && assert('paper.handed', { date, digest: signed.digest })}
          >
            {texts.handed}
          </Button>
        </Step>
        <Step
          title={texts.accept}
          help={texts.acceptHelp}
          done={accepted && texts.acceptedOn(format.day(accepted.date))}
          current={isCurrent(accepted?.digest)}
        />
      </ol>
    </>
  )
}

/** A step on the way of a copy; `current`: what was done is still true of the ledger. */
function Step({
  title,
  help,
  done,
  current,
  children,
}: {
  title: string
  help: string
  done: string | undefined
  current: boolean
  children?: ReactNode
}) {
  const { paper } = useTexts()
  return (
    <li>
      <div>
        <b>{title}</b>{' '}
        {done !== undefined && (
          <Chip tone={current ? 'ok' : 'act'} icon={current ? 'check' : 'alert'}>
            {current ? paper.holds : paper.outdated}
          </Chip>
        )}
        <p className={css.quiet}>{done ?? help}</p>
      </div>
      {!current && children}
    </li>
  )
}
