/** Braze: mediaLibrary. Derived from scripts/surface/descriptions/braze.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { optional } from "../../../contract/described.ts"
import { Secret } from "../../../contract/secretText.ts"
import { snake } from "../../../contract/snake.ts"
import { AssetMissing, AssetNotFound, InvalidAsset } from "../failures.ts"
import { Text, answer, requestBody } from "../operations/shape.ts"
import { operation } from "../vendor.ts"

/**
 * Replaces an asset: `PUT /media_library/replace_file`. Idempotent: it replaces what was there. Needs the permission
 * `media_library.replace`. At most 5 MB, with the file extension that the asset has.
 */
export const replaceAsset = operation("replaceAsset", () => ({
  method: "PUT",
  path: "/media_library/replace_file",
  input: requestBody(snake({ assetId: Text(), assetUrl: Text() })),
  output: answer({
    info: optional(Schema.String),
    newImageAsset: optional(
      Schema.Struct({
        name: optional(Schema.String),
        size: optional(Schema.Finite),
        url: optional(Secret()),
        ext: optional(Schema.String)
      })
    )
  }),
  idempotent: true,
  fails: [AssetNotFound, InvalidAsset, AssetMissing],
  quota: "media",
  permission: "media_library.replace",
  notes: ["At most 5 MB, with the file extension that the asset has."],
  see: "https://www.braze.com/docs/api/endpoints/media_library"
}))
