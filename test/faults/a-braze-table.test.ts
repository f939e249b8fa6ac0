/** The page's table of fatal errors: each row at each operation that can meet it, as a 400 and under a success status. */
import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { fromJson, make, type Wire } from "../../src/contract/Wire.ts"
import * as Pipeline from "../../src/pipeline/Pipeline.ts"
import * as Policy from "../../src/policy/Policy.ts"
import type * as Braze from "../../src/vendors/braze/index.ts"
import { layer, rest } from "../vendors/braze/rest.ts"
import { calls } from "../vendors/braze/samples.ts"

type Failure = Pick<Braze.Always, "_tag" | "category" | "delivery" | "retry" | "vendorMessage" | "complaints">
type Call = Effect.Effect<unknown, Failure, Braze.BrazeApi>

const all = calls.map(([{ tag }, call]) => [tag.slice("Braze.".length), call as Call] as const)
const everywhere = all.map(([name]) => name)
const sends = ["sendMessages", "triggerCampaign", "triggerCanvas"]
const triggers = ["triggerCampaign", "sendTransactional"]
const byCampaign = ["sendMessages", "triggerCampaign", "sendTransactional", "getSendDataSeries"]
const lists = [
  ...sends,
  "trackUsers",
  "identifyUsers",
  "deleteUsers",
  "setSubscriptionStatus",
  "getSubscriptionStatus"
]

/** Rows that Braze tells apart by its words: the text, the failure, and where it is declared at least. */
const rows: ReadonlyArray<readonly [text: string, tag: string, retry: string, at: ReadonlyArray<string>]> = [
  ["No Recipients", "NoRecipients", "never", [...sends, "sendTransactional"]],
  ["Invalid Campaign ID", "InvalidCampaignId", "never", byCampaign],
  ["Message Variant Unspecified", "MessageVariantUnspecified", "never", sends],
  ["Invalid Message Variant", "InvalidMessageVariant", "never", sends],
  ["Mismatched Message Type", "MismatchedMessageType", "never", sends],
  ["Invalid Extra Push Payload", "InvalidExtraPushPayload", "never", sends],
  ["Max Input Length Exceeded", "MaxInputLengthExceeded", "split", lists],
  [
    "The max number of external_ids and aliases per request was exceeded",
    "MaxIdsAndAliasesExceeded",
    "split",
    lists
  ],
  ["The max number of ids per request was exceeded", "MaxIdsExceeded", "split", lists],
  ["No message to send", "NoMessageToSend", "never", sends],
  ["Slideup Message Length Exceeded", "SlideupMessageLengthExceeded", "never", sends],
  ["Apple Push Length Exceeded", "ApplePushLengthExceeded", "never", sends],
  ["Android Push Length Exceeded", "AndroidPushLengthExceeded", "never", sends],
  ["Cannot parse send_at datetime", "UnparseableSendAt", "never", sends],
  [
    "in_local_time is true but time has passed in your company's time zone",
    "LocalTimePassed",
    "never",
    sends
  ],
  // Not in the table: the words of canvas/details, and others about the same.
  ["canvas_id must be a string of the Canvas api identifier", "InvalidCanvasId", "never", ["triggerCanvas"]],
  ["Invalid Canvas ID", "InvalidCanvasId", "never", ["triggerCanvas"]],
  // Documented for transactional sends, which trigger a campaign.
  ["Campaign does not exist", "CampaignNotFound", "never", triggers],
  [
    "The campaign is archived. Unarchive the campaign in order for trigger requests to take effect.",
    "CampaignArchived",
    "never",
    triggers
  ],
  [
    "The campaign is paused. Resume the campaign in order for trigger requests to take effect.",
    "CampaignPaused",
    "never",
    triggers
  ],
  ["campaign_id must be a string of the campaign api identifier", "MalformedCampaignId", "never", triggers],
  // Documented for transactional sends; an allow list belongs to the key, and so to every endpoint.
  ["Invalid whitelisted IPs", "IpNotAllowed", "never", everywhere]
]

/** What a call fails with, answered so. */
const failed = (call: Call, answer: Wire): Effect.Effect<Failure> =>
  Effect.provide(
    Effect.orDie(Effect.flip(call)),
    layer(rest(answer).transport, {
      pipeline: Pipeline.without("budget", "breaker", "queue"),
      policy: { passing: Policy.never, limited: Policy.never }
    })
  )

