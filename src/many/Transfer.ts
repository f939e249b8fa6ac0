/**
 * Downloads and uploads at presigned addresses: another host than the vendor's, no credentials, a deadline of their own. The
 * address is a secret for as long as it lives, so no failure shows its query.
 */
import * as DateTime from "effect/DateTime"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import { exponential } from "../contract/Advice.ts"
import type { CallReport, Delivery } from "../contract/CallReport.ts"
import * as Common from "../contract/Common.ts"
import { retryMoment } from "../contract/moments.ts"
import { accepted } from "../contract/read.ts"
import { withoutSecrets } from "../contract/redact.ts"
import { skewOf } from "../contract/skew.ts"
import { httpRule } from "../contract/statuses.ts"
import type { Wire } from "../contract/Wire.ts"
import { beginning } from "../contract/words.ts"
import * as Deadline from "../policy/Deadline.ts"
import * as Policy from "../policy/Policy.ts"
import * as Retry from "../policy/Retry.ts"
import * as Transport from "../pipeline/Transport.ts"

/** How a transfer may fail. */
export type TransferFailure =
  Common.InvalidInput | Common.NoAnswer | Common.NotSent | Common.OutOfTime | Common.Unrecognized

/** How a transfer is carried out. */
export interface Options {
  /** Default: three more attempts, 5 minutes each, 15 minutes in all. */
  readonly policy?: Partial<Policy.Policy>
}

const usual = Policy.make({
  passing: exponential({ base: "1 second", times: 3 }),
  attemptTimeout: Duration.minutes(5),
  deadline: Duration.minutes(15),
  source: "Faultline"
})

const report = (url: string, method: string, delivery: Delivery, now: number): CallReport => ({
  vendor: URL.canParse(url) ? new URL(url).hostname : "the address",
  operation: `Transfer.${method === "GET" ? "download" : "upload"}`,
  delivery,
  time: DateTime.makeUnsafe(now),
  request: { method, url: url.split("?")[0] ?? "" }
})

interface Request {
  readonly url: string
  readonly method: "GET" | "PUT"
  readonly headers: Readonly<Record<string, string>>
  readonly body?: Uint8Array
}

const failureOf = ({ method, url }: Request, fault: Transport.Unsent | Transport.Silence, now: number) => {
  const code = fault.code === undefined ? {} : { code: fault.code }
  return fault._tag === "Unsent"
    ? new Common.NotSent({ reason: fault.reason, ...code, call: report(url, method, "NotSent", now) })
    : new Common.NoAnswer({ reason: fault.reason, ...code, call: report(url, method, "Unknown", now) })
}

const refusal = ({ method, url }: Request, wire: Wire, now: number) => {
  const delivery = method === "GET" ? "Refused" : (httpRule(wire.status)?.delivery ?? "Unknown")
  const skew = skewOf(wire.headers["date"], now)
  const named = retryMoment(wire.headers, now + skew)
  const call = {
    ...report(url, method, delivery, now),
    status: wire.status,
    excerpt: beginning(withoutSecrets(wire, [])),
    ...(named === undefined ? {} : { notBefore: DateTime.makeUnsafe(named.at - skew) })
  }
  return new Common.Unrecognized({ call })
}

const once = (
  request: Request,
  policy: Policy.Policy
): Effect.Effect<Wire, TransferFailure, Transport.Client> =>
  Effect.gen(function* () {
    const left = yield* Deadline.remaining
    const client = yield* Transport.Client
    const outgoing = {
      method: request.method,
      url: request.url,
      headers: request.headers,
      query: [],
      body: request.body,
      content: (request.headers["content-type"] ?? "application/octet-stream") as `${string}/${string}` // as: a media type has a slash
    }
    const sent = Transport.send(client, outgoing, "bytes").pipe(
      Effect.timeoutOrElse({
        duration: Duration.min(policy.attemptTimeout, Duration.millis(left)),
        orElse: () => Effect.fail(new Transport.Silence({ reason: "timeout" }))
      })
    )
    const wire = yield* Effect.catch(sent, (fault) =>
      Effect.clockWith((clock) => Effect.fail(failureOf(request, fault, clock.currentTimeMillisUnsafe())))
    )
    if (accepted(wire)) return wire
    return yield* Effect.clockWith((clock) =>
      Effect.fail(refusal(request, wire, clock.currentTimeMillisUnsafe()))
    )
  })

const carryOut = (request: Request, { policy: parts }: Options) =>
  Effect.suspend((): Effect.Effect<Wire, TransferFailure, Transport.Client> => {
    const policy = { ...usual, ...parts }
    if (!URL.canParse(request.url))
      return Effect.fail(
        new Common.InvalidInput({ complaints: [{ path: "url", message: "is not an address" }] })
      )
    const retried = Effect.flatMap(Deadline.left, (left) =>
      Effect.retry(
        once(request, policy),
        Retry.schedule(policy, { idempotent: true, left, renewable: () => false })
      )
    )
    return Deadline.within(retried, policy.deadline)
  })

/** An address as it came in the answer of an operation, where it is a secret, or as a text. */
export type Address = string | Redacted.Redacted

const plain = (url: Address): string => (typeof url === "string" ? url : Redacted.value(url))

/**
 * Reads what stands at a presigned address. A read may be repeated, so silence is retried.
 *
 * @example
 * ```ts
 * import { Effect, Layer } from "effect"
 * import { HttpClient, HttpClientResponse } from "effect/http"
 * import { Transfer } from "faultline"
 *
 * // In a program, provide `Transport.layer`.
 * const here = Layer.succeed(
 *   HttpClient.HttpClient,
 *   HttpClient.make((request) => Effect.sync(() => HttpClientResponse.fromWeb(request, new Response("a,b\n1,2"))))
 * )
 * const file = Transfer.download("https://files.example/export.csv?signature=secret").pipe(Effect.provide(here))
 * console.log(new TextDecoder().decode(await Effect.runPromise(file)).split("\n")[0]) // a,b
 * ```
 */
export const download = (
  url: Address,
  options: Options = {}
): Effect.Effect<Uint8Array, TransferFailure, Transport.Client> =>
  Effect.map(
    carryOut({ url: plain(url), method: "GET", headers: {} }, options),
    ({ bytes }) => bytes ?? new Uint8Array()
  )

/**
 * Puts bytes at a presigned address. The same bytes at the same address are the same upload, so it is retried.
 *
 * @example
 * ```ts
 * import { Effect, Layer } from "effect"
 * import { HttpClient, HttpClientResponse } from "effect/http"
 * import { Transfer } from "faultline"
 *
 * const here = Layer.succeed(
 *   HttpClient.HttpClient,
 *   HttpClient.make((request) => Effect.sync(() => HttpClientResponse.fromWeb(request, new Response(null))))
 * )
 * const bytes = new TextEncoder().encode("a,b\n1,2")
 * const sent = Transfer.upload("https://files.example/import.csv?signature=secret", bytes, {
 *   headers: { "content-type": "text/csv" }
 * })
 * await Effect.runPromise(Effect.provide(sent, here))
 * ```
 */
export const upload = (
  url: Address,
  bytes: Uint8Array,
  { headers = {}, ...options }: Options & { readonly headers?: Readonly<Record<string, string>> } = {}
): Effect.Effect<void, TransferFailure, Transport.Client> =>
  Effect.asVoid(carryOut({ url: plain(url), method: "PUT", headers, body: bytes }, options))
