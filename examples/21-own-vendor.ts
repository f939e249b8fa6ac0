/** A vendor of your own: a failure, an operation, a layer. What the five vendors can do, it can do, too. */
import { Context, Effect, Layer, Redacted, Schema } from "effect"
import { Auth, Failure, Operation, Policy, Signature, Vendor } from "faultline/core"
import { Simulator } from "faultline/testing"

const dialect = {
  vendor: "Parcels",
  messageAt: ["error"],
  frame: ({ vendorMessage }: { vendorMessage: string }) => ({ error: vendorMessage })
} as const
const see = "https://parcels.example/docs"

/** No parcel has this number. */
class NoParcel extends Failure.failuresOf(dialect)<NoParcel>()("Parcels.NoParcel", {
  signature: { status: 404, body: { error: Signature.contains("no parcel") } },
  category: "not-found",
  retry: "never",
  means: "No parcel has this number.",
  remedy: "Check the number; it has ten digits.",
  see
}) {}

class ParcelsApi extends Context.Service<ParcelsApi, Operation.Service>()("example/Parcels") {}

const vendor = Vendor.define({
  name: "Parcels",
  dialect,
  failures: [NoParcel],
  always: [],
  hosts: { main: "https://parcels.example" },
  advice: Policy.make({ passing: Policy.waits("1 second"), source: see })
})

const track = Operation.operations<never>()(ParcelsApi, vendor)("track", () => ({
  method: "GET",
  path: "/parcels/{number}",
  input: Schema.Struct({
    number: Schema.String.check(Schema.isPattern(/^\d{10}$/, { message: "has ten digits" }))
  }),
  output: Schema.Struct({ where: Schema.String }),
  fails: [NoParcel],
  idempotent: true
}))

// Its data is enough to simulate it.
const samples = { [track.tag]: { where: "Lyon" } }
const simulator = { vendor, operations: [track], credentials: {}, env: () => ({}), samples }
const layer = Vendor.layerNoTransport(ParcelsApi, vendor, { auth: Auth.bearer(Redacted.make("key")) }).pipe(
  Layer.provide(Simulator.layer(simulator, { script: [{ call: 2, fault: "failure", tag: NoParcel.tag }] }))
)

const ask = (number: string) =>
  Effect.match(track({ number }), { onSuccess: ({ where }) => where, onFailure: ({ message }) => message })
const answers = Effect.forEach(["1234567890", "1234567891", "12"], ask)
for (const answer of await Effect.runPromise(Effect.provide(answers, layer))) console.log(answer)
