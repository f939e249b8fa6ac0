/** Customer master data and app hits, for Xtremepush. */
import { Schema } from "effect"
import { Xtremepush } from "faultline"
import { deliverEach, deliverMany } from "../deliver.ts"
import { jsonLines, table } from "../files.ts"

const Profile = Schema.Struct({
  user_id: Schema.NonEmptyString,
  first_name: Schema.String,
  city: Schema.String,
  email: Schema.String
})

/** Writing a profile twice is writing it once: an import whose answer was lost is retried. */
export const profiles = () => ({
  ...deliverMany("Xtremepush", table("profiles.csv", ";", Profile), (good) =>
    Xtremepush.importProfiles.many(
      good.map(({ id, value }) => ({ ...value, email_subscription: 1, record: id }))
    )
  ),
  effect: "upsert" as const
})

const Hit = Schema.Struct({ user_id: Schema.String, event: Schema.String, at: Schema.String })

/** A hit that may have counted is never sent again: there is nothing by which Xtremepush would know it. */
export const hits = () =>
  deliverEach("Xtremepush", jsonLines("hits.jsonl", Hit), ({ id, value }) =>
    Xtremepush.hitEvent({ userId: value.user_id, event: value.event, value: { at: value.at, record: id } })
  )
