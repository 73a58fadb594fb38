import { type ReactNode, useState } from 'react'
import css from './setup.module.css'

/** What the last action did, said at once to those who see and to those who hear. */
export function useMessage(): [ReactNode, (text: string) => void] {
  const [text, setText] = useState('')
  return [
    <p key="message" className={css.message} role="status">
      {text}
    </p>,
    setText,
  ]
}
