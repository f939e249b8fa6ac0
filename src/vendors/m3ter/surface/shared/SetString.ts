/** A schema that several resources share. Derived from scripts/surface/descriptions/m3ter.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { opaque, optional, type Made } from "../../../../contract/described.ts"
import { lazy } from "../../../../contract/lazy.ts"

/** m3ter's SetString, as it comes. */
export interface SetString extends Made<typeof setStringFields> {}
const setStringFields = lazy(() => ({ empty: optional(Schema.Boolean) }))
export const SetString = opaque<SetString>()(setStringFields)
