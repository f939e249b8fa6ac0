/**
 * Explaining one answer of a vendor without a call: what it is called, what it means, what to do, and how the vendor's default
 * policy would go on if it kept coming. It sends nothing.
 */
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import { vendorContext } from "../contract/Catalogue.ts"
import { type AnyFailure, type Category, showVerdict } from "../contract/Failure.ts"
import { failureIn, type Known } from "./meaning.ts"
import * as Retry from "../policy/Retry.ts"
import type { Delivery, Complaint } from "../contract/CallReport.ts"
import type { Vendor } from "../pipeline/layer.ts"
import { at, type Wire } from "../contract/Wire.ts"

export type { Known } from "./meaning.ts"
export {
  type AnyCall,
  findOperation,
  isOperation,
  nameOf,
  operationsOf,
  type VendorModule
} from "./operations.ts"

/** What one answer means. Every key is always there: `null` or `[]` where there is nothing to say. */
export interface Explanation {
  readonly vendor: string
  /** Tag of the operation that was answered: `Braze.trackUsers`. */
  readonly operation: string | null
  readonly outcome: "success" | "success-with-warnings" | "failure"
  /** Tag of the failure: `Braze.RateLimited`. */
  readonly tag: string | null
  readonly category: Category | null
  readonly status: number
  /** The vendor's own words. */
  readonly vendorMessage: string | null
  readonly complaints: ReadonlyArray<Complaint>
  /** What asking again, unchanged, would do: a word, a wait in ms, or a moment as ISO time. */
  readonly retry: ReturnType<typeof showVerdict> | null
  readonly means: string | null
  readonly remedy: string | null
  readonly see: string | null
  /** The waits (ms) of the default policy if this answer kept coming, for an operation that may be repeated and one that may not. */
  readonly waits: {
    readonly idempotent: ReadonlyArray<number>
    readonly notIdempotent: ReadonlyArray<number>
  }
  readonly delivery: Delivery | null
  /** What the vendor warns of beside a success, as it stands in the body. */
  readonly warnings: ReadonlyArray<unknown>
}

// More attempts than any documented policy makes; an endless policy of one's own is cut here.
const most = 100

const waits = (vendor: Vendor, failure: AnyFailure, now: number): Explanation["waits"] => {
  const repeated = Array.from({ length: most }, () => failure)
  return {
    idempotent: Retry.simulate(vendor.policy, repeated, { idempotent: true, now }),
    notIdempotent: Retry.simulate(vendor.policy, repeated, { idempotent: false, now })
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
    const { complaints = [], vendorMessage = null } = vendorContext(vendor.dialect, wire)
    const warnings = failure === undefined ? warningsIn(vendor, wire) : []
    const success = warnings.length === 0 ? "success" : "success-with-warnings"
    return {
      vendor: vendor.name,
      operation: known.operation?.tag ?? null,
      outcome: failure === undefined ? success : "failure",
      tag: failure?._tag ?? null,
      category: failure?.category ?? null,
      status: wire.status,
      vendorMessage,
      complaints,
      retry: failure === undefined ? null : showVerdict(failure.retry),
      means: failure === undefined ? null : meansOf(failure),
      remedy: failure?.remedy ?? null,
      see: failure?.see ?? null,
      waits: failure === undefined ? { idempotent: [], notIdempotent: [] } : waits(vendor, failure, now),
      delivery: failure?.delivery ?? null,
      warnings
    }
  })
