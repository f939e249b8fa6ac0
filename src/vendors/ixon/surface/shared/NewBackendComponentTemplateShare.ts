/** A schema that several resources share. Derived from scripts/surface/descriptions/ixon.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { opaque, optional, type Made } from "../../../../contract/described.ts"
import { lazy } from "../../../../contract/lazy.ts"

/** IXON's NewBackendComponentTemplateShare. */
export interface NewBackendComponentTemplateShare extends Made<
  typeof newBackendComponentTemplateShareFields
> {}
const newBackendComponentTemplateShareFields = lazy(() => ({
  company: Schema.Struct({ publicId: optional(Schema.String) }),
  template: Schema.Struct({ publicId: optional(Schema.String) })
}))
export const NewBackendComponentTemplateShare = opaque<NewBackendComponentTemplateShare>()(
  newBackendComponentTemplateShareFields
)
