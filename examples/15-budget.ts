/** A retry budget: retries may only add a tenth to the load that calls make anyway. */
import { Effect } from "effect"
import { Budget } from "faultline"

const program = Effect.gen(function* () {
  // Without a reserve, so that the share alone decides.
  const budget = yield* Budget.make({ share: 0.1, reserve: 0 })

  let retries = 0
  let given = 0
  for (let call = 0; call < 100; call++) {
    yield* budget.deposit // the first attempt of each call
    // The server is down: every call would like to retry.
    if (yield* budget.withdraw) retries++
    else given++
  }

  console.log(`100 calls, all of them failing: ${retries} were retried, ${given} were not`)
  console.log(`load on the server that is down: ${(100 + retries) / 100} times the calls`)
})

await Effect.runPromise(program)
