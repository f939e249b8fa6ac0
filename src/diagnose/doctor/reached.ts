/** The steps over HTTP without credentials: whether an answer comes, and what the clock of its sender says. */
import * as Clock from "effect/Clock"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import { read, shownOf } from "../../contract/read.ts"
import { httpRule } from "../../contract/statuses.ts"
import { notSentAdvice, silenceAdvice } from "../../contract/unsent.ts"
import type { Vendor } from "../../contract/Vendor.ts"
import type { Wire } from "../../contract/Wire.ts"
import * as Transport from "../../pipeline/Transport.ts"
import type { Place } from "./place.ts"
import { failed, ok, type Outcome, sentences, skipped } from "./step.ts"

/** An answer, and our clock when it had come (Unix ms). */
export interface Answered {
  readonly wire: Wire
  readonly at: number
}

/** What the request came to. */
export interface Reached {
  readonly outcome: Outcome
  readonly answered?: Answered
}

// Categories of an answer that says: not now. Any other answer, a refusal above all, proves that the host is reached.
const notNow: ReadonlyArray<unknown> = ["unavailable", "rate-limited"]

const call = ({ name }: Vendor) => ({ vendor: name, operation: name })

const readAnswer = (url: string, vendor: Vendor, wire: Wire): Outcome => {
  const found = `GET ${url}: HTTP ${wire.status}.`
  const rule = httpRule(wire.status)
  if (rule?.category === "misconfigured")
    return failed({ found, means: rule.means, remedy: rule.remedy, category: rule.category })
  const meaning = read({ vendor, call: () => call(vendor) }, wire, () => shownOf({ vendor }, wire))
  if (Result.isFailure(meaning) && notNow.includes(meaning.failure.category)) {
    const { _tag, category, means, remedy, see } = meaning.failure
    return failed({ found, means, remedy, see, code: _tag, category })
  }
  return ok(found, {
    means:
      rule?.category === "unknown"
        ? sentences("It sends callers elsewhere, which calls do not follow", rule.remedy)
        : null
  })
}

type Lost = Transport.Unsent | Transport.Silence

const unanswered = (url: string, { facts, route, secure }: Place, vendor: Vendor, lost: Lost): Outcome => {
  const advice = lost._tag === "Unsent" ? notSentAdvice[lost.reason] : silenceAdvice[lost.reason]
  const scheme = secure ? "" : "If the host wants TLS, the base URL must begin with https://"
  return failed({
    found: `GET ${url}: no answer.`,
    means: sentences(advice),
    remedy: sentences(route.unused, scheme, facts.address, vendor.lastingSilence),
    code: lost.code ?? lost.reason
  })
}

/** Asks the host for something without credentials. */
export const reached = (
  client: Transport.Client,
  vendor: Vendor,
  place: Place,
  userAgent: Readonly<Record<string, string>>,
  timeout: Duration.Input
): Effect.Effect<Reached> => {
  const { base, facts } = place
  const request = facts.request ?? { path: "/" }
  if ("skipped" in request) return Effect.succeed({ outcome: skipped(request.skipped) })
  const url = base + request.path
  const headers = { ...userAgent, ...request.headers }
  const outgoing = { method: "GET", url, headers, query: [], body: undefined, content: "json" } as const
  const late = () => Effect.fail(new Transport.Silence({ reason: "timeout" }))
  return Effect.provideContext(Transport.send(client, outgoing), Transport.quiet).pipe(
    Effect.timeoutOrElse({ duration: timeout, orElse: late }),
    Effect.matchEffect({
      onFailure: (lost) => Effect.succeed<Reached>({ outcome: unanswered(url, place, vendor, lost) }),
      onSuccess: (wire) =>
        Effect.map(Clock.currentTimeMillis, (at): Reached => ({
          outcome: readAnswer(url, vendor, wire),
          answered: { wire, at }
        }))
    })
  )
}

/** How far (ms) the clocks may be apart: ours. `Date` counts whole seconds, and its answer takes a while to come. */
const tolerance = 30_000

/** What the `Date` of an answer says of this machine's clock. */
export const clocked = ({ at, wire }: Answered): Outcome => {
  const date = Date.parse(wire.headers["date"] ?? "")
  if (Number.isNaN(date)) return skipped("The answer has no Date, or none that can be read.")
  // Half a second on the average is not in it.
  const ahead = at - (date + 500)
  const apart = Duration.format(Duration.seconds(Math.max(1, Math.round(Math.abs(ahead) / 1000))))
  if (Math.abs(ahead) <= tolerance) return ok(`This machine and the host agree to within ${apart}.`)
  return failed({
    found: `This machine's clock is ${apart} ${ahead > 0 ? "ahead of" : "behind"} the host's.`,
    means:
      "Tokens seem to be valid when they are not, certificates seem to have ended, and events carry wrong times.",
    remedy: "Let this machine take its time from the network: chronyc tracking, timedatectl.",
    category: "misconfigured"
  })
}
