import { useCallback, useState } from 'react'
import type { Mark, Presence } from '../../../src/domain/ledger/attributes.ts'
import { Lesson, type LessonProps, type LessonSection } from '../../../src/screens/lesson/lesson.tsx'
import type { ReadOnly, RollPupil } from '../../../src/screens/lesson/roll.ts'
import { framed } from './framed.tsx'
import { fullClass, names, type Scenes } from './school.ts'

const pupil = (name: string, index: number): RollPupil => ({
  id: String(index),
  name,
  presence: undefined,
  reason: undefined,
  marks: [],
  conflict: false,
  waiting: false,
  behaviour: false,
  asked: false,
})
const marked: Record<number, Partial<RollPupil>> = {
  1: { marks: [{ work: '', mark: '5' }], waiting: true },
  3: { marks: [{ work: '', mark: '4' }] },
  4: { presence: 'absent', away: { kind: 'ill', until: '2026-11-26', paper: true } },
  6: { presence: 'absent', away: { kind: 'ill', paper: false } },
  7: { conflict: true, marks: [{ work: '', mark: '4' }] },
  9: {
    marks: [
      { work: '', mark: '5' },
      { work: 'w', mark: '4' },
    ],
  },
  12: { marks: [{ work: '', mark: '3' }] },
  13: { presence: 'absent' },
  17: { presence: { late: 7 } },
  20: { marks: [{ work: '', mark: 'н/а' }] },
  22: { marks: [{ work: '', mark: '2' }] },
}
const begun = names.map((name, index) => ({ ...pupil(name, index), ...marked[index] }))

/** A lesson that answers: what is tapped is shown, so that it can be tried and tested. */
function LiveLesson({
  start,
  rolled = false,
  readOnly,
  second,
  ...given
}: Partial<LessonProps> & {
  start: readonly RollPupil[]
  rolled?: boolean
  readOnly?: ReadOnly
  /** Another class at the same lesson. */
  second?: LessonSection
}) {
  const [past, setPast] = useState<{ pupils: readonly RollPupil[]; roll: boolean }[]>([])
  const [state, setState] = useState({ pupils: start, roll: rolled })
  const [topic, setTopic] = useState<string>()
  const [homework, setHomework] = useState<string>()
  const [works, setWorks] = useState<LessonProps['works']>([
    { id: '', kind: undefined },
    { id: 'w', kind: 'Самостоятельная работа' },
  ])
  const change = useCallback((id: string, next: (pupil: RollPupil) => RollPupil) => {
    setState((old) => {
      setPast((steps) => [...steps, old])
      return { ...old, pupils: old.pupils.map((one) => (one.id === id ? next(one) : one)) }
    })
  }, [])
  const onPresence = useCallback(
    (id: string, presence: Presence | null) =>
      change(id, (one) => ({ ...one, presence: presence ?? undefined, waiting: true })),
    [change],
  )
  const onMark = useCallback(
    (id: string, work: string, mark: Mark | null) =>
      change(id, (one) => ({
        ...one,
        waiting: true,
        marks: [...one.marks.filter((old) => old.work !== work), ...(mark ? [{ work, mark }] : [])],
      })),
    [change],
  )
  return (
    <Lesson
      title="7А"
      subject="Математика"
      bell={3}
      date="2026-11-24"
      minutesLeft={18}
      lateMinutes={7}
      workKinds={[
        { name: 'Контрольная работа', weight: 2 },
        { name: 'Диктант', weight: 1 },
      ]}
      retakes={[]}
      onEditWork={() => {}}
      onRemoveWork={() => {}}
      marksOfWork={() => 0}
      firstMarks={() => () => undefined}
      waiting={12}
      {...given}
      sections={[
        {
          id: '7А',
          title: '7А',
          pupils: state.pupils,
          roll: state.roll,
          grading: 'marks',
          readOnly,
          fields: {
            topic,
            homework,
            plan: { number: 52, topic: 'Сложение дробей с разными знаменателями' },
            due: '2026-11-25',
            lastHomework: '§ 13, № 290–294',
            onTopic: setTopic,
            onHomework: setHomework,
          },
        },
        ...(second ? [second] : []),
      ]}
      works={works}
      canUndo={past.length > 0}
      onPresence={onPresence}
      onMark={onMark}
      onAnotherMark={(id, mark) => onMark(id, 'another', mark)}
      onAddWork={({ kind = '' }) => {
        setWorks([...works, { id: kind, kind }])
        return kind
      }}
      onRestPresent={() => {
        setPast([...past, state])
        setState({ ...state, roll: true })
      }}
      onConflict={() => {}}
      onShow={() => {}}
      onUndo={() => {
        const last = past.at(-1)
        if (!last) return
        setPast(past.slice(0, -1))
        setState(last)
      }}
    />
  )
}

export const lessonScenes: Scenes = {
  lesson: () => framed('today', <LiveLesson start={names.map(pupil)} />),
  'lesson-begun': () => framed('today', <LiveLesson start={begun} />),
  'lesson-35': () => framed('today', <LiveLesson start={fullClass.map(pupil)} rolled />),
  'lesson-joint': () =>
    framed(
      'today',
      <LiveLesson
        start={begun.slice(0, 9)}
        title="7А + 7Б"
        second={{
          id: '7Б',
          title: '7Б',
          pupils: names.slice(9, 16).map((name, index) => pupil(name, index + 100)),
          roll: false,
          grading: 'marks',
          readOnly: { kind: 'locked', period: 'II четверть' },
          fields: {
            topic: 'Вычитание дробей',
            homework: undefined,
            onTopic: () => {},
            onHomework: () => {},
          },
        }}
        earlier={{ bell: 2, absent: 3 }}
        onTakeOver={() => {}}
      />,
    ),
  'lesson-empty': () => framed('today', <LiveLesson start={[]} />),
  'lesson-locked': () =>
    framed(
      'today',
      <LiveLesson start={begun} rolled readOnly={{ kind: 'locked', period: 'II четверть' }} waiting={0} />,
    ),
}
