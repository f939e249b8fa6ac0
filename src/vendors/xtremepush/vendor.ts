/**
 * Xtremepush's external API as data: its regions, its advice on retries, and the way to make its operations.
 *
 * There is one quota class for each resource, because Xtremepush counts its rate limit "for the resource". It publishes no figure,
 * no window and no header, so only the limit on calls in flight holds calls back, for each resource by itself.
 *
 * | class | operations |
 * |---|---|
 * | `campaign` | create, update, info, list, delete, execute campaign |
 * | `location` | create, info, list location |
 * | `profile` | import profile |
 * | `event` | hit event |
 * | `task` | info task |
 */
import * as Context from "effect/Context"
import * as Duration from "effect/Duration"
import { waits } from "../../contract/Advice.ts"
import { operations, proven, type Service } from "../../contract/Operation.ts"
import type { QuotaClass } from "../../contract/Quota.ts"
import { define } from "../../contract/Vendor.ts"
import { type Always, always, dialect, failures } from "./failures.ts"
import { page } from "./failures/dialect.ts"

/** Xtremepush's external API. */
export class XtremepushApi extends Context.Service<XtremepushApi, Service>()("faultline/Xtremepush") {}

/**
 * Base URLs by region. A project belongs to one; `eu` is the default, for which newer pages also write
 * `https://api.eu.xtremepush.com`. Source: docs.xtremepush.com/docs/external-api-overview.
 */
export const regions = {
  eu: "https://external-api.xtremepush.com",
  us: "https://api.us.xtremepush.com"
} as const

// No figure is published, and how much one resource takes says nothing about another.
const byItself: QuotaClass = { quotas: [] }

/** What is the same for all of Xtremepush's layers. */
export const vendor = define({
  name: "Xtremepush",
  dialect,
  failures,
  always,
  hosts: { main: regions.eu },
  queryLists: "repeated",
  envelopes: ["model"],
  variables: { apptoken: "XTREMEPUSH_APP_TOKEN" },
  advice: {
    // "one retry immediately and then, if that still returns the same code, try once more after 30 seconds"
    passing: waits("0 seconds", "30 seconds"),
    // A 429 is a 4XX, for which the page advises to log and alert: the journal does. That it is asked again, at most twice, is ours;
    // the failure says when.
    limited: waits("0 seconds", "0 seconds"),
    // The advice names exact times.
    jitter: "none",
    // No timeout is documented: ours leave room for three attempts and both waits.
    attemptTimeout: Duration.seconds(30),
    deadline: Duration.minutes(3),
    source: page.errors
  },
  quotas: {
    campaign: byItself,
    location: byItself,
    profile: byItself,
    segment: byItself,
    list: byItself,
    event: byItself,
    tag: byItself,
    push: byItself,
    task: byItself,
    otp: byItself
  },
  // "The request, response and timestamp for anything other than a 2XX response code should be recorded"; a 4XX should alert.
  // A 2XX is recorded only where its body is a failure.
  records: [
    { status: "4xx", level: "Error" },
    { status: "5xx", level: "Warn" },
    { status: "3xx", level: "Warn" },
    { status: "2xx", level: "Error" },
    // "IF (Retry limit hit) … log error so alert goes to IT team"
    { status: "gave up", level: "Error" }
  ],
  lastingSilence:
    "It is a problem of network connectivity or at Xtremepush: IT can escalate it with Xtremepush where needed."
})

/** Makes the operations of this module, which `test/vendors` proves. */
export const operation = proven<Always>()(XtremepushApi, vendor)

/**
 * Makes operations of Xtremepush of your own, for methods that are not here.
 *
 * @example
 * ```ts
 * import { Effect, Schema } from "effect"
 * import { Xtremepush } from "faultline"
 * import * as Testing from "faultline/testing"
 *
 * const infoSegment = Xtremepush.operation("infoSegment", () => ({
 *   method: "POST",
 *   path: "/api/external/info/segment",
 *   input: Schema.Struct({ id: Schema.Int }),
 *   output: Schema.Struct({ id: Schema.Int, title: Schema.String }),
 *   from: "model",
 *   fails: [Xtremepush.BlankId],
 *   idempotent: true,
 *   reads: true,
 *   permission: "Info",
 *   see: "https://docs.xtremepush.com/reference/segment-model"
 * }))
 *
 * const xtremepush = Testing.stub(
 *   Xtremepush.XtremepushApi,
 *   Testing.answer(infoSegment, ({ id }) => Effect.succeed({ id, title: "Readers" }))
 * )
 * const program = infoSegment({ id: 7 }).pipe(Effect.provide(xtremepush))
 * Effect.runPromise(program).then(({ title }) => console.log(title)) // Readers
 * ```
 */
export const ownOperation = operations<Always>()(XtremepushApi, vendor)
