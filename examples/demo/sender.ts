/**
 * The process that is killed: it enqueues the same items each time it is started, under the same ids, and sends what is in the outbox
 * until nothing is left to be done.
 */
import { Duration, Effect, Layer, Redacted } from "effect"
import { Braze, Policy } from "faultline"
import * as Outbox from "faultline/outbox"

/** How many events and sends there are. */
export const [events, sends] = [3_000, 40]

const idOf = (kind: "event" | "send", index: number): string => `killed:${kind}:${index}`

const all = Effect.gen(function* () {
  yield* Outbox.enqueueAll(
    Braze.trackUsers,
    Array.from({ length: events }, (_, index) => ({
      event: {
        externalId: `user-${index % 50}`,
        name: "ordered",
        time: "2026-11-20T14:00:00Z",
        properties: { record: idOf("event", index) }
      }
    })),
    { id: (_, index) => idOf("event", index) }
  )
  yield* Outbox.enqueueAll(
    Braze.triggerCampaign,
    Array.from({ length: sends }, (_, index) => ({
      campaignId: "3f1c1b6e-0000-4000-8000-000000000001",
      recipients: [{ externalUserId: `user-${index}` }],
      triggerProperties: { record: idOf("send", index) }
    })),
    { id: (_, index) => idOf("send", index) }
  )
})

const drained: Effect.Effect<void, Outbox.StoreUnavailable, Outbox.Outbox> = Effect.flatMap(
  Outbox.stats,
  ({ all }) => (all.open === 0 ? Effect.void : Effect.andThen(Effect.sleep("50 millis"), drained))
)

const main = (file: string) => {
  const of = (name: string) => process.env[name] ?? ""
  const braze = Braze.layer({
    apiKey: Redacted.make(of("BRAZE_API_KEY")),
    baseUrl: of("BRAZE_BASE_URL"),
    policy: (documented) => ({ ...Policy.scale(documented, 0.02), attemptTimeout: Duration.seconds(2) })
  })
  // A request may take three seconds here, so that what a killed process leaves is settled soon.
  const worker = Outbox.worker([Braze.trackUsers, Braze.triggerCampaign], {
    deadline: "3 seconds",
    linger: "1 second",
    concurrency: 1
  }).pipe(Layer.provide(braze))
  const outbox = Layer.provideMerge(worker, Outbox.layerSqlite({ file }))
  return Effect.runPromise(Effect.provide(Effect.andThen(all, drained), outbox))
}

const [, script = "", file] = process.argv
if (script.endsWith("sender.ts") && file !== undefined) await main(file)
