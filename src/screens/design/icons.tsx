import css from './icons.module.css'

/** The one drawn set: 24 by 24, strokes of 2, round ends. */
const drawings = {
  today: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M12 7v5l3.5 2.5',
  journals: 'M5 4h14v16H5zM10 4v16M10 9.5h9M10 14.5h9',
  school: 'M4 20V10l8-5 8 5v10M2.5 20h19M9.5 20v-5h5v5M12 9.5v.5',
  setup: 'M4 7h9M17 7h3M4 17h3M11 17h9M15 5v4M9 15v4',
  more: 'M5 11a1 1 0 1 0 0 2 1 1 0 0 0 0-2M12 11a1 1 0 1 0 0 2 1 1 0 0 0 0-2M19 11a1 1 0 1 0 0 2 1 1 0 0 0 0-2',
  stored: 'M7 18a4 4 0 0 1-.6-7.95A5.5 5.5 0 0 1 17 9.6 4.2 4.2 0 0 1 17 18zM9.3 13.6l2 2 3.6-3.8',
  waiting:
    'M7 18a4 4 0 0 1-.6-7.95A5.5 5.5 0 0 1 17 9.6 4.2 4.2 0 0 1 17 18M12 20v-8M9.3 14.4 12 11.7l2.7 2.7',
  noLine: 'M8.5 6.6A5.5 5.5 0 0 1 17 9.6a4.2 4.2 0 0 1 3.2 6.4M17 18H7a4 4 0 0 1-.6-7.95M4 4l16 16',
  lock: 'M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3M12 15v1.5',
  undo: 'M8 5 4 9l4 4M4 9h10a5.5 5.5 0 0 1 0 11h-3',
  check: 'M5 12.5 10 17.5 19.5 7',
  plus: 'M12 5v14M5 12h14',
  close: 'M6 6l12 12M18 6 6 18',
  back: 'M14.5 5 8 12l6.5 7',
  next: 'M9.5 5 16 12l-6.5 7',
  alert: 'M12 4 2.8 20h18.4zM12 10v4.5M12 17.2v.1',
  install: 'M12 4v11M7.5 10.5 12 15l4.5-4.5M5 20h14',
  person: 'M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8M4.5 20.5a7.5 7.5 0 0 1 15 0',
  erase: 'M9 6h11v12H9l-6-6zM12 9.5l5 5M17 9.5l-5 5',
  clip: 'M20 11.5l-8 8a5 5 0 0 1-7-7l8.5-8.5a3.3 3.3 0 0 1 4.7 4.7l-8.2 8.2a1.7 1.7 0 0 1-2.4-2.4L15 6.5',
  column: 'M9 4h6v16H9zM9 9.3h6M9 14.7h6M4 4v16M20 4v16',
  copy: 'M9 9h11v11H9zM5.5 15H4V4h11v1.5',
  device: 'M5 3h14v18H5zM11 18h2',
  swap: 'M4 8h15M15 4l4 4-4 4M20 16H5M9 12l-4 4 4 4',
  help: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M9.3 9.6a2.7 2.7 0 1 1 3.9 2.4q-1.2.6-1.2 1.9M12 16.7v.1',
  note: 'M6 3h9l4 4v14H6zM9.5 11h6M9.5 15h6',
} as const

export type IconName = keyof typeof drawings

/** A picture beside words; screen readers read the words. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg className={css.icon} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={drawings[name]} />
    </svg>
  )
}
