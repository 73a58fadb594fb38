import type { ReactNode } from 'react'
import { Frame, type FrameProps, type Section } from '../../../src/screens/design/frame.tsx'
import { minutesAgo } from './school.ts'

/** A screen inside the frame of a teacher with entries that wait. */
export function framed(section: Section, children: ReactNode, more: Partial<FrameProps> = {}): ReactNode {
  return (
    <Frame
      section={section}
      office={false}
      sync={{ line: 'none', waiting: 12, waitingSince: minutesAgo(66) }}
      attention={2}
      person="А. А. Вяткина"
      onLock={() => {}}
      {...more}
    >
      {children}
    </Frame>
  )
}
