/** A schema that several resources share. Derived from scripts/surface/descriptions/ixon.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { opaque, type Made } from "../../../../contract/described.ts"
import { lazy } from "../../../../contract/lazy.ts"
import { Attributes, attribute } from "../../operations/shape.ts"

/** IXON's PublishedComponentPagePage, as it comes. */
export interface PublishedComponentPagePage extends Made<typeof publishedComponentPagePageFields> {}
const publishedComponentPagePageFields = lazy(() => ({
  publicId: attribute(Schema.String),
  pageVersion: attribute(Attributes()),
  order: attribute(Schema.Finite)
}))
export const PublishedComponentPagePage = opaque<PublishedComponentPagePage>()(
  publishedComponentPagePageFields
)
