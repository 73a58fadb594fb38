// Tests of what is kept beside the ledger, on PostgreSQL where the run has one.
import '../server/accounts/accounts.test.ts'
import '../server/accounts/pending.test.ts'
import '../server/delivery/outbox.test.ts'
import '../server/files/file-store.test.ts'
