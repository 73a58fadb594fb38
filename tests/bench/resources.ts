import { readdirSync, readFileSync } from 'node:fs'

/** ms in which memory comes to rest. */
export const rest = 3_000

/** ms of processor a process has used, its threads included. */
export function processor(pid: number): number {
  const [, , user, system] = ticks(pid)
  return (user! + system!) * 10
}

/** The same with its children, those that have ended too. */
export function processorOfAll(pid: number): number {
  let sum = 0
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue
    try {
      const [of, parent, user, system, endedUser, endedSystem] = ticks(Number(name))
      if (of === pid) sum += user! + system! + endedUser! + endedSystem!
      else if (parent === pid) sum += user! + system!
    } catch {
      // It has ended meanwhile: its parent has its time.
    }
  }
  return sum * 10
}

/** pid, its parent, and hundredths of a second: in user space, in the kernel, and both of children that have ended. */
function ticks(pid: number): number[] {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ')
  return [pid, ...[1, 11, 12, 13, 14].map((at) => Number(fields[at]))]
}

/** Bytes of memory a process holds, once at rest. */
export async function resident(pid: number): Promise<number> {
  await new Promise((resolve) => setTimeout(resolve, rest))
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))![1]) * 1024
}
