/** The same operations for async/await: a promise rejects with the failure itself. */
import { Layer, Redacted, Result } from "effect"
import { Braze } from "faultline"
import * as Promises from "faultline/promises"
import { Simulator } from "faultline/testing"

const layer = Braze.layerNoTransport({
  apiKey: Redacted.make("not-the-right-key"),
  baseUrl: Braze.instances["EU-01"]
}).pipe(Layer.provide(Simulator.layer(Braze.simulator)))

await using braze = Promises.of(Braze, layer)
const ada = { attributes: [{ externalId: "customer-1", firstName: "Ada" }] }

try {
  await braze.trackUsers(ada)
} catch (failure) {
  if (!(failure instanceof Braze.Unauthorized)) throw failure
  console.log(`caught ${failure._tag}: ${failure.remedy}`)
}

// A catch clause has no types. `settle` hands the failure back as a value, and keeps them.
const result = await braze.settle(Braze.trackUsers(ada))
if (Result.isFailure(result))
  console.log(`settled with ${result.failure._tag}, delivery ${result.failure.delivery}`)

// A signal stops a call wherever it is: in a wait, in the queue, under way.
const stopped = await braze
  .trackUsers(ada, { signal: AbortSignal.abort("enough") })
  .catch((reason: unknown) => reason)
console.log(`stopped by its signal: ${String(stopped)}`)
