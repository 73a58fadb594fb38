import { createHash } from 'node:crypto'
import type { RegionReport, SchoolReport } from './region.ts'
import { styles } from './region-styles.ts'
import { en } from './texts/en.ts'
import { type RegionTexts, ru } from './texts/ru.ts'
import { bytesIn, timeIn } from './texts/words.ts'

/** What the page may do: show its own style, nothing else. */
export const pagePolicy = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(styles).digest('base64')}'`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** The texts of the language that a browser asks for first: English before Russian only when it says so. */
export function textsFor(accepted = ''): RegionTexts {
  const first = /\b(ru|en)\b/i.exec(accepted)?.[1]
  return first?.toLowerCase() === 'en' ? en : ru
}

/** The report as one page of HTML, without scripts. */
export function regionPage(report: RegionReport, texts: RegionTexts): string {
  const { language, title } = texts
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escaped(title)}</title>
<style>${styles}</style>
</head>
<body>
<header>
<h1>${escaped(title)}</h1>
<p>${escaped(summaryOf(report, texts).join(' · '))}</p>
</header>
<main>
${attentionOf(report, texts)}
${report.schools.length === 0 ? '' : tableOf(report, texts)}
<p class="more">${escaped(texts.explained)}</p>
<p class="more"><a href="schools.json">${escaped(texts.json)}</a></p>
</main>
</body>
</html>
`
}

function summaryOf({ at, version, database, schools }: RegionReport, texts: RegionTexts): string[] {
  const { language } = texts
  const { engine, bytes, free, archive, copied } = database
  const zone = schools.length === 1 ? (schools[0]!.timezone ?? undefined) : undefined
  const known = (time: number | null) => (time === null ? null : timeIn(language, time, zone))
  return [
    texts.at(timeIn(language, at, zone)),
    texts.schools(schools.length),
    texts.server(version),
    texts.database(engine, bytesIn(language, bytes)),
    free === null ? texts.freeUnknown : texts.free(bytesIn(language, free)),
    ...(archive ? [texts.archive(known(archive.at))] : []),
    ...(engine === 'sqlite' ? [texts.copied(known(copied))] : []),
  ]
}

function attentionOf({ attention, schools, database }: RegionReport, texts: RegionTexts): string {
  const { free, copied } = database
  const { language } = texts
  const zone = schools[0]?.timezone ?? undefined
  const words = {
    littleRoom: () => texts.littleRoom(bytesIn(language, free ?? 0)),
    archiveFails: () => texts.archiveFails,
    notCopied: () => texts.notCopied(copied === null ? null : timeIn(language, copied, zone)),
  }
  const ofAll = attention.map((one) => `<li>${escaped(words[one]())}</li>`)
  const ofSchools = schools
    .filter(({ attention }) => attention.length > 0)
    .map(
      (school) =>
        `<li><a href="#${escaped(school.id)}">${escaped(titleOf(school))}</a>: ${escaped(
          school.attention.map(texts.attention).join('; '),
        )}</li>`,
    )
  const lines = [...ofAll, ...ofSchools]
  const nothing = schools.length === 0 ? texts.noSchools : texts.nothing
  const said =
    lines.length === 0 ? `<p class="calm">${escaped(nothing)}</p>` : `<ul>\n${lines.join('\n')}\n</ul>`
  return `<section aria-labelledby="attention">
<h2 id="attention">${escaped(texts.attentionTitle)}</h2>
${said}
</section>`
}

/** Roles are said, since a narrow screen shows each line as a block of its own. */
function tableOf({ schools }: RegionReport, texts: RegionTexts): string {
  const heads = Object.values(texts.columns)
    .map((name) => `<th role="columnheader" scope="col">${escaped(name)}</th>`)
    .join('')
  return `<section aria-labelledby="list">
<h2 id="list">${escaped(texts.listTitle)}</h2>
<table role="table" aria-labelledby="list">
<thead role="rowgroup"><tr role="row">${heads}</tr></thead>
<tbody role="rowgroup">
${schools.map((school) => lineOf(school, texts)).join('\n')}
</tbody>
</table>
</section>`
}

function lineOf(school: SchoolReport, texts: RegionTexts): string {
  const { columns } = texts
  const { id, hosts, timezone, outbox, verified } = school
  const time = (of: number) => timeIn(texts.language, of, timezone ?? undefined)
  const since = (of: number | null, days: number) =>
    of === null ? [texts.never] : [time(of), ...(days > 0 ? [texts.days(days)] : [])]
  const letters = [
    ...(outbox.waiting > 0 ? [texts.waiting(outbox.waiting)] : []),
    ...(outbox.failed > 0 ? [texts.failed(outbox.failed)] : []),
  ]
  const devices = [
    texts.devices(school.devices),
    ...school.versions.map((one) => texts.version(one.app, one.devices, time(one.seen))),
    ...(school.familyDevices > 0 ? [texts.families(school.familyDevices)] : []),
    ...(school.pausedLogins > 0 ? [texts.paused(school.pausedLogins)] : []),
  ]
  const name = `<b>${escaped(titleOf(school))}</b>${small([id, ...hosts])}`
  return `<tr role="row" id="${escaped(id)}"${school.attention.length > 0 ? ' class="marked"' : ''}>
<th role="rowheader" scope="row">${name}</th>
${cell(columns.contact, since(school.lastContact, school.schoolDaysWithoutContact))}
${cell(columns.entries, [
  texts.today(school.entriesToday),
  texts.week(school.entriesWeek),
  ...(school.isSchoolDay ? [] : [texts.dayOff]),
])}
${cell(columns.newest, since(school.newestEntry, school.schoolDaysWithoutEntries))}
${cell(columns.turnedDown, [texts.voided(school.voidedWeek), texts.refused(school.refusedWeek)])}
${cell(columns.letters, letters.length > 0 ? letters : [texts.noLetters])}
${cell(columns.devices, devices)}
${cell(columns.verified, [verified ? texts.verified(time(verified.at), verified.ok) : texts.unknown])}
</tr>`
}

const titleOf = ({ name, id }: SchoolReport) => name || id

/** The first as it is, what else there is to say smaller below. */
function cell(column: string, [first = '', ...others]: readonly string[]): string {
  return `<td role="cell" data-column="${escaped(column)}"><div>${escaped(first)}${small(others)}</div></td>`
}

const small = (said: readonly string[]) => said.map((one) => `<small>${escaped(one)}</small>`).join('')

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
}
