/** A schema that several resources share. Derived from scripts/surface/descriptions/ixon.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { optional, whole } from "../../../../contract/described.ts"
import { lazy } from "../../../../contract/lazy.ts"

/** IXON's ChangedAgentReportScheduleRecurrence. */
export const ChangedAgentReportScheduleRecurrence = lazy(() =>
  Schema.Union([
    Schema.Struct({
      frequency: Schema.Literal("weekly"),
      /** -128 to 127. */ interval: whole(-128, 127),
      monday: optional(Schema.Boolean),
      tuesday: optional(Schema.Boolean),
      wednesday: optional(Schema.Boolean),
      thursday: optional(Schema.Boolean),
      friday: optional(Schema.Boolean),
      saturday: optional(Schema.Boolean),
      sunday: optional(Schema.Boolean)
    }),
    Schema.Struct({
      frequency: Schema.Literal("monthly"),
      /** -128 to 127. */ interval: whole(-128, 127),
      /** -128 to 127. */ occurrence: whole(-128, 127),
      monday: optional(Schema.Boolean),
      tuesday: optional(Schema.Boolean),
      wednesday: optional(Schema.Boolean),
      thursday: optional(Schema.Boolean),
      friday: optional(Schema.Boolean),
      saturday: optional(Schema.Boolean),
      sunday: optional(Schema.Boolean)
    })
  ])
)
