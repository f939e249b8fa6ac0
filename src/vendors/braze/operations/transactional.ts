/** Transactional emails: one recipient a call, de-duplicated by a key. */
import * as Schema from "effect/Schema"
import { lazy } from "../../../contract/lazy.ts"
import {
  AlreadyQueued,
  CampaignArchived,
  CampaignNotFound,
  CampaignPaused,
  InvalidCampaignId,
  MalformedCampaignId,
  NoRecipients,
  NotTransactional,
  ServerFault
} from "../failures.ts"
import { page } from "../failures/dialect.ts"
import { operation } from "../vendor.ts"
import { RecipientAttributes } from "./profiles.ts"
import {
  exactlyOne,
  ExternalId,
  lenient,
  lenientText,
  message,
  object,
  requestBody,
  Text,
  UserAlias,
  warnings
} from "./shape.ts"

const optional = Schema.optionalKey

const recipientIds = ["externalUserId", "userAlias"]
const TransactionalRecipientFields = lazy(() =>
  Schema.Struct({
    /** Your own id of the user: fewer than 988 bytes. Give this or `userAlias`. */
    externalUserId: optional(ExternalId()),
    /** The user by alias. Give this or `externalUserId`. */
    userAlias: optional(UserAlias()),
    /** Attributes that the user gets before the email is sent. */
    attributes: optional(RecipientAttributes())
  }).check(Schema.makeFilter(exactlyOne(recipientIds, "exactly one of externalUserId and userAlias")))
)

/** The one user that a transactional email goes to. */
export interface TransactionalRecipient extends Schema.Schema.Type<
  ReturnType<typeof TransactionalRecipientFields>
> {}
const TransactionalRecipient = lazy(() =>
  Schema.Opaque<TransactionalRecipient>()(
    TransactionalRecipientFields().pipe(
      Schema.encodeKeys({ externalUserId: "external_user_id", userAlias: "user_alias" })
    )
  )
)

const ExternalSendId = lazy(() =>
  Schema.String.check(
    Schema.isPattern(/^[a-zA-Z0-9\-_+/=]+$/, { message: "has only letters, digits and - _ + / =" })
  )
)

const SendTransactionalFields = lazy(() =>
  Schema.Struct({
    /** API id of the transactional email campaign. */
    campaignId: Text(),
    /**
     * The idempotency key: Braze de-duplicates by it for 24 hours. Where it is left out, the call gets one that all its attempts
     * share.
     */
    externalSendId: optional(ExternalSendId()),
    /** Values that the email fills its template with, by name. */
    triggerProperties: object(),
    /** The one user that it goes to. */
    recipient: TransactionalRecipient()
  })
)

/** What `sendTransactional` takes: one recipient. */
export interface SendTransactional extends Schema.Schema.Type<ReturnType<typeof SendTransactionalFields>> {}
const SendTransactional = lazy(() =>
  Schema.Opaque<SendTransactional>()(
    SendTransactionalFields().pipe(
      Schema.encodeKeys({
        campaignId: "campaign_id",
        externalSendId: "external_send_id",
        triggerProperties: "trigger_properties"
      })
    )
  )
)

/** The send as Braze took it; its later states come by postback. */
export interface SentTransactional extends Schema.Schema.Type<ReturnType<typeof SentTransactionalFields>> {}
const SentTransactionalFields = lazy(() =>
  Schema.Struct({
    message: message(),
    dispatchId: lenientText(),
    /** `sent`, `processed`, `aborted`, `delivered`, `bounced`, and what Braze adds. */
    status: lenientText(),
    metadata: lenient(Schema.Json),
    warnings: warnings()
  }).pipe(Schema.encodeKeys({ dispatchId: "dispatch_id", warnings: "errors" }))
)
export const SentTransactional = lazy(() => Schema.Opaque<SentTransactional>()(SentTransactionalFields()))

/** Sends a transactional email to one user. Safe to repeat: Braze takes one `externalSendId` once in 24 hours. */
export const sendTransactional = operation("sendTransactional", () => ({
  method: "POST",
  path: "/transactional/v1/campaigns/{campaign_id}/send",
  input: requestBody(SendTransactional()),
  output: SentTransactional(),
  fails: [
    NotTransactional,
    AlreadyQueued,
    CampaignNotFound,
    CampaignArchived,
    CampaignPaused,
    MalformedCampaignId,
    NoRecipients,
    InvalidCampaignId
  ],
  harmless: [ServerFault],
  generates: { externalSendId: "uuid" },
  idempotent: true,
  repeats: { knownBy: "items", within: "24 hours" },
  quota: "transactional",
  permission: "transactional.send",
  notes: [
    "The email was taken, not delivered: the postback reports what becomes of it.",
    "Above the volume of the contract, sends are still accepted; only the promise of their speed lapses."
  ],
  see: page.transactional
}))
