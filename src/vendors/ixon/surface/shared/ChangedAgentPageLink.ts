/** A schema that several resources share. Derived from scripts/surface/descriptions/ixon.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { DataObject } from "../../../../contract/Data.ts"
import { opaque, optional, text, type Made, whole } from "../../../../contract/described.ts"
import { lazy } from "../../../../contract/lazy.ts"

/** IXON's ChangedAgentPageLink. */
export interface ChangedAgentPageLink extends Made<typeof changedAgentPageLinkFields> {}
const changedAgentPageLinkFields = lazy(() => ({
  /** Exactly 12 characters. */ publicId: text(12, 12),
  page: optional(Schema.Struct({ publicId: optional(Schema.String) })),
  audience: optional(Schema.Struct({ publicId: optional(Schema.String) })),
  /** Or null. */
  group: optional(Schema.NullOr(Schema.Struct({ publicId: optional(Schema.String) }))),
  /** At most 65535. */ order: optional(whole(-Infinity, 65535)),
  custom: optional(DataObject())
}))
export const ChangedAgentPageLink = opaque<ChangedAgentPageLink>()(changedAgentPageLinkFields)
