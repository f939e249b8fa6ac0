/** A test without a network: one operation is answered by a function, and any other would fail the test by its name. */
import assert from "node:assert/strict"
import { Effect } from "effect"
import { Braze } from "faultline"
import * as Testing from "faultline/testing"

// What is tested.
const welcome = (id: string) =>
  Braze.trackUsers({ attributes: [{ externalId: id, firstName: "Ada" }] }).pipe(
    Effect.as("welcome"),
    Effect.catchTag("Braze.RateLimited", () => Effect.succeed("later"))
  )

// The answers have the operation's own types: a failure that it cannot give does not compile.
const taken = Testing.stub(
  Braze.BrazeApi,
  Testing.answer(Braze.trackUsers, () =>
    Effect.succeed(Braze.Tracked().make({ attributesProcessed: 1, warnings: [] }))
  )
)
const limited = Testing.stub(
  Braze.BrazeApi,
  Testing.answer(Braze.trackUsers, () => Effect.fail(new Braze.RateLimited({})))
)

assert.equal(await Effect.runPromise(Effect.provide(welcome("customer-1"), taken)), "welcome")
assert.equal(await Effect.runPromise(Effect.provide(welcome("customer-1"), limited)), "later")
console.log("welcomes a customer when Braze takes it, and comes later when Braze is busy")
