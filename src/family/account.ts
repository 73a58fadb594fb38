import { AccountClient } from '../sync/account-client.ts'

/** The way to the relay. Nothing that the sign-in form needs imports it: it comes while the person types. */
export const account = new AccountClient('', fetch)
