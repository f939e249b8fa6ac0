/** What the layers of a call do, but for those that keep calm (`guards.ts`). Where they stand, and why, is in `stack.ts`. */
import * as Clock from "effect/Clock"
import * as DateTime from "effect/DateTime"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Schedule from "effect/Schedule"
import * as SchemaIssue from "effect/SchemaIssue"
import * as Common from "../contract/Common.ts"
import * as Deadline from "../policy/Deadline.ts"
import { type AnyFailure, withReport } from "../contract/Failure.ts"
import { generate } from "./Generate.ts"
import * as Journal from "./Journal.ts"
import type { Splitter } from "../contract/Operation.ts"
import * as Outgoing from "../contract/Outgoing.ts"
import * as Retry from "../policy/Retry.ts"
import { inStatus } from "../contract/Signature.ts"
import type { AttemptReport } from "../contract/CallReport.ts"
import * as Telemetry from "./Telemetry.ts"
import { send, Silence } from "./Transport.ts"
import type { Wire } from "../contract/Wire.ts"
import { read } from "./answer.ts"
import { showText, withoutSecrets } from "../contract/redact.ts"
import { encode, fail, observed, type Passage, unanswered } from "./Passage.ts"

/** What a layer does to what it is around. */
export type Apply = (
  inner: Effect.Effect<unknown, AnyFailure>,
  passage: Passage
) => Effect.Effect<unknown, AnyFailure>

const issuesOf = (
  issue: SchemaIssue.Issue
): ReadonlyArray<{ readonly path: string; readonly rule: string }> =>
  SchemaIssue.makeFormatterStandardSchemaV1()(issue).issues.map(({ message, path }) => ({
    path: (path ?? []).map((key) => (typeof key === "object" ? String(key.key) : String(key))).join("."),
    rule: message
  }))

export const encodeInput: Apply = (inner, passage) =>
  Effect.flatMap(generate(passage.input, passage.operation.spec.generates ?? {}), (filled) =>
    encode(passage.operation, filled)
  ).pipe(
    Effect.catch((error) => fail(passage, Common.InvalidInput, { issues: issuesOf(error.issue) })),
    Effect.flatMap((encoded) => {
      const issues = Outgoing.faultsOf(passage.operation, encoded, passage.runtime.setting)
      if (issues.length > 0) return fail(passage, Common.InvalidInput, { issues })
      passage.outgoing = Outgoing.make(passage.operation, encoded, passage.runtime.setting)
      return inner
    })
  )

export const span: Apply = (inner, passage) => passage.telemetry.call(inner, observed(passage))

export const deadline: Apply = (inner, passage) => Deadline.within(passage.policy.deadline)(inner)

const smaller = (failure: AnyFailure, passage: Passage, narrowing: Splitter<unknown, unknown>) =>
  Effect.gen(function* () {
    const part = narrowing.first(passage.input)
    if (part === undefined) {
      return yield* withReport(failure, {
        unsplit: `It cannot be made smaller: ${narrowing.names(passage.input)}`
      })
    }
    const first = yield* passage.retry(part)
    const rest = narrowing.rest(passage.input, first)
    return rest === undefined ? first : narrowing.join(first, yield* passage.retry(rest))
  })

export const split: Apply = (inner, passage) => {
  const { splits } = passage.operation.spec
  return splits === undefined
    ? inner
    : Effect.catchIf(
        inner,
        (failure) => failure.retry === "split",
        (failure) => smaller(failure, passage, splits)
      )
}

/** The failure with the story of its attempts. Once an attempt may have been applied, a later refusal does not make it undone. */
const tell = (passage: Passage, failure: AnyFailure): AnyFailure =>
  withReport(failure, {
    attempts: passage.attempts,
    ...(passage.uncertain && failure.delivery !== "Applied" ? { delivery: "Unknown" } : {})
  })

const recorded = (
  inner: Effect.Effect<unknown, AnyFailure>,
  passage: Passage
): Effect.Effect<unknown, AnyFailure> =>
  Effect.flatMap(Clock.currentTimeMillis, (start) => {
    passage.answer = undefined
    return Effect.tapError(inner, (failure) =>
      Effect.map(Clock.currentTimeMillis, (end) => {
        passage.last = failure
        passage.uncertain ||= failure.delivery === "Unknown"
        passage.attempts.push({
          kind: passage.attempts.length === 0 ? "first" : "retry",
          at: DateTime.makeUnsafe(start),
          millis: end - start,
          ended: failure._tag,
          ...(failure.status === undefined ? {} : { status: failure.status })
        })
      })
    )
  })

