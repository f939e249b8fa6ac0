/** The steps with credentials: harmless calls through the vendor's own pipeline, one attempt each, and what each of them proves. */
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import { type AnyFailure, type Category, classOf, isFailure } from "../../contract/Failure.ts"
import type { Response, Service } from "../../contract/Operation.ts"
import type * as Vendor from "../../pipeline/layer.ts"
import { failed, ok, type Outcome, sentences, skipped } from "./step.ts"

/** A call that was refused, and which permission it would have needed. */
interface Refusal {
  readonly failure: AnyFailure
  readonly permission: string | undefined
}

/** What the calls of one check came to. */
export interface Checked {
  readonly outcome: Outcome
  /** The answer to the call that went well. */
  readonly response?: Response<unknown>
  /** Permissions that the calls have shown to be there, and to be missing. */
  readonly allowed: ReadonlyArray<string>
  readonly denied: ReadonlyArray<string>
  /** The credentials are known, though every call was refused for want of a permission. */
  readonly known?: AnyFailure
}

// After these the next call of the check may still go well.
const tryNext: ReadonlyArray<Category> = ["unauthenticated", "forbidden"]

const isRefusal = (error: unknown): error is AnyFailure => isFailure(error)

/** The calls of a check, up to the first that is not refused. */
const made = (
  service: Service,
  calls: ReadonlyArray<Vendor.DoctorCall>
): Effect.Effect<{
  readonly refusals: ReadonlyArray<Refusal>
  readonly response?: Response<unknown>
  readonly permission?: string | undefined
}> =>
  Effect.gen(function* () {
    const refusals: Array<Refusal> = []
    for (const { input, operation } of calls) {
      const { permission } = operation.spec
      const result = yield* Effect.result(service.withResponse(operation, input))
      if (result._tag === "Success") return { refusals, response: result.success, permission }
      if (!isRefusal(result.failure)) return yield* Effect.die(result.failure)
      refusals.push({ failure: result.failure, permission })
      if (!tryNext.includes(result.failure.category)) break
    }
    return { refusals }
  })

// The first of many say enough.
const mostComplaints = 3

const words = ({ _tag, complaints, excerpt, status, vendorMessage }: AnyFailure): string => {
  const answered = status === undefined ? "" : ` (HTTP ${status})`
  const about = complaints.slice(0, mostComplaints).flatMap(({ path }) => path ?? [])
  const itsWords = vendorMessage ?? excerpt
  return sentences(
    `${_tag}${answered}${itsWords === undefined ? "" : `: “${itsWords}”`}${about.length === 0 ? "" : `, about ${about.join(", ")}`}`
  )
}

const refused = (failure: AnyFailure, proofs: Readonly<Record<string, string>> = {}): Outcome => {
  const { detail } = classOf(failure).facts
  return failed({
    found: words(failure),
    means: sentences(failure.means, detail?.(failure), proofs[failure._tag]),
    remedy: sentences(failure.remedy, failure.call?.advice),
    see: failure.see,
    code: failure._tag,
    category: failure.category
  })
}

const named = (permission: string | undefined): ReadonlyArray<string> =>
  permission === undefined ? [] : [permission]

const succeeded = <Options>(
  { proves, read }: Vendor.DoctorCheck<Options>,
  { value }: Response<unknown>,
  options: Options,
  now: number
): Outcome => {
  const reading = read?.(value, options, now)
  if (reading?.problem === undefined) return ok(sentences(reading?.found, proves))
  return failed({ found: reading.found, category: "misconfigured", ...reading.problem })
}

/** Makes the calls of a check and says what they prove. */
export const checked = <Options>(
  service: Service,
  check: Vendor.DoctorCheck<Options>,
  options: Options
): Effect.Effect<Checked> =>
  Effect.gen(function* () {
    const { permission, refusals, response } = yield* made(service, check.calls)
    const denied = refusals.flatMap((one) => named(one.permission))
    if (response !== undefined) {
      const now = yield* Clock.currentTimeMillis
      const outcome = succeeded(check, response, options, now)
      return { outcome, response, denied, allowed: named(permission) }
    }
    const isKnown = ({ failure }: Refusal) => check.known?.some(({ tag }) => tag === failure._tag) === true
    const known = refusals.find(isKnown)?.failure
    const last = known ?? refusals.at(-1)?.failure
    if (last === undefined) return { outcome: skipped("There is no call to make."), allowed: [], denied: [] }
    if (known === undefined) return { outcome: refused(last, check.refused), allowed: [], denied: [] }
    const outcome = ok(sentences(words(known), "The credentials are known."))
    return { outcome, known: last, allowed: [], denied }
  })

/** What the calls have shown of permissions; `undefined` where none was named. */
export const permitted = (
  { allowed, denied, known }: Checked,
  proofs: Readonly<Record<string, string>> = {}
): Outcome | undefined => {
  if (known !== undefined) return refused(known, proofs)
  if (allowed.length === 0) return undefined
  return ok(
    sentences(`Allowed: ${allowed.join(", ")}`, denied.length === 0 ? "" : `Refused: ${denied.join(", ")}`)
  )
}
