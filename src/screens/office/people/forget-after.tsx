import { entity } from '../../../domain/ledger/documents.ts'
import { SelectField } from '../../design/field.tsx'
import { useTexts } from '../../design/texts/language.tsx'
import { useSchool, useWorkspace } from '../../workspace/workspace.ts'
import { said } from '../setup/said.ts'
import css from '../setup/setup.module.css'

const choices = [14, 30, 60, 90, 180] as const

/** After how many days without contact a device forgets the journals it keeps. */
export function ForgetAfter() {
  const { schoolDocument } = useWorkspace()
  const { forgetAfterDays } = useSchool()
  const { device } = useTexts()
  return (
    <div className={css.fields}>
      <SelectField
        label={device.forgetAfter}
        hint={device.forgetAfterHelp}
        value={forgetAfterDays}
        onChange={({ target }) =>
          void schoolDocument.assert([
            said(entity.settings, 'settings.forgetAfterDays', Number(target.value)),
          ])
        }
      >
        {[...new Set([...choices, forgetAfterDays])]
          .sort((a, b) => a - b)
          .map((days) => (
            <option key={days} value={days}>
              {device.days(days)}
            </option>
          ))}
      </SelectField>
    </div>
  )
}
