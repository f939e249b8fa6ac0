/** What is known of an operation, as `errors.json` says it. */
import * as Schema from "effect/Schema"
import { Paging } from "./paging.ts"
import { Identifier, optional, text } from "./words.ts"

/** What is known of one operation. */
export const Operation = Schema.Struct({
  name: optional(Identifier, "its name, where the one from the document is not to be it"),
  resource: optional(Identifier, "the file that it stands in"),
  idempotent: optional(Schema.Boolean, "whether doing it twice is as good as doing it once"),
  why: optional(text("why"), "why it is, or is not"),
  key: optional(
    text("key"),
    "the header or field with a key by which a repeat is known; made once for each call"
  ),
  reads: optional(Schema.Boolean, "it only reads, although it is no GET"),
  anonymous: optional(Schema.Boolean, "it takes no credentials"),
  host: optional(Identifier, "which of the hosts serves it; default: the first"),
  quota: optional(Identifier, "which of the quotas it counts for"),
  paging: optional(Paging, "how its list is read on"),
  permission: optional(text("permission"), "the permission that it needs"),
  secrets: optional(Schema.Array(Schema.String), "fields of its answer that hold secrets"),
  notes: optional(Schema.Array(text("notes")), "what a success does not mean, as sentences")
})
export type Operation = typeof Operation.Type
