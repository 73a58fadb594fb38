import { isDeepStrictEqual } from 'node:util'
import type { DocumentId } from '../../src/domain/ledger/documents.ts'
import type { Element } from '../../src/domain/ledger/fact.ts'
import { Fold } from '../../src/domain/ledger/fold.ts'
import type { ClientId, FactId } from '../../src/domain/ledger/ids.ts'
import type { Device } from './device.ts'
import { wanted } from './entries.ts'
import type { Met } from './met.ts'
import type { Promises } from './promises.ts'
import type { SchoolRelay } from './school-relay.ts'
import type { World } from './world.ts'

/** Everything that a fold says, in an order of its own. */
function digest(fold: Fold): string[] {
  const said = [...fold.fates()].map((fate) => {
    const { entity, attribute } = fate
    const { shown, heads, conflict } = fold.state(entity, attribute) ?? {}
    return JSON.stringify([fate, shown?.id, heads?.map(({ id }) => id).sort(), conflict])
  })
  return said.sort()
}

/** Compares all that is left of a run when it is quiet with what was promised; returns what is wrong, in words. */
export async function inspect(
  world: World,
  relay: SchoolRelay,
  devices: readonly Device[],
  promises: Promises,
  met: Met,
): Promise<string[]> {
  const wrong: string[] = [...promises.broken]
  const verified = await relay.verify()
  if (!verified.ok) wrong.push(`verify: ${JSON.stringify(verified)}`)
  wrong.push(...relay.errors)
  const logs = new Map<DocumentId, Awaited<ReturnType<typeof readLog>>>()
  for (const id of wanted) logs.set(id, await readLog(relay, id, wrong))
  for (const { fold } of logs.values()) {
    met.conflicts = (met.conflicts ?? 0) + [...fold.conflicts()].length
    met.voids =
      (met.voids ?? 0) + [...fold.fates()].filter(({ receipt }) => receipt?.verdict === 'void').length
  }
  const quarantined = new Set<FactId>()
  for (const device of devices) {
    for (const tab of device.tabs) {
      const { session, sync, documents } = tab
      if (!session || !sync || !device.realm) continue
      let disk: { id: DocumentId; fold: Fold }[] = []
      await world.on(device.realm, () => {
        void (async () => {
          for (const { fact } of await session.store.quarantine()) quarantined.add(fact[0])
          disk = await Promise.all(
            wanted.map(async (id) => ({ id, fold: rebuilt(await session.store.load(id)) })),
          )
        })()
      })
      while (await world.step());
      for (const { id, fold } of disk) {
        if (!relay.reads(device.person, id)) continue
        const log = logs.get(id)!
        const opened = documents.get(id)!
        compare(`${device.name} shows another ${id}`, digest(opened.fold), log.digest, wrong)
        compare(`${device.name} keeps another ${id} on disk`, digest(fold), log.digest, wrong)
        for (const [client, elements] of log.writers)
          if (!isDeepStrictEqual(opened.session.doc.getArray(String(client)).toArray(), elements))
            wrong.push(`${device.name} carries writer ${client} of ${id} otherwise than the log`)
      }
    }
  }
  met.quarantined = quarantined.size
  promises.check((id) => logs.get(id)!.fold, quarantined)
  wrong.push(...promises.broken.filter((text) => !wrong.includes(text)))
  return wrong
}

function compare(what: string, own: readonly string[], log: readonly string[], wrong: string[]): void {
  if (isDeepStrictEqual(own, log)) return
  const lacks = log.filter((text) => !own.includes(text))
  const more = own.filter((text) => !log.includes(text))
  wrong.push(`${what}: lacks ${lacks.slice(0, 2).join(' ')}; has ${more.slice(0, 2).join(' ')}`)
}

function rebuilt({
  rows,
  receipts,
}: Awaited<ReturnType<import('../../src/device/store.ts').DeviceStore['load']>>): Fold {
  const fold = new Fold()
  for (const row of rows) fold.add(row)
  for (const receipt of receipts) fold.receive(receipt)
  return fold
}

/** The relay's log of a document: its fold, and each writer's elements, each of which may stand there once. */
async function readLog(relay: SchoolRelay, id: DocumentId, wrong: string[]) {
  const writers = new Map<ClientId, Element[]>()
  for (const { receipt, elements } of await (await relay.view()).entries(id, 0, 1e6)) {
    const list = writers.get(receipt.client) ?? []
    writers.set(receipt.client, list)
    elements?.forEach((element, index) => {
      const clock = receipt.clock + index
      if (list[clock] !== undefined) wrong.push(`clock ${clock} of writer ${receipt.client} stands twice`)
      list[clock] = element
    })
  }
  const fold = await relay.fold(id)
  return { fold, digest: digest(fold), writers }
}
