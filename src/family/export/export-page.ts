import type { DiaryHead, DiaryLesson } from '../../domain/diary/diary.ts'
import type { FamilyThread } from '../../domain/thread/family-thread.ts'
import type { Format } from '../../screens/design/texts/format.ts'
import { markDetails } from '../mark-details.ts'
import { missedIn } from '../missed.ts'
import { periodName } from '../period-name.ts'
import { consentsTexts } from '../texts/consents.ts'
import { exportTexts } from '../texts/export.ts'
import { lettersTexts } from '../texts/letters.ts'
import type { FamilyTexts } from '../texts/ru.ts'
import type { Language } from '../texts/speech.tsx'
import type { FamilyExport } from './family-export.ts'

type Child = FamilyExport['children'][number]
interface Words {
  texts: FamilyTexts
  format: Format
  language: Language
}

/** One page that any browser opens without a line: everything to read, and the same as JSON in `#data`. */
export function exportPage(data: FamilyExport, words: Words): string {
  const { format, language } = words
  const own = exportTexts[language]
  const { counted } = data
  const moment = (time: number | null) => (time === null ? words.texts.more.countedNever : when(time, words))
  const reads = counted?.reads.map(({ lastRead }) => lastRead ?? 0) ?? []
  return [
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width,initial-scale=1">',
    `<title>${text(own.title)}</title><style>${style}</style></head><body>`,
    `<h1>${text(own.title)}</h1>`,
    line(data.school),
    line(own.made(when(data.made, words))),
    ...data.children.map((child) => childPart(child, words)),
    `<h2>${text(words.texts.more.counted)}</h2>`,
    counted
      ? line(words.texts.more.countedSignIn(moment(counted.lastSignIn))) +
        line(words.texts.more.countedRead(moment(Math.max(0, ...reads) || null)))
      : line(own.notCounted),
    // A closing tag inside a text would end the script.
    `<script type="application/json" id="data">${JSON.stringify(data).replaceAll('<', '\\u003c')}</script>`,
    '</body></html>',
  ].join('\n')

  function childPart(child: Child, all: Words): string {
    return [
      `<h2>${text(child.name)}</h2>`,
      line(all.texts.more.signedInAs(child.personName)),
      ...child.missing.map((year) => line(own.missing(year))),
      ...child.diaries.map(({ head, days }) =>
        [
          `<h3>${text(`${head.year.id}, ${head.class}`)}</h3>`,
          results(head, all),
          line(all.texts.marks.missed(missedIn(days).days, missedIn(days).lessons)),
          ...(head.council ? [line(`${all.texts.marks.council}: ${head.council.text}`)] : []),
          ...head.former.map(({ subject, mark, date, period, place }) =>
            line(
              `${all.texts.marks.former}: ${[subject, mark, date ? format.date(date) : period, place].filter(Boolean).join(', ')}`,
            ),
          ),
          ...head.announcements.map((one) =>
            line(`${all.texts.announcements}, ${format.date(one.date)}: ${one.text}`),
          ),
          '<table>',
          ...days.map(
            ({ date, lessons }) =>
              `<tr><th colspan="3">${text(format.date(date))}</th></tr>${lessons.map((one) => lessonRow(one, head, all)).join('')}`,
          ),
          '</table>',
        ].join('\n'),
      ),
      child.thread ? correspondence(child.thread, all) : '',
    ].join('\n')
  }
}

function results(head: DiaryHead, { texts, format }: Words): string {
  const rows = head.subjects.map(({ name, results: given }) => {
    const cells = given.map(({ period, mark, average }) =>
      [
        `${periodName(head, period, texts)}:`,
        mark,
        average !== undefined && `(${texts.marks.average} ${format.average(average / 100)})`,
      ]
        .filter(Boolean)
        .join(' '),
    )
    return `<tr><td>${text(name)}</td><td>${cells.map(text).join('<br>')}</td></tr>`
  })
  const conduct = head.periods.flatMap(({ id, conduct: word }) =>
    word ? [line(`${texts.marks.conduct}, ${periodName(head, id, texts)}: ${word}`)] : [],
  )
  return `<table>${rows.join('')}</table>${conduct.join('')}`
}

