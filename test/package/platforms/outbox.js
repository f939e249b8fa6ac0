/** Takes an item into an outbox in a file, and says what came of it. */
import { Effect } from "effect"
import { Braze } from "faultline"
import * as Outbox from "faultline/outbox"

const event = { event: { externalId: "ada", name: "ordered", time: "2026-11-25T09:00:00Z" } }
const outbox = Outbox.layerSqlite({ file: process.argv[2] })
const program = Outbox.enqueue(Braze.trackUsers, event, { id: "order-17" }).pipe(
  Effect.map(({ outcome }) => outcome),
  Effect.provide(outbox),
  Effect.catchTag("StoreUnavailable", ({ message, reason }) => Effect.succeed(`${reason}: ${message}`))
)
console.log(await Effect.runPromise(program))
