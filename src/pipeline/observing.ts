/** Where calls and attempts are observed: each is counted in one place, when it ends, however it ends. */
import * as Cause from "effect/Cause"
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import type { Contract } from "../contract/compile.ts"
import type { AnyFailure } from "../contract/Failure.ts"
import type * as Retry from "../policy/Retry.ts"
import { escalationOf } from "./alerts/escalation.ts"
import type { Attempt, Done, Ended } from "./Call.ts"
import { failureOf } from "./report.ts"
import * as Telemetry from "./Telemetry.ts"

/** What is known of a call from its contract. */
export const beganOf = ({ operation, spec, vendor }: Contract): Telemetry.Began => ({
  vendor: vendor.name,
  operation: operation.tag,
  method: spec.method,
  path: spec.path
})

const outcomeOf = (exit: Exit.Exit<unknown, AnyFailure>): Telemetry.Outcome => {
  if (Exit.isSuccess(exit)) return "ok"
  return failureOf(exit)?._tag ?? (Cause.hasInterruptsOnly(exit.cause) ? "interrupted" : "defect")
}

const ended = (exit: Exit.Exit<unknown, AnyFailure>) => {
  const failure = failureOf(exit)
  return { outcome: outcomeOf(exit), delivery: failure?.delivery, status: failure?.status }
}

const elapsed = (from: bigint, to: bigint): number => Number(to - from) / 1e6

/** Why a person should know of it. */
const escalated = (contract: Contract, exit: Exit.Exit<unknown, AnyFailure>) => {
  const failure = failureOf(exit)
  const kind = failure === undefined ? undefined : escalationOf(contract, failure)
  return failure === undefined || kind === undefined
    ? {}
    : { escalation: { kind, message: failure.message, remedy: failure.remedy } }
}

/** Observes a whole call. */
export const observed = (
  contract: Contract,
  began: Telemetry.Began,
  telemetry: Telemetry.Observer,
  run: Effect.Effect<Done, AnyFailure>
): Effect.Effect<Done, AnyFailure> => {
  const { call, observe } = telemetry
  const wrapped = call === undefined ? run : call(run, began)
  if (observe === undefined) return wrapped
  return Effect.clockWith((clock) => {
    const start = clock.monotonicTimeNanosUnsafe()
    return Effect.onExit(wrapped, (exit) =>
      observe({
        _tag: "CallEnded",
        ...began,
        ...ended(exit),
        ...(Exit.isSuccess(exit) ? { status: exit.value.answer?.status } : escalated(contract, exit)),
        attempts: Exit.isSuccess(exit) ? exit.value.attempts.length : (failureOf(exit)?.attempts.length ?? 0),
        millis: elapsed(start, clock.monotonicTimeNanosUnsafe())
      })
    )
  })
}

// A layer's hosts are URLs that were checked when it was built, and a presigned address is one too.
const serverOf = (url: string): string =>
  (/^[a-z][a-z0-9+.-]*:\/\/(?:[^/?#]*@)?(\[[^\]]*\]|[^/?#:]*)/i.exec(url)?.[1] ?? "").toLowerCase()

const flat = (exit: Exit.Exit<Ended, never>): Exit.Exit<unknown, AnyFailure> =>
  Exit.isSuccess(exit) ? exit.value.exit : exit

/** A span sees a failed attempt fail; whoever runs it is handed its end. */
const spanned = (
  wrap: NonNullable<Telemetry.Observer["attempt"]>,
  run: Effect.Effect<Ended>,
  began: Telemetry.AttemptBegan
): Effect.Effect<Ended> =>
  Effect.suspend(() => {
    let end: Ended | undefined
    const failing = Effect.flatMap(run, (ended) => {
      end = ended
      const status = ended.answer?.status
      return status === undefined
        ? ended.exit
        : Effect.andThen(Effect.annotateCurrentSpan(Telemetry.attribute.status, status), ended.exit)
    })
    return Effect.matchEffect(wrap(failing, began), {
      onSuccess: (value) => Effect.succeed(end ?? { exit: Exit.succeed(value), sent: true }),
      onFailure: (failure) => Effect.succeed(end ?? { exit: Exit.fail(failure), sent: true })
    })
  })

/** Observes one attempt: everything that is handed to the transport passes here once. */
export const attempted = (
  contract: Contract,
  { kind, number, outgoing }: Attempt,
  run: Effect.Effect<Ended>
): Effect.Effect<Ended> =>
  Effect.withFiber((fiber) => {
    const { attempt, observe } = fiber.getRef(Telemetry.Current)
    if (attempt === undefined && observe === undefined) return run
    const began = { ...beganOf(contract), kind, number, server: serverOf(outgoing.url) }
    const wrapped = attempt === undefined ? run : spanned(attempt, run, began)
    if (observe === undefined) return wrapped
    const clock = fiber.getRef(Clock.Clock)
    const start = clock.monotonicTimeNanosUnsafe()
    return Effect.onExit(wrapped, (exit) =>
      observe({
        _tag: "AttemptEnded",
        ...began,
        ...ended(flat(exit)),
        ...(Exit.isSuccess(exit) && exit.value.answer !== undefined
          ? { status: exit.value.answer.status }
          : {}),
        millis: elapsed(start, clock.monotonicTimeNanosUnsafe())
      })
    )
  })

/** Observes that a call waits before it is retried. */
export const waiting = (
  contract: Contract,
  { observe }: Telemetry.Observer,
  { millis, why }: Retry.Wait
): Effect.Effect<void> => {
  if (observe === undefined) return Effect.void
  const began = beganOf(contract)
  return Effect.andThen(
    observe({ _tag: "Waited", ...began, why, millis }),
    why === "new credentials" ? observe({ _tag: "CredentialRenewed", ...began }) : Effect.void
  )
}
