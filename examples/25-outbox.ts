/** Calls that outlive the process: kept on disk before the caller goes on, sent by a worker, and never twice by chance. */
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { Console, Effect, Layer, Redacted } from "effect"
import { Braze } from "faultline"
import * as Outbox from "faultline/outbox"
import { Simulator } from "faultline/testing"

const { apiKey } = Braze.simulator.credentials
const braze = Braze.layerNoTransport({
  apiKey: Redacted.make(apiKey),
  baseUrl: "https://rest.example"
}).pipe(
  Layer.provide(
    Simulator.layer(Braze.simulator, {
      // The answer to the first send is lost: it was carried out, and nobody here knows.
      script: [{ on: "Braze.sendMessages", fault: "cut-after", call: 1 }]
    })
  )
)

const folder = mkdtempSync(join(tmpdir(), "faultline-outbox-"))
const outbox = Outbox.worker([Braze.trackUsers, Braze.sendMessages]).pipe(
  Layer.provide(braze),
  Layer.provideMerge(Outbox.layerSqlite({ file: join(folder, "outbox.db") }))
)

const program = Effect.gen(function* () {
  // Items one by one; the worker joins them into requests of 75.
  const events = Array.from({ length: 200 }, (_, index) => ({
    event: { externalId: `user-${index % 20}`, name: "ordered", time: "2026-11-25T09:00:00Z" }
  }))
  const receipts = yield* Outbox.enqueueAll(Braze.trackUsers, events, { id: (_, index) => `order-${index}` })
  yield* Console.log(`${receipts.queued} events are on disk`)
  const last = yield* Outbox.ended("order-199")
  yield* Console.log(`the last is ${last.state}`)

  yield* Outbox.enqueue(
    Braze.sendMessages,
    {
      externalUserIds: ["user-1"],
      messages: { webPush: { title: "Thank you", alert: "It is on its way." } }
    },
    { id: "thanks-1" }
  )
  const sent = yield* Outbox.ended("thanks-1")
  yield* Console.log(`the message is ${sent.state}: it is not sent a second time by chance`)
  yield* Outbox.resolve("thanks-1", "delivered", { by: "ada", because: "seen in the dashboard" })

  const { all } = yield* Outbox.stats
  yield* Console.log(`${all.delivered} delivered, ${all.unknown} unknown, ${all.open} open`)
})

await Effect.runPromise(Effect.provide(program, outbox))
rmSync(folder, { recursive: true, force: true })
