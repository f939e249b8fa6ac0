/** The queues of a layer: one or two for each quota class of its vendor. */
import type * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import type { QuotaClass } from "../contract/Quota.ts"
import type { Vendor } from "../contract/Vendor.ts"
import * as Limit from "../policy/limit/make.ts"

/** The queues of one layer. */
export interface Queues {
  /** The queues of a chain of quota classes, in the order in which a call passes them. */
  readonly chain: (classes: ReadonlyArray<string>) => ReadonlyArray<Limit.Limit>
  /** By class, in the same order; those of wider classes are with these. Of many classes those are there that were called. */
  readonly classes: ReadonlyMap<string, ReadonlyArray<Limit.Limit>>
  /** From now on this is run whenever a class is called for the first time. */
  readonly onFirst: (listener: () => void) => void
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

/** The queues of chains of classes; each chain is put together once. */
const chains = (queues: (name: string) => ReadonlyArray<Limit.Limit>): Queues["chain"] => {
  const chain = ([name = "default", ...wider]: ReadonlyArray<string>): ReadonlyArray<Limit.Limit> => {
    const [first, ...last] = queues(name)
    if (first === undefined) return []
    return [first, ...(wider.length === 0 ? [] : chain(wider)), ...last]
  }
  const chains = new Map<string, ReadonlyArray<Limit.Limit>>()
  return (names) => {
    const [name = "default"] = names
    const known = chains.get(name) ?? chain(names)
    chains.set(name, known)
    return known
  }
}

/**
 * A vendor's classes stand in the health of its layers, at rest too. Of a vendor with more than these each stands there from its first
 * call on: most programs call a few of them, and each costs some kilobytes and ten series of metrics.
 */
const few = 8

/** Calls one listener at most. */
const notifier = () => {
  let notify: () => void = () => undefined
  return { notify: () => notify(), onFirst: (listener: () => void) => void (notify = listener) }
}

const makeQueues = (vendor: Vendor, given: LimitOptions, read: Limit.Read): Effect.Effect<Queues> =>
  Effect.contextWith((context: Context.Context<never>) => {
    const options = { probes: new Limit.ProbeGate(1000 / Limit.probesPerSecond), ...given }
    const documented: Readonly<Record<string, QuotaClass>> = { default: { quotas: [] }, ...vendor.quotas }
    const run = Effect.runSyncWith(context)
    const classes = new Map<string, ReadonlyArray<Limit.Limit>>()
    const { notify, onFirst } = notifier()
    const queues = (name: string): ReadonlyArray<Limit.Limit> => {
      const known = classes.get(name)
      const one = documented[name]
      if (known !== undefined || one === undefined) return known ?? []
      const made = run(queuesOf(one, options, read))
      classes.set(name, made)
      notify()
      return made
    }
    const names = Object.keys(documented)
    if (names.length <= few) names.forEach(queues)
    return Effect.succeed({ classes, onFirst, chain: chains(queues) })
  })

/** Makes the queues of a vendor's classes, or takes the one that is given for all of them. */
export const limitsOf = (
  vendor: Vendor,
  given: LimitOptions | Limit.Limit = {},
  read: Limit.Read
): Effect.Effect<Queues> => {
  if (!("run" in given)) return makeQueues(vendor, given, read)
  const only = [given]
  return Effect.succeed({
    chain: () => only,
    classes: new Map([["default", only]]),
    onFirst: () => undefined
  })
}
