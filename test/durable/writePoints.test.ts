/** A worker meets trouble before and after each of its commands. Whatever follows, nothing is lost and nothing is done twice that must not be. */
import { assert, it } from "@effect/vitest"
import { Clock, Context, Effect, Exit, Layer, Schema, Scope } from "effect"
import { TestClock } from "effect/testing"
import { fromJson } from "../../src/contract/Wire.ts"
import type { Kind } from "../../src/durable/outbox/model.ts"
import { layerMemory } from "../../src/durable/outbox/memory.ts"
import { type Commands, OutboxStore } from "../../src/durable/outbox/store.ts"
import * as Outbox from "../../src/durable/Outbox.ts"
import * as Shop from "../shop/shop.ts"
import { addLines, line, linesOf, payOrder, setLines } from "./sale.ts"
import { type Point, troubled } from "./trouble.ts"

const options = { deadline: "10 seconds", linger: "5 seconds", poll: "1 second", drainWithin: 0 } as const
const lease = 15_000
const ids = ["a", "b"]

const Payment = Schema.fromJsonString(Schema.Struct({ id: Schema.String, key: Schema.String }))

/** A vendor that counts what it does. It knows a payment by its key. */
class Vendor {
  readonly done = new Map<string, number>()
  readonly problems: Array<string> = []
  private readonly payments = new Map<string, string>()

  take(body: string, path: string) {
    if (path === "/lines") for (const { article } of linesOf(body)) this.apply(article)
    if (path !== "/payments") return
    const { id, key } = Schema.decodeUnknownSync(Payment)(body)
    const before = this.payments.get(key)
    if (before === undefined) this.apply(id)
    else if (before !== body) this.problems.push(`the key of ${id} came with another body`)
    this.payments.set(key, body)
  }

  private apply(id: string) {
    this.done.set(id, (this.done.get(id) ?? 0) + 1)
  }
}

const boxOf = (store: Commands) =>
  Layer.provide(Outbox.layer(), Layer.succeed(OutboxStore, OutboxStore.of(store)))

const workerOn = (store: Commands, transport: ReturnType<typeof Shop.transport>["layer"]) =>
  Layer.build(
    Outbox.worker([addLines, setLines, payOrder], options).pipe(
      Layer.provide(Shop.layer(transport)),
      Layer.provide(boxOf(store))
    )
  )

const enqueue = (kind: Kind) =>
  Effect.forEach(ids, (id): Effect.Effect<unknown, unknown, Outbox.Outbox> =>
    kind === "keyed"
      ? Outbox.enqueue(payOrder, { id }, { id })
      : Outbox.enqueue(kind === "once" ? addLines : setLines, line(id), { id })
  )

/** Commands that have something to do where an answer is lost and a lease is over. */
const waitsForLease = (command: Point["command"]): boolean => command === "reap" || command === "adopt"

/** Two workers at one store; the first meets trouble. Succeeds with what the vendor did and what the store says of it. */
const played = (kind: Kind, point: Point, bent: (store: Commands) => Commands = (store) => store) =>
  Effect.gen(function* () {
    const scope = yield* Scope.make()
    const store = bent(Context.get(yield* Layer.build(layerMemory), OutboxStore))
    const isLate = waitsForLease(point.command)
    const [vendor, clock] = [new Vendor(), yield* Clock.clockWith(Effect.succeed)]
    let lost = isLate ? 1 : 0
    const { layer } = Shop.transport((_method, url, _headers, body) => {
      vendor.take(body, url.pathname)
      return url.pathname !== "/token" && lost-- > 0 ? Effect.never : fromJson(200, {}, {})
    })
    const start = clock.currentTimeMillisUnsafe()
    const armed = () => clock.currentTimeMillisUnsafe() - start >= (isLate ? lease : 1)
    const first = troubled(store, point, { armed, pause: 3 * lease })
    yield* Scope.provide(workerOn(first.commands, layer), scope)
    yield* TestClock.adjust("10 millis")
    yield* Effect.provide(enqueue(kind), boxOf(store))
    yield* TestClock.adjust("3 seconds")
    yield* Scope.provide(workerOn(store, layer), scope)
    yield* TestClock.adjust("3 minutes")
    yield* first.end
    const [items, { all }] = [yield* store.list({ limit: 99 }), yield* store.stats({ now: 0 })]
    yield* Effect.forkDetach(Scope.close(scope, Exit.void))
    yield* TestClock.adjust("1 minute")
    return { all, items, vendor, wasHit: first.wasHit() }
  }).pipe(Effect.scoped)

/** What is wrong with the end of a play. */
const wrong = (kind: Kind, { all, items, vendor, wasHit }: Effect.Success<ReturnType<typeof played>>) => {
  const problems = [...vendor.problems]
  if (!wasHit) problems.push("there was no trouble")
  if (items.length !== ids.length || all.enqueued !== ids.length) problems.push("an item is missing")
  if (all.open !== 0 || all.delivered + all.unknown !== ids.length) problems.push(JSON.stringify(all))
  for (const { id, state } of items) {
    const times = vendor.done.get(id) ?? 0
    if (state === "delivered" && times === 0) problems.push(`${id} was not done`)
    if (kind !== "idempotent" && times > 1) problems.push(`${id} was done ${times} times`)
  }
  return problems
}

const named = ({ command, trouble, when }: Point): string => `${trouble} ${when} ${command}`

const troubles = ["dies", "fails", "pauses"] as const
const commands = ["lanes", "claim", "intent", "settle", "reap", "adopt"] as const
const points: ReadonlyArray<Point> = commands.flatMap((command) =>
  (["before", "after"] as const).flatMap((when) => troubles.map((trouble) => ({ command, when, trouble })))
)

/** Where the intent was written, and no answer, nor that it was not sent: the first answer is lost, or the process is. */
const inDoubt: ReadonlyArray<string> = [
  "dies after intent",
  "dies before settle",
  ...points.filter(({ command }) => waitsForLease(command)).map(named)
]

for (const kind of ["once", "idempotent", "keyed"] as const)
  it.effect(
    `what is ${kind} survives trouble before and after every command`,
    () =>
      Effect.gen(function* () {
        const [found, doubtful]: [Array<string>, Array<string>] = [[], []]
        for (const point of points) {
          const end = yield* played(kind, point)
          const words = named(point)
          found.push(...wrong(kind, end).map((problem) => `${words}: ${problem}`))
          if (end.all.unknown > 0) doubtful.push(words)
        }
        assert.deepStrictEqual(found, [])
        // Only what may have been on its way is in doubt, and only where it must not be done twice.
        assert.deepStrictEqual(doubtful, kind === "once" ? inDoubt : [])
      }),
    60_000
  )

it.effect("the vendor sees what is done twice where no intent is written", () =>
  Effect.gen(function* () {
    const point = { command: "settle", when: "before", trouble: "dies" } as const
    const careless = (store: Commands): Commands => ({ ...store, intent: () => Effect.succeed(true) })
    assert.deepStrictEqual(wrong("once", yield* played("once", point, careless)), [
      "a was done 2 times",
      "b was done 2 times"
    ])
  })
)
