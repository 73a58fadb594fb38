// The relay's own tests, which take a relay on PostgreSQL where the run has one.
import '../server/relay/answers.test.ts'
import '../server/relay/refusals.test.ts'
import '../server/relay/resume.test.ts'
import '../server/relay/stock-client.test.ts'
