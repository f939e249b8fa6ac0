/** What can be read back: the list of campaigns, and the figures of a send, which are made up of its ids and the day. */
import { forge } from "../../../contract/Catalogue.ts"
import * as Simulation from "../../../testing/Simulation.ts"
import { fromJson, type Wire } from "../../../contract/Wire.ts"
import { InvalidCampaignId } from "../failures.ts"
import { queryOf } from "./request.ts"
import { isUnknown, listedCampaigns, type Workspace } from "./workspace.ts"

const day = 86_400_000
const perPage = 100

/** Answers `campaigns/list`: 100 to a page, pages from 0. */
export const listCampaigns =
  (workspace: Workspace) =>
  (request: Simulation.SimulatedRequest): Wire => {
    const page = Number(queryOf(request, "page")[0] ?? 0)
    const all = listedCampaigns(workspace)
    const ids = queryOf(request, "sort_direction")[0] === "desc" ? all.toReversed() : all
    const campaigns = ids.slice(page * perPage, (page + 1) * perPage).map((id) => ({
      id,
      name: `Campaign ${all.indexOf(id) + 1}`,
      last_edited: "2026-01-15T09:00:00+00:00",
      is_api_campaign: true,
      tags: []
    }))
    return fromJson(200, {}, { campaigns, message: "success" })
  }

/** Answers `sends/data_series`: a row for each day. */
export const dataSeries =
  (workspace: Workspace) =>
  (request: Simulation.SimulatedRequest): Wire => {
    const [campaign = ""] = queryOf(request, "campaign_id")
    const [send = ""] = queryOf(request, "send_id")
    if (isUnknown(workspace.campaigns, campaign)) return forge(InvalidCampaignId, {})
    const end = Date.parse(queryOf(request, "ending_at")[0] ?? "") || request.now
    const length = Math.min(100, Number(queryOf(request, "length")[0] ?? 1))
    const days = Array.from({ length }, (_, index) => new Date(end - index * day)).filter(
      (time) => !Number.isNaN(time.getTime())
    )
    const data = days.toReversed().map((time) => {
      const date = time.toISOString().slice(0, 10)
      const recipients = Math.floor(Simulation.draw(campaign, send, date) * 1000)
      return {
        time: date,
        messages: {},
        unique_recipients: recipients,
        conversions: Math.floor(recipients / 20),
        revenue: 0
      }
    })
    return fromJson(200, {}, { data, message: "success" })
  }
