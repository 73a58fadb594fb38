import type { Json } from '../../src/domain/ledger/fact.ts'
import type { Receipt } from '../../src/domain/ledger/receipt.ts'
import { russianDate } from '../../src/domain/reports/table.ts'
import { attributeWords } from '../../src/domain/school/log-words.ts'
import { schoolClock, schoolDate } from '../../src/domain/school/school-date.ts'

/** One fact as the relay received it, with what proves it. */
export interface EvidenceEntry {
  /** Place in the document's log. */
  seq: number
  fact: { id: string; entity: string; attribute: string; value: Json; supersedes: readonly string[] }
  /** By the device's clock, ISO 8601. */
  madeAt: string
  /** By the server's clock. */
  receivedAt: string
  author: { user: string; name: string; as: string }
  device: { id: string; name: string }
  verdict: 'ok' | 'void'
  reason?: string
  /** Of the whole row; the fact is its element `index`. */
  receipt: Receipt
  index: number
  /** SHA-256 of each element of the row as canonical JSON, hex: those of others prove the row without being shown. */
  elementHashes: string[]
  rowHash: string
  chain: string
  previousChain: string
}

export interface Evidence {
  school: string
  document: string
  asked: Record<string, unknown>
  made: string
  timezone: string
  log: { whole: true; rows: number } | { whole: false; why: string }
  entries: EvidenceEntry[]
}

/** How anybody with the server's key checks what is stated; also printed by `help`. */
export const howToCheck = [
  '1. verify --school ID: цепочка журнала записей на сервере цела.',
  '2. evidence --check ФАЙЛ.json --school ID: сервер сличает каждую запись выписки со своим журналом и ключом.',
  '3. Без сервера, по JSON и relay.key: SHA-256 канонической записи [id, entity, attribute, value, supersedes?]',
  '   (ключи объектов по алфавиту, без пробелов) стоит в elementHashes на месте index; SHA-256 от всех',
  '   elementHashes подряд равен rowHash; первые 16 байт HMAC-SHA256 ключом из relay.key от',
  '   JSON [document, client, clock, length, author, device, as, times, verdict, reason|null] и rowHash равны mac.',
]

/** The evidence as a document to read and print. */
export function evidenceText({ school, document, asked, made, timezone, log, entries }: Evidence): string {
  const when = (iso: string) => {
    const time = Date.parse(iso)
    return `${russianDate(schoolDate(time, timezone || undefined))} ${schoolClock(time, timezone || undefined)}`
  }
  const lines = [
    'ВЫПИСКА ИЗ ЖУРНАЛА ЗАПИСЕЙ СЕРВЕРА',
    '',
    `Школа: ${school}`,
    `Журнал: ${document.slice('journal/'.length)}`,
    ...Object.entries(asked).map(([name, value]) => `${names[name] ?? name}: ${String(value)}`),
    `Составлена: ${when(made)}`,
    log.whole
      ? `Цепочка записей проверена: цела, записей ${log.rows}.`
      : `ЦЕПОЧКА ЗАПИСЕЙ НАРУШЕНА: ${log.why}`,
    '',
    `Получено записей: ${entries.length}, в порядке получения:`,
  ]
  entries.forEach(
    ({ seq, fact, madeAt, receivedAt, author, device, verdict, reason, receipt, rowHash, chain }, index) => {
      lines.push(
        '',
        `${index + 1}. ${attributeWords(fact.attribute)}: ${fact.value === null ? 'снято' : JSON.stringify(fact.value)}`,
        `   Кто: ${author.name} (учётная запись ${author.user}, ${capacities[author.as] ?? author.as})`,
        `   Устройство: ${device.name || 'без имени'} (${device.id})`,
        `   Записано по часам устройства: ${when(madeAt)}; получено сервером: ${when(receivedAt)}`,
        `   Засчитано: ${verdict === 'ok' ? 'да' : `нет (${reason ?? ''})`}`,
        `   Заменяет: ${fact.supersedes.length === 0 ? 'ничего' : fact.supersedes.join(', ')}`,
        `   Запись ${fact.id}, место в журнале ${seq}, строка ${receipt.client}:${receipt.clock}+${receipt.length}`,
        `   Квитанция (MAC) ${receipt.mac}, хэш строки ${rowHash}, цепочка ${chain}`,
      )
    },
  )
  lines.push('', 'Как проверить:', ...howToCheck)
  return `${lines.join('\n')}\n`
}

const names: Readonly<Record<string, string>> = {
  class: 'Класс',
  subject: 'Предмет',
  pupil: 'Ученик',
  date: 'Дата урока',
  bell: 'Урок',
  period: 'Период',
}

const capacities: Readonly<Record<string, string>> = {
  assigned: 'учитель предмета',
  substitute: 'замена',
  classTeacher: 'классный руководитель',
  office: 'администрация',
  family: 'семья',
  relay: 'сервер',
  import: 'перенесено из файла',
}
