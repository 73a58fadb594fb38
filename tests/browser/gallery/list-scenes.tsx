import { LessonReasonForm } from '../../../src/screens/class/lesson-reason-form.tsx'
import { More } from '../../../src/screens/more/more.tsx'
import type { BoardLesson, BoardRow, RollState } from '../../../src/screens/office/board.ts'
import { LiveBoard } from '../../../src/screens/office/live-board.tsx'
import { Devices } from '../../../src/screens/sync/devices.tsx'
import { NotAccepted } from '../../../src/screens/sync/not-accepted.tsx'
import { Quarantine } from '../../../src/screens/sync/quarantine.tsx'
import { SyncDetails } from '../../../src/screens/sync/sync-details.tsx'
import { framed } from './framed.tsx'
import { fullClass, minutesAgo, type Scenes } from './school.ts'

const none = () => {}
const bells = [1, 2, 3, 4, 5, 6, 7].map((number) => ({
  number,
  starts: `${String(7 + number).padStart(2, '0')}:30`,
  ends: `${String(8 + number).padStart(2, '0')}:15`,
  now: number === 3,
}))
const subjects = ['Математика', 'Русский язык', 'Литература', 'История', 'Физическая культура', 'Музыка']
const states: RollState[] = ['taken', 'taken', 'unheard', 'taken', 'notTaken']
const boardLesson = (row: number, bell: number, part = ''): BoardLesson => {
  const state = bell > 3 ? 'ahead' : states[(row * 3 + bell) % states.length]!
  return {
    id: `${row} ${bell} ${part}`,
    subject: subjects[(row + bell) % subjects.length]! + part,
    teacher: 'А. А. Вяткина',
    substitution: row === 2 && bell === 2,
    state,
    absent: state === 'taken' ? (row + bell) % 4 : 0,
    late: state === 'taken' ? row % 2 : 0,
    receivedAt: state === 'taken' ? minutesAgo(100 - bell * 20) : undefined,
  }
}
const rows: BoardRow[] = ['1А', '1Б', '5А', '5Б', '6А', '7А', '7Б', '8А', '9А', '10А', '11А'].map(
  (className, row) => ({
    id: className,
    className,
    lessons: bells.map(({ number }) =>
      row === 4 && number === 2
        ? [boardLesson(row, number, ', гр. 1'), boardLesson(row + 1, number, ', гр. 2')]
        : row === 0 && number > 4
          ? []
          : [boardLesson(row, number)],
    ),
  }),
)
const device = { name: 'Планшет кабинета 12', version: '0.1.0', used: '12 МБ' }