const spellings = (text: string) => [
  text,
  text.toUpperCase(),
  `  ${text.replaceAll(" ", "  ")} `,
  `${text}.`,
  `Error: ${text}`
]

describe.each(rows)("“%s”", (text, tag, retry, at) => {
  it.effect.each(all.filter(([name]) => at.includes(name)))(
    "is recognized at %s, in its type",
    ([name, call]) =>
      Effect.gen(function* () {
        const statuses = tag === "IpNotAllowed" ? [400, 401, 403, 200, 201] : [400, 200, 201, 202]
        for (const status of statuses) {
          const failure = yield* failed(call, fromJson(status, {}, { message: text, errors: ["minor"] }))
          assert.deepStrictEqual(
            [failure._tag, failure.retry, failure.delivery, failure.vendorMessage],
            [`Braze.${tag}`, retry, "Refused", text],
            `${name} ${status}`
          )
          assert.deepStrictEqual(
            failure.complaints.map(({ message }) => message),
            ["minor"]
          )
        }
      })
  )

  it.effect("is recognized in other letters and with words around it", () =>
    Effect.gen(function* () {
      const call = all.find(([name]) => name === at[0])?.[1] ?? assert.fail("there is no such operation")
      for (const message of spellings(text))
        assert.strictEqual(
          (yield* failed(call, fromJson(400, {}, { message })))._tag,
          `Braze.${tag}`,
          message
        )
    })
  )

  it.effect.each(all.filter(([name]) => !at.includes(name)))(
    "is a refusal with Braze's words at %s, which cannot meet it",
    ([, call]) =>
      Effect.gen(function* () {
        const refused = yield* failed(call, fromJson(400, {}, { message: text }))
        assert.deepStrictEqual(
          [refused.retry, refused.delivery, refused.vendorMessage],
          ["never", "Refused", text]
        )
        const rejected = yield* failed(call, fromJson(201, {}, { message: text }))
        assert.deepStrictEqual(
          [rejected.retry, rejected.delivery, rejected.vendorMessage],
          ["never", "Refused", text]
        )
      })
  )
})

/** Rows that Braze tells apart by the status. */
const byStatus: ReadonlyArray<readonly [status: number, text: string, tag: string, category: string]> = [
  [400, "Bad Request", "BadRequest", "invalid"],
  [401, "Unauthorized", "Unauthorized", "unauthenticated"],
  [401, "Invalid API Key", "Unauthorized", "unauthenticated"],
  [403, "Forbidden", "Forbidden", "forbidden"],
  [403, "Access Denied", "AccessDenied", "forbidden"],
  [404, "Not Found", "NotFound", "not-found"],
  [404, "Invalid URL", "NotFound", "not-found"],
  [429, "Rate Limited", "RateLimited", "rate-limited"],
  [500, "Internal Server Error", "ServerFault", "unavailable"],
  [503, "Internal Server Error", "ServerFault", "unavailable"],
  // the class 4XX
  [402, "Payment Required", "ClientError", "invalid"],
  [405, "Method Not Allowed", "ClientError", "invalid"],
  [409, "Conflict", "ClientError", "invalid"],
  [410, "Gone", "ClientError", "invalid"],
  [422, "Unprocessable Entity", "ClientError", "invalid"],
  [451, "Unavailable For Legal Reasons", "ClientError", "invalid"]
]

describe.each(byStatus)("%i “%s”", (status, text, tag, category) => {
  it.effect.each(all)("is recognized at %s", ([, call]) =>
    Effect.gen(function* () {
      const failure = yield* failed(call, fromJson(status, {}, { message: text }))
      assert.deepStrictEqual(
        [failure._tag, failure.category, failure.vendorMessage],
        [`Braze.${tag}`, category, text]
      )
    })
  )
})

it.effect.each(all)(
  "a refusal that is not in Braze's form keeps its status' meaning and its words at %s",
  ([, call]) =>
    Effect.gen(function* () {
      for (const status of [400, 401, 403, 404, 405, 413, 415, 418, 422]) {
        const page = make(status, { "content-type": "text/html" }, "<h1>Blocked by policy 7</h1>")
        const failure = yield* failed(call, page)
        assert.deepStrictEqual([failure.delivery, failure._tag.startsWith("Braze.")], ["Refused", true])
        assert.include(String(failure), "Blocked by policy 7")
      }
    })
)
