/** IXON: policies. Derived from scripts/surface/descriptions/ixon.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { Id, optional } from "../../../contract/described.ts"
import { listed } from "../operations/listed.ts"
import { listNotes, pageInput, pageKeys, pageOf, readNotes } from "../operations/shape.ts"
import { AcceptedTermsOfUsePolicyPolicy } from "./shared/AcceptedTermsOfUsePolicyPolicy.ts"
import { operation } from "../vendor.ts"

/** Lists privacy statements; `.stream` reads all pages: `GET /privacy-statements`. */
export const listPrivacyStatements = operation("listPrivacyStatements", () => ({
  method: "GET",
  path: "/privacy-statements",
  input: Schema.Struct({ ...pageInput() }).pipe(Schema.encodeKeys(pageKeys)),
  output: Schema.Struct(pageOf(AcceptedTermsOfUsePolicyPolicy())),
  idempotent: true,
  anonymous: true,
  secrets: ["downloadUrl"],
  notes: listNotes
})).pipe(listed)

/** Gets a privacy statement: `GET /privacy-statements/{publicId}`. */
export const getPrivacyStatement = operation("getPrivacyStatement", () => ({
  method: "GET",
  path: "/privacy-statements/{publicId}",
  input: Schema.Struct({
    fields: optional(Schema.Array(Schema.String)),
    filters: optional(Schema.Array(Schema.String)),
    publicId: Id()
  }),
  output: AcceptedTermsOfUsePolicyPolicy(),
  from: "data",
  idempotent: true,
  anonymous: true,
  secrets: ["downloadUrl"],
  notes: readNotes
}))

/** Gets a privacy statement download: `GET /privacy-statements/{publicId}/download`. */
export const getPrivacyStatementDownload = operation("getPrivacyStatementDownload", () => ({
  method: "GET",
  path: "/privacy-statements/{publicId}/download",
  input: Schema.Struct({ publicId: Id() }),
  output: Schema.Void,
  idempotent: true,
  anonymous: true
}))

/** Lists terms of use policies; `.stream` reads all pages: `GET /terms-of-use-policies`. */
export const listTermsOfUsePolicies = operation("listTermsOfUsePolicies", () => ({
  method: "GET",
  path: "/terms-of-use-policies",
  input: Schema.Struct({ ...pageInput() }).pipe(Schema.encodeKeys(pageKeys)),
  output: Schema.Struct(pageOf(AcceptedTermsOfUsePolicyPolicy())),
  idempotent: true,
  anonymous: true,
  secrets: ["downloadUrl"],
  notes: listNotes
})).pipe(listed)

/** Gets a terms of use policy: `GET /terms-of-use-policies/{publicId}`. */
export const getTermsOfUsePolicy = operation("getTermsOfUsePolicy", () => ({
  method: "GET",
  path: "/terms-of-use-policies/{publicId}",
  input: Schema.Struct({
    fields: optional(Schema.Array(Schema.String)),
    filters: optional(Schema.Array(Schema.String)),
    publicId: Id()
  }),
  output: AcceptedTermsOfUsePolicyPolicy(),
  from: "data",
  idempotent: true,
  anonymous: true,
  secrets: ["downloadUrl"],
  notes: readNotes
}))

/**
 * Accepts a terms of use policy: `POST /terms-of-use-policies/{publicId}/accept`. Not idempotent: what a repeat does is not
 * documented.
 */
export const acceptTermsOfUsePolicy = operation("acceptTermsOfUsePolicy", () => ({
  method: "POST",
  path: "/terms-of-use-policies/{publicId}/accept",
  input: Schema.Struct({ publicId: Id() }),
  output: Schema.Void,
  body: "none",
  idempotent: false
}))

/** Gets a terms of use policy download: `GET /terms-of-use-policies/{publicId}/download`. */
export const getTermsOfUsePolicyDownload = operation("getTermsOfUsePolicyDownload", () => ({
  method: "GET",
  path: "/terms-of-use-policies/{publicId}/download",
  input: Schema.Struct({ publicId: Id() }),
  output: Schema.Void,
  idempotent: true,
  anonymous: true
}))
