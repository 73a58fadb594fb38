/** How a command ended (contracts/cli.md): done, refused with nothing changed, or called wrongly. */
export const exitCode = { done: 0, refused: 1, usage: 2 } as const

/** The command was called wrongly; the message tells how to call it. */
export class UsageError extends Error {}

/** The command was refused and changed nothing; the message tells why and what to do. */
export class Refusal extends Error {}
