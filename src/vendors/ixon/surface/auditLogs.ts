/** IXON: auditLogs. Derived from scripts/surface/descriptions/ixon.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { optional, whole } from "../../../contract/described.ts"
import { listed } from "../operations/listed.ts"
import { listNotes, pageOf } from "../operations/shape.ts"
import { AgentAuditLog } from "./shared/AgentAuditLog.ts"
import { companyOperation } from "../vendor.ts"

/** Lists audit logs; `.stream` reads all pages: `GET /audit-logs`. */
export const listAuditLogs = companyOperation("listAuditLogs", () => ({
  method: "GET",
  path: "/audit-logs",
  input: Schema.Struct({
    filters: optional(Schema.Array(Schema.String)),
    /** At least 1. */ pageSize: optional(whole(1)),
    pageAfter: optional(Schema.String)
  }).pipe(Schema.encodeKeys({ pageSize: "page-size", pageAfter: "page-after" })),
  output: Schema.Struct(pageOf(AgentAuditLog())),
  idempotent: true,
  notes: listNotes
})).pipe(listed)

/** Gets an audit log export: `GET /audit-logs-export`. */
export const getAuditLogExport = companyOperation("getAuditLogExport", () => ({
  method: "GET",
  path: "/audit-logs-export",
  input: Schema.Struct({ filters: optional(Schema.Array(Schema.String)) }),
  output: Schema.Void,
  idempotent: true
}))
