import { useState } from 'react'
import { TextField } from '../design/field.tsx'
import { useTexts } from '../design/texts/language.tsx'

/** Letters of a room's name that the timetable takes. */
const longest = 60

/** The room of a lesson, handed over when the field is left or Enter is pressed. */
export function RoomField({ room, onCommit }: { room: string; onCommit: (room: string) => void }) {
  const { timetable: texts } = useTexts()
  const [draft, setDraft] = useState(room)
  const tooLong = draft.trim().length > longest
  const commit = () => {
    if (!tooLong && draft.trim() !== room) onCommit(draft.trim())
  }
  return (
    <TextField
      label={texts.panel.room}
      value={draft}
      problem={tooLong ? texts.panel.longRoom(longest) : undefined}
      onChange={({ target }) => setDraft(target.value)}
      onBlur={commit}
      onKeyDown={(event) => event.key === 'Enter' && commit()}
    />
  )
}
