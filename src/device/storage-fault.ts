/** An older app meets a database that a newer one has written: it may read, never write. */
export class NewerDatabaseError extends Error {
  override name = 'NewerDatabaseError'
}

/** What a failed write means for the person at the tablet, and what to do. */
export function storageFault(error: unknown): string {
  const name = error instanceof Error ? error.name : ''
  const inner =
    error instanceof Error && 'inner' in error && error.inner instanceof Error ? error.inner.name : ''
  if (name === 'NewerDatabaseError' || name === 'VersionError')
    return 'Журнал на этом устройстве открыт новой версией Парты. Обновите страницу: введённое запишется.'
  if (name === 'QuotaExceededError' || inner === 'QuotaExceededError')
    return 'На устройстве кончилось место. Освободите его и не закрывайте Парту: введённое запишется само.'
  return `Память устройства не отвечает (${name || 'ошибка'}). Не закрывайте Парту: запись повторяется сама.`
}
