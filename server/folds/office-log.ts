import { type JournalKey, schoolDocument } from '../../src/domain/ledger/documents.ts'
import type { Fate, Fold } from '../../src/domain/ledger/fold.ts'
import { importUser, relayUser, type UserId } from '../../src/domain/ledger/ids.ts'
import { russianDate } from '../../src/domain/reports/table.ts'
import { attributeWords, loggedInWords } from '../../src/domain/school/log-words.ts'
import { fullName } from '../../src/domain/school/names.ts'
import { schoolDate } from '../../src/domain/school/school-date.ts'
import type { SchoolView } from '../../src/domain/school/school-view.ts'
import type { LogAnswer, LogKind, LogLine } from '../../src/sync/office-answers.ts'
import { type Account, isStaff } from '../accounts/account-store.ts'
import type { Accounts } from '../accounts/accounts.ts'
import type { AccountEventKind } from '../accounts/events.ts'
import type { JournalDigest } from './journal-digest.ts'
import type { JournalFolds } from './journal-folds.ts'

/** Which lines of the log are asked for; an absent field means all. */
export interface LogQuery {
  /** Id of a line: only those older than it. */
  before?: string | undefined
  /** Words that all stand in the line: a name, a date as «24.11.2026», any part of what was done. */
  q?: string | undefined
  kind?: LogKind | undefined
  /** Dates, both included. */
  from?: string | undefined
  to?: string | undefined
}

/** Lines of one answer: a screen or two, a few KB on a slow line. */
const pageLength = 60

const eventWords: Readonly<Record<AccountEventKind, string>> = {
  created: 'учётная запись создана',
  codeIssued: 'выдан одноразовый код',
  codeWithdrawn: 'одноразовый код отозван',
  firstSignIn: 'первый вход',
  signIn: 'вход',
  wrongSecret: 'неверный пароль или код',
  signOut: 'выход',
  passwordChanged: 'пароль сменён',
  deviceRevoked: 'устройство отключено',
  tokenReused: 'повторно использован старый ключ входа, устройство отключено',
  familyLinked: 'учётная запись семьи присоединена',
  familyUnlinked: 'доступ к ученику закрыт',
  esiaLinked: 'вход через Госуслуги привязан',
  esiaUnlinked: 'вход через Госуслуги отвязан',
  schoolLinked: 'связана с учётной записью другой школы',
  schoolUnlinked: 'связь с другой школой прекращена',
  schoolOpened: 'переход в другую школу',
  schoolSignIn: 'вход из другой школы',
  disabled: 'учётная запись отключена',
  enabled: 'учётная запись включена',
}

/** Who did what when: the school's document, what the office and teachers settled in journals, and accounts. */
export class OfficeLog {
  private school: { view: SchoolView; lines: Promise<LogLine[]> } | undefined
  private readonly ofJournal = new WeakMap<JournalDigest, { view: SchoolView; lines: LogLine[] }>()

  constructor(
    private readonly journals: JournalFolds,
    private readonly accounts: Accounts,
  ) {
    journals.relay.onAppend((document) => {
      if (document === schoolDocument) this.school = undefined
    })
  }

  /** A page of lines, the newest first. */
  async page({ before, q = '', kind, from, to }: LogQuery): Promise<LogAnswer> {
    const { school } = this.journals.relay.policy()
    const words = plain(q).split(/\s+/).filter(Boolean)
    const dateOf = ({ at }: LogLine) => schoolDate(at, school.profile?.timezone)
    const fits = (line: LogLine) => {
      if ((kind && line.kind !== kind) || (before !== undefined && line.id >= before)) return false
      if (from === undefined && to === undefined && words.length === 0) return true
      const date = dateOf(line)
      if ((from !== undefined && date < from) || (to !== undefined && date > to)) return false
      const text = plain(`${line.who} ${line.what} ${russianDate(date)}`)
      return words.every((word) => text.includes(word))
    }
    const found = (await this.lines(school)).filter(fits)
    found.sort((a, b) => (a.id < b.id ? 1 : -1))
    return { lines: found.slice(0, pageLength), more: found.length > pageLength }
  }

