/** m3ter: counters. Derived from scripts/surface/descriptions/m3ter.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { Id, like, opaque, optional, text, type Made, whole } from "../../../contract/described.ts"
import { lazy } from "../../../contract/lazy.ts"
import { withoutNulls } from "../../../contract/nulls.ts"
import { audit, byCode, byVersion, listed } from "../operations/derived.ts"
import { page } from "../operations/parts.ts"
import { operation } from "../vendor.ts"

/** m3ter's CounterResponse, as it comes. */
export interface CounterResponse extends Made<typeof counterResponseFields> {}
const counterResponseFields = lazy(() => ({
  id: Schema.String,
  version: optional(Schema.Finite),
  ...audit(),
  code: optional(Schema.String),
  productId: optional(Schema.String),
  name: optional(Schema.String),
  unit: optional(Schema.String)
}))
export const CounterResponse = opaque<CounterResponse>()(counterResponseFields)

const counterRequest = lazy(() => ({
  /** At most 80 characters, of a fixed form. */
  code: optional(like(/^([^\p{Cc}\s])|([^\p{Cc}\s][^\p{Cc}\t\n\v\f\r]*[^\p{Cc}\s])$/u, text(0, 80))),
  /** Exactly 36 characters. */ productId: optional(text(36, 36)),
  /** 1 to 200 characters. */ name: text(1, 200),
  /** Not empty. */ unit: text(1)
}))

/** Lists counters; `.stream` reads all pages: `GET /organizations/{orgId}/counters`. */
export const listCounters = operation("listCounters", () => ({
  method: "GET",
  path: "/organizations/{orgId}/counters",
  input: Schema.Struct({
    /** 1 to 200. */ pageSize: optional(whole(1, 200)),
    nextToken: optional(Schema.String),
    ids: optional(Schema.Array(Schema.String)),
    codes: optional(Schema.Array(Schema.String)),
    productId: optional(Schema.Array(Schema.String))
  }),
  output: withoutNulls(Schema.Struct(page(CounterResponse()))),
  idempotent: true
})).pipe(listed(200))

/** Creates a counter: `POST /organizations/{orgId}/counters`. Not idempotent: a repeat may create another. */
export const createCounter = operation("createCounter", () => ({
  method: "POST",
  path: "/organizations/{orgId}/counters",
  input: Schema.Struct({ ...counterRequest() }),
  output: withoutNulls(CounterResponse()),
  idempotent: false,
  settles: byCode(listCounters, "code")
}))

/** Deletes a counter: `DELETE /organizations/{orgId}/counters/{id}`. Idempotent: a repeat may be answered with 404. */
export const deleteCounter = operation("deleteCounter", () => ({
  method: "DELETE",
  path: "/organizations/{orgId}/counters/{id}",
  input: Schema.Struct({ id: Id() }),
  output: withoutNulls(CounterResponse()),
  idempotent: true
}))

/** Gets a counter: `GET /organizations/{orgId}/counters/{id}`. */
export const getCounter = operation("getCounter", () => ({
  method: "GET",
  path: "/organizations/{orgId}/counters/{id}",
  input: Schema.Struct({ id: Id() }),
  output: withoutNulls(CounterResponse()),
  idempotent: true
}))

/** Updates a counter: `PUT /organizations/{orgId}/counters/{id}`. Takes its present `version`: when in doubt, read it again. */
export const updateCounter = operation("updateCounter", () => ({
  method: "PUT",
  path: "/organizations/{orgId}/counters/{id}",
  input: Schema.Struct({ id: Id(), version: Schema.Int, ...counterRequest() }),
  output: withoutNulls(CounterResponse()),
  idempotent: false,
  version: "version",
  settles: byVersion(getCounter, "id")
}))
