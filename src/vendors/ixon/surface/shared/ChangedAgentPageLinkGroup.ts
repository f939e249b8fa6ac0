/** A schema that several resources share. Derived from scripts/surface/descriptions/ixon.json by `npm run surface`: not to be edited. */
import { opaque, optional, text, type Made } from "../../../../contract/described.ts"
import { lazy } from "../../../../contract/lazy.ts"

/** IXON's ChangedAgentPageLinkGroup. */
export interface ChangedAgentPageLinkGroup extends Made<typeof changedAgentPageLinkGroupFields> {}
const changedAgentPageLinkGroupFields = lazy(() => ({
  /** Exactly 12 characters. */ publicId: text(12, 12),
  /** 1 to 255 characters. */ name: optional(text(1, 255))
}))
export const ChangedAgentPageLinkGroup = opaque<ChangedAgentPageLinkGroup>()(changedAgentPageLinkGroupFields)
