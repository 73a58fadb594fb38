import { type FormEvent, type ReactNode, useState } from 'react'
import { Button } from '../design/button.tsx'
import { TextField } from '../design/field.tsx'
import { useFormat, useTexts } from '../design/texts/language.tsx'
import css from './device-name.module.css'

/** A device's name, to be changed, with when it was heard of; `children` are what else is done with it. */
export function DeviceName({
  device,
  disabled = false,
  onRename,
  children,
}: {
  /** `lastSeen`: ms since 1970. */
  device: { name: string; lastSeen: number }
  disabled?: boolean
  onRename: (name: string) => void
  children?: ReactNode
}) {
  const { sync } = useTexts()
  const format = useFormat()
  const [name, setName] = useState(device.name)
  const typed = name.trim()

  function submit(event: FormEvent) {
    event.preventDefault()
    if (typed !== '' && typed !== device.name) onRename(typed)
  }

  return (
    <form className={css.device} onSubmit={submit}>
      <TextField
        label={sync.nameOfDevice}
        value={name}
        maxLength={200}
        hint={sync.lastSeen(format.moment(device.lastSeen))}
        onChange={({ target }) => setName(target.value)}
      />
      <Button type="submit" disabled={disabled || typed === '' || typed === device.name}>
        {sync.rename}
      </Button>
      {children}
    </form>
  )
}
