/**
 * Part of the diary's service worker: a message from the school says that there is news, without a word about whom;
 * touching it opens the diary.
 */
interface NoticeEvent extends Event {
  notification: Notification
  waitUntil(done: Promise<unknown>): void
}
interface WorkerClient {
  url: string
  focus(): Promise<unknown>
}
const scope = globalThis as unknown as {
  registration: ServiceWorkerRegistration
  clients: {
    matchAll(options: { type: 'window'; includeUncontrolled: boolean }): Promise<WorkerClient[]>
    openWindow(url: string): Promise<unknown>
  }
}

const home = '/diary/'

addEventListener('push', ((event: NoticeEvent) => {
  const shown = scope.registration.showNotification('Дневник', {
    body: 'В дневнике есть новости.',
    icon: '/icon-192.png',
    lang: 'ru',
    // News that was not looked at is not told twice.
    tag: 'news',
  })
  event.waitUntil(shown)
}) as EventListener)

addEventListener('notificationclick', ((event: NoticeEvent) => {
  event.notification.close()
  event.waitUntil(openDiary())
}) as EventListener)

async function openDiary(): Promise<void> {
  const open = await scope.clients.matchAll({ type: 'window', includeUncontrolled: true })
  const diary = open.find(({ url }) => new URL(url).pathname.startsWith(home))
  await (diary ? diary.focus() : scope.clients.openWindow(home))
}
