/** The vendor that is called, a small one: two operations on things, and a key that they need. */
import * as Redacted from "effect/Redacted"
import * as Schema from "effect/Schema"
import * as Auth from "../../src/pipeline/Auth.ts"
import * as Vendor from "../../src/pipeline/layer.ts"
import { lazy } from "../../src/contract/lazy.ts"
import { BenchApi, operation, vendor } from "../vendor.ts"
import { key } from "./shapes.ts"

/** What both operations answer. */
export const Thing = lazy(() =>
  Schema.Struct({
    id: Schema.String,
    name: Schema.String,
    state: Schema.Union([Schema.Literals(["active", "idle"]), Schema.String]),
    count: Schema.Int,
    price: Schema.Finite,
    tags: Schema.Array(Schema.String),
    owner: Schema.Struct({ id: Schema.String, email: Schema.String }),
    note: Schema.optionalKey(Schema.String)
  })
)

export const getThing = operation("getThing", () => ({
  method: "GET",
  path: "/things/{id}",
  input: Schema.Struct({ id: Schema.String }),
  output: Thing(),
  idempotent: true
}))

export const addThing = operation("addThing", () => ({
  method: "POST",
  path: "/things",
  input: Schema.Struct({
    name: Schema.String.check(Schema.isBetweenLength(1, 200)),
    count: Schema.Int,
    tags: Schema.Array(Schema.String)
  }),
  output: Thing(),
  idempotent: false
}))

/** The vendor at a base URL. */
export const layer = (base: string, options: Vendor.Options = {}) =>
  Vendor.layerNoTransport(
    BenchApi,
    vendor,
    { auth: Auth.bearer(Redacted.make(key)), hosts: { main: base } },
    options
  )