export const listScenes: Scenes = {
  board: () =>
    framed('board', <LiveBoard date="2026-11-24" bells={bells} rows={rows} lastReceipt={minutesAgo(2)} />, {
      office: true,
    }),
  'board-stale': () =>
    framed('board', <LiveBoard date="2026-11-24" bells={[]} rows={[]} staleSince={minutesAgo(30)} />, {
      office: true,
    }),
  reason: () =>
    framed(
      'more',
      <>
        <h1>Причины отсутствия</h1>
        <LessonReasonForm
          pupils={fullClass.map((name, id) => ({ id: String(id), name, lacks: id === 3 || id === 5 }))}
          pupil="3"
          days={[
            {
              date: '2026-11-24',
              lessons: [
                { id: '1', bell: 1, subject: 'Русский язык', reason: 'Б' },
                { id: '2', bell: 2, subject: 'Физическая культура', reason: undefined },
              ],
            },
            { date: '2026-11-20', lessons: [{ id: '3', bell: 1, subject: 'История', reason: 'У' }] },
          ]}
          date="2026-11-24"
          onPupil={none}
          onDate={none}
          onReason={none}
          saved={{ name: 'Ёлохов Тимур', date: '2026-11-24', reason: 'Б' }}
        />
      </>,
    ),
  sync: () =>
    framed(
      'more',
      <SyncDetails
        https={false}
        noRoom={false}
        sync={{ line: 'none', waiting: 12, waitingSince: minutesAgo(66) }}
        lessons={[
          { id: '1', href: '#', name: '7А, Математика, 3-й урок', date: '2026-11-24', count: 11 },
          { id: '2', href: '#', name: '8Б, Алгебра, 1-й урок', date: '2026-11-24', count: 1 },
        ]}
        device={{ ...device, persisted: false, clockSkew: -7 * 60_000 }}
        devicesHref="#/devices"
        onSaveFile={async () => '2026-11-24.parta'}
        carryHref="#/carry"
        onSend={none}
        onPersist={none}
      />,
    ),
  'sync-all-sent': () =>
    framed(
      'more',
      <SyncDetails
        https
        noRoom={false}
        sync={{ line: 'open', waiting: 0, storedAt: minutesAgo(1) }}
        lessons={[]}
        device={{ ...device, persisted: true, clockSkew: 0 }}
        devicesHref="#/devices"
        onSaveFile={async () => '2026-11-24.parta'}
        carryHref="#/carry"
        onSend={none}
        onPersist={none}
      />,
      { sync: { line: 'open', waiting: 0, storedAt: minutesAgo(1) } },
    ),
  devices: () =>
    framed(
      'more',
      <Devices
        devices={[
          { id: '1', name: 'Планшет кабинета 12', lastSeen: minutesAgo(1), current: true, revoked: false },
          { id: '2', name: 'Телефон', lastSeen: minutesAgo(3000), current: false, revoked: false },
          { id: '3', name: 'Старый планшет', lastSeen: minutesAgo(90_000), current: false, revoked: true },
        ]}
        onRename={none}
        onRevoke={none}
      />,
    ),
  'not-accepted': () =>
    framed(
      'today',
      <NotAccepted
        items={[
          {
            id: '1',
            fact: '8Б, Алгебра, 22 октября: отметка 4, Катаев Матвей',
            why: 'periodLocked',
            writtenAt: minutesAgo(9000),
            receivedAt: minutesAgo(60),
            href: '#',
            seen: false,
          },
          {
            id: '2',
            fact: '7А, Математика, 20 ноября: явка Н, Ёлохов Тимур',
            why: 'substitutionEnded',
            writtenAt: minutesAgo(5000),
            receivedAt: minutesAgo(60),
            href: '#',
            seen: true,
          },
        ]}
        locked={(
          [
            { kind: 'none' },
            { kind: 'waits', text: 'Болел, не успел выставить' },
            { kind: 'refused', why: 'период сдан' },
            { kind: 'open', until: '2026-11-30' },
          ] as const
        ).map((state, id) => ({
          id: String(id),
          where: `8Б, Алгебра, ${id + 1}-я четверть`,
          count: 3,
          state,
          rewritable: 2,
        }))}
        onCopy={none}
        onSeen={none}
        onRequest={none}
        onRewrite={none}
      />,
    ),
  'not-accepted-empty': () =>
    framed(
      'today',
      <NotAccepted items={[]} locked={[]} onCopy={none} onSeen={none} onRequest={none} onRewrite={none} />,
    ),
  quarantine: () =>
    framed(
      'more',
      <Quarantine
        items={[
          {
            id: '1',
            where: '7А, Математика',
            why: 'Сервер ответил: значение не по схеме',
            count: 2,
            at: minutesAgo(60),
            details: 'journal/7a,math 3:17',
          },
        ]}
        onCopy={none}
      />,
    ),
  more: () =>
    framed(
      'more',
      <More
        person="А. А. Вяткина"
        theme="system"
        language="ru"
        autoLock={3}
        waiting={12}
        notAccepted={1}
        quarantined={1}
        classTeacher
        onTheme={none}
        onLanguage={none}
        onAutoLock={none}
        onChange={none}
        onSignOut={none}
      />,
    ),
}
