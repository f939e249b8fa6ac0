/** A schema that several resources share. Derived from scripts/surface/descriptions/ixon.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { opaque, type Made } from "../../../../contract/described.ts"
import { lazy } from "../../../../contract/lazy.ts"
import { attribute } from "../../operations/shape.ts"

/** IXON's ComponentPagePage, as it comes. */
export interface ComponentPagePage extends Made<typeof componentPagePageFields> {}
const componentPagePageFields = lazy(() => ({
  publicId: attribute(Schema.String),
  pageVersion: attribute(Schema.Struct({ publicId: attribute(Schema.String) })),
  order: attribute(Schema.Finite)
}))
export const ComponentPagePage = opaque<ComponentPagePage>()(componentPagePageFields)
