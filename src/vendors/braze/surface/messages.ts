/** Braze: messages. Derived from scripts/surface/descriptions/braze.json by `npm run surface`: not to be edited. */
import * as Schema from "effect/Schema"
import { DataObject } from "../../../contract/Data.ts"
import { items, optional } from "../../../contract/described.ts"
import { atLeastOne, notBeside } from "../../../contract/fieldRules.ts"
import { snake } from "../../../contract/snake.ts"
import {
  AndroidPushLengthExceeded,
  ApplePushLengthExceeded,
  InvalidCampaignId,
  InvalidExtraPushPayload,
  InvalidMessageVariant,
  LocalTimePassed,
  MaxIdsAndAliasesExceeded,
  MaxIdsExceeded,
  MessageVariantUnspecified,
  MismatchedMessageType,
  NoMessageToSend,
  NoRecipients,
  SlideupMessageLengthExceeded,
  UnparseableSendAt
} from "../failures.ts"
import { audienceKey, sendQuota } from "../operations/audience.ts"
import { Messages } from "../operations/messages.ts"
import { ExternalId, Text, UserAlias, answer, requestBody } from "../operations/shape.ts"
import { CampaignRecipient, CanvasRecipient, EntryProperties } from "../operations/triggers.ts"
import { operation } from "../vendor.ts"
import * as Moment from "../../../contract/Moment.ts"

/**
 * Schedules a campaign trigger: `POST /campaigns/trigger/schedule/create`. Not idempotent: a repeat schedules another. Needs the
 * permission `campaigns.trigger.schedule.create`. At least one of `recipients` and `broadcast`. Not `broadcast` together with
 * `recipients`. Not `broadcast` together with `attachments`. A file has at most 2 MB.
 */
export const scheduleCampaignTrigger = operation("scheduleCampaignTrigger", () => ({
  method: "POST",
  path: "/campaigns/trigger/schedule/create",
  input: requestBody(
    snake(
      {
        campaignId: Text(),
        sendId: optional(Schema.String),
        triggerProperties: optional(DataObject()),
        broadcast: optional(Schema.Boolean),
        audience: optional(DataObject()),
        /** At most 50 items. */ recipients: optional(items(CampaignRecipient(), 0, 50)),
        attachments: optional(Schema.Array(snake({ fileName: Text(), url: Text() }))),
        schedule: snake({
          /** A time, sent in UTC. */ time: Moment.Text(),
          inLocalTime: optional(Schema.Boolean),
          atOptimalTime: optional(Schema.Boolean)
        })
      },
      atLeastOne("recipients", "broadcast"),
      notBeside("broadcast", ["recipients"]),
      notBeside("broadcast", ["attachments"])
    )
  ),
  output: answer({ dispatchId: optional(Schema.String), scheduleId: optional(Schema.String) }),
  idempotent: false,
  fails: [
    NoRecipients,
    InvalidCampaignId,
    MaxIdsAndAliasesExceeded,
    MaxIdsExceeded,
    UnparseableSendAt,
    LocalTimePassed
  ],
  quota: sendQuota,
  quotaKey: audienceKey,
  permission: "campaigns.trigger.schedule.create",
  notes: ["A file has at most 2 MB."],
  see: "https://www.braze.com/docs/api/endpoints/messaging"
}))

/**
 * Deletes a scheduled campaign trigger: `POST /campaigns/trigger/schedule/delete`. Idempotent: a repeat ends in the same state.
 * Needs the permission `campaigns.trigger.schedule.delete`.
 */
export const deleteScheduledCampaignTrigger = operation("deleteScheduledCampaignTrigger", () => ({
  method: "POST",
  path: "/campaigns/trigger/schedule/delete",
  input: requestBody(snake({ campaignId: Text(), scheduleId: Text() })),
  output: answer({}),
  idempotent: true,
  fails: [InvalidCampaignId],
  permission: "campaigns.trigger.schedule.delete",
  see: "https://www.braze.com/docs/api/endpoints/messaging"
}))

/**
 * Updates a scheduled campaign trigger: `POST /campaigns/trigger/schedule/update`. Idempotent: it replaces the schedule. Needs
 * the permission `campaigns.trigger.schedule.update`.
 */
