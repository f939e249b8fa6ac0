/** A schema that several resources share. Derived from scripts/surface/descriptions/ixon.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { objects, opaque, type Made, words } from "../../../../contract/described.ts"
import { lazy } from "../../../../contract/lazy.ts"
import { Attributes, attribute } from "../../operations/shape.ts"
import { AgentPageDraft } from "./AgentPageDraft.ts"
import { AgentPageLabel } from "./AgentPageLabel.ts"
import { ComponentBoundVersion } from "./ComponentBoundVersion.ts"
import { ComponentDimension } from "./ComponentDimension.ts"
import { PublishedComponentPagePage } from "./PublishedComponentPagePage.ts"

/** IXON's AgentPage, as it comes. */
export interface AgentPageValue extends Made<typeof agentPageValueFields> {}
const agentPageValueFields = lazy(() => ({
  publicId: attribute(Schema.String),
  name: attribute(Schema.String),
  applicationType: attribute(words("sheet", "card", "report")),
  company: attribute(Schema.Struct({ publicId: attribute(Schema.String) })),
  group: attribute(Schema.Struct({ publicId: attribute(Schema.String) })),
  draft: attribute(AgentPageDraft()),
  published: attribute(
    Schema.Struct({
      publicId: attribute(Schema.String),
      page: attribute(Schema.Struct({ publicId: attribute(Schema.String) })),
      title: attribute(Schema.String),
      components: attribute(
        objects({
          publicId: attribute(Schema.String),
          pageVersion: attribute(Schema.Struct({ publicId: attribute(Schema.String) })),
          template: attribute(Schema.Struct({ publicId: attribute(Schema.String) })),
          boundVersion: attribute(ComponentBoundVersion()),
          dimensions: attribute(ComponentDimension()),
          inputs: attribute(Schema.String),
          pagePage: attribute(PublishedComponentPagePage())
        })
      ),
      previewAgent: attribute(Schema.Struct({ publicId: attribute(Schema.String) })),
      previewAsset: attribute(Schema.Struct({ publicId: attribute(Schema.String) })),
      periodSpec: attribute(Schema.String),
      periodSelectorEnabled: attribute(Schema.Boolean),
      defaultRefreshRate: attribute(Schema.Finite),
      createdOn: attribute(Schema.DateTimeUtcFromString),
      createdBy: attribute(
        Schema.Struct({ publicId: attribute(Schema.String), name: attribute(Schema.String) })
      ),
      updatedOn: attribute(Schema.DateTimeUtcFromString),
      updatedBy: attribute(
        Schema.Struct({ publicId: attribute(Schema.String), name: attribute(Schema.String) })
      ),
      pagePages: attribute(Schema.Array(PublishedComponentPagePage())),
      custom: attribute(Attributes())
    })
  ),
  default: attribute(Schema.Boolean),
  static: attribute(Schema.Boolean),
  orientation: attribute(words("portrait", "landscape")),
  labels: attribute(Schema.Array(AgentPageLabel())),
  custom: attribute(Attributes())
}))
export const AgentPageValue = opaque<AgentPageValue>()(agentPageValueFields)
