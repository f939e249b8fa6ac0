/** Actions in the app, for Metrix: one request holds one user, so the lines are sorted by user. */
import { Schema } from "effect"
import { Metrix } from "faultline"
import { deliverMany } from "../deliver.ts"
import { jsonLines } from "../files.ts"
import type { Read } from "../record.ts"

const Action = Schema.Struct({
  id: Schema.NonEmptyString,
  user: Schema.String,
  name: Schema.String,
  time: Schema.Int
})

const userOf = (record: Read<typeof Action.Type>): string => ("value" in record ? record.value.user : "")

export const actions = () =>
  deliverMany(
    "Metrix",
    jsonLines("app-actions.jsonl", Action).toSorted((one, other) => userOf(one).localeCompare(userOf(other))),
    (good) =>
      Metrix.ingest.many(
        good.map(({ id, value }) => ({
          user: { customUserId: value.user },
          message: {
            type: "action" as const,
            id: value.id,
            time: value.time,
            customName: value.name,
            attributes: { record: id }
          }
        }))
      )
  )
