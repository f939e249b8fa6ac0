/** Braze's rate limits, with the headers that tell of them: windows that reset on the clock. */
import { forge } from "../../../contract/Catalogue.ts"
import * as Simulator from "../../../testing/Simulator.ts"
import type { Wire } from "../../../contract/Wire.ts"
import { RateLimited } from "../failures.ts"

/** The rate-limit classes that the operations name, with the documented figures. Transactional sends have none. */
export const documented = {
  shared: () => Simulator.Quotas.fixed(250_000, 3_600_000),
  track: () => Simulator.Quotas.fixed(3_000, 3_000),
  users: () => Simulator.Quotas.fixed(20_000, 60_000),
  broadcast: () => Simulator.Quotas.fixed(250, 60_000),
  subscriptions: () => Simulator.Quotas.fixed(5_000, 60_000)
} as const

/** A count of requests by class, in place of the documented one. */
export type Quotas = { readonly [Name in keyof typeof documented]?: () => Simulator.Quotas.Quota }

const isBroadcast = ({ audience, broadcast, segment_id: segment }: Simulator.Call["fields"]): boolean =>
  broadcast === true || audience !== undefined || segment !== undefined

// Sends have their class by whom they go to; other operations name theirs.
const classOf = ({ fields, operation }: Simulator.Call): string => {
  const { quota } = operation.spec
  return typeof quota === "string" ? quota : isBroadcast(fields) ? "broadcast" : "shared"
}

/** The limits at work. */
export interface Limits {
  readonly authorize: (call: Simulator.Call) => Wire | undefined
  /** Adds the headers: what is left of the class that the call counted in, or empty texts where it was not counted. */
  readonly tell: (wire: Wire, call: Simulator.Call) => Wire
}

// Braze sends Unix seconds, or seconds to wait, depending on the contract. A test clock that begins in 1970 gives Unix times that
// would read as waits; waits are sent then.
const resetOf = ({ resetAt }: Simulator.Quotas.Taken, now: number): number => {
  const epoch = Math.ceil(resetAt / 1000)
  return epoch > 1_000_000_000 ? epoch : Math.ceil((resetAt - now) / 1000)
}

const headersOf = (
  taken: Simulator.Quotas.Taken | undefined,
  now: number
): Readonly<Record<string, string>> => ({
  "x-ratelimit-limit": taken === undefined ? "" : String(taken.limit),
  "x-ratelimit-remaining": taken === undefined ? "" : String(taken.remaining),
  "x-ratelimit-reset": taken === undefined ? "" : String(resetOf(taken, now))
})

// “10 a minute for each unique audience”: page “API limits”.
const audienceLimits = () => {
  const quotas = new Map<string, Simulator.Quotas.Quota>()
  return ({ fields }: Simulator.Call): Simulator.Quotas.Quota => {
    const { audience, campaign_id: campaign, canvas_id: canvas, segment_id: segment } = fields
    const key = Simulator.identityOf({ audience, campaign, canvas, segment })
    const quota = quotas.get(key) ?? Simulator.Quotas.fixed(10, 60_000)
    quotas.set(key, quota)
    return quota
  }
}

const counter = (other: Quotas) => {
  const quotas = new Map(Object.entries({ ...documented, ...other }).map(([name, make]) => [name, make()]))
  const audienceOf = audienceLimits()
  return (call: Simulator.Call): Simulator.Quotas.Taken | undefined => {
    const name = classOf(call)
    const quota = quotas.get(name)
    // Whoever sets a limit of their own for broadcasts has that one alone.
    if (quota === undefined || name !== "broadcast" || other.broadcast !== undefined)
      return quota?.take(call.now)
    return Simulator.Quotas.all(audienceOf(call), quota).take(call.now)
  }
}

/** Fresh limits. */
export const limits = (other: Quotas): Limits => {
  const count = counter(other)
  const counted = new WeakMap<Simulator.Call, Simulator.Quotas.Taken>()
  return {
    authorize: (call) => {
      const taken = count(call)
      if (taken === undefined) return undefined
      counted.set(call, taken)
      return taken.allowed ? undefined : forge(RateLimited, {}, { vendorMessage: "Rate limited" })
    },
    tell: (wire, call) => ({
      ...wire,
      headers: { ...wire.headers, ...headersOf(counted.get(call), call.now) }
    })
  }
}
