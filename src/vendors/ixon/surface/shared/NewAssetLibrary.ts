/** A schema that several resources share. Derived from scripts/surface/descriptions/ixon.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { DataObject } from "../../../../contract/Data.ts"
import { opaque, optional, text, type Made } from "../../../../contract/described.ts"
import { lazy } from "../../../../contract/lazy.ts"

/** IXON's NewAssetLibrary. */
export interface NewAssetLibrary extends Made<typeof newAssetLibraryFields> {}
const newAssetLibraryFields = lazy(() => ({
  /** 1 to 255 characters. */ name: text(1, 255),
  /** At most 65535 characters; or null. */ description: optional(Schema.NullOr(text(0, 65535))),
  order: optional(Schema.Int),
  resourceVariant: Schema.Struct({ publicId: optional(Schema.String) }),
  /** 1 to 255 characters. */ slug: optional(text(1, 255)),
  /** Or null. */
  parent: optional(Schema.NullOr(Schema.Struct({ publicId: optional(Schema.String) }))),
  custom: optional(DataObject())
}))
export const NewAssetLibrary = opaque<NewAssetLibrary>()(newAssetLibraryFields)
