/** IXON: assetPages. Derived from scripts/surface/descriptions/ixon.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { DataObject } from "../../../contract/Data.ts"
import { Id, objects, optional, text, whole } from "../../../contract/described.ts"
import { listed } from "../operations/listed.ts"
import { attribute, listNotes, listOf, pageInput, pageKeys, pageOf, readNotes } from "../operations/shape.ts"
import { AgentPageLink } from "./shared/AgentPageLink.ts"
import { AgentPageLinkGroup } from "./shared/AgentPageLinkGroup.ts"
import { AgentPageValue } from "./shared/AgentPageValue.ts"
import { ChangedAgentPageLink } from "./shared/ChangedAgentPageLink.ts"
import { ChangedAgentPageLinkGroup } from "./shared/ChangedAgentPageLinkGroup.ts"
import { NewAgentPageLink } from "./shared/NewAgentPageLink.ts"
import { companyOperation } from "../vendor.ts"
import * as Split from "../../../many/Split.ts"

/**
 * Deletes asset page link groups: `DELETE /assets/{assetId}/page-link-groups`. Idempotent: a repeat may be refused, for the id
 * is gone.
 */
export const deleteAssetPageLinkGroups = companyOperation("deleteAssetPageLinkGroups", () => ({
  method: "DELETE",
  path: "/assets/{assetId}/page-link-groups",
  input: Schema.Struct({
    assetId: Id(),
    items: objects({
      /** Exactly 12 characters. */ publicId: text(12, 12)
    })
  }),
  output: Schema.Void,
  body: "items",
  idempotent: true,
  splits: Split.inHalves("items")
}))

/** Lists asset page link groups; `.stream` reads all pages: `GET /assets/{assetId}/page-link-groups`. */
export const listAssetPageLinkGroups = companyOperation("listAssetPageLinkGroups", () => ({
  method: "GET",
  path: "/assets/{assetId}/page-link-groups",
  input: Schema.Struct({ assetId: Id(), ...pageInput() }).pipe(Schema.encodeKeys(pageKeys)),
  output: Schema.Struct(pageOf(AgentPageLinkGroup())),
  idempotent: true,
  notes: listNotes
})).pipe(listed)

/** Updates asset page link groups: `PATCH /assets/{assetId}/page-link-groups`. Idempotent: it sets values, whatever they were. */
export const updateAssetPageLinkGroups = companyOperation("updateAssetPageLinkGroups", () => ({
  method: "PATCH",
  path: "/assets/{assetId}/page-link-groups",
  input: Schema.Struct({ assetId: Id(), items: Schema.Array(ChangedAgentPageLinkGroup()) }),
  output: Schema.Void,
  body: "items",
  idempotent: true,
  splits: Split.inHalves("items")
}))

/** Creates asset page link groups: `POST /assets/{assetId}/page-link-groups`. Not idempotent: a repeat creates another. */
export const createAssetPageLinkGroups = companyOperation("createAssetPageLinkGroups", () => ({
  method: "POST",
  path: "/assets/{assetId}/page-link-groups",
  input: Schema.Struct({
    assetId: Id(),
    items: objects({
      /** 1 to 255 characters. */ name: text(1, 255)
    })
  }),
  output: listOf(Schema.Struct({ publicId: attribute(Schema.String) })),
  body: "items",
  from: "data",
  idempotent: false
}))

/**
 * Deletes an asset page link group: `DELETE /assets/{assetId}/page-link-groups/{publicId}`. Idempotent: a repeat may be refused,
 * for the id is gone.
 */
export const deleteAssetPageLinkGroup = companyOperation("deleteAssetPageLinkGroup", () => ({
  method: "DELETE",
  path: "/assets/{assetId}/page-link-groups/{publicId}",
  input: Schema.Struct({ assetId: Id(), publicId: Id() }),
  output: Schema.Void,
  idempotent: true
}))

/** Gets an asset page link group: `GET /assets/{assetId}/page-link-groups/{publicId}`. */
export const getAssetPageLinkGroup = companyOperation("getAssetPageLinkGroup", () => ({
  method: "GET",
  path: "/assets/{assetId}/page-link-groups/{publicId}",
  input: Schema.Struct({
    fields: optional(Schema.Array(Schema.String)),
    filters: optional(Schema.Array(Schema.String)),
    assetId: Id(),
    publicId: Id()
  }),
  output: AgentPageLinkGroup(),
  from: "data",
  idempotent: true,
  notes: readNotes
}))

/**
 * Updates an asset page link group: `PATCH /assets/{assetId}/page-link-groups/{publicId}`. Idempotent: it sets values, whatever
 * they were.
 */
