import { operationsIn } from "../../../src/contract/Operation.ts"
import { assert, describe, it } from "@effect/vitest"
import { DateTime, Duration, Effect, Equal, Schema } from "effect"
import { forge, recognize } from "../../../src/contract/Catalogue.ts"
import { laws } from "../../../src/testing/laws.ts"
import { fromJson, make, type Wire } from "../../../src/contract/Wire.ts"
import * as Braze from "../../../src/vendors/braze/index.ts"

const says = (status: number, message: string, more: Readonly<Record<string, unknown>> = {}) =>
  fromJson(status, {}, { message, ...more })
const failing = (status: number, ...errors: ReadonlyArray<unknown>) =>
  fromJson(status, {}, { errors, message: "Invalid Request" })
const html =
  "<html><head><title>502 Bad Gateway</title></head><body><center>cloudflare</center></body></html>"

// Messages stand here as Braze's pages and recordings have them; where only a page's label is known, it is the label.
const table: ReadonlyArray<readonly [tag: string, wire: Wire]> = [
  // the table of fatal errors
  ["NoRecipients", says(400, "No Recipients")],
  ["InvalidCampaignId", says(400, "Invalid Campaign ID")],
  ["InvalidCampaignId", says(400, "invalid campaign id")],
  ["MessageVariantUnspecified", says(400, "Message Variant Unspecified")],
  ["InvalidMessageVariant", says(400, "Invalid Message Variant")],
  ["MismatchedMessageType", says(400, "Mismatched Message Type")],
  ["InvalidExtraPushPayload", says(400, "Invalid Extra Push Payload")],
  ["MaxInputLengthExceeded", says(400, "Max Input Length Exceeded")],
  ["MaxInputLengthExceeded", says(400, "Max input length exceeded")],
  [
    "MaxIdsAndAliasesExceeded",
    says(400, "The max number of external_ids and aliases per request was exceeded")
  ],
  ["MaxIdsExceeded", says(400, "The max number of ids per request was exceeded")],
  ["NoMessageToSend", says(400, "No message to send")],
  ["SlideupMessageLengthExceeded", says(400, "Slideup Message Length Exceeded")],
  ["ApplePushLengthExceeded", says(400, "Apple Push Length Exceeded")],
  ["AndroidPushLengthExceeded", says(400, "Android Push Length Exceeded")],
  ["UnparseableSendAt", says(400, "Bad Request: cannot parse send_at datetime")],
  [
    "LocalTimePassed",
    says(400, "Bad Request: in_local_time is true but time has passed in your company's time zone")
  ],
  ["BadRequest", says(400, "Bad Request")],
  ["BadRequest", make(400, {}, "")],
  ["MalformedBody", fromJson(400, {}, { error: "\nProblem:\n message body does not match declared format" })],
  [
    "MalformedBody",
    fromJson(400, {}, { error: "Error while parsing request body. Please check your syntax." })
  ],
  ["MalformedBody", says(400, "Error while parsing request body. Please check your syntax.")],
  ["Unauthorized", says(401, `Invalid API key: <redacted>`)],
  ["Unauthorized", make(401, {}, "")],
  ["AccessDenied", says(403, "Access Denied")],
  ["Forbidden", says(403, "Forbidden")],
  ["Forbidden", make(403, { "content-type": "text/html" }, html)],
  ["NotFound", says(404, "Invalid URL")],
  ["NotFound", make(404, {}, "")],
  ["RequestTooLarge", make(413, { "content-type": "text/html" }, "<h1>413 Request Entity Too Large</h1>")],
  ["UnsupportedMediaType", says(415, "Unsupported Media Type")],
  ["RateLimited", says(429, "Rate limited")],
  [
    "RateLimited",
    fromJson(
      429,
      {},
      { errors: [{ message: "You have exceeded the maximum number of requests. Please try again later." }] }
    )
  ],
  ["ServerFault", says(500, "Internal Server Error")],
  ["ServerFault", says(503, "Service Unavailable", { errors: ["minor"] })],
  ["GatewayFault", make(502, { "content-type": "text/html" }, html)],
  ["GatewayFault", make(503, {}, "")],
  ["GatewayFault", make(504, {}, "upstream request timeout")],
  ["GatewayFault", make(520, {}, "")],
  ["GatewayFault", fromJson(503, {}, { error: "no healthy upstream" })],
  ["GatewayFault", fromJson(504, {}, { message: null })],
  ["ClientError", says(422, "Unprocessable")],
  ["ClientError", make(405, {}, "")],
  // success-shaped answers that are failures
  ["Rejected", says(201, "fatal error message", { errors: ["minor"] })],
  ["Rejected", says(200, "Something else entirely")],
  ["InvalidCampaignId", says(200, "Invalid Campaign ID")],
  ["NoRecipients", says(201, "No Recipients")],
  // users and subscriptions
  [
    "NoValidData",
    says(400, "Valid data must be provided in the 'attributes', 'events', or 'purchases' fields.")
  ],
  ["TooManyMerges", says(400, "a single request may not contain more than 50 merge updates")],
  ["InvalidMerge", says(400, "'merge_updates' must be an array of objects")],
  [
    "InvalidMerge",
    says(
      400,
      "identifiers must be objects with an 'external_id' property that is a string, or 'user_alias' property that is an object"
    )
  ],
  [
    "InvalidMerge",
    says(400, "'merge_updates' must only have 'identifier_to_merge' and 'identifier_to_keep'")
  ],
  ["InvalidSubscriptionGroupId", says(400, "Invalid subscription group ID")],
  [
    "EmailAndPhoneGiven",
    says(400, "Either an email address or a phone number should be provided, but not both.")
  ],
  ["InvalidCanvasId", says(400, "canvas_id must be a string of the Canvas api identifier")],
  // transactional sends
  [
    "NotTransactional",
    says(
      400,
      "The campaign is not a transactional campaign. Only transactional campaigns may use this endpoint"
    )
  ],
  ["AlreadyQueued", says(400, "The external reference has been queued.  Please retry to obtain send_id.")],
  ["AlreadyQueued", says(201, "The external reference has been queued. Please retry to obtain send_id.")],
  ["CampaignNotFound", says(400, "Campaign does not exist")],
  [
    "CampaignArchived",
    says(
      400,
      "The campaign is archived. Unarchive the campaign in order for trigger requests to take effect."
    )
  ],
  [
    "CampaignPaused",
    says(400, "The campaign is paused. Resume the campaign in order for trigger requests to take effect.")
  ],
  ["MalformedCampaignId", says(400, "campaign_id must be a string of the campaign api identifier")],
  ["Unauthorized", says(400, "Error authenticating credentials")],
  ["IpNotAllowed", says(401, "Invalid whitelisted IPs ")],
  ["AccessDenied", says(400, "You do not have permission to access this resource")],
  // catalogs, in today's spelling of the ids and in the older one
  [
    "CatalogNotFound",
    failing(404, {
      id: "catalog-not-found",
      message: "Could not find catalog",
      parameters: ["catalog_name"],
      parameter_values: ["x"]
    })
  ],
  ["CatalogNotFound", failing(400, { id: "catalog_not_found", message: "Could not find catalog" })],
  ["ItemNotFound", failing(404, { id: "item-not-found", message: "Could not find item" })],
  ["ItemAlreadyExists", failing(400, { id: "item-already-exists", message: "The item already exists" })],
  [
    "CatalogNameTaken",
    failing(400, { id: "catalog-name-already-exists", message: "A catalog with that name already exists" })
  ],
  ["CatalogLimitReached", failing(400, { id: "already-reached-company-item-limit", message: "" })],
  ["TooManyCatalogObjects", failing(400, { id: "request-includes-too-many-items", message: "" })],
  ["InvalidCursor", failing(400, { id: "invalid-cursor", message: "'cursor' is not valid" })],
  ["InvalidCursor", says(400, "Invalid cursor")],
  ["InvalidCatalog", failing(400, { id: "id-not-first-column", message: "" })],
  ["InvalidCatalogField", failing(400, { id: "field-referenced-by-selection", message: "" })],
  ["InvalidCatalogItem", failing(400, { id: "ids_not_string", message: "" })],
  [
    "InvalidCatalogItem",
    failing(400, { id: "items-missing-ids", message: "There are 1 item(s) that do not have ids" })
  ],
  ["InvalidCatalogSelection", failing(400, { id: "too-many-filters", message: "" })],
  ["CatalogBusy", failing(400, { id: "arbitrary-error", message: "" })],
  ["BadRequest", failing(400, { id: "never-heard-of", message: "" })],
  // content
  ["ContentBlockNotFound", says(400, "Content Block ID is invalid for this App Group")],
  ["ContentBlockNotFound", says(400, "Content Block has been deleted—content not available")],
  ["ContentBlockNameTaken", says(400, "Content Block with this name already exists")],
  ["ContentBlockIsActive", says(400, "Content Block name cannot be updated for active Content Blocks")],
  ["InvalidContentBlock", says(400, "Content Block name can only contain alphanumeric characters")],
  ["InvalidContentBlock", says(400, "Content must be smaller than 50kb")],
  ["InvalidContentBlock", says(400, "Content Block cannot be referenced within itself")],
  [
    "InvalidListRange",
    says(400, "Modified after time must be earlier than or the same as modified before time.")
  ],
  ["InvalidListRange", says(400, "Content Block number limit exceeds maximum of 1000")],
  ["InvalidTags", says(400, "Some tags could not be found")],
  [
    "InvalidEmailTemplate",
    says(400, "Invalid value for should_inline_css. One of true or false was expected")
  ],
  [
    "AssetNotFound",
    fromJson(404, {}, { message: "Asset not found", error_code: "ASSET_NOT_FOUND", meta: { asset_id: "a" } })
  ],
  [
    "InvalidAsset",
    fromJson(400, {}, { message: "The extensions differ", error_code: "EXTENSION_MISMATCH", meta: {} })
  ],
  [
    "ServerFault",
    fromJson(500, {}, { message: "Something went wrong", error_code: "GENERIC_ERROR", meta: {} })
  ],
  ["AssetMissing", says(400, "asset_id is required.")],
  [
    "TranslationTargetNotFound",
    fromJson(404, {}, { errors: [{ id: "LOCALE_NOT_FOUND", message: "Locale not found" }] })
  ],
  [
    "NotTranslatable",
    fromJson(400, {}, { errors: [{ message: "This message does not support multi-language." }] })
  ],
  [
    "InvalidTranslations",
    fromJson(400, {}, { errors: [{ message: "The provided translations are missing 'id_1', 'id_2'" }] })
  ],
  // ingestion and dashboard users
  ["JobInProgress", says(429, "Another job is in progress")],
  ["InvalidIntegrationId", says(400, "Invalid integration ID")],
  ["IntegrationNotFound", says(404, "Integration not found")],
  [
    "DashboardUserNotFound",
    fromJson(
      404,
      { "content-type": "text/html" },
      { schemas: ["urn:ietf:params:scim:api:messages:2.0:Error"], detail: "User not found", status: 404 }
    )
  ],
  ["DashboardUserExists", fromJson(409, {}, { detail: "User already exists in the database.", status: 409 })]
]