const note = (attempts: Array<AttemptReport>, { millis, why }: Retry.Wait): void => {
  const last = attempts.pop()
  if (last !== undefined) attempts.push({ ...last, waited: millis, why })
}

export const retry: Apply = (inner, passage) =>
  Effect.gen(function* () {
    const until = yield* Deadline.Current
    const schedule = Retry.schedule(passage.policy, {
      idempotent: passage.idempotent,
      renewable: () => passage.signed?.stale !== undefined,
      ...(until === undefined ? {} : { until })
    }).pipe(
      Schedule.tap(({ output }) => {
        note(passage.attempts, output)
        return output.why === "new credentials" ? (passage.signed?.stale ?? Effect.void) : Effect.void
      })
    )
    return yield* recorded(inner, passage).pipe(
      Effect.retry({ schedule, while: () => !passage.abandoned }),
      Effect.mapError((failure) => tell(passage, failure))
    )
  })

export const attemptTimeout: Apply = (inner, passage) =>
  Effect.gen(function* () {
    const left = yield* Deadline.remaining
    if (left <= 0) return yield* fail(passage, Common.OutOfTime, { deadline: passage.policy.deadline })
    const limit = Duration.min(passage.policy.attemptTimeout, Duration.millis(left))
    const bounded = Effect.timeoutOrElse(inner, {
      duration: limit,
      orElse: () => unanswered(passage, new Silence({ reason: "timeout" }))
    })
    return yield* passage.telemetry.attempt(bounded, observed(passage))
  })

/** A call whose credentials cannot be fetched was never sent. The request for them has been repeated already, by its own policy. */
const withoutCredentials = (passage: Passage, failure: AnyFailure) => {
  passage.abandoned = true
  return failure._tag === "NoAnswer" || failure._tag === "DeliveryUnknown"
    ? fail(passage, Common.NotSent, { reason: "credentials" })
    : Effect.fail(withReport(failure, { delivery: "NotSent" }))
}

export const auth: Apply = (inner, passage) =>
  Effect.gen(function* () {
    const left = yield* Deadline.remaining
    const { credentials, operation, outgoing } = passage
    passage.signed = yield* Effect.catch(credentials.apply(outgoing, operation), (failure) =>
      withoutCredentials(passage, failure)
    ).pipe(
      Effect.timeoutOrElse({
        duration: Duration.millis(left),
        orElse: () => fail(passage, Common.NotSent, { reason: "credentials" })
      })
    )
    return yield* inner
  })

const entry = (
  passage: Passage,
  { status, text }: Wire,
  failure: AnyFailure,
  level: Journal.Entry["level"]
) =>
  Effect.map(DateTime.now, (time): Journal.Entry => ({
    time,
    vendor: passage.runtime.vendor.name,
    operation: passage.operation.tag,
    request: Outgoing.show(passage.outgoing),
    status,
    answer: showText(text),
    tag: failure._tag,
    level
  }))

export const journal: Apply = (inner, passage) =>
  Effect.tapError(inner, (failure) =>
    Effect.gen(function* () {
      const { answer } = passage
      const rule = (passage.runtime.vendor.records ?? []).find(
        (one) => answer !== undefined && inStatus(one.status, answer.status)
      )
      if (answer === undefined || rule === undefined) return
      yield* (yield* Journal.Current).record(yield* entry(passage, answer, failure, rule.level))
    })
  )

export const wire: Apply = (_, passage) =>
  Effect.gen(function* () {
    const request = passage.signed?.request ?? passage.outgoing
    const answer = yield* Effect.catch(send(passage.runtime.client, request), (fault) =>
      unanswered(passage, fault)
    )
    passage.answer = withoutSecrets(answer, passage.credentials.secrets())
    yield* Effect.annotateCurrentSpan(Telemetry.attribute.status, answer.status)
    return yield* read(passage, answer)
  })
