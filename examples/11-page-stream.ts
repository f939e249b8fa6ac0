/** A list as a stream: pages are fetched as they are read, and reading can be taken up again from any page. */
import { Effect, Layer, Redacted, Stream } from "effect"
import { M3ter } from "faultline"
import { Simulator } from "faultline/testing"

const { apiKey, apiSecret, orgId } = M3ter.simulator.credentials
const m3ter = M3ter.layerNoTransport({
  apiKey: Redacted.make(apiKey),
  apiSecret: Redacted.make(apiSecret),
  orgId
}).pipe(Layer.provideMerge(Simulator.layer(M3ter.simulator)))

const fetched = Effect.gen(function* () {
  const { requests } = yield* Simulator.World
  return (yield* requests).filter(({ operation }) => operation === "M3ter.listProducts").length
})

const program = Effect.gen(function* () {
  yield* Effect.forEach(["tea", "salt", "rice", "oil", "milk"], (code) =>
    M3ter.createProduct({ code, name: code })
  )

  // What is not read is not fetched.
  const first = yield* M3ter.listProducts.stream({ pageSize: 2 }).pipe(Stream.take(3), Stream.runCollect)
  console.log(`${first.map(({ code }) => code).join(", ")} (${yield* fetched} pages)`)

  // A position is plain data: keep it, and go on from there tomorrow.
  const [page] = yield* M3ter.listProducts.pages({ pageSize: 2 }).pipe(Stream.take(1), Stream.runCollect)
  console.log("kept:", JSON.stringify(page?.next))
  const rest = yield* Stream.runCollect(M3ter.listProducts.stream({ pageSize: 2 }, page?.next))
  console.log(`from there: ${rest.map(({ code }) => code).join(", ")}`)
})

await Effect.runPromise(Effect.provide(program, m3ter))
