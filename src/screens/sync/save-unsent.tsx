import { useState } from 'react'
import { collectUnsent } from '../../device/unsent.ts'
import { Button } from '../design/button.tsx'
import { useTexts } from '../design/texts/language.tsx'
import { saveFile } from '../papers/save-file.ts'
import { useWorkspace } from '../workspace/workspace.ts'

/** Saves what is on this device alone as a file. `onSaved`: it is in the person's hands. */
export function SaveUnsent({ onSaved = () => {} }: { onSaved?: () => void }) {
  const { session } = useWorkspace()
  const { device } = useTexts()
  const [saved, setSaved] = useState(false)
  async function save() {
    const unsent = await collectUnsent(session)
    saveFile(`parta-${unsent.at.slice(0, 10)}.json`, JSON.stringify(unsent, null, 1), 'application/json')
    setSaved(true)
    onSaved()
  }
  return (
    <>
      <Button icon="install" onClick={() => void save()}>
        {device.saveFile}
      </Button>
      {saved && <p role="status">{device.fileSaved}</p>}
    </>
  )
}
