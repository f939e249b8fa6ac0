/** A vendor that documents little: a wait after a 429, and that a 503 passes. Everything else is Faultline's default. */
import { Context, Duration, Layer, ManagedRuntime, Schema } from "effect"
import { HttpClient } from "effect/http"
import * as Auth from "../src/pipeline/Auth.ts"
import * as Failure from "../src/contract/Failure.ts"
import * as Operation from "../src/contract/Operation.ts"
import * as Policy from "../src/policy/Policy.ts"
import * as Transport from "../src/pipeline/Transport.ts"
import * as Vendor from "../src/pipeline/layer.ts"
import * as Wire from "../src/contract/Wire.ts"

const dialect = {
  vendor: "Bench",
  messageAt: ["error"],
  frame: ({ vendorMessage }: { readonly vendorMessage: string }) => ({ error: vendorMessage })
} as const
const Named = Failure.failuresOf(dialect)
const see = "bench/storms/server.ts"

class Busy extends Named<Busy>()("Bench.Busy", {
  signature: { status: 429 },
  carries: { retryAfter: Schema.optionalKey(Failure.header("retry-after", Wire.Seconds)) },
  category: "rate-limited",
  retry: { after: "retryAfter", otherwise: "1 second" },
  means: "Too many requests.",
  remedy: "Send less at once.",
  see
}) {}

class Overloaded extends Named<Overloaded>()("Bench.Overloaded", {
  signature: { status: 503 },
  category: "unavailable",
  retry: "safe",
  means: "The server is overloaded.",
  remedy: "Try again later.",
  see
}) {}

export class BenchApi extends Context.Service<BenchApi, Operation.Service>()("faultline/Bench") {}

/** How long (ms) one attempt and a whole call may take. */
export interface Times {
  readonly attempt: number
  readonly deadline: number
}

export const vendor = Vendor.define({
  name: "Bench",
  dialect,
  failures: [Busy, Overloaded],
  always: [Busy, Overloaded],
  hosts: { main: "" },
  advice: Policy.make({
    // As many retries as the peers make.
    passing: Policy.exponential({ base: "100 millis", cap: "5 seconds", times: 3 }),
    limited: Policy.exponential({ base: "1 second", times: 3 }),
    source: see
  })
})

/** Makes operations of this vendor. */
export const operation = Operation.operations<Busy | Overloaded>()(BenchApi, vendor)

/** The operation of storms, and of calls that are not sent. */
export const ask = operation("ask", () => ({
  method: "GET",
  path: "/things/{id}",
  input: Schema.Struct({ id: Schema.String }),
  output: Schema.Struct({ ok: Schema.Boolean }),
  idempotent: true
}))

/** A runtime with the vendor at the base URL: over this platform's transport, or over the one that is given. */
export const serve = (base: string, times: Times, client?: HttpClient.HttpClient) => {
  const transport = client === undefined ? Transport.layer : Layer.succeed(HttpClient.HttpClient, client)
  const policy = { attemptTimeout: Duration.millis(times.attempt), deadline: Duration.millis(times.deadline) }
  const connection = { auth: Auth.none, hosts: { main: base } }
  return ManagedRuntime.make(
    Layer.provide(Vendor.layerNoTransport(BenchApi, vendor, connection, { policy }), transport)
  )
}
