/** IXON: assetTypes. Derived from scripts/surface/descriptions/ixon.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { DataObject } from "../../../contract/Data.ts"
import { Id, objects, opaque, optional, text, type Made } from "../../../contract/described.ts"
import { lazy } from "../../../contract/lazy.ts"
import { listed } from "../operations/listed.ts"
import { attribute, listNotes, listOf, pageInput, pageKeys, pageOf, readNotes } from "../operations/shape.ts"
import { AssetDescendantResourceVariant } from "./shared/AssetDescendantResourceVariant.ts"
import { companyOperation } from "../vendor.ts"
import * as Split from "../../../many/Split.ts"

/** IXON's NodeNode. */
export interface NodeNode extends Made<typeof nodeNodeFields> {}
const nodeNodeFields = lazy(() => ({
  /** 1 to 255 characters. */ name: text(1, 255),
  resourceVariant: DataObject()
}))
export const NodeNode = opaque<NodeNode>()(nodeNodeFields)

/** Replaces asset trees: `PUT /asset-trees`. Idempotent: it sets values, whatever they were. */
export const replaceAssetTrees = companyOperation("replaceAssetTrees", () => ({
  method: "PUT",
  path: "/asset-trees",
  input: Schema.Struct({
    items: objects({
      nodes: optional(
        Schema.Array(
          Schema.Union([
            Schema.Struct({
              nodes: optional(
                Schema.Array(
                  Schema.Union([
                    Schema.Struct({
                      nodes: optional(
                        Schema.Array(Schema.Union([Schema.Struct({ reference: DataObject() }), NodeNode()]))
                      ),
                      reference: DataObject()
                    }),
                    NodeNode()
                  ])
                )
              ),
              reference: DataObject()
            }),
            NodeNode()
          ])
        )
      ),
      reference: DataObject()
    })
  }),
  output: Schema.Void,
  body: "items",
  idempotent: true
}))

/** Deletes asset types: `DELETE /asset-types`. Idempotent: a repeat may be refused, for the id is gone. */
export const deleteAssetTypes = companyOperation("deleteAssetTypes", () => ({
  method: "DELETE",
  path: "/asset-types",
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

/** Lists asset types; `.stream` reads all pages: `GET /asset-types`. */
export const listAssetTypes = companyOperation("listAssetTypes", () => ({
  method: "GET",
  path: "/asset-types",
  input: Schema.Struct({ ...pageInput() }).pipe(Schema.encodeKeys(pageKeys)),
  output: Schema.Struct(pageOf(AssetDescendantResourceVariant())),
  idempotent: true,
  notes: listNotes
})).pipe(listed)

/** Updates asset types: `PATCH /asset-types`. Idempotent: it sets values, whatever they were. */
export const updateAssetTypes = companyOperation("updateAssetTypes", () => ({
  method: "PATCH",
  path: "/asset-types",
  input: Schema.Struct({
    items: objects({
      /** Exactly 12 characters. */ publicId: text(12, 12),
      /** 1 to 255 characters. */ name: optional(text(1, 255)),
      order: optional(Schema.Int)
    })
  }),
  output: Schema.Void,
  body: "items",
  idempotent: true,
  splits: Split.inHalves("items")
}))

/** Creates asset types: `POST /asset-types`. Not idempotent: a repeat creates another. */
export const createAssetTypes = companyOperation("createAssetTypes", () => ({
  method: "POST",
  path: "/asset-types",
  input: Schema.Struct({
    items: objects({
      /** 1 to 255 characters. */ name: text(1, 255),
      order: Schema.Int
    })
  }),
  output: listOf(Schema.Struct({ publicId: attribute(Schema.String) })),
  body: "items",
  from: "data",
  idempotent: false
}))

/** Deletes an asset type: `DELETE /asset-types/{publicId}`. Idempotent: a repeat may be refused, for the id is gone. */
export const deleteAssetType = companyOperation("deleteAssetType", () => ({
  method: "DELETE",
  path: "/asset-types/{publicId}",
  input: Schema.Struct({ publicId: Id() }),
  output: Schema.Void,
  idempotent: true
}))

/** Gets an asset type: `GET /asset-types/{publicId}`. */
export const getAssetType = companyOperation("getAssetType", () => ({
  method: "GET",
  path: "/asset-types/{publicId}",
  input: Schema.Struct({
    fields: optional(Schema.Array(Schema.String)),
    filters: optional(Schema.Array(Schema.String)),
    publicId: Id()
  }),
  output: AssetDescendantResourceVariant(),
  from: "data",
  idempotent: true,
  notes: readNotes
}))

/** Updates an asset type: `PATCH /asset-types/{publicId}`. Idempotent: it sets values, whatever they were. */
export const updateAssetType = companyOperation("updateAssetType", () => ({
  method: "PATCH",
  path: "/asset-types/{publicId}",
  input: Schema.Struct({
    publicId: Id(),
    /** 1 to 255 characters. */ name: optional(text(1, 255)),
    order: optional(Schema.Int)
  }),
  output: Schema.Void,
  idempotent: true
}))

/** Creates an asset type: `POST /asset-types/{publicId}`. Not idempotent: a repeat creates another. */
export const createAssetType = companyOperation("createAssetType", () => ({
  method: "POST",
  path: "/asset-types/{publicId}",
  input: Schema.Struct({
    publicId: Id(),
    /** 1 to 255 characters. */ name: text(1, 255),
    order: Schema.Int
  }),
  output: listOf(Schema.Struct({ publicId: attribute(Schema.String) })),
  from: "data",
  idempotent: false
}))
