/** The queues of a layer: one or two for each quota class of its vendor. */
import * as Effect from "effect/Effect"
import type { QuotaClass } from "../contract/Quota.ts"
import type { Vendor } from "../contract/Vendor.ts"
import * as Limit from "../policy/limit/make.ts"

/** The queues of one layer. */
export interface Queues {
  /** The queues of a chain of quota classes, in the order in which a call passes them. */
  readonly chain: (classes: ReadonlyArray<string>) => ReadonlyArray<Limit.Limit>
  /** By class, in the same order; those of wider classes are with these. */
  readonly classes: ReadonlyMap<string, ReadonlyArray<Limit.Limit>>
}

/** What may be said of the queues of a layer: what they are limited by is the vendor's. */
export type LimitOptions = Omit<Limit.Options, "quotas" | "read">

/**
 * One queue, or, for a class within a wider one, two: what the quotas of the first let through may gather in the wider queue, and is
 * spaced out once more by the second.
 */
const queuesOf = (
  { quotas, within }: QuotaClass,
  options: LimitOptions,
  read: Limit.Read
): Effect.Effect<ReadonlyArray<Limit.Limit>> => {
  if (within === undefined) return Effect.map(Limit.make({ ...options, quotas, read }), (limit) => [limit])
  const narrow = Limit.make({ ...options, inFlight: "unlimited", quotas, read })
  // Only one of the two counts in a store that processes share.
  return Effect.all([narrow, Effect.provideService(narrow, Limit.Store, undefined)])
}

const makeQueues = (vendor: Vendor, given: LimitOptions, read: Limit.Read): Effect.Effect<Queues> =>
  Effect.gen(function* () {
    const options = { probes: new Limit.ProbeGate(1000 / Limit.probesPerSecond), ...given }
    const documented: Readonly<Record<string, QuotaClass>> = { default: { quotas: [] }, ...vendor.quotas }
    const classes = new Map<string, ReadonlyArray<Limit.Limit>>()
    for (const [name, one] of Object.entries(documented))
      classes.set(name, yield* queuesOf(one, options, read))
    const chain = ([name = "default", ...wider]: ReadonlyArray<string>): ReadonlyArray<Limit.Limit> => {
      const [first, ...last] = classes.get(name) ?? []
      if (first === undefined) return []
      return [first, ...(wider.length === 0 ? [] : chain(wider)), ...last]
    }
    const chains = new Map<string, ReadonlyArray<Limit.Limit>>()
    return {
      classes,
      chain: (names) => {
        const [name = "default"] = names
        const known = chains.get(name) ?? chain(names)
        chains.set(name, known)
        return known
      }
    }
  })

/** Makes the queues of a vendor's classes, or takes the one that is given for all of them. */
export const limitsOf = (
  vendor: Vendor,
  given: LimitOptions | Limit.Limit = {},
  read: Limit.Read
): Effect.Effect<Queues> => {
  if (!("run" in given)) return makeQueues(vendor, given, read)
  const only = [given]
  return Effect.succeed({ chain: () => only, classes: new Map([["default", only]]) })
}
