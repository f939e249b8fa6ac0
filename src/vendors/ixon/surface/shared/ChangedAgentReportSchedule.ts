/** A schema that several resources share. Derived from scripts/surface/descriptions/ixon.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { opaque, optional, text, type Made } from "../../../../contract/described.ts"
import { lazy } from "../../../../contract/lazy.ts"
import { ChangedAgentReportScheduleRecurrence } from "./ChangedAgentReportScheduleRecurrence.ts"
import * as Moment from "../../../../contract/Moment.ts"

/** IXON's ChangedAgentReportSchedule. */
export interface ChangedAgentReportSchedule extends Made<typeof changedAgentReportScheduleFields> {}
const changedAgentReportScheduleFields = lazy(() => ({
  /** Exactly 12 characters. */ publicId: text(12, 12),
  /** 1 to 255 characters. */ timeZone: optional(text(1, 255)),
  recurrence: optional(ChangedAgentReportScheduleRecurrence()),
  deliveryTime: optional(Schema.String),
  /** A time, sent in UTC. */ start: optional(Moment.Text())
}))
export const ChangedAgentReportSchedule = opaque<ChangedAgentReportSchedule>()(
  changedAgentReportScheduleFields
)
