/** IXON: licences. Derived from scripts/surface/descriptions/ixon.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { Id, like, objects, opaque, optional, text, type Made } from "../../../contract/described.ts"
import { lazy } from "../../../contract/lazy.ts"
import { listed } from "../operations/listed.ts"
import { attribute, listNotes, listOf, pageInput, pageKeys, pageOf, readNotes } from "../operations/shape.ts"
import { ActivationLicenceType } from "./shared/ActivationLicenceType.ts"
import { AgentTemplateType } from "./shared/AgentTemplateType.ts"
import { LicenceAgent } from "./shared/LicenceAgent.ts"
import { companyOperation } from "../vendor.ts"

/** IXON's Licence, as it comes. */
export interface Licence extends Made<typeof licenceFields> {}
const licenceFields = lazy(() => ({
  publicId: attribute(Schema.String),
  type: attribute(ActivationLicenceType()),
  serialNumber: attribute(Schema.String),
  expiresOn: attribute(Schema.DateTimeUtcFromString),
  activated: attribute(Schema.Boolean),
  trial: attribute(Schema.Boolean),
  value: attribute(Schema.String),
  locked: attribute(Schema.Boolean),
  maxRetentionPolicy: attribute(Schema.String),
  agent: attribute(LicenceAgent()),
  hasAgent: attribute(Schema.Boolean),
  agentType: attribute(AgentTemplateType()),
  bundle: attribute(Schema.Struct({ publicId: attribute(Schema.String), name: attribute(Schema.String) }))
}))
export const Licence = opaque<Licence>()(licenceFields)

/** Lists licence bundles; `.stream` reads all pages: `GET /licence-bundles`. */
export const listLicenceBundles = companyOperation("listLicenceBundles", () => ({
  method: "GET",
  path: "/licence-bundles",
  input: Schema.Struct({ ...pageInput() }).pipe(Schema.encodeKeys(pageKeys)),
  output: Schema.Struct(
    pageOf(Schema.Struct({ publicId: attribute(Schema.String), name: attribute(Schema.String) }))
  ),
  idempotent: true,
  notes: listNotes
})).pipe(listed)

/** Extends a licence bundle: `POST /licence-bundles/{publicId}/extend`. Not idempotent: what a repeat does is not documented. */
export const extendLicenceBundle = companyOperation("extendLicenceBundle", () => ({
  method: "POST",
  path: "/licence-bundles/{publicId}/extend",
  input: Schema.Struct({
    publicId: Id(),
    /** Exactly 15 characters, of a fixed form. */
    couponCode: optional(
      like(/([1-9]{3}|[B-DF-HJ-NP-TV-Z]{3})(-([1-9]{3}|[B-DF-HJ-NP-TV-Z]{3})){3}/, text(15, 15))
    ),
    licenceBundle: optional(Schema.Struct({ publicId: optional(Schema.String) }))
  }),
  output: Schema.Void,
  idempotent: false
}))

/** Lists licence types; `.stream` reads all pages: `GET /licence-types`. */
export const listLicenceTypes = companyOperation("listLicenceTypes", () => ({
  method: "GET",
  path: "/licence-types",
  input: Schema.Struct({ ...pageInput() }).pipe(Schema.encodeKeys(pageKeys)),
  output: Schema.Struct(pageOf(ActivationLicenceType())),
  idempotent: true,
  notes: listNotes
})).pipe(listed)

/** Gets a licence type: `GET /licence-types/{publicId}`. */
export const getLicenceType = companyOperation("getLicenceType", () => ({
  method: "GET",
  path: "/licence-types/{publicId}",
  input: Schema.Struct({
    filters: optional(Schema.Array(Schema.String)),
    fields: optional(Schema.Array(Schema.String)),
    publicId: Id()
  }),
  output: ActivationLicenceType(),
  from: "data",
  idempotent: true,
  notes: readNotes
}))

/** Lists licences; `.stream` reads all pages: `GET /licences`. */
export const listLicences = companyOperation("listLicences", () => ({
  method: "GET",
  path: "/licences",
  input: Schema.Struct({ ...pageInput() }).pipe(Schema.encodeKeys(pageKeys)),
  output: Schema.Struct(pageOf(Licence())),
  idempotent: true,
  notes: listNotes
})).pipe(listed)

/** Creates licences: `POST /licences`. Not idempotent: a repeat creates another. */
export const createLicences = companyOperation("createLicences", () => ({
  method: "POST",
  path: "/licences",
  input: Schema.Struct({
    items: objects({
      /** Exactly 15 characters, of a fixed form. */
      couponCode: like(/([1-9]{3}|[B-DF-HJ-NP-TV-Z]{3})(-([1-9]{3}|[B-DF-HJ-NP-TV-Z]{3})){3}/, text(15, 15))
    })
  }),
  output: listOf(Licence()),
  body: "items",
  from: "data",
  idempotent: false
}))

/** Extends licences: `POST /licences/extend`. Not idempotent: what a repeat does is not documented. */
export const extendLicences = companyOperation("extendLicences", () => ({
  method: "POST",
  path: "/licences/extend",
  input: Schema.Struct({
    items: objects({
      /** Exactly 12 characters. */ publicId: text(12, 12),
      /** Exactly 15 characters, of a fixed form. */
      couponCode: optional(
        like(/([1-9]{3}|[B-DF-HJ-NP-TV-Z]{3})(-([1-9]{3}|[B-DF-HJ-NP-TV-Z]{3})){3}/, text(15, 15))
      ),
      licence: optional(Schema.Struct({ publicId: optional(Schema.String) }))
    })
  }),
  output: Schema.Void,
  body: "items",
  idempotent: false
}))

/** Gets a licence: `GET /licences/{publicId}`. */
export const getLicence = companyOperation("getLicence", () => ({
  method: "GET",
  path: "/licences/{publicId}",
  input: Schema.Struct({
    fields: optional(Schema.Array(Schema.String)),
    filters: optional(Schema.Array(Schema.String)),
    publicId: Id()
  }),
  output: Licence(),
  from: "data",
  idempotent: true,
  notes: readNotes
}))

/** Extends a licence: `POST /licences/{publicId}/extend`. Not idempotent: what a repeat does is not documented. */
export const extendLicence = companyOperation("extendLicence", () => ({
  method: "POST",
  path: "/licences/{publicId}/extend",
  input: Schema.Struct({
    publicId: Id(),
    /** Exactly 15 characters, of a fixed form. */
    couponCode: optional(
      like(/([1-9]{3}|[B-DF-HJ-NP-TV-Z]{3})(-([1-9]{3}|[B-DF-HJ-NP-TV-Z]{3})){3}/, text(15, 15))
    ),
    licence: optional(Schema.Struct({ publicId: optional(Schema.String) }))
  }),
  output: Schema.Void,
  idempotent: false
}))
