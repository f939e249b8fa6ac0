/** IXON: agentApprovers. Derived from scripts/surface/descriptions/ixon.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { Id, optional, whole } from "../../../contract/described.ts"
import { listed } from "../operations/listed.ts"
import { attribute, listNotes, pageOf } from "../operations/shape.ts"
import { companyOperation } from "../vendor.ts"

/** Lists agent access request approvers; `.stream` reads all pages: `GET /agents/{agentId}/approvers`. */
export const listAgentAccessRequestApprovers = companyOperation("listAgentAccessRequestApprovers", () => ({
  method: "GET",
  path: "/agents/{agentId}/approvers",
  input: Schema.Struct({
    agentId: Id(),
    /** At least 1. */ pageSize: optional(whole(1)),
    pageAfter: optional(Schema.String)
  }).pipe(Schema.encodeKeys({ pageSize: "page-size", pageAfter: "page-after" })),
  output: Schema.Struct(
    pageOf(
      Schema.Struct({
        publicId: attribute(Schema.String),
        name: attribute(Schema.String),
        user: attribute(
          Schema.Struct({ publicId: attribute(Schema.String), name: attribute(Schema.String) })
        ),
        company: attribute(Schema.Struct({ publicId: attribute(Schema.String) }))
      })
    )
  ),
  idempotent: true,
  notes: listNotes
})).pipe(listed)