export const updateAssetPageLinkGroup = companyOperation("updateAssetPageLinkGroup", () => ({
  method: "PATCH",
  path: "/assets/{assetId}/page-link-groups/{publicId}",
  input: Schema.Struct({
    assetId: Id(),
    publicId: Id(),
    /** 1 to 255 characters. */ name: optional(text(1, 255))
  }),
  output: Schema.Void,
  idempotent: true
}))

/** Deletes asset page links: `DELETE /assets/{assetId}/page-links`. Idempotent: a repeat may be refused, for the id is gone. */
export const deleteAssetPageLinks = companyOperation("deleteAssetPageLinks", () => ({
  method: "DELETE",
  path: "/assets/{assetId}/page-links",
  input: Schema.Struct({
    assetId: Id(),
    items: objects({
      /** Exactly 12 characters. */ publicId: text(12, 12)
    })
  }),
  output: Schema.Void,
  body: "items",
  idempotent: true,
  splits: Split.inHalves("items")
}))

/** Lists asset page links; `.stream` reads all pages: `GET /assets/{assetId}/page-links`. */
export const listAssetPageLinks = companyOperation("listAssetPageLinks", () => ({
  method: "GET",
  path: "/assets/{assetId}/page-links",
  input: Schema.Struct({ assetId: Id(), ...pageInput() }).pipe(Schema.encodeKeys(pageKeys)),
  output: Schema.Struct(pageOf(AgentPageLink())),
  idempotent: true,
  notes: listNotes
})).pipe(listed)

/** Updates asset page links: `PATCH /assets/{assetId}/page-links`. Idempotent: it sets values, whatever they were. */
export const updateAssetPageLinks = companyOperation("updateAssetPageLinks", () => ({
  method: "PATCH",
  path: "/assets/{assetId}/page-links",
  input: Schema.Struct({ assetId: Id(), items: Schema.Array(ChangedAgentPageLink()) }),
  output: Schema.Void,
  body: "items",
  idempotent: true,
  splits: Split.inHalves("items")
}))

/** Creates asset page links: `POST /assets/{assetId}/page-links`. Not idempotent: a repeat creates another. */
export const createAssetPageLinks = companyOperation("createAssetPageLinks", () => ({
  method: "POST",
  path: "/assets/{assetId}/page-links",
  input: Schema.Struct({ assetId: Id(), items: Schema.Array(NewAgentPageLink()) }),
  output: listOf(Schema.Struct({ publicId: attribute(Schema.String) })),
  body: "items",
  from: "data",
  idempotent: false
}))

/**
 * Deletes an asset page link: `DELETE /assets/{assetId}/page-links/{publicId}`. Idempotent: a repeat may be refused, for the id
 * is gone.
 */
export const deleteAssetPageLink = companyOperation("deleteAssetPageLink", () => ({
  method: "DELETE",
  path: "/assets/{assetId}/page-links/{publicId}",
  input: Schema.Struct({ assetId: Id(), publicId: Id() }),
  output: Schema.Void,
  idempotent: true
}))

/** Gets an asset page link: `GET /assets/{assetId}/page-links/{publicId}`. */
export const getAssetPageLink = companyOperation("getAssetPageLink", () => ({
  method: "GET",
  path: "/assets/{assetId}/page-links/{publicId}",
  input: Schema.Struct({
    fields: optional(Schema.Array(Schema.String)),
    filters: optional(Schema.Array(Schema.String)),
    assetId: Id(),
    publicId: Id()
  }),
  output: AgentPageLink(),
  from: "data",
  idempotent: true,
  notes: readNotes
}))

/** Updates an asset page link: `PATCH /assets/{assetId}/page-links/{publicId}`. Idempotent: it sets values, whatever they were. */
export const updateAssetPageLink = companyOperation("updateAssetPageLink", () => ({
  method: "PATCH",
  path: "/assets/{assetId}/page-links/{publicId}",
  input: Schema.Struct({
    assetId: Id(),
    publicId: Id(),
    page: optional(Schema.Struct({ publicId: optional(Schema.String) })),
    audience: optional(Schema.Struct({ publicId: optional(Schema.String) })),
    /** Or null. */ group: optional(Schema.NullOr(Schema.Struct({ publicId: optional(Schema.String) }))),
    /** At most 65535. */ order: optional(whole(-Infinity, 65535)),
    custom: optional(DataObject())
  }),
  output: Schema.Void,
  idempotent: true
}))

/** Lists asset pages; `.stream` reads all pages: `GET /assets/{assetId}/pages`. */
export const listAssetPages = companyOperation("listAssetPages", () => ({
  method: "GET",
  path: "/assets/{assetId}/pages",
  input: Schema.Struct({ assetId: Id(), ...pageInput() }).pipe(Schema.encodeKeys(pageKeys)),
  output: Schema.Struct(pageOf(AgentPageValue())),
  idempotent: true,
  notes: listNotes
})).pipe(listed)
