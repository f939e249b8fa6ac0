/** A producer in a process of its own: it enqueues one job after another, says which are in, and goes on until it is killed. */
import { Effect, type Layer } from "effect"
import * as Outbox from "../../../src/durable/Outbox.ts"
import { itemOf } from "../../../src/durable/outbox/enqueue.ts"
import { boxOf, configOf, say, withSkew } from "./config.ts"
import { type Job, jobAt, type Kind, operationsOf, randomOf } from "./jobs.ts"

const config = configOf()
const operations = operationsOf(config.count)
const random = randomOf(config.seed + config.from)

/** A row that something has spoiled. */
const spoiled = (kind: Kind, job: Job) =>
  Effect.gen(function* () {
    const { store } = yield* Outbox.Outbox
    const stored = { text: `{"id":"${job.id}`, hash: job.id, group: "" }
    yield* store.add({ items: [itemOf(operations[kind], stored, { id: job.id })], now: Date.now() })
  })

const refusing = ({ refused }: Outbox.Receipts) =>
  Effect.sync(() => {
    for (const { problem } of refused) say({ problem: problem.message })
  })

const enqueueKind = (kind: Kind, jobs: ReadonlyArray<Job>) =>
  Effect.gen(function* () {
    const readable = jobs.filter(({ fate }) => fate !== "unreadable")
    const id = (job: Job): string => job.id
    const receipts =
      kind === "keyed"
        ? yield* Outbox.enqueueAll(operations.keyed, readable, { id })
        : yield* Outbox.enqueueAll(operations[kind], readable, { id })
    yield* refusing(receipts)
    for (const job of jobs) if (job.fate === "unreadable") yield* spoiled(kind, job)
  })

const enqueue = (from: number, count: number) =>
  Effect.gen(function* () {
    const jobs = Array.from({ length: count }, (_, index) => jobAt(config.seed, from + index))
    for (const kind of ["once", "often", "keyed"] as const) {
      const own = jobs.filter((job) => job.kind === kind).map(({ fate, id }) => ({ fate, id }))
      if (own.length > 0) yield* enqueueKind(kind, own)
    }
  })

/** What a careful caller does: the same again, until the outbox has it. */
const insisting = <A, E, R>(effect: Effect.Effect<A, E, R>): Effect.Effect<A, E, R> =>
  Effect.catchCause(effect, () => Effect.andThen(Effect.sleep("200 millis"), insisting(effect)))

const room = Effect.map(Outbox.stats, ({ all }) => all.open < config.most)

const program = Effect.gen(function* () {
  say({ ready: true })
  for (let next = config.from; ;) {
    while (!(yield* insisting(room))) yield* Effect.sleep("20 millis")
    const count = random() < 0.3 ? 1 : Math.ceil(random() * Math.min(200, config.most / 4))
    yield* insisting(enqueue(next, count))
    next += count
    say({ acked: next })
  }
})

const box: Layer.Layer<Outbox.Outbox, unknown> = boxOf({ ...config, blind: false })
Effect.runCallback(withSkew(config.skew)(Effect.provide(program, box)), {
  onExit: (exit) => say({ problem: String(exit) })
})
