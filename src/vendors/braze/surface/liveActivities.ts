/** Braze: liveActivities. Derived from scripts/surface/descriptions/braze.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { DataObject } from "../../../contract/Data.ts"
import { items, optional } from "../../../contract/described.ts"
import { exactlyOne } from "../../../contract/fieldRules.ts"
import { snake } from "../../../contract/snake.ts"
import { MaxIdsExceeded } from "../failures.ts"
import { ExternalId, Text, answer, requestBody } from "../operations/shape.ts"
import { operation } from "../vendor.ts"
import * as Moment from "../../../contract/Moment.ts"

/**
 * Starts a live activity: `POST /messages/live_activity/start`. Not idempotent: a repeat starts another. Needs the permission
 * `messages.live_activity.start`. Exactly one of `externalUserIds`, `segmentId` and `customAudience`.
 */
export const startLiveActivity = operation("startLiveActivity", () => ({
  method: "POST",
  path: "/messages/live_activity/start",
  input: requestBody(
    snake(
      {
        appId: Text(),
        activityId: Text(),
        activityAttributesType: Text(),
        activityAttributes: DataObject(),
        contentState: DataObject(),
        notification: DataObject(),
        /** At most 50 items. */ externalUserIds: optional(items(ExternalId(), 0, 50)),
        segmentId: optional(Schema.String),
        customAudience: optional(DataObject()),
        /** A time, sent in UTC. */ dismissalDate: optional(Moment.Text()),
        /** A time, sent in UTC. */ staleDate: optional(Moment.Text())
      },
      exactlyOne("externalUserIds", "segmentId", "customAudience")
    )
  ),
  output: answer({}),
  idempotent: false,
  fails: [MaxIdsExceeded],
  permission: "messages.live_activity.start",
  see: "https://www.braze.com/docs/api/endpoints/messaging"
}))

/**
 * Updates a live activity: `POST /messages/live_activity/update`. Idempotent: it sets a state, whatever it was. Needs the
 * permission `messages.live_activity.update`.
 */
export const updateLiveActivity = operation("updateLiveActivity", () => ({
  method: "POST",
  path: "/messages/live_activity/update",
  input: requestBody(
    snake({
      appId: Text(),
      activityId: Text(),
      contentState: DataObject(),
      endActivity: optional(Schema.Boolean),
      /** A time, sent in UTC. */ dismissalDate: optional(Moment.Text()),
      /** A time, sent in UTC. */ staleDate: optional(Moment.Text()),
      notification: optional(DataObject())
    })
  ),
  output: answer({}),
  idempotent: true,
  permission: "messages.live_activity.update",
  see: "https://www.braze.com/docs/api/endpoints/messaging"
}))
