/** A schema that several resources share. Derived from scripts/surface/descriptions/ixon.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { opaque, type Made } from "../../../../contract/described.ts"
import { lazy } from "../../../../contract/lazy.ts"
import { Attributes, attribute } from "../../operations/shape.ts"
import { ComponentPagePage } from "./ComponentPagePage.ts"
import { DraftComponent } from "./DraftComponent.ts"

/** IXON's AgentPageDraft, as it comes. */
export interface AgentPageDraft extends Made<typeof agentPageDraftFields> {}
const agentPageDraftFields = lazy(() => ({
  publicId: attribute(Schema.String),
  page: attribute(Schema.Struct({ publicId: attribute(Schema.String) })),
  title: attribute(Schema.String),
  components: attribute(Schema.Array(DraftComponent())),
  previewAgent: attribute(Schema.Struct({ publicId: attribute(Schema.String) })),
  previewAsset: attribute(Schema.Struct({ publicId: attribute(Schema.String) })),
  periodSpec: attribute(Schema.String),
  periodSelectorEnabled: attribute(Schema.Boolean),
  defaultRefreshRate: attribute(Schema.Finite),
  createdOn: attribute(Schema.DateTimeUtcFromString),
  createdBy: attribute(Schema.Struct({ publicId: attribute(Schema.String), name: attribute(Schema.String) })),
  updatedOn: attribute(Schema.DateTimeUtcFromString),
  updatedBy: attribute(Schema.Struct({ publicId: attribute(Schema.String), name: attribute(Schema.String) })),
  pagePages: attribute(Schema.Array(ComponentPagePage())),
  custom: attribute(Attributes())
}))
export const AgentPageDraft = opaque<AgentPageDraft>()(agentPageDraftFields)
