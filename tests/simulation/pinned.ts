/** Seeds that once showed a fault; they always run. */
export const pinned: readonly { seed: number; fault: string }[] = [
  {
    seed: 1,
    fault: 'a tablet whose cursor fits a restored log resent for ever what stood behind lost receipts',
  },
]
