/** m3ter's 413 means that the answer would be too large. The call is split in two requests for half as much, and their answers are joined. */
import { Effect, Layer, Redacted } from "effect"
import { M3ter } from "faultline"
import { Simulator } from "faultline/testing"

const { apiKey, apiSecret, orgId } = M3ter.simulator.credentials
const m3ter = M3ter.layerNoTransport({
  apiKey: Redacted.make(apiKey),
  apiSecret: Redacted.make(apiSecret),
  orgId
}).pipe(Layer.provideMerge(Simulator.layer(M3ter.simulator)))

const program = Effect.gen(function* () {
  const { fail, requests } = yield* Simulator.World
  yield* Effect.forEach(["tea", "salt", "rice", "oil", "milk"], (code) =>
    M3ter.createProduct({ code, name: code })
  )

  yield* fail({ on: "M3ter.listProducts", fault: "failure", tag: "M3ter.ResponseTooLarge", times: 2 })
  const { data } = yield* M3ter.listProducts({ pageSize: 4 })
  console.log(`one answer: ${data.map(({ code }) => code).join(", ")}`)
  for (const { ended, operation } of yield* requests) {
    if (operation === "M3ter.listProducts") console.log(`  a request, answered ${ended}`)
  }

  // It never fits: the call ends with m3ter's failure, and names what could not be made smaller.
  yield* fail({ on: "M3ter.listProducts", fault: "failure", tag: "M3ter.ResponseTooLarge" })
  const failure = yield* Effect.flip(M3ter.listProducts({ pageSize: 4 }))
  console.log(`${failure._tag}: ${failure.call?.unsplit ?? failure.message}`)
})

await Effect.runPromise(Effect.provide(program, m3ter))
