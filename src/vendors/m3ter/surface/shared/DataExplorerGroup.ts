/** A schema that several resources share. Derived from scripts/surface/descriptions/m3ter.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { text } from "../../../../contract/described.ts"
import { lazy } from "../../../../contract/lazy.ts"

/** m3ter's DataExplorerGroup. */
export const DataExplorerGroup = lazy(() =>
  Schema.Union([
    Schema.Struct({ groupType: Schema.Literal("ACCOUNT") }),
    Schema.Struct({
      groupType: Schema.Literal("DIMENSION"),
      /** Not empty. */ meterId: text(1),
      /** Not empty. */ fieldCode: text(1)
    }),
    Schema.Struct({
      groupType: Schema.Literal("TIME"),
      frequency: Schema.Literals(["DAY", "HOUR", "WEEK", "MONTH", "QUARTER"])
    })
  ])
)