  private async lines(school: SchoolView): Promise<LogLine[]> {
    const accounts = await this.accounts.store.list()
    const nameOf = namesIn(school, accounts)
    const ofSchool = await this.linesOfSchool(school, nameOf)
    const journals = [...this.journals.digests.values()].flatMap((digest) => {
      let known = this.ofJournal.get(digest)
      if (known?.view !== school) {
        const values = new Map(digest.logged.map((fate) => [fate.id, fate.value]))
        const lines = this.told(school, nameOf, digest.logged, (id) => values.get(id) ?? null, digest.key)
        known = { view: school, lines }
        this.ofJournal.set(digest, known)
      }
      return known.lines
    })
    return [...ofSchool, ...journals, ...(await this.ofAccounts(accounts, nameOf))]
  }

  private linesOfSchool(view: SchoolView, nameOf: NameOf): Promise<LogLine[]> {
    if (this.school?.view === view) return this.school.lines
    const read = async () => {
      const fold = await this.journals.relay.foldOf(schoolDocument)
      return this.told(view, nameOf, [...fold.fates()], before(fold))
    }
    const made = { view, lines: read() }
    this.school = made
    made.lines.catch(() => {
      if (this.school === made) this.school = undefined
    })
    return made.lines
  }

  /** Lines of facts; those that the server wrote at one time are told together, by attribute. */
  private told(
    school: SchoolView,
    nameOf: NameOf,
    fates: readonly Fate[],
    valueBefore: (id: Fate['id']) => Fate['value'],
    journal?: JournalKey,
  ): LogLine[] {
    const lines: LogLine[] = []
    const imported = new Map<string, { line: LogLine; count: number }>()
    const kind: LogKind = journal ? 'journal' : 'school'
    for (const fate of fates) {
      const { id, receipt, attribute, supersedes } = fate
      if (!receipt) continue
      const at = receipt.receivedAt
      const line = { id: `${at}.${id}`, at, kind, who: nameOf(receipt.author), what: '' }
      if (receipt.author === importUser || receipt.author === relayUser) {
        const group = `${at},${attribute}`
        const known = imported.get(group)
        if (known) known.count++
        else imported.set(group, { line: { ...line, what: attributeWords(attribute) }, count: 1 })
        continue
      }
      const past = supersedes[0] === undefined ? null : valueBefore(supersedes[0])
      line.what = loggedInWords(school, journal, { ...fate, before: past })
      if (receipt.verdict === 'void') line.what += ' (не принято)'
      lines.push(line)
    }
    for (const { line, count } of imported.values())
      lines.push({ ...line, what: `${line.what}, записей: ${count}` })
    return lines
  }

  private async ofAccounts(accounts: readonly Account[], nameOf: NameOf): Promise<LogLine[]> {
    const families = new Set(accounts.flatMap((account) => (isStaff(account) ? [] : [account.user])))
    const events = await this.accounts.events.all()
    // When a family comes and goes is told to its class teacher, as far as the duty needs it, and not listed here.
    const told = events.filter(({ user, actor }) => actor || !families.has(user))
    return told.map(({ number, at, user, kind, actor }) => ({
      id: `${at}.${String(number).padStart(10, '0')}`,
      at,
      kind: 'account' as const,
      who: nameOf(actor ?? user),
      what: actor ? `${eventWords[kind]}: ${nameOf(user)}` : eventWords[kind],
    }))
  }
}

type NameOf = (user: UserId) => string

function namesIn(school: SchoolView, accounts: readonly Account[]): NameOf {
  const logins = new Map(accounts.map(({ user, login }) => [user, login]))
  return (user) => {
    if (user === importUser) return 'Импорт'
    if (user === relayUser) return 'Сервер'
    const member = school.staff.get(school.people.get(user) ?? '')
    return member ? fullName(member) : (logins.get(user) ?? user)
  }
}

function before(fold: Fold): (id: Fate['id']) => Fate['value'] {
  return (id) => fold.fact(id)?.value ?? null
}

/** As texts are compared: without case, ё as е. */
function plain(text: string): string {
  return text.toLocaleLowerCase('ru').replaceAll('ё', 'е')
}
