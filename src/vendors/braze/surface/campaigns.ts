/** Braze: campaigns. Derived from scripts/surface/descriptions/braze.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { optional, whole } from "../../../contract/described.ts"
import { snake } from "../../../contract/snake.ts"
import { InvalidCampaignId } from "../failures.ts"
import { Text, answer } from "../operations/shape.ts"
import { operation } from "../vendor.ts"
import * as Moment from "../../../contract/Moment.ts"

/** Gets campaign series: `GET /campaigns/data_series`. Needs the permission `campaigns.data_series`. */
export const getCampaignSeries = operation("getCampaignSeries", () => ({
  method: "GET",
  path: "/campaigns/data_series",
  input: snake({
    campaignId: Text(),
    /** 1 to 100. */ length: whole(1, 100),
    /** A time, sent in UTC. */ endingAt: optional(Moment.Text())
  }),
  output: answer({ data: Schema.Array(Schema.Record(Schema.String, Schema.Json)) }),
  idempotent: true,
  fails: [InvalidCampaignId],
  quota: "campaign-series",
  permission: "campaigns.data_series",
  see: "https://www.braze.com/docs/api/endpoints/export"
}))

/** Gets a campaign: `GET /campaigns/details`. Needs the permission `campaigns.details`. */
export const getCampaign = operation("getCampaign", () => ({
  method: "GET",
  path: "/campaigns/details",
  input: snake({ campaignId: Text(), postLaunchDraftVersion: optional(Schema.Boolean) }),
  output: answer({
    name: optional(Schema.String),
    createdAt: optional(Schema.String),
    updatedAt: optional(Schema.String),
    archived: optional(Schema.Boolean),
    draft: optional(Schema.Boolean),
    description: optional(Schema.String),
    scheduleType: optional(Schema.String),
    channels: optional(Schema.Array(Schema.String)),
    firstSent: optional(Schema.String),
    lastSent: optional(Schema.String),
    tags: optional(Schema.Array(Schema.String)),
    teams: optional(Schema.Array(Schema.String)),
    messages: optional(Schema.Record(Schema.String, Schema.Json)),
    conversionBehaviors: optional(Schema.Array(Schema.Record(Schema.String, Schema.Json)))
  }),
  idempotent: true,
  fails: [InvalidCampaignId],
  permission: "campaigns.details",
  see: "https://www.braze.com/docs/api/endpoints/export"
}))