it.effect("obeys the laws", () =>
  Effect.gen(function* () {
    assert.deepStrictEqual(yield* laws(Braze.vendor, operationsIn(Braze)), [])
  })
)

it.each(table)("recognizes %s", (tag, wire) => {
  assert.strictEqual(recognize(Braze.failures, wire)?._tag, `Braze.${tag}`)
})

it("has an answer of Braze's for every failure of the catalogue", () => {
  const shown = new Set(table.map(([tag]) => `Braze.${tag}`))
  assert.deepStrictEqual(
    Braze.failures.map(({ tag }) => tag).filter((tag) => !shown.has(tag)),
    []
  )
})

it.each([
  ["a plain success", says(201, "success")],
  ["a success in other letters", says(201, " Success ")],
  ["a success with minor errors", says(201, "success", { errors: ["minor"] })],
  ["a call that is queued during maintenance", says(202, "queued")],
  ["a success without a message", fromJson(200, {}, { dispatch_id: "d", status: "sent", metadata: {} })],
  ["an empty message", says(200, "")],
  ["a message that is null", fromJson(200, {}, { message: null })]
])("takes %s for no failure", (_, wire) => {
  assert.strictEqual(recognize(Braze.failures, wire), undefined)
})

it.each([["a redirect", make(302, { location: "/" }, "")]])("takes %s for none of its own", (_, wire) => {
  assert.strictEqual(recognize(Braze.failures, wire), undefined)
})

