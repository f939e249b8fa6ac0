/** A report to a vendor's support: what it asks for in its own order, and a curl command without a secret in it. */
import { Effect, Layer, Redacted } from "effect"
import { Diagnose, Failure, Xtremepush } from "faultline"
import { Simulator } from "faultline/testing"

const xtremepush = Xtremepush.layerNoTransport({
  appToken: Redacted.make(Xtremepush.simulator.credentials.appToken)
}).pipe(
  Layer.provide(
    Simulator.layer(Xtremepush.simulator, {
      script: [{ fault: "failure", tag: "Xtremepush.Forbidden", call: 1 }]
    })
  )
)

const failure = await Effect.runPromise(
  Effect.flip(Xtremepush.hitEvent({ userId: "ada@example.com", event: "order" })).pipe(
    Effect.provide(xtremepush)
  )
)

if (Failure.isFailure(failure)) {
  // Personal data is hidden, and the command says so. With { whole: true } it sends the same bytes again.
  const report = Diagnose.report(failure, Xtremepush.support)
  console.log(Diagnose.renderReport(report))
}
