/** Two accounts of one vendor in one program: each has a service of its own, and a program says in its type which ones it calls. */
import { Context, Effect, Layer, Redacted } from "effect"
import { Braze } from "faultline"
import { Simulator } from "faultline/testing"

type Service = (typeof Braze.BrazeApi)["Service"]

// What stands behind Braze's operations, once for each account.
class Europe extends Context.Service<Europe, Service>()("app/Braze/Europe") {}
class America extends Context.Service<America, Service>()("app/Braze/America") {}

/** Makes every call to Braze inside the effect with this account. */
const withAccount =
  <Account>(account: Context.Key<Account, Service>) =>
  <A, E, R>(effect: Effect.Effect<A, E, R>): Effect.Effect<A, E, Account | Exclude<R, Braze.BrazeApi>> =>
    Effect.flatMap(account, (api) => Effect.provideService(effect, Braze.BrazeApi, api))

const connected = (world: Simulator.Running, baseUrl: string) =>
  Braze.layerNoTransport({ apiKey: Redacted.make(Braze.simulator.credentials.apiKey), baseUrl }).pipe(
    Layer.provide(world.layer)
  )

const welcome = (externalId: string) => Braze.trackUsers({ attributes: [{ externalId, firstName: "Ada" }] })

const both = Effect.all([
  welcome("customer-1").pipe(withAccount(Europe)),
  welcome("customer-2").pipe(withAccount(America))
])

const program = Effect.gen(function* () {
  const [europe, america] = [yield* Simulator.make(Braze.simulator), yield* Simulator.make(Braze.simulator)]
  // Each layer is built once: two queues, two breakers, two budgets.
  const accounts = Layer.mergeAll(
    Layer.effect(Europe, Braze.BrazeApi).pipe(Layer.provide(connected(europe, Braze.instances["EU-01"]))),
    Layer.effect(America, Braze.BrazeApi).pipe(Layer.provide(connected(america, Braze.instances["US-01"])))
  )
  yield* Effect.provide(both, accounts)
  for (const [name, { ledger }] of Object.entries({ europe, america }))
    for (const { what } of yield* ledger) console.log(`${name}: ${JSON.stringify(what)}`)
})

await Effect.runPromise(program)