describe("minor errors", () => {
  const wire = fromJson(
    400,
    {},
    {
      message: "Valid data must be provided in the 'attributes', 'events', or 'purchases' fields.",
      errors: [
        "provided external_id is blacklisted and disallowed",
        { type: "EMAIL_BAD_FORMAT", input_array: "attributes", index: 2 },
        {
          id: "invalid-fields",
          message: "Some of the fields given do not exist in the catalog",
          parameters: [],
          parameter_values: []
        },
        { message: "odd" },
        { type: "no place" },
        7
      ]
    }
  )

  it("are kept by a fatal answer, in whatever shape they come", () => {
    const failure = recognize([Braze.NoValidData], wire, { vendor: "Braze", operation: "Braze.trackUsers" })
    assert.deepStrictEqual(
      failure?.minorErrors?.map((minor) => ({ ...minor })),
      [
        { message: "provided external_id is blacklisted and disallowed" },
        { message: "EMAIL_BAD_FORMAT", input: "attributes", index: 2 },
        { message: "Some of the fields given do not exist in the catalog", code: "invalid-fields" },
        { message: "odd" },
        { message: "no place" },
        { message: "7" }
      ]
    )
    assert.deepStrictEqual(
      { ...failure?.complaints[1] },
      { path: "attributes", index: 2, message: "EMAIL_BAD_FORMAT" }
    )
    assert.include(failure?.message, "item 2: attributes: EMAIL_BAD_FORMAT")
  })

  it("are told apart from the list of a catalog's errors, which is the failure itself", () => {
    const failure = recognize(
      Braze.failures,
      failing(404, { id: "item-not-found", message: "Could not find item" }),
      {
        vendor: "Braze",
        operation: "Braze.getCatalogItem"
      }
    )
    assert.deepStrictEqual(
      failure?.complaints.map(({ message }) => message),
      ["item-not-found: Could not find item"]
    )
  })

  it("that are no list do not hide the failure", () => {
    assert.strictEqual(
      recognize(Braze.failures, says(400, "No Recipients", { errors: { a: 1 } }))?._tag,
      "Braze.NoRecipients"
    )
    const failure = recognize([Braze.NoRecipients], says(400, "No Recipients", { errors: "one" }))
    assert.deepStrictEqual(
      failure?.minorErrors?.map(({ message }) => message),
      ["one"]
    )
  })

  it.effect.prop("write what they read", [Schema.Array(Braze.MinorError)], ([minorErrors]) =>
    Effect.sync(() => {
      const failure = new Braze.BadRequest({ minorErrors })
      assert.isTrue(Equal.equals(recognize(Braze.failures, forge(Braze.BadRequest, failure)), failure))
    })
  )

  it("are explained where Braze documents them, as a code or in prose", () => {
    assert.include(Braze.explainMinor({ message: "BAD_DEVICE_ID" }), "8 to 255 bytes")
    assert.include(Braze.explainMinor({ message: "'external_id' must be fewer than 988 bytes" }), "988")
    assert.strictEqual(Braze.explainMinor({ message: "constructor" }), undefined)
  })
})

