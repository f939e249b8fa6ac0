/** Braze's rate limits, with the headers that report them: windows that reset on the clock. */
import * as Duration from "effect/Duration"
import { forge } from "../../../contract/Catalogue.ts"
import type { Quota } from "../../../contract/Quota.ts"
import type { Wire } from "../../../contract/Wire.ts"
import * as Simulation from "../../../testing/Simulation.ts"
import { RateLimited } from "../failures.ts"
import { vendor } from "../vendor.ts"

/** A count of requests by rate-limit class, in place of the documented one. */
export type Quotas = { readonly [Name in keyof typeof vendor.quotas]?: () => Simulation.Quotas.Quota }

const counting = ({ limit, per }: Quota): Simulation.Quotas.Quota =>
  Simulation.Quotas.fixed(limit, Duration.toMillis(Duration.fromInputUnsafe(per)))

/** A count for each class that has a documented limit; those that count by key are not among them. */
const documented = (): ReadonlyArray<readonly [name: string, quota: Simulation.Quotas.Quota]> =>
  Object.entries(vendor.quotas).flatMap(([name, { quotas }]) =>
    quotas.flatMap((quota: Quota) => (quota.each === undefined ? [[name, counting(quota)] as const] : []))
  )

const isBroadcast = ({
  audience,
  broadcast,
  segment_id: segment
}: Simulation.SimulatedRequest["fields"]): boolean =>
  broadcast === true || audience !== undefined || segment !== undefined

// Sends have their class by whom they go to; other operations name theirs.
const classOf = ({ fields, operation }: Simulation.SimulatedRequest): string => {
  const { quota } = operation.spec
  return typeof quota === "string" ? quota : isBroadcast(fields) ? "broadcast" : "shared"
}

/** The limits at work. */
export interface Limits {
  /** Counts a request, and refuses it where its class has no room. */
  readonly authorize: (request: Simulation.SimulatedRequest) => Wire | undefined
  /** Adds the headers: what is left of the class that the request counted in, or empty texts where it was not counted. */
  readonly finish: (wire: Wire, request: Simulation.SimulatedRequest) => Wire
}

// Braze sends Unix seconds, or seconds to wait, depending on the contract. A test clock that begins in 1970 gives Unix times that
// would read as waits; waits are sent then.
const resetOf = ({ resetAt }: Simulation.Quotas.Taken, now: number): number => {
  const epoch = Math.ceil(resetAt / 1000)
  return epoch > 1_000_000_000 ? epoch : Math.ceil((resetAt - now) / 1000)
}

const headersOf = (
  taken: Simulation.Quotas.Taken | undefined,
  now: number
): Readonly<Record<string, string>> => ({
  "x-ratelimit-limit": taken === undefined ? "" : String(taken.limit),
  "x-ratelimit-remaining": taken === undefined ? "" : String(taken.remaining),
  "x-ratelimit-reset": taken === undefined ? "" : String(resetOf(taken, now))
})

/** A count for each unique audience: page “API limits”. */
const audienceLimits = () => {
  const quotas = new Map<string, Simulation.Quotas.Quota>()
  return ({ fields }: Simulation.SimulatedRequest): Simulation.Quotas.Quota => {
    const { audience, campaign_id: campaign, canvas_id: canvas, segment_id: segment } = fields
    const key = Simulation.identityOf({ audience, campaign, canvas, segment })
    const quota = quotas.get(key) ?? counting(vendor.quotas.broadcast.quotas[1])
    quotas.set(key, quota)
    return quota
  }
}

const counter = (others: Quotas) => {
  const given = Object.entries(others).map(([name, make]) => [name, make()] as const)
  const quotas = new Map([...documented(), ...given])
  const audienceOf = audienceLimits()
  return (request: Simulation.SimulatedRequest): Simulation.Quotas.Taken | undefined => {
    const name = classOf(request)
    const quota = quotas.get(name)
    // Whoever sets a limit of their own for broadcasts has that one alone.
    if (quota === undefined || name !== "broadcast" || others.broadcast !== undefined)
      return quota?.take(request.now)
    return Simulation.Quotas.all(audienceOf(request), quota).take(request.now)
  }
}

interface Counted {
  readonly request: Simulation.SimulatedRequest
  readonly taken: Simulation.Quotas.Taken | undefined
}

/** Fresh limits. */
export const limits = (others: Quotas): Limits => {
  const count = counter(others)
  // A request is answered in one step, so one that was counted is finished before the next is. One that was refused for its key
  // is finished without having been counted.
  let last: Counted | undefined
  return {
    authorize: (request) => {
      const taken = count(request)
      last = { request, taken }
      return taken === undefined || taken.allowed
        ? undefined
        : forge(RateLimited, {}, { vendorMessage: "Rate limited" })
    },
    finish: (wire, request) => {
      const taken = last?.request === request ? last.taken : undefined
      return { ...wire, headers: { ...wire.headers, ...headersOf(taken, request.now) } }
    }
  }
}
