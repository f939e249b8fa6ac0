/** Whom a segment holds: conditions in groups, nested under AND and OR, in Xtremepush's own names. */
import * as Schema from "effect/Schema"
import { DataObject } from "../../../contract/Data.ts"
import { charactersFit } from "../../../contract/jsonSize.ts"
import { lazy } from "../../../contract/lazy.ts"

// Page “Segment model”: the conditions as JSON.
const longest = 262_144

/** The conditions of a segment: `operator`, and groups of conditions under the names `0`, `1`, … At most 262,144 characters of JSON. */
export const SegmentConditions = lazy(() =>
  DataObject().check(
    Schema.makeFilter(
      (conditions) =>
        charactersFit(JSON.stringify(conditions), longest) ||
        `at most ${longest.toLocaleString("en-US")} characters of JSON`
    )
  )
)