describe("a rate limit", () => {
  const read = (headers: Readonly<Record<string, string>>) =>
    recognize([Braze.RateLimited], fromJson(429, headers, { message: "Rate limited" }))

  it.each([
    [
      "X-Ratelimit-Retry-After first",
      { "x-ratelimit-retry-after": "7", "retry-after": "9", "x-ratelimit-reset": "1785000000" },
      7_000
    ],
    ["then Retry-After", { "retry-after": "9", "x-ratelimit-reset": "1785000000" }, 9_000],
    ["then the reset as seconds to wait", { "x-ratelimit-reset": "42" }, 42_000],
    [
      "empty headers as absent",
      { "x-ratelimit-retry-after": "", "retry-after": "", "x-ratelimit-reset": "" },
      60_000
    ],
    ["headers that make no sense as absent", { "retry-after": "later", "x-ratelimit-reset": "-5" }, 60_000],
    ["no header as the shortest documented window", {}, 60_000]
  ])("reads %s", (_, headers, millis) => {
    const retry = read(headers)?.retry
    assert.strictEqual(
      typeof retry === "object" && "after" in retry ? Duration.toMillis(retry.after) : retry,
      millis
    )
  })

  it("reads the reset as a moment, and says when", () => {
    const failure = read({
      "x-ratelimit-limit": "250000",
      "x-ratelimit-remaining": "0",
      "x-ratelimit-reset": "1785000000"
    })
    const retry = failure?.retry
    assert.strictEqual(
      typeof retry === "object" && "at" in retry ? retry.at.epochMilliseconds : retry,
      1_785_000_000_000
    )
    assert.include(
      failure?.message,
      `It resets at ${DateTime.formatIso(DateTime.makeUnsafe(1_785_000_000_000))}.`
    )
  })

  it("reads an HTTP date", () => {
    const retry = read({ "retry-after": "Sun, 06 Nov 2033 08:49:37 GMT" })?.retry
    assert.isTrue(typeof retry === "object" && "at" in retry)
  })
})

it.each([
  ["a server at fault: where it may be done twice", Braze.ServerFault, "if-idempotent", "Unknown"],
  ["a gateway in its place: the same", Braze.GatewayFault, "if-idempotent", "Unknown"],
  ["a client error that is not listed: never", Braze.ClientError, "never", "Refused"],
  ["too many objects: fewer", Braze.MaxInputLengthExceeded, "split", "Refused"],
  ["too large a body: less", Braze.RequestTooLarge, "split", "Refused"],
  ["an unknown campaign: never", Braze.InvalidCampaignId, "never", "Refused"],
  ["a wrong key: never, for a key does not renew itself", Braze.Unauthorized, "never", "Refused"],
  ["a send that was taken before: never, it was done", Braze.AlreadyQueued, "never", "Applied"]
] as const)("says of %s", (_, failure, retry, delivery) => {
  const instance = new failure({})
  assert.deepStrictEqual([instance.retry, instance.delivery], [retry, delivery])
})
