/** IXON: discovery. Derived from scripts/surface/descriptions/ixon.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { optional, whole, words } from "../../../contract/described.ts"
import { listed } from "../operations/listed.ts"
import { attribute, listNotes, pageOf } from "../operations/shape.ts"
import { operation } from "../vendor.ts"

/** Gets discovery; `.stream` reads all pages: `GET /`. */
export const getDiscovery = operation("getDiscovery", () => ({
  method: "GET",
  path: "/",
  input: Schema.Struct({
    /** At least 1. */ pageSize: optional(whole(1)),
    pageAfter: optional(Schema.String)
  }).pipe(Schema.encodeKeys({ pageSize: "page-size", pageAfter: "page-after" })),
  output: Schema.Struct(
    pageOf(
      Schema.Struct({
        rel: attribute(Schema.String),
        href: attribute(Schema.String),
        methods: attribute(Schema.Array(words("DELETE", "GET", "PATCH", "POST", "PUT")))
      })
    )
  ),
  idempotent: true,
  anonymous: true,
  notes: listNotes
})).pipe(listed)
