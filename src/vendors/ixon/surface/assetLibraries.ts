/** IXON: assetLibraries. Derived from scripts/surface/descriptions/ixon.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { Id, objects, optional, text } from "../../../contract/described.ts"
import { listed } from "../operations/listed.ts"
import { attribute, listNotes, listOf, pageInput, pageKeys, pageOf } from "../operations/shape.ts"
import { AssetLibraryVersionCompany } from "./shared/AssetLibraryVersionCompany.ts"
import { NewAssetLibrary } from "./shared/NewAssetLibrary.ts"
import { companyOperation } from "../vendor.ts"
import * as Split from "../../../many/Split.ts"

/** Deletes asset libraries: `DELETE /assets/library`. Idempotent: a repeat may be refused, for the id is gone. */
export const deleteAssetLibraries = companyOperation("deleteAssetLibraries", () => ({
  method: "DELETE",
  path: "/assets/library",
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

/** Creates asset libraries: `POST /assets/library`. Not idempotent: a repeat creates another. */
export const createAssetLibraries = companyOperation("createAssetLibraries", () => ({
  method: "POST",
  path: "/assets/library",
  input: Schema.Struct({ items: Schema.Array(NewAssetLibrary()) }),
  output: listOf(Schema.Struct({ publicId: attribute(Schema.String) })),
  body: "items",
  from: "data",
  idempotent: false
}))

/** Updates asset library instances: `PATCH /assets/library/instances`. Idempotent: it sets values, whatever they were. */
export const updateAssetLibraryInstances = companyOperation("updateAssetLibraryInstances", () => ({
  method: "PATCH",
  path: "/assets/library/instances",
  input: Schema.Struct({
    items: objects({
      instance: Schema.Struct({ publicId: optional(Schema.String) }),
      version: optional(Schema.Struct({ publicId: optional(Schema.String) }))
    })
  }),
  output: Schema.Void,
  body: "items",
  idempotent: true,
  splits: Split.inHalves("items")
}))

/** Creates asset library instances: `POST /assets/library/instances`. Not idempotent: a repeat creates another. */
export const createAssetLibraryInstances = companyOperation("createAssetLibraryInstances", () => ({
  method: "POST",
  path: "/assets/library/instances",
  input: Schema.Struct({
    items: objects({
      parent: Schema.Struct({ publicId: optional(Schema.String) }),
      libraryAsset: Schema.Struct({ publicId: optional(Schema.String) }),
      order: optional(Schema.Int)
    })
  }),
  output: listOf(Schema.Struct({ publicId: attribute(Schema.String) })),
  body: "items",
  from: "data",
  idempotent: false
}))

/** Detaches asset library instances: `PATCH /assets/library/instances/detach`. Idempotent: it sets values, whatever they were. */
export const detachAssetLibraryInstances = companyOperation("detachAssetLibraryInstances", () => ({
  method: "PATCH",
  path: "/assets/library/instances/detach",
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

/**
 * Detaches an asset library instance: `PATCH /assets/library/instances/{publicId}/detach`. Idempotent: it sets values, whatever
 * they were.
 */
export const detachAssetLibraryInstance = companyOperation("detachAssetLibraryInstance", () => ({
  method: "PATCH",
  path: "/assets/library/instances/{publicId}/detach",
  input: Schema.Struct({ publicId: Id() }),
  output: Schema.Void,
  body: "none",
  idempotent: true
}))

/** Lists asset library version companies; `.stream` reads all pages: `GET /assets/library/versions`. */
export const listAssetLibraryVersionCompanies = companyOperation("listAssetLibraryVersionCompanies", () => ({
  method: "GET",
  path: "/assets/library/versions",
  input: Schema.Struct({ ...pageInput() }).pipe(Schema.encodeKeys(pageKeys)),
  output: Schema.Struct(pageOf(AssetLibraryVersionCompany())),
  idempotent: true,
  notes: listNotes
})).pipe(listed)

/** Creates asset library version companies: `POST /assets/library/versions`. Not idempotent: a repeat creates another. */
export const createAssetLibraryVersionCompanies = companyOperation(
  "createAssetLibraryVersionCompanies",
  () => ({
    method: "POST",
    path: "/assets/library/versions",
    input: Schema.Struct({
      items: objects({
        library: Schema.Struct({ publicId: optional(Schema.String) }),
        /** At most 65535 characters; or null. */ description: optional(Schema.NullOr(text(0, 65535))),
        updateInstances: Schema.Boolean
      })
    }),
    output: listOf(Schema.Struct({ publicId: attribute(Schema.String) })),
    body: "items",
    from: "data",
    idempotent: false
  })
)

/** Lists asset library versions; `.stream` reads all pages: `GET /assets/{assetId}/library/versions`. */
export const listAssetLibraryVersions = companyOperation("listAssetLibraryVersions", () => ({
  method: "GET",
  path: "/assets/{assetId}/library/versions",
  input: Schema.Struct({ assetId: Id(), ...pageInput() }).pipe(Schema.encodeKeys(pageKeys)),
  output: Schema.Struct(pageOf(AssetLibraryVersionCompany())),
  idempotent: true,
  notes: listNotes
})).pipe(listed)

/** Deletes an asset library: `DELETE /assets/{publicId}/library`. Idempotent: a repeat may be refused, for the id is gone. */
export const deleteAssetLibrary = companyOperation("deleteAssetLibrary", () => ({
  method: "DELETE",
  path: "/assets/{publicId}/library",
  input: Schema.Struct({ publicId: Id() }),
  output: Schema.Void,
  idempotent: true
}))

/** Creates an asset library: `POST /assets/{publicId}/library`. Not idempotent: a repeat creates another. */
export const createAssetLibrary = companyOperation("createAssetLibrary", () => ({
  method: "POST",
  path: "/assets/{publicId}/library",
  input: Schema.Struct({ publicId: Id() }),
  output: Schema.Struct({ publicId: attribute(Schema.String) }),
  body: "none",
  from: "data",
  idempotent: false
}))