function lessonRow(lesson: DiaryLesson, head: DiaryHead, { texts }: Words): string {
  const { bell, subject, topic, homework, marks = [], absent, late, cancelled, behaviour } = lesson
  const name = head.subjects.find(({ id }) => id === subject)?.name ?? subject
  const says = [
    topic,
    cancelled !== undefined && texts.week.cancelledWhy(cancelled),
    homework && [texts.week.homework, homework.text].filter(Boolean).join(': '),
    ...(homework?.attachments ?? []).map((one) => ('url' in one ? one.url : texts.week.file(one.name))),
    absent !== undefined && texts.week.absent[absent],
    late !== undefined && texts.week.late(late),
    behaviour && `${texts.week.behaviour}: ${behaviour}`,
  ].filter((part) => typeof part === 'string' && part !== '')
  const given = marks.map((mark) => [mark.mark, markDetails(mark, texts)].filter(Boolean).join(' '))
  return `<tr><td>${bell}. ${text(name)}</td><td>${says.map((part) => text(String(part))).join('<br>')}</td><td>${given.map(text).join('<br>')}</td></tr>`
}

function correspondence(thread: FamilyThread, words: Words): string {
  const { format, language } = words
  const said = lettersTexts[language]
  const consents = consentsTexts[language]
  const answer = (given: { accepted: boolean; text?: string | undefined } | undefined) =>
    given
      ? [given.accepted ? said.accepted : said.declined, given.text].filter(Boolean).join(': ')
      : said.noAnswer
  const part = (title: string, lines: readonly string[]) =>
    lines.length === 0 ? '' : `<h3>${text(title)}</h3>${lines.map(line).join('')}`
  return [
    part(
      said.title,
      thread.letters.map(
        ({ mine, at, subject, text: letter }) =>
          `${mine ? said.mine : said.theirs}, ${when(at, words)}: ${[subject, letter].filter(Boolean).join('. ')}`,
      ),
    ),
    part(
      said.expectedTitle,
      thread.expected.map(
        (one) =>
          `${said.days(format.date(one.from), format.date(one.to))}: ${one.reason} (${answer(one.answer)})`,
      ),
    ),
    part(
      said.correctionTitle,
      thread.corrections.map((one) => `${one.about}: ${one.text} (${answer(one.answer)})`),
    ),
    part(
      said.reports,
      thread.reports.map(({ from, to, how, acknowledged }) =>
        [
          said.report(said.days(format.date(from), format.date(to)), said.ways[how]),
          acknowledged !== undefined && said.acknowledged(when(acknowledged, words)),
        ]
          .filter(Boolean)
          .join(', '),
      ),
    ),
    part(
      consents.title,
      (thread.consents ?? []).map(({ purpose, given, withdrawn }) =>
        [
          consents.purpose[purpose],
          given !== undefined && consents.given(format.date(given)),
          withdrawn !== undefined && consents.withdrawn(format.date(withdrawn)),
        ]
          .filter(Boolean)
          .join(', '),
      ),
    ),
  ].join('\n')
}

/** «24.11.2026, 10:21»: a file is read years later. */
function when(time: number, { format }: Words): string {
  const date = new Date(time)
  const day = [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((part) =>
    String(part).padStart(2, '0'),
  )
  return `${format.date(day.join('-'))}, ${format.clock(time)}`
}

const line = (words: string) => `<p>${text(words)}</p>`

/** Text as HTML shows it: whatever a person wrote stays words. */
function text(words: string): string {
  return words
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\n', '<br>')
}

const style =
  'body{font:16px/1.4 system-ui,sans-serif;max-width:900px;margin:0 auto;padding:16px}table{border-collapse:collapse;width:100%}td,th{border:1px solid #ccc;padding:4px 8px;text-align:left;vertical-align:top}th{background:#eee}'