export const updateScheduledCampaignTrigger = operation("updateScheduledCampaignTrigger", () => ({
  method: "POST",
  path: "/campaigns/trigger/schedule/update",
  input: requestBody(
    snake({
      campaignId: Text(),
      scheduleId: Text(),
      schedule: snake({
        /** A time, sent in UTC. */ time: Moment.Text(),
        inLocalTime: optional(Schema.Boolean),
        atOptimalTime: optional(Schema.Boolean)
      })
    })
  ),
  output: answer({}),
  idempotent: true,
  fails: [InvalidCampaignId, UnparseableSendAt, LocalTimePassed],
  permission: "campaigns.trigger.schedule.update",
  see: "https://www.braze.com/docs/api/endpoints/messaging"
}))

/**
 * Schedules a canvas trigger: `POST /canvas/trigger/schedule/create`. Not idempotent: a repeat schedules another. Needs the
 * permission `canvas.trigger.schedule.create`. At least one of `recipients` and `broadcast`. Not `broadcast` together with
 * `recipients`.
 */
export const scheduleCanvasTrigger = operation("scheduleCanvasTrigger", () => ({
  method: "POST",
  path: "/canvas/trigger/schedule/create",
  input: requestBody(
    snake(
      {
        canvasId: Text(),
        sendId: optional(Schema.String),
        canvasEntryProperties: optional(EntryProperties()),
        broadcast: optional(Schema.Boolean),
        audience: optional(DataObject()),
        /** At most 50 items. */ recipients: optional(items(CanvasRecipient(), 0, 50)),
        schedule: snake({
          /** A time, sent in UTC. */ time: Moment.Text(),
          inLocalTime: optional(Schema.Boolean),
          atOptimalTime: optional(Schema.Boolean)
        })
      },
      atLeastOne("recipients", "broadcast"),
      notBeside("broadcast", ["recipients"])
    )
  ),
  output: answer({ dispatchId: optional(Schema.String), scheduleId: optional(Schema.String) }),
  idempotent: false,
  fails: [NoRecipients, MaxIdsAndAliasesExceeded, MaxIdsExceeded, UnparseableSendAt, LocalTimePassed],
  quota: sendQuota,
  quotaKey: audienceKey,
  permission: "canvas.trigger.schedule.create",
  see: "https://www.braze.com/docs/api/endpoints/messaging"
}))

/**
 * Deletes a scheduled canvas trigger: `POST /canvas/trigger/schedule/delete`. Idempotent: a repeat ends in the same state. Needs
 * the permission `canvas.trigger.schedule.delete`.
 */
export const deleteScheduledCanvasTrigger = operation("deleteScheduledCanvasTrigger", () => ({
  method: "POST",
  path: "/canvas/trigger/schedule/delete",
  input: requestBody(snake({ canvasId: Text(), scheduleId: Text() })),
  output: answer({}),
  idempotent: true,
  permission: "canvas.trigger.schedule.delete",
  see: "https://www.braze.com/docs/api/endpoints/messaging"
}))

/**
 * Updates a scheduled canvas trigger: `POST /canvas/trigger/schedule/update`. Idempotent: it replaces the schedule. Needs the
 * permission `canvas.trigger.schedule.update`.
 */
export const updateScheduledCanvasTrigger = operation("updateScheduledCanvasTrigger", () => ({
  method: "POST",
  path: "/canvas/trigger/schedule/update",
  input: requestBody(
    snake({
      canvasId: Text(),
      scheduleId: Text(),
      schedule: snake({
        /** A time, sent in UTC. */ time: Moment.Text(),
        inLocalTime: optional(Schema.Boolean),
        atOptimalTime: optional(Schema.Boolean)
      })
    })
  ),
  output: answer({}),
  idempotent: true,
  fails: [UnparseableSendAt, LocalTimePassed],
  permission: "canvas.trigger.schedule.update",
  see: "https://www.braze.com/docs/api/endpoints/messaging"
}))

/**
 * Schedules messages: `POST /messages/schedule/create`. Not idempotent: a repeat schedules another. Needs the permission
 * `messages.schedule.create`. At least one of `externalUserIds`, `userAliases` and `broadcast`. Not `broadcast` together with
 * `externalUserIds` or `userAliases`.
 */
