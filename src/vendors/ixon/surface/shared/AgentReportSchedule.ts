/** A schema that several resources share. Derived from scripts/surface/descriptions/ixon.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { opaque, type Made, words } from "../../../../contract/described.ts"
import { lazy } from "../../../../contract/lazy.ts"
import { attribute } from "../../operations/shape.ts"

/** IXON's AgentReportSchedule, as it comes. */
export interface AgentReportSchedule extends Made<typeof agentReportScheduleFields> {}
const agentReportScheduleFields = lazy(() => ({
  publicId: attribute(Schema.String),
  agent: attribute(Schema.Struct({ publicId: attribute(Schema.String) })),
  asset: attribute(Schema.Struct({ publicId: attribute(Schema.String) })),
  report: attribute(Schema.Struct({ publicId: attribute(Schema.String) })),
  start: attribute(Schema.DateTimeUtcFromString),
  timeZone: attribute(Schema.String),
  recurrence: attribute(
    Schema.Struct({
      frequency: attribute(words("weekly", "monthly")),
      interval: attribute(Schema.Finite),
      monday: attribute(Schema.Boolean),
      tuesday: attribute(Schema.Boolean),
      wednesday: attribute(Schema.Boolean),
      thursday: attribute(Schema.Boolean),
      friday: attribute(Schema.Boolean),
      saturday: attribute(Schema.Boolean),
      sunday: attribute(Schema.Boolean),
      occurrence: attribute(Schema.Finite)
    })
  ),
  deliveryTime: attribute(Schema.String)
}))
export const AgentReportSchedule = opaque<AgentReportSchedule>()(agentReportScheduleFields)
