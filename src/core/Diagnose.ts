/**
 * Explaining one answer of a vendor without a call: what it is called, what it means, what to do, and how the vendor's default
 * policy would go on if it kept coming. It sends nothing.
 */
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import { heard, showVerdict } from "./Catalogue.ts"
import type { AnyFailure } from "./Failure.ts"
import { failureIn, type Known } from "./diagnose/meaning.ts"
import * as Retry from "./Retry.ts"
import type { Delivery, FieldError } from "./Story.ts"
import type { Vendor } from "./Vendor.ts"
import { at, type Wire } from "./Wire.ts"

export type { Known } from "./diagnose/meaning.ts"
export {
  type AnyCall,
  findOperation,
  isOperation,
  nameOf,
  operationsOf,
  type VendorModule
} from "./diagnose/operations.ts"

/** What one answer means. Every key is always there: `null` or `[]` where there is nothing to say. */
export interface Explanation {
  readonly vendor: string
  /** Tag of the operation that was answered: `Braze.trackUsers`. */
  readonly operation: string | null
  readonly outcome: "success" | "success-with-warnings" | "failure"
  /** Tag of the failure: `Braze.RateLimited`. */
  readonly tag: string | null
  readonly status: number
  /** The vendor's own words. */
  readonly said: string | null
  readonly fields: ReadonlyArray<FieldError>
  /** What asking again, unchanged, would do: a word, a wait in ms, or a moment as ISO time. */
  readonly again: ReturnType<typeof showVerdict> | null
  readonly means: string | null
  readonly remedy: string | null
  readonly see: string | null
  /** The waits (ms) of the default policy if this answer kept coming, for an operation that may be repeated and one that may not. */
  readonly retry: { readonly repeatable: ReadonlyArray<number>; readonly unrepeatable: ReadonlyArray<number> }
  readonly delivery: Delivery | null
  /** What the vendor warns of beside a success, as it stands in the body. */
  readonly warnings: ReadonlyArray<unknown>
}

// More attempts than any documented policy makes; an endless policy of one's own is cut here.
const most = 100

const waits = (vendor: Vendor, failure: AnyFailure, now: number): Explanation["retry"] => {
  const again = Array.from({ length: most }, () => failure)
  return {
    repeatable: Retry.simulate(vendor.policy, again, { repeatable: true, now }),
    unrepeatable: Retry.simulate(vendor.policy, again, { repeatable: false, now })
  }
}

const warningsIn = ({ warnings }: Vendor, wire: Wire): ReadonlyArray<unknown> => {
  const found = warnings === undefined ? undefined : at(wire.body, warnings)
  return Array.isArray(found) ? found : []
}

const meansOf = (failure: AnyFailure): string => {
  const resembles: unknown = Reflect.get(failure, "resembles")
  return typeof resembles === "string" ? `${failure.means} It looks like ${resembles}.` : failure.means
}

/** Explains one answer, from the facts that a call would read it by. */
export const explain = (vendor: Vendor, wire: Wire, known: Known = {}): Effect.Effect<Explanation> =>
  Effect.map(Clock.currentTimeMillis, (now) => {
    const failure = failureIn(vendor, wire, known)
    const { fields = [], said = null } = heard(vendor.dialect, wire)
    const warnings = failure === undefined ? warningsIn(vendor, wire) : []
    const success = warnings.length === 0 ? "success" : "success-with-warnings"
    return {
      vendor: vendor.name,
      operation: known.operation?.tag ?? null,
      outcome: failure === undefined ? success : "failure",
      tag: failure?._tag ?? null,
      status: wire.status,
      said,
      fields,
      again: failure === undefined ? null : showVerdict(failure.again),
      means: failure === undefined ? null : meansOf(failure),
      remedy: failure?.remedy ?? null,
      see: failure?.see ?? null,
      retry: failure === undefined ? { repeatable: [], unrepeatable: [] } : waits(vendor, failure, now),
      delivery: failure?.delivery ?? null,
      warnings
    }
  })
