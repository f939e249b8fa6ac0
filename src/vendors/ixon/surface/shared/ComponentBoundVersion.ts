/** A schema that several resources share. Derived from scripts/surface/descriptions/ixon.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { opaque, type Made } from "../../../../contract/described.ts"
import { lazy } from "../../../../contract/lazy.ts"
import { attribute } from "../../operations/shape.ts"

/** IXON's ComponentBoundVersion, as it comes. */
export interface ComponentBoundVersion extends Made<typeof componentBoundVersionFields> {}
const componentBoundVersionFields = lazy(() => ({
  template: attribute(Schema.Struct({ publicId: attribute(Schema.String) })),
  publicId: attribute(Schema.String),
  number: attribute(Schema.String),
  mainPath: attribute(Schema.String),
  notes: attribute(Schema.String),
  publishedOn: attribute(Schema.DateTimeUtcFromString),
  createdOn: attribute(Schema.DateTimeUtcFromString),
  createdBy: attribute(Schema.Struct({ publicId: attribute(Schema.String), name: attribute(Schema.String) }))
}))
export const ComponentBoundVersion = opaque<ComponentBoundVersion>()(componentBoundVersionFields)