export const scheduleMessages = operation("scheduleMessages", () => ({
  method: "POST",
  path: "/messages/schedule/create",
  input: requestBody(
    snake(
      {
        /** At most 50 items. */ externalUserIds: optional(items(ExternalId(), 0, 50)),
        /** At most 50 items. */ userAliases: optional(items(UserAlias(), 0, 50)),
        segmentId: optional(Schema.String),
        audience: optional(DataObject()),
        broadcast: optional(Schema.Boolean),
        campaignId: optional(Schema.String),
        sendId: optional(Schema.String),
        overrideMessagingLimits: optional(Schema.Boolean),
        recipientSubscriptionState: optional(Schema.Literals(["opted_in", "subscribed", "all"])),
        schedule: snake({
          /** A time, sent in UTC. */ time: Moment.Text(),
          inLocalTime: optional(Schema.Boolean),
          atOptimalTime: optional(Schema.Boolean)
        }),
        messages: Messages()
      },
      atLeastOne("externalUserIds", "userAliases", "broadcast"),
      notBeside("broadcast", ["externalUserIds", "userAliases"])
    )
  ),
  output: answer({ dispatchId: optional(Schema.String), scheduleId: optional(Schema.String) }),
  idempotent: false,
  fails: [
    NoRecipients,
    InvalidCampaignId,
    MessageVariantUnspecified,
    InvalidMessageVariant,
    MismatchedMessageType,
    InvalidExtraPushPayload,
    MaxIdsAndAliasesExceeded,
    MaxIdsExceeded,
    NoMessageToSend,
    SlideupMessageLengthExceeded,
    ApplePushLengthExceeded,
    AndroidPushLengthExceeded,
    UnparseableSendAt,
    LocalTimePassed
  ],
  quota: sendQuota,
  quotaKey: audienceKey,
  permission: "messages.schedule.create",
  see: "https://www.braze.com/docs/api/endpoints/messaging"
}))

/**
 * Deletes scheduled messages: `POST /messages/schedule/delete`. Idempotent: a repeat ends in the same state. Needs the
 * permission `messages.schedule.delete`.
 */
export const deleteScheduledMessages = operation("deleteScheduledMessages", () => ({
  method: "POST",
  path: "/messages/schedule/delete",
  input: requestBody(snake({ scheduleId: Text() })),
  output: answer({}),
  idempotent: true,
  permission: "messages.schedule.delete",
  see: "https://www.braze.com/docs/api/endpoints/messaging"
}))

/**
 * Updates scheduled messages: `POST /messages/schedule/update`. Idempotent: a repeat ends in the same state. Needs the
 * permission `messages.schedule.update`. At least one of `schedule` and `messages`.
 */
export const updateScheduledMessages = operation("updateScheduledMessages", () => ({
  method: "POST",
  path: "/messages/schedule/update",
  input: requestBody(
    snake(
      {
        scheduleId: Text(),
        schedule: optional(
          snake({
            /** A time, sent in UTC. */ time: Moment.Text(),
            inLocalTime: optional(Schema.Boolean),
            atOptimalTime: optional(Schema.Boolean)
          })
        ),
        messages: optional(Messages())
      },
      atLeastOne("schedule", "messages")
    )
  ),
  output: answer({}),
  idempotent: true,
  fails: [UnparseableSendAt, LocalTimePassed],
  permission: "messages.schedule.update",
  see: "https://www.braze.com/docs/api/endpoints/messaging"
}))

/** Lists scheduled broadcasts: `GET /messages/scheduled_broadcasts`. Needs the permission `messages.schedule_broadcasts`. */
export const listScheduledBroadcasts = operation("listScheduledBroadcasts", () => ({
  method: "GET",
  path: "/messages/scheduled_broadcasts",
  input: snake({
    /** A time, sent in UTC. */ endTime: Moment.Text()
  }),
  output: answer({
    scheduledBroadcasts: Schema.Array(
      snake({
        name: optional(Schema.String),
        id: optional(Schema.String),
        type: optional(Schema.String),
        tags: optional(Schema.Array(Schema.String)),
        nextSendTime: optional(Schema.String),
        scheduleType: optional(Schema.String)
      })
    )
  }),
  idempotent: true,
  permission: "messages.schedule_broadcasts",
  see: "https://www.braze.com/docs/api/endpoints/messaging"
}))

/**
 * Creates a send id: `POST /sends/id/create`. Not idempotent: whether a repeat with the same `send_id` counts again is not
 * documented. Needs the permission `sends.id.create`.
 */
export const createSendId = operation("createSendId", () => ({
  method: "POST",
  path: "/sends/id/create",
  input: requestBody(snake({ campaignId: Text(), sendId: optional(Schema.String) })),
  output: answer({ sendId: optional(Schema.String) }),
  idempotent: false,
  fails: [InvalidCampaignId],
  quota: "send-ids",
  permission: "sends.id.create",
  see: "https://www.braze.com/docs/api/endpoints/messaging"
}))
