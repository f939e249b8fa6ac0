/** A schema that several resources share. Derived from scripts/surface/descriptions/ixon.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { opaque, optional, text, type Made } from "../../../../contract/described.ts"
import { lazy } from "../../../../contract/lazy.ts"
import { ChangedAgentReportScheduleRecurrence } from "./ChangedAgentReportScheduleRecurrence.ts"
import * as Moment from "../../../../contract/Moment.ts"

/** IXON's NewAgentReportSchedule. */
export interface NewAgentReportSchedule extends Made<typeof newAgentReportScheduleFields> {}
const newAgentReportScheduleFields = lazy(() => ({
  report: Schema.Struct({ publicId: optional(Schema.String) }),
  /** A time, sent in UTC. */ start: Moment.Text(),
  /** 1 to 255 characters. */ timeZone: text(1, 255),
  recurrence: ChangedAgentReportScheduleRecurrence(),
  deliveryTime: Schema.String
}))
export const NewAgentReportSchedule = opaque<NewAgentReportSchedule>()(newAgentReportScheduleFields)
