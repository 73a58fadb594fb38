import { appVersion, deviceName } from '../workspace/app-version.ts'
import { recentErrors } from './recent-errors.ts'

/** What of the app and the device goes along with a question; no names, no marks. */
export interface Diagnostics {
  /** «журнал», «дневник» */
  app: string
  /** The screen the person came from. */
  screen?: string | undefined
  line: boolean
  /** Entries that wait to be sent. */
  waiting: number
  /** When the relay last answered, «24.11, 10:21». */
  heard?: string | undefined
  /** Documents on the device, of all. */
  loaded?: { ready: number; total: number } | undefined
  /** Why writing to the device fails. */
  storage?: string | undefined
}

/** The same as lines that the asker sees before they go, and the consultant after; in Russian, which he reads. */
export function diagnosticsText(
  { app, screen, line, waiting, heard, loaded, storage }: Diagnostics,
  page: { width: number; height: number; language: string; installed: boolean } = thisPage(),
): string {
  const errors = recentErrors()
  return [
    `Парта ${appVersion}, ${app}${page.installed ? ', установлена' : ', в браузере'}`,
    `Устройство: ${deviceName()}, экран ${page.width}×${page.height}, язык ${page.language}`,
    screen && `Экран: ${screen}`,
    `Связь: ${line ? 'есть' : 'нет'}, ждёт отправки: ${waiting}${heard ? `, ответ сервера: ${heard}` : ''}`,
    loaded && `Загружено: ${loaded.ready} из ${loaded.total}`,
    storage && `Запись на устройство не удаётся: ${storage}`,
    errors.length > 0 && `Ошибки: ${errors.join('; ')}`,
  ]
    .filter((part) => typeof part === 'string' && part !== '')
    .join('\n')
    .slice(0, 2000)
}

function thisPage() {
  return {
    width: innerWidth,
    height: innerHeight,
    language: document.documentElement.lang,
    installed: matchMedia('(display-mode: standalone)').matches,
  }
}
