import { startNode } from './test-node.ts'

/** A relay in a process of its own, to be killed: the database's address as the argument, port on standard output. */
const node = await startNode(process.argv[2]!)
process.stdout.write(`${node.url}\n`)
