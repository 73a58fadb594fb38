import { Button } from '../screens/design/button.tsx'
import css from './enter.module.css'
import { useEnterSpeech } from './texts/enter-speech.tsx'

/** Instead of a diary that could not be drawn. */
export function Failed() {
  const { failed } = useEnterSpeech().texts
  return (
    <main className={css.sheet}>
      <h1>{failed.title}</h1>
      <p role="alert">{failed.help}</p>
      <Button look="main" onClick={() => location.reload()}>
        {failed.again}
      </Button>
    </main>
  )
}
