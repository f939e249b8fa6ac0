/** IXON: pageVersions. Derived from scripts/surface/descriptions/ixon.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { DataObject } from "../../../contract/Data.ts"
import { Id, objects, optional, text, whole } from "../../../contract/described.ts"
import { listed } from "../operations/listed.ts"
import { attribute, listNotes, listOf, pageInput, pageKeys, pageOf, readNotes } from "../operations/shape.ts"
import { AgentPageDraft } from "./shared/AgentPageDraft.ts"
import { companyOperation } from "../vendor.ts"
import * as Split from "../../../many/Split.ts"

/** Deletes page versions: `DELETE /page-versions`. Idempotent: a repeat may be refused, for the id is gone. */
export const deletePageVersions = companyOperation("deletePageVersions", () => ({
  method: "DELETE",
  path: "/page-versions",
  input: Schema.Struct({
    items: objects({
      /** Exactly 12 characters. */ publicId: text(12, 12)
    })
  }),
  output: Schema.Void,
  body: "items",
  idempotent: true,
  splits: Split.inHalves("items")
}))

/** Lists page versions; `.stream` reads all pages: `GET /page-versions`. */
export const listPageVersions = companyOperation("listPageVersions", () => ({
  method: "GET",
  path: "/page-versions",
  input: Schema.Struct({ ...pageInput() }).pipe(Schema.encodeKeys(pageKeys)),
  output: Schema.Struct(pageOf(AgentPageDraft())),
  idempotent: true,
  notes: listNotes
})).pipe(listed)

/** Updates page versions: `PATCH /page-versions`. Idempotent: it sets values, whatever they were. */
export const updatePageVersions = companyOperation("updatePageVersions", () => ({
  method: "PATCH",
  path: "/page-versions",
  input: Schema.Struct({
    items: objects({
      /** Exactly 12 characters. */ publicId: text(12, 12),
      /** 1 to 255 characters; or null. */ title: optional(Schema.NullOr(text(1, 255))),
      /** Or null. */
      previewAgent: optional(Schema.NullOr(Schema.Struct({ publicId: optional(Schema.String) }))),
      /** Or null. */
      previewAsset: optional(Schema.NullOr(Schema.Struct({ publicId: optional(Schema.String) }))),
      /** 1 to 255 characters; or null. */ periodSpec: optional(Schema.NullOr(text(1, 255))),
      periodSelectorEnabled: optional(Schema.Boolean),
      /** At most 65535; or null. */
      defaultRefreshRate: optional(Schema.NullOr(whole(-Infinity, 65535))),
      custom: optional(DataObject())
    })
  }),
  output: Schema.Void,
  body: "items",
  idempotent: true,
  splits: Split.inHalves("items")
}))

/** Creates page versions: `POST /page-versions`. Not idempotent: a repeat creates another. */
export const createPageVersions = companyOperation("createPageVersions", () => ({
  method: "POST",
  path: "/page-versions",
  input: Schema.Struct({
    items: objects({
      page: Schema.Struct({ publicId: optional(Schema.String) }),
      /** 1 to 255 characters; or null. */ title: optional(Schema.NullOr(text(1, 255))),
      /** Or null. */
      previewAgent: optional(Schema.NullOr(Schema.Struct({ publicId: optional(Schema.String) }))),
      /** Or null. */
      previewAsset: optional(Schema.NullOr(Schema.Struct({ publicId: optional(Schema.String) }))),
      /** 1 to 255 characters; or null. */ periodSpec: optional(Schema.NullOr(text(1, 255))),
      periodSelectorEnabled: optional(Schema.Boolean),
      /** At most 65535; or null. */
      defaultRefreshRate: optional(Schema.NullOr(whole(-Infinity, 65535))),
      custom: optional(DataObject())
    })
  }),
  output: listOf(Schema.Struct({ publicId: attribute(Schema.String) })),
  body: "items",
  from: "data",
  idempotent: false
}))

/** Deletes a page version: `DELETE /page-versions/{publicId}`. Idempotent: a repeat may be refused, for the id is gone. */
export const deletePageVersion = companyOperation("deletePageVersion", () => ({
  method: "DELETE",
  path: "/page-versions/{publicId}",
  input: Schema.Struct({ publicId: Id() }),
  output: Schema.Void,
  idempotent: true
}))

/** Gets a page version: `GET /page-versions/{publicId}`. */
export const getPageVersion = companyOperation("getPageVersion", () => ({
  method: "GET",
  path: "/page-versions/{publicId}",
  input: Schema.Struct({
    fields: optional(Schema.Array(Schema.String)),
    filters: optional(Schema.Array(Schema.String)),
    publicId: Id()
  }),
  output: AgentPageDraft(),
  from: "data",
  idempotent: true,
  notes: readNotes
}))

/** Updates a page version: `PATCH /page-versions/{publicId}`. Idempotent: it sets values, whatever they were. */
export const updatePageVersion = companyOperation("updatePageVersion", () => ({
  method: "PATCH",
  path: "/page-versions/{publicId}",
  input: Schema.Struct({
    publicId: Id(),
    /** 1 to 255 characters; or null. */ title: optional(Schema.NullOr(text(1, 255))),
    /** Or null. */
    previewAgent: optional(Schema.NullOr(Schema.Struct({ publicId: optional(Schema.String) }))),
    /** Or null. */
    previewAsset: optional(Schema.NullOr(Schema.Struct({ publicId: optional(Schema.String) }))),
    /** 1 to 255 characters; or null. */ periodSpec: optional(Schema.NullOr(text(1, 255))),
    periodSelectorEnabled: optional(Schema.Boolean),
    /** At most 65535; or null. */ defaultRefreshRate: optional(Schema.NullOr(whole(-Infinity, 65535))),
    custom: optional(DataObject())
  }),
  output: Schema.Void,
  idempotent: true
}))
