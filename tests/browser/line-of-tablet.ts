import type { SchoolNetwork } from '../sync/school-network.ts'
import type { Tablet } from './chromium.ts'

/** Cuts what connections there are, sockets and the service worker's too, which an emulated cut leaves; the tablet knows. */
export async function cutLine(tablet: Tablet, network: SchoolNetwork): Promise<void> {
  network.turn('down')
  await tablet.context.setOffline(true)
}

/** Gives the line back; the tablet knows. */
export async function mendLine(tablet: Tablet, network: SchoolNetwork): Promise<void> {
  network.turn('clear')
  await tablet.context.setOffline(false)
}
