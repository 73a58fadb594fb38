import { expect, test } from 'vitest'
import { openPostgres } from '../../server/store/postgres-database.ts'
import { mark, people, russianJournal, seedSchool, tuesday } from '../server/relay/school.ts'
import { TestDevice, until } from '../server/relay/test-device.ts'
import { TestWriter } from '../server/relay/writing.ts'
import { freshDatabase } from './databases.ts'
import { startNode, tokenOf } from './test-node.ts'

test('RELAY9: what PostgreSQL has no room for is not taken, what stands is read, and all goes on when there is room', async () => {
  const address = await freshDatabase()
  const node = await startNode(address)
  await seedSchool(node.relay)
  // PostgreSQL itself says of each new row what it says when its disk is full.
  const database = await openPostgres(address)
  await database.query(`CREATE FUNCTION no_room() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION 'could not extend file' USING ERRCODE = 'disk_full'; END $$`)
  await database.query('CREATE TRIGGER no_room BEFORE INSERT ON row EXECUTE FUNCTION no_room()')

  const connect = () => TestDevice.connect(node.url, tokenOf(people.vera))
  const vera = await (await connect()).opened(russianJournal)
  const writer = new TestWriter(people.vera, () => tuesday)
  const first = writer.write(mark('p1', '5'))
  const head = vera.cursor()
  vera.update(first)
  await vera.first('noRoom')
  expect(node.relay.hasRoom()).toBe(false)
  const other = await (await connect()).opened(russianJournal)
  expect(other.cursor()).toEqual(head)

  await database.query('DROP TRIGGER no_room ON row')
  vera.update(first)
  await vera.receipted(writer.client, 2)
  await until(() => other.times.size > 0 && node.relay.hasRoom())
  expect(await node.relay.verify()).toMatchObject({ ok: true })
  await database.close()
  await node.stop()
})
