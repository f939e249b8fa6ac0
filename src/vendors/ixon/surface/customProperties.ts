/** IXON: customProperties. Derived from scripts/surface/descriptions/ixon.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { Id, opaque, optional, type Made, words } from "../../../contract/described.ts"
import { lazy } from "../../../contract/lazy.ts"
import { listed } from "../operations/listed.ts"
import { attribute, listNotes, pageInput, pageKeys, pageOf, readNotes } from "../operations/shape.ts"
import { companyOperation } from "../vendor.ts"

/** IXON's CustomProperty, as it comes. */
export interface CustomProperty extends Made<typeof customPropertyFields> {}
const customPropertyFields = lazy(() => ({
  publicId: attribute(Schema.String),
  scopeType: attribute(words("glb", "app", "sct", "usr", "com")),
  resourceType: attribute(Schema.String),
  resourceVariant: attribute(Schema.String),
  slug: attribute(Schema.String),
  name: attribute(Schema.String),
  description: attribute(Schema.String),
  required: attribute(Schema.Boolean),
  validation: attribute(
    Schema.Struct({
      type: attribute(
        words("bool", "datetime", "emailaddress", "enum", "int", "locale", "str", "timezone", "url")
      ),
      options: attribute(Schema.Array(Schema.String)),
      minValue: attribute(Schema.Finite),
      maxValue: attribute(Schema.Finite),
      minLength: attribute(Schema.Finite),
      maxLength: attribute(Schema.Finite),
      regex: attribute(Schema.String)
    })
  ),
  flags: attribute(Schema.Array(Schema.String))
}))
export const CustomProperty = opaque<CustomProperty>()(customPropertyFields)

/** Lists custom properties; `.stream` reads all pages: `GET /custom-properties`. */
export const listCustomProperties = companyOperation("listCustomProperties", () => ({
  method: "GET",
  path: "/custom-properties",
  input: Schema.Struct({ ...pageInput() }).pipe(Schema.encodeKeys(pageKeys)),
  output: Schema.Struct(pageOf(CustomProperty())),
  idempotent: true,
  notes: listNotes
})).pipe(listed)

/** Gets a custom property: `GET /custom-properties/{publicId}`. */
export const getCustomProperty = companyOperation("getCustomProperty", () => ({
  method: "GET",
  path: "/custom-properties/{publicId}",
  input: Schema.Struct({
    fields: optional(Schema.Array(Schema.String)),
    filters: optional(Schema.Array(Schema.String)),
    publicId: Id()
  }),
  output: CustomProperty(),
  from: "data",
  idempotent: true,
  notes: readNotes
}))
