/** IXON: assets. Derived from scripts/surface/descriptions/ixon.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { DataObject } from "../../../contract/Data.ts"
import { Id, objects, optional, text } from "../../../contract/described.ts"
import { listed } from "../operations/listed.ts"
import { attribute, listNotes, listOf, pageInput, pageKeys, pageOf, readNotes } from "../operations/shape.ts"
import { AssetDescendant } from "./shared/AssetDescendant.ts"
import { ChangedAgentLocation } from "./shared/ChangedAgentLocation.ts"
import { NewAssetLibrary } from "./shared/NewAssetLibrary.ts"
import { companyOperation } from "../vendor.ts"
import * as Split from "../../../many/Split.ts"

/** Deletes assets: `DELETE /assets`. Idempotent: a repeat may be refused, for the id is gone. */
export const deleteAssets = companyOperation("deleteAssets", () => ({
  method: "DELETE",
  path: "/assets",
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

/** Lists assets; `.stream` reads all pages: `GET /assets`. */
export const listAssets = companyOperation("listAssets", () => ({
  method: "GET",
  path: "/assets",
  input: Schema.Struct({ ...pageInput() }).pipe(Schema.encodeKeys(pageKeys)),
  output: Schema.Struct(pageOf(AssetDescendant())),
  idempotent: true,
  notes: listNotes
})).pipe(listed)

/** Updates assets: `PATCH /assets`. Idempotent: it sets values, whatever they were. */
export const updateAssets = companyOperation("updateAssets", () => ({
  method: "PATCH",
  path: "/assets",
  input: Schema.Struct({
    items: objects({
      /** Exactly 12 characters. */ publicId: text(12, 12),
      /** 1 to 255 characters. */ name: optional(text(1, 255)),
      /** At most 65535 characters; or null. */ description: optional(Schema.NullOr(text(0, 65535))),
      order: optional(Schema.Int),
      /** Or null. */
      parent: optional(Schema.NullOr(Schema.Struct({ publicId: optional(Schema.String) }))),
      /** 1 to 260 characters. */ slug: optional(text(1, 260)),
      card: optional(Schema.Struct({ publicId: optional(Schema.String) })),
      enabled: optional(Schema.Boolean),
      aiAssistantEnabled: optional(Schema.Boolean),
      /** At most 65535 characters; or null. */
      aiAssistantUserGreeting: optional(Schema.NullOr(text(0, 65535))),
      custom: optional(DataObject()),
      /** Or null. */
      agent: optional(Schema.NullOr(Schema.Struct({ publicId: optional(Schema.String) }))),
      /** Or null. */ location: optional(Schema.NullOr(ChangedAgentLocation())),
      /** 1 to 255 characters; or null. */ timeZone: optional(Schema.NullOr(text(1, 255)))
    })
  }),
  output: Schema.Void,
  body: "items",
  idempotent: true,
  splits: Split.inHalves("items")
}))

/** Creates assets: `POST /assets`. Not idempotent: a repeat creates another. */
export const createAssets = companyOperation("createAssets", () => ({
  method: "POST",
  path: "/assets",
  input: Schema.Struct({ items: Schema.Array(NewAssetLibrary()) }),
  output: listOf(Schema.Struct({ publicId: attribute(Schema.String) })),
  body: "items",
  from: "data",
  idempotent: false
}))

/** Deletes an asset: `DELETE /assets/{publicId}`. Idempotent: a repeat may be refused, for the id is gone. */
export const deleteAsset = companyOperation("deleteAsset", () => ({
  method: "DELETE",
  path: "/assets/{publicId}",
  input: Schema.Struct({ publicId: Id() }),
  output: Schema.Void,
  idempotent: true
}))

/** Gets an asset: `GET /assets/{publicId}`. */
export const getAsset = companyOperation("getAsset", () => ({
  method: "GET",
  path: "/assets/{publicId}",
  input: Schema.Struct({
    fields: optional(Schema.Array(Schema.String)),
    filters: optional(Schema.Array(Schema.String)),
    publicId: Id()
  }),
  output: AssetDescendant(),
  from: "data",
  idempotent: true,
  notes: readNotes
}))

/** Updates an asset: `PATCH /assets/{publicId}`. Idempotent: it sets values, whatever they were. */
export const updateAsset = companyOperation("updateAsset", () => ({
  method: "PATCH",
  path: "/assets/{publicId}",
  input: Schema.Struct({
    publicId: Id(),
    /** 1 to 255 characters. */ name: optional(text(1, 255)),
    /** At most 65535 characters; or null. */ description: optional(Schema.NullOr(text(0, 65535))),
    order: optional(Schema.Int),
    /** Or null. */ parent: optional(Schema.NullOr(Schema.Struct({ publicId: optional(Schema.String) }))),
    /** 1 to 260 characters. */ slug: optional(text(1, 260)),
    card: optional(Schema.Struct({ publicId: optional(Schema.String) })),
    enabled: optional(Schema.Boolean),
    aiAssistantEnabled: optional(Schema.Boolean),
    /** At most 65535 characters; or null. */
    aiAssistantUserGreeting: optional(Schema.NullOr(text(0, 65535))),
    custom: optional(DataObject()),
    /** Or null. */ agent: optional(Schema.NullOr(Schema.Struct({ publicId: optional(Schema.String) }))),
    /** Or null. */ location: optional(Schema.NullOr(ChangedAgentLocation())),
    /** 1 to 255 characters; or null. */ timeZone: optional(Schema.NullOr(text(1, 255)))
  }),
  output: Schema.Void,
  idempotent: true
}))

/** Creates an asset: `POST /assets/{publicId}`. Not idempotent: a repeat creates another. */
export const createAsset = companyOperation("createAsset", () => ({
  method: "POST",
  path: "/assets/{publicId}",
  input: Schema.Struct({
    publicId: Id(),
    /** 1 to 255 characters. */ name: text(1, 255),
    /** At most 65535 characters; or null. */ description: optional(Schema.NullOr(text(0, 65535))),
    order: optional(Schema.Int),
    resourceVariant: Schema.Struct({ publicId: optional(Schema.String) }),
    /** 1 to 255 characters. */ slug: optional(text(1, 255)),
    /** Or null. */ parent: optional(Schema.NullOr(Schema.Struct({ publicId: optional(Schema.String) }))),
    custom: optional(DataObject())
  }),
  output: listOf(Schema.Struct({ publicId: attribute(Schema.String) })),
  from: "data",
  idempotent: false
}))
