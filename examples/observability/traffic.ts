/** Three simulated vendors that have a bad day, and a program that calls them. */
import { DateTime, type Duration, Effect, Layer, Random, Schedule, Stream } from "effect"
import { Braze, M3ter, Metrix, Policy } from "faultline"
import * as Outbox from "faultline/outbox"
import { Simulator } from "faultline/testing"

/** The calls of these numbers. */
const calls = (from: number, to: number): ReadonlyArray<number> =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index)

// The first that comes up for a call decides it. A day is compressed into the first minute; then it is quieter.
const badDay: Simulator.Script = [
  // The key is refused once, by the server that gives out tokens.
  { on: "M3ter.getToken", call: [2], fault: "failure", tag: "M3ter.ServerFault" },
  // A server that is down: circuits open, and try now and then.
  { on: "M3ter.listMeters", call: calls(8, 30), fault: "failure", tag: "M3ter.ServerFault" },
  // Answers that are lost: nobody knows whether these were carried out.
  { on: "Braze.triggerCampaign", chance: 0.1, fault: "cut-after" },
  { on: "Braze.sendMessages", call: [1], fault: "cut-after" },
  // Refused for good.
  { on: "Braze.sendMessages", call: [2], fault: "failure", tag: "Braze.NoRecipients" },
  { on: "Metrix.ingest", chance: 0.1, fault: "failure", tag: "Metrix.Unavailable" },
  { on: "Metrix.ingest", chance: 0.1, fault: "slow-answer", by: "400 millis" }
]

/** Serves the vendors on loopback until the scope closes. A token lives for a quarter of a minute. */
export const simulators = Simulator.serve(
  [Braze.simulator, M3ter.simulatorWith({ tokenSeconds: 15 }), Metrix.simulator],
  { script: badDay, seed: 11 }
)

// Waits of seconds and minutes as the vendors advise them are a tenth as long, so that there is something to see.
const policy = (documented: Policy.Policy): Policy.Policy => Policy.scale(documented, 0.1)
const breaker = { failures: 3, patience: "1 second", openDuration: "3 seconds" } as const

const layers = Layer.mergeAll(
  Braze.layerConfig({ policy }),
  M3ter.layerConfig({ policy, breaker }),
  Metrix.layerConfig({ policy })
)

const outbox = Outbox.worker([Braze.trackUsers, Braze.sendMessages]).pipe(
  Layer.provideMerge(Outbox.layerMemory())
)

/** The vendors, and an outbox in memory whose worker sends to Braze. */
export const vendors = Layer.provideMerge(outbox, layers)

const now = Effect.map(DateTime.now, DateTime.formatIso)

const userId = Effect.map(Random.nextIntBetween(1, 20), (number) => `customer-${number}`)

const message = Effect.map(userId, (user) => ({
  externalUserIds: [user],
  messages: { webPush: { title: "Thank you", alert: "It is on its way." } }
}))

const events = Effect.gen(function* () {
  const time = yield* now
  const externalId = yield* userId
  yield* Outbox.enqueueAll(
    Braze.trackUsers,
    Array.from({ length: 8 }, () => ({ event: { externalId, name: "ordered", time } }))
  )
})

const campaign = Effect.flatMap(userId, (externalUserId) =>
  Braze.triggerCampaign({
    campaignId: "5117a1ed-0000-4000-a000-00000000ca3a",
    recipients: [{ externalUserId }]
  })
)

const action = Effect.flatMap(userId, (customUserId) =>
  Metrix.ingest({ customUserId, messages: [{ type: "action", customName: "ordered" }] })
)

const usage = Effect.gen(function* () {
  const ts = yield* DateTime.now
  const account = yield* userId
  const day = DateTime.formatIso(ts)
  yield* Stream.runDrain(
    M3ter.submitMeasurements.many(
      Array.from({ length: 30 }, (_, index) => ({
        uid: `${account}-${day}-${index}`,
        account,
        meter: "deliveries",
        ts,
        measure: { amount: 1 }
      }))
    )
  )
})

/** Again and again, whatever comes of it: what went wrong is what this program shows. */
const every = <A, E, R>(interval: Duration.Input, effect: Effect.Effect<A, E, R>) =>
  Effect.repeat(Effect.forkChild(Effect.ignore(effect)), Schedule.spaced(interval))

/** Calls without an end. */
export const traffic = Effect.all(
  [
    every("1 second", events),
    every(
      "1 second",
      Effect.flatMap(message, (one) => Outbox.enqueue(Braze.sendMessages, one))
    ),
    every("1 second", usage),
    every("100 millis", campaign),
    every("100 millis", action),
    every("100 millis", Effect.timeout(M3ter.listMeters({}), "5 seconds"))
  ],
  { concurrency: "unbounded", discard: true }
)
