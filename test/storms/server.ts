/**
 * A server in virtual time: one worker that serves in order at a capacity that changes, behind a rate limit of one of the three
 * usual kinds, over a network that takes its time. Work that a caller gave up is still done.
 */
import { Clock, Effect } from "effect"
import { random } from "./random.ts"

/** How a server counts calls. Windows start on the clock's whole spans; `sliding` counts the last span; `bucket` refills evenly. */
export type Model = "fixed" | "sliding" | "bucket"

/** What the server states about its limit: everything with each answer, or only `Retry-After` with a refusal. */
export type Headers = "all" | "retry-after"

export interface Limits {
  readonly model: Model
  readonly limit: number
  /** ms */
  readonly per: number
  readonly headers: Headers
}

/** A span of trouble: from, to (ms since the start), and the share of the capacity that is left; 0 is an outage. */
export interface Trouble {
  readonly from: number
  readonly to: number
  readonly share: number
  /** In an outage: no answer at all, or a 503 at once. */
  readonly how?: "silent" | "refusing"
}

export interface ServerOptions {
  /** Calls per second that it can serve; infinite where it is left out. */
  readonly capacity?: number
  readonly limits?: Limits
  readonly trouble?: Trouble
  /** Round trip in ms: a fixed part and the most that chance adds. */
  readonly network?: { readonly base: number; readonly spread: number }
  /** What each call takes besides, by chance: the median in ms, and how wide it is spread (lognormal sigma). */
  readonly thinking?: { readonly median: number; readonly sigma: number }
  /** The share of calls that fail at once with a 500, whatever the load. */
  readonly flaky?: number
  readonly seed: number
}

export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
}

export interface Server {
  /** One request; it never answers where an outage swallows it. */
  readonly request: Effect.Effect<Answer>
  readonly received: () => number
  readonly refused: () => number
  /** The largest number of accepted calls in any span of the limit's length. */
  readonly worst: () => number
}

export const make = (options: ServerOptions): Server => {
  const chance = random(options.seed)
  const network = options.network ?? { base: 8, spread: 4 }
  const thinking = () => {
    if (options.thinking === undefined) return 0
    const normal = Math.sqrt(-2 * Math.log(1 - chance())) * Math.cos(2 * Math.PI * chance())
    return options.thinking.median * Math.exp(options.thinking.sigma * normal)
  }
  const gate = options.limits === undefined ? undefined : counter(options.limits)
  const finish = worker(options)
  let received = 0
  let refused = 0
  const accepted: Array<number> = []
  const answer = (status: number, headers: Readonly<Record<string, string>>, wait: number) =>
    Effect.delay(Effect.succeed({ status, headers }), wait)
  const serve = (now: number, back: number): Effect.Effect<Answer> => {
    const { trouble } = options
    if (trouble?.share === 0 && now >= trouble.from && now < trouble.to) {
      return trouble.how === "refusing" ? answer(503, {}, back) : Effect.never
    }
    const verdict = gate?.(now)
    if (verdict !== undefined && !verdict.allowed) {
      refused++
      return answer(429, verdict.headers, back)
    }
    accepted.push(now)
    if (chance() < (options.flaky ?? 0)) return answer(500, verdict?.headers ?? {}, back)
    return answer(200, verdict?.headers ?? {}, finish(now) - now + back)
  }
  const request = Effect.gen(function* () {
    received++
    const there = (network.base + chance() * network.spread) / 2
    const back = (network.base + chance() * network.spread) / 2 + thinking()
    yield* Effect.sleep(there)
    return yield* serve(yield* Clock.currentTimeMillis, back)
  })
  return {
    request,
    received: () => received,
    refused: () => refused,
    worst: () => worst(accepted, options.limits?.per ?? 1000)
  }
}

/** When a call that comes now is done: it waits for those before it, and is served at the capacity of the moment. */
const worker = ({ capacity, trouble }: ServerOptions) => {
  if (capacity === undefined) return (now: number) => now
  let free = 0
  const rate = capacity / 1000
  return (now: number): number => {
    let at = Math.max(now, free)
    let work = 1
    // Outages swallow calls before they get here, so only a brownout slows the work.
    if (trouble !== undefined && trouble.share > 0) {
      if (at < trouble.from) {
        const done = Math.min(work, (trouble.from - at) * rate)
        work -= done
        at += done / rate
      }
      if (work > 1e-9 && at >= trouble.from && at < trouble.to) {
        const done = Math.min(work, (trouble.to - at) * rate * trouble.share)
        work -= done
        at += done / (rate * trouble.share)
      }
    }
    free = at + Math.max(0, work) / rate
    return free
  }
}

interface Verdict {
  readonly allowed: boolean
  readonly headers: Readonly<Record<string, string>>
}

const counter = ({ headers, limit, model, per }: Limits): ((now: number) => Verdict) => {
  const count = { fixed: fixed(limit, per), sliding: sliding(limit, per), bucket: bucket(limit, per) }[model]
  return (now) => {
    const { allowed, remaining, resetAt } = count(now)
    // Whole seconds, rounded up, as servers give them.
    const after = { "retry-after": String(Math.max(1, Math.ceil((resetAt - now) / 1000))) }
    const all = {
      "x-ratelimit-limit": String(limit),
      "x-ratelimit-remaining": String(remaining),
      "x-ratelimit-reset": String(Math.ceil(resetAt / 1000))
    }
    return { allowed, headers: { ...(headers === "all" ? all : {}), ...(allowed ? {} : after) } }
  }
}

interface Count {
  readonly allowed: boolean
  readonly remaining: number
  readonly resetAt: number
}

const fixed = (limit: number, per: number) => {
  let window = -1
  let used = 0
  return (now: number): Count => {
    const current = Math.floor(now / per)
    if (current !== window) {
      window = current
      used = 0
    }
    const allowed = used < limit
    if (allowed) used++
    return { allowed, remaining: limit - used, resetAt: (current + 1) * per }
  }
}

const sliding = (limit: number, per: number) => {
  const times: Array<number> = []
  return (now: number): Count => {
    while (times.length > 0 && times[0]! <= now - per) times.shift()
    const allowed = times.length < limit
    if (allowed) times.push(now)
    return { allowed, remaining: limit - times.length, resetAt: times[0]! + per }
  }
}

const bucket = (limit: number, per: number) => {
  let tokens = limit
  let at = 0
  return (now: number): Count => {
    tokens = Math.min(limit, tokens + ((now - at) * limit) / per)
    at = now
    const allowed = tokens >= 1
    if (allowed) tokens -= 1
    return { allowed, remaining: Math.floor(tokens), resetAt: now + ((limit - tokens) * per) / limit }
  }
}

const worst = (times: ReadonlyArray<number>, per: number): number => {
  let most = 0
  for (let from = 0, to = 0; to < times.length; to++) {
    while (times[from]! <= times[to]! - per) from++
    most = Math.max(most, to - from + 1)
  }
  return most
}
