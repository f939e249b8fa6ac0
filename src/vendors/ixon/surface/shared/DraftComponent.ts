/** A schema that several resources share. Derived from scripts/surface/descriptions/ixon.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { opaque, type Made } from "../../../../contract/described.ts"
import { lazy } from "../../../../contract/lazy.ts"
import { attribute } from "../../operations/shape.ts"
import { ComponentBoundVersion } from "./ComponentBoundVersion.ts"
import { ComponentDimension } from "./ComponentDimension.ts"
import { ComponentPagePage } from "./ComponentPagePage.ts"

/** IXON's DraftComponent, as it comes. */
export interface DraftComponent extends Made<typeof draftComponentFields> {}
const draftComponentFields = lazy(() => ({
  publicId: attribute(Schema.String),
  pageVersion: attribute(Schema.Struct({ publicId: attribute(Schema.String) })),
  template: attribute(Schema.Struct({ publicId: attribute(Schema.String) })),
  boundVersion: attribute(ComponentBoundVersion()),
  dimensions: attribute(ComponentDimension()),
  inputs: attribute(Schema.String),
  pagePage: attribute(ComponentPagePage())
}))
export const DraftComponent = opaque<DraftComponent>()(draftComponentFields)
