/** A schema that several resources share. Derived from scripts/surface/descriptions/ixon.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { DataObject } from "../../../../contract/Data.ts"
import { opaque, optional, type Made, whole } from "../../../../contract/described.ts"
import { lazy } from "../../../../contract/lazy.ts"

/** IXON's NewAgentPageLink. */
export interface NewAgentPageLink extends Made<typeof newAgentPageLinkFields> {}
const newAgentPageLinkFields = lazy(() => ({
  page: Schema.Struct({ publicId: optional(Schema.String) }),
  audience: Schema.Struct({ publicId: optional(Schema.String) }),
  /** Or null. */
  group: optional(Schema.NullOr(Schema.Struct({ publicId: optional(Schema.String) }))),
  /** At most 65535. */ order: optional(whole(-Infinity, 65535)),
  custom: optional(DataObject())
}))
export const NewAgentPageLink = opaque<NewAgentPageLink>()(newAgentPageLinkFields)
