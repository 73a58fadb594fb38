import { commandLog, serverLog } from '../../server/command-line/log.ts'
import { openSchool } from '../../server/command-line/open-school.ts'
import { startServer } from '../../server/command-line/server.ts'
import { type DiarySchool, fillDiarySchool } from './diary-school.ts'

/** What the server of a school tells the bench. */
export interface DiaryServer extends DiarySchool {
  url: string
}

/**
 * The server of a school of so many classes, in a process of its own: `diary-server.ts FOLDER CLASSES`. Tells where it
 * is once it is ready, and the memory that it takes (resident, bytes) whenever it is asked.
 */
const [, , folder = '', classes = '1'] = process.argv
const school = (await openSchool(folder, commandLog, true))!
const filled = await fillDiarySchool(school, Number(classes))
const { url } = await startServer(school, { port: 0, log: serverLog('warn') })
process.on('message', () => process.send!(process.memoryUsage().rss))
process.send!({ url, ...filled } satisfies DiaryServer)
