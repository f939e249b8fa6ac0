/** Texts of answers that are secrets. */
import * as Schema from "effect/Schema"
import { lazy } from "./lazy.ts"

/** A text that is a secret: it comes as `Redacted`, which is shown nowhere; `Redacted.value` gives the text. */
export const Secret = lazy(() => Schema.RedactedFromValue(Schema.String))
