/** A program that makes calls and keeps them in a file that cannot grow any more; run in a process of its own. */
import { Effect, Layer, Logger } from "effect"
import * as JournalStore from "../../../src/durable/JournalStore.ts"
import { make } from "../../../src/contract/Wire.ts"
import * as Shop from "../../shop/shop.ts"

const answer = make(400, {}, "no ".repeat(2_000))
const shop = Shop.layer(Shop.transport(() => answer).layer)

const program = Effect.gen(function* () {
  const store = yield* JournalStore.JournalStore
  const one = Effect.flip(Shop.placeOrder({ article: "tea", count: 1 }))
  let refused = 0
  for (let round = 0; round < 20; round++) {
    for (let call = 0; call < 25; call++) if ((yield* one)._tag === "Shop.BadRequest") refused++
    yield* Effect.ignore(store.flush)
  }
  const { calls, drops, trouble } = yield* store.stats
  return { refused, calls, drops, trouble: trouble?.reason }
})

const result = await Effect.runPromise(
  program.pipe(
    Effect.provide(
      Layer.mergeAll(JournalStore.layer({ file: process.argv[2] ?? "", buffer: 40 }), shop).pipe(
        // The journal itself says that it cannot write.
        Layer.provideMerge(Logger.layer([Logger.make(({ message }) => console.error(String(message)))]))
      )
    )
  )
)
console.log(JSON.stringify(result))
