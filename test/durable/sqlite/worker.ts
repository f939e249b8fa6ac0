/** A process that works on the outbox of a file: `add` items for ever and say so, or `drain` what is there and say how much it was. */
import { Context, Effect, Layer } from "effect"
import { layerSqlite } from "../../../src/durable/outbox/sqlite.ts"
import { type Commands, OutboxStore } from "../../../src/durable/outbox/store.ts"
import { items } from "./items.ts"

const [what, file = "", owner = ""] = process.argv.slice(2)
const now = 1_000

const add = (store: Commands) =>
  Effect.forever(
    Effect.suspend(() => {
      const id = `${owner}-${next++}`
      return Effect.map(store.add({ items: items([id]), now }), () => process.stdout.write(`${id}\n`))
    })
  )
let next = 0

/** Takes requests until nothing is left; each is at the vendor for a moment. */
const drain = (store: Commands) =>
  Effect.gen(function* () {
    let [taken, number] = [0, 0]
    for (;;) {
      const request = `${owner}-${number++}`
      const held = { request, owner, lease: 60_000, now }
      const claimed = yield* store.claim({ ...held, lane: "lane", most: 5, bytes: 1e6 })
      if (claimed.length === 0) return taken
      if (!(yield* store.intent({ ...held, kind: "once" }))) throw new Error("the intent was lost")
      yield* Effect.sleep("2 millis")
      const results = claimed.map(
        ({ seq }) => ({ seq, state: "delivered", counts: "attempt", outcome: {} }) as const
      )
      taken += (yield* store.settle({ request, results, now })).length
    }
  })

const program = Effect.gen(function* () {
  const store = Context.get(yield* Layer.build(layerSqlite({ file })), OutboxStore)
  process.stdout.write("ready\n")
  if (what === "add") return yield* add(store)
  yield* Effect.callback<void>((resume) => void process.stdin.once("data", () => resume(Effect.void)))
  process.stdout.write(`${yield* drain(store)}\n`)
})

await Effect.runPromise(Effect.scoped(program))
process.exit(0)
