/** An older app meets a database that a newer one has written: it may read, never write. */
export class NewerDatabaseError extends Error {
  override name = 'NewerDatabaseError'
}

/** Whether a write failed for want of room. */
export function isStorageFull(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const inner = 'inner' in error && error.inner instanceof Error ? error.inner.name : ''
  return error.name === 'QuotaExceededError' || inner === 'QuotaExceededError'
}

/** What a failed write means for the person at the tablet, and what to do. */
export function storageFault(error: unknown): string {
  const name = error instanceof Error ? error.name : ''
  if (name === 'NewerDatabaseError' || name === 'VersionError')
    return 'Журнал на этом планшете уже вела более новая Парта. Эта его показывает, но записать ничего не может. Обновите страницу: введённое запишется.'
  if (isStorageFull(error))
    return 'На устройстве кончилось место. Освободите его и не закрывайте Парту: введённое запишется само.'
  return `Память устройства не отвечает (${name || 'ошибка'}). Не закрывайте Парту: запись повторяется сама.`
}
