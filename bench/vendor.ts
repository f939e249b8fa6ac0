/** A vendor that documents little: a wait after a 429, and that a 503 passes. Everything else is Faultline's default. */
import { Context, Duration, Layer, ManagedRuntime, Schema } from "effect"
import { HttpClient } from "effect/http"
import * as Auth from "../src/core/Auth.ts"
import * as Failure from "../src/core/Failure.ts"
import * as Operation from "../src/core/Operation.ts"
import * as Policy from "../src/core/Policy.ts"
import * as Transport from "../src/core/Transport.ts"
import * as Vendor from "../src/core/Vendor.ts"
import * as Wire from "../src/core/Wire.ts"

const dialect = {
  vendor: "Bench",
  said: ["error"],
  frame: ({ said }: { readonly said: string }) => ({ error: said })
} as const
const Named = Failure.failuresOf(dialect)
const see = "bench/server.ts"

class Busy extends Named<Busy>()("Bench.Busy", {
  sign: { status: 429 },
  carries: { retryAfter: Schema.optionalKey(Failure.header("retry-after", Wire.Seconds)) },
  again: { after: "retryAfter", otherwise: "1 second" },
  means: "Too many requests.",
  remedy: "Send less at once.",
  see
}) {}

class Overloaded extends Named<Overloaded>()("Bench.Overloaded", {
  sign: { status: 503 },
  again: "soon",
  means: "The server is overloaded.",
  remedy: "Ask again later.",
  see
}) {}

class Api extends Context.Service<Api, Operation.Service>()("faultline/Bench") {}

/** The one thing to ask. */
export const ask = Operation.operations<Api, Busy | Overloaded>(Api)("Bench.ask", {
  method: "GET",
  path: "/things/{id}",
  input: Schema.Struct({ id: Schema.String }),
  output: Schema.Struct({ ok: Schema.Boolean }),
  repeatable: true
})

/** How long (ms) one attempt and a whole call may take. */
export interface Times {
  readonly attempt: number
  readonly deadline: number
}

const vendorOf = ({ attempt, deadline }: Times): Vendor.Vendor => ({
  name: "Bench",
  dialect,
  failures: [Busy, Overloaded],
  always: [Busy, Overloaded],
  hosts: { main: "" },
  queryLists: "repeated",
  policy: Policy.make({
    // As many retries as the peers make.
    passing: Policy.exponential({ base: "100 millis", cap: "5 seconds", times: 3 }),
    limited: Policy.exponential({ base: "1 second", times: 3 }),
    attemptTimeout: Duration.millis(attempt),
    deadline: Duration.millis(deadline),
    source: see
  })
})

/** A runtime with the vendor at the base URL: over this platform's transport, or over the one that is given. */
export const serve = (base: string, times: Times, client?: HttpClient.HttpClient) => {
  const transport = client === undefined ? Transport.layer : Layer.succeed(HttpClient.HttpClient, client)
  const connection = { auth: Auth.none, hosts: { main: base } }
  return ManagedRuntime.make(
    Layer.provide(Vendor.layerNoTransport(Api, vendorOf(times), connection), transport)
  )
}
