/** Seeds that showed a fault, wherever they lie; they always run. */
export const pinned: readonly { seed: number; fault: string }[] = []
