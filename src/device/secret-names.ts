/** Names under which a person's secrets lie sealed in his store. */
export const secretNames = {
  profile: 'profile',
  tokens: 'tokens',
  clockOffset: 'clockOffset',
  outbox: 'outbox',
} as const
