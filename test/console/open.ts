/** A console over an outbox in memory, with items in every state, and over health and failures that a test changes. */
import { Clock, Context, Effect, Layer, Redacted, type Scope } from "effect"
import * as Console from "../../src/console/Console.ts"
import * as Outbox from "../../src/durable/Outbox.ts"
import type { ClassHealth } from "../../src/pipeline/Telemetry.ts"

export const token = "t".repeat(43)
export const lane = "Shop.placeOrder"

export const classHealth = (more: Partial<ClassHealth> = {}): ClassHealth => ({
  class: "orders",
  waiting: 3,
  inFlight: 2,
  inFlightLimit: 8,
  held: 0,
  rate: 12.5,
  downSince: undefined,
  circuit: "closed",
  quotas: [{ window: 60, limit: 100, remaining: 42 }],
  ...more
})

export const failed = (more: Partial<Console.FailedCall> = {}): Console.FailedCall => ({
  id: "call-1",
  at: 1_800_000_000_000,
  vendor: "Shop",
  operation: lane,
  tag: "Shop.SoldOut",
  message: "Shop.placeOrder failed with Shop.SoldOut (HTTP 400). Choose another article.",
  remedy: "Choose another article.",
  see: "https://shop.example/docs",
  delivery: "Refused",
  status: 400,
  attempts: 2,
  ...more
})

type Box = Outbox.Outbox["Service"]

const item = (id: string) =>
  ({
    id,
    lane,
    operation: lane,
    account: "",
    version: 1,
    onDead: "go-on",
    priority: 0,
    dueIn: 0,
    input: `{"card":"input-of-${id}"}`,
    hash: id
  }) as const

/** Takes items in, and brings them to this end. */
export const ended = ({ store }: Box, state: "dead" | "unknown", ids: ReadonlyArray<string>) =>
  Effect.gen(function* () {
    const now = yield* Clock.currentTimeMillis
    const [request, owner] = [`request of ${ids.join()}`, "worker"]
    yield* store.add({ items: ids.map(item), now })
    const claimed = yield* store.claim({
      lane,
      request,
      owner,
      lease: 1_000,
      most: ids.length,
      bytes: 1e6,
      now
    })
    yield* store.intent({ request, owner, kind: "once", lease: 1_000, now })
    const outcome = {
      tag: "Shop.SoldOut",
      message: "It was <b>refused</b>.",
      remedy: "Choose another article."
    }
    const counts = state === "dead" ? "attempt" : "doubt"
    yield* store.settle({
      request,
      results: claimed.map(({ seq }) => ({ seq, state, counts, outcome })),
      now
    })
  }).pipe(Effect.orDie)

/** Takes items in that wait. */
export const waiting = ({ store }: Box, ids: ReadonlyArray<string>) =>
  Effect.flatMap(Clock.currentTimeMillis, (now) => Effect.orDie(store.add({ items: ids.map(item), now })))

/** What a test changes while the page is open. */
export interface World {
  readonly box: Box
  health: ReadonlyArray<Console.Health>
  failures: ReadonlyArray<Console.FailedCall>
}

export const world: Effect.Effect<World, never, Scope.Scope> = Effect.gen(function* () {
  const box = Context.get(yield* Layer.build(Layer.fresh(Outbox.layerMemory())), Outbox.Outbox)
  yield* ended(box, "unknown", ["order-1"])
  yield* ended(box, "dead", ["order-2", "order-3"])
  yield* waiting(box, ["order-4"])
  return {
    box,
    health: [{ vendor: "Shop", retryBudget: 10, classes: [classHealth()] }],
    failures: [failed()]
  }
})

/** Serves the page over a world. */
export const opened = (world: World, serving: Console.Serving = {}) =>
  Effect.gen(function* () {
    const outbox = yield* Effect.provideService(Console.fromOutbox("ada"), Outbox.Outbox, world.box)
    const sources: Console.Sources = {
      health: Effect.sync(() => world.health),
      failures: {
        last: (most) => Effect.sync(() => world.failures.slice(0, most)),
        report: (id) =>
          Effect.sync(() => (world.failures.some((one) => one.id === id) ? `# Report of ${id}` : undefined))
      },
      outbox
    }
    return yield* Console.serve(sources, { port: 0, token: Redacted.make(token), ...serving })
  })

/** Sends a request with the token, and reads the answer. */
export const ask = (url: string, init: RequestInit & { readonly headers?: Record<string, string> } = {}) =>
  Effect.promise(async (signal) => {
    const headers = { authorization: `Bearer ${token}`, ...init.headers }
    const answer = await fetch(url, { ...init, headers, signal })
    return { status: answer.status, headers: answer.headers, text: await answer.text() }
  })
