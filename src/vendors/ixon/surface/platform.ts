/** IXON: platform. Derived from scripts/surface/descriptions/ixon.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { Id, like, opaque, optional, text, type Made } from "../../../contract/described.ts"
import { lazy } from "../../../contract/lazy.ts"
import { Secret } from "../../../contract/secretText.ts"
import { listed } from "../operations/listed.ts"
import {
  Attributes,
  attribute,
  listNotes,
  pageInput,
  pageKeys,
  pageOf,
  readNotes
} from "../operations/shape.ts"
import { AcceptedTermsOfUsePolicyPolicy } from "./shared/AcceptedTermsOfUsePolicyPolicy.ts"
import { CompanyBranding } from "./shared/CompanyBranding.ts"
import { companyOperation, operation } from "../vendor.ts"

/** IXON's PlatformServer, as it comes. */
export interface PlatformServer extends Made<typeof platformServerFields> {}
const platformServerFields = lazy(() => ({
  publicId: attribute(Schema.String),
  name: attribute(Schema.String),
  type: attribute(Schema.String),
  location: attribute(
    Schema.Struct({
      name: attribute(Schema.String),
      latitude: attribute(Schema.String),
      longitude: attribute(Schema.String)
    })
  ),
  vpnRange: attribute(Schema.String)
}))
export const PlatformServer = opaque<PlatformServer>()(platformServerFields)

/** IXON's Sector, as it comes. */
export interface Sector extends Made<typeof sectorFields> {}
const sectorFields = lazy(() => ({
  publicId: attribute(Schema.String),
  name: attribute(Schema.String),
  corporateWebsite: attribute(Schema.String),
  defaultCountry: attribute(Schema.String),
  custom: attribute(Attributes()),
  emailFromAddress: attribute(Schema.String),
  feedbackTo: attribute(Schema.String),
  supportEmailAddress: attribute(Schema.String),
  allowCustomTermsOfUse: attribute(Schema.Boolean),
  allowCustomPrivacyStatement: attribute(Schema.Boolean),
  latestTermsOfUse: attribute(AcceptedTermsOfUsePolicyPolicy()),
  latestPrivacyStatement: attribute(AcceptedTermsOfUsePolicyPolicy()),
  branding: attribute(CompanyBranding()),
  premiumBrandingDomain: attribute(Schema.String),
  cdnDomain: attribute(Schema.String),
  poweredBy: attribute(
    Schema.Struct({
      hide: attribute(Schema.Boolean),
      logo: attribute(Schema.String),
      name: attribute(Schema.String),
      url: attribute(Secret())
    })
  )
}))
export const Sector = opaque<Sector>()(sectorFields)

/** Lists brandings; `.stream` reads all pages: `GET /brandings`. */
export const listBrandings = operation("listBrandings", () => ({
  method: "GET",
  path: "/brandings",
  input: Schema.Struct({ ...pageInput() }).pipe(Schema.encodeKeys(pageKeys)),
  output: Schema.Struct(pageOf(CompanyBranding())),
  idempotent: true,
  anonymous: true,
  notes: listNotes
})).pipe(listed)

/** Creates feedback: `POST /feedback`. Not idempotent: a repeat creates another. */
export const createFeedback = companyOperation("createFeedback", () => ({
  method: "POST",
  path: "/feedback",
  input: Schema.Struct({
    /** At most 65535 characters. */ feedback: text(0, 65535),
    /** 1 to 255 characters. */ subject: text(1, 255)
  }),
  output: Schema.Void,
  idempotent: false,
  headers: { "api-branding": "{brandingDomain}" }
}))

/** Lists platform servers; `.stream` reads all pages: `GET /platform-servers`. */
export const listPlatformServers = operation("listPlatformServers", () => ({
  method: "GET",
  path: "/platform-servers",
  input: Schema.Struct({ ...pageInput() }).pipe(Schema.encodeKeys(pageKeys)),
  output: Schema.Struct(pageOf(PlatformServer())),
  idempotent: true,
  anonymous: true,
  notes: listNotes
})).pipe(listed)

/** Lists my company platform servers; `.stream` reads all pages: `GET /platform-servers/me`. */
export const listMyCompanyPlatformServers = companyOperation("listMyCompanyPlatformServers", () => ({
  method: "GET",
  path: "/platform-servers/me",
  input: Schema.Struct({ ...pageInput() }).pipe(Schema.encodeKeys(pageKeys)),
  output: Schema.Struct(pageOf(PlatformServer())),
  idempotent: true,
  notes: listNotes
})).pipe(listed)

/** Creates a premium domain: `POST /premium/domain`. Not idempotent: a repeat creates another. */
export const createPremiumDomain = companyOperation("createPremiumDomain", () => ({
  method: "POST",
  path: "/premium/domain",
  input: Schema.Struct({
    /** 4 to 253 characters, of a fixed form. */ customFqdn: like(/.+(\..[^.]+)/, text(4, 253)),
    validateOnly: optional(Schema.Boolean)
  }),
  output: Schema.Void,
  idempotent: false
}))

/** Lists sectors; `.stream` reads all pages: `GET /sectors`. */
export const listSectors = operation("listSectors", () => ({
  method: "GET",
  path: "/sectors",
  input: Schema.Struct({ ...pageInput() }).pipe(Schema.encodeKeys(pageKeys)),
  output: Schema.Struct(pageOf(Sector())),
  idempotent: true,
  anonymous: true,
  secrets: ["downloadUrl"],
  notes: listNotes
})).pipe(listed)

/** Gets my sector: `GET /sectors/me`. */
export const getMySector = operation("getMySector", () => ({
  method: "GET",
  path: "/sectors/me",
  input: Schema.Struct({
    fields: optional(Schema.Array(Schema.String)),
    filters: optional(Schema.Array(Schema.String))
  }),
  output: Sector(),
  from: "data",
  idempotent: true,
  anonymous: true,
  secrets: ["downloadUrl"],
  notes: readNotes
}))

/** Gets a sector: `GET /sectors/{publicId}`. */
export const getSector = operation("getSector", () => ({
  method: "GET",
  path: "/sectors/{publicId}",
  input: Schema.Struct({
    fields: optional(Schema.Array(Schema.String)),
    filters: optional(Schema.Array(Schema.String)),
    publicId: Id()
  }),
  output: Sector(),
  from: "data",
  idempotent: true,
  anonymous: true,
  secrets: ["downloadUrl"],
  notes: readNotes
}))

/** Gets a server time: `GET /server-time`. */
export const getServerTime = operation("getServerTime", () => ({
  method: "GET",
  path: "/server-time",
  input: Schema.Struct({}),
  output: Schema.Struct({ datetime: attribute(Schema.DateTimeUtcFromString) }),
  from: "data",
  idempotent: true,
  anonymous: true,
  notes: readNotes
}))

/** Gets a server validation: `GET /server-validation`. */
export const getServerValidation = operation("getServerValidation", () => ({
  method: "GET",
  path: "/server-validation",
  input: Schema.Struct({}),
  output: Schema.Struct({
    code: attribute(Schema.String),
    expiresOn: attribute(Schema.DateTimeUtcFromString)
  }),
  from: "data",
  idempotent: true,
  anonymous: true,
  notes: readNotes
}))
