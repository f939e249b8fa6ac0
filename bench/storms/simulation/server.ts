/** The server of a simulated storm: a limit, a worker behind it, and trouble. Work that a caller gave up is still done. */
import { type Meter, meter, type Model } from "./models.ts"
import { isOut, makeWorker, type Trouble } from "./worker.ts"

/** What the server says about its limit: all headers with each answer, only `Retry-After` with a refusal, or nothing. */
export type Said = "all" | "retry-after" | "none"

/** A limit; `per` is ms. */
export interface Limited {
  readonly model: Model
  readonly limit: number
  readonly per: number
  readonly headers: Said
}

/** What serves the calls. `capacity` is in calls per second. */
export interface ServerOptions {
  readonly limited?: Limited
  readonly capacity: number
  readonly trouble?: Trouble
}

/** An answer, and when it leaves the server. */
export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly at: number
}

const silent: Answer["headers"] = {}

/** A server that counts what it does. Times are Unix ms. */
export class Server {
  received = 0
  refused = 0
  /** Calls that were accepted, for each client: all, and those from `since` on. */
  readonly accepted: Array<number> = []
  readonly late: Array<number> = []
  /** Calls that arrived when an outage had lasted 5 s. */
  probes = 0
  private readonly options: ServerOptions
  private readonly since: number
  private readonly meter: Meter | undefined
  private readonly finish: (now: number) => number

  constructor(options: ServerOptions, since: number) {
    this.options = options
    this.since = since
    const { limited } = options
    this.meter = limited === undefined ? undefined : meter(limited.model, limited.limit, limited.per)
    this.finish = makeWorker(options.capacity, options.trouble)
  }

  /** Answers a call that arrives now; `undefined` where it never does. */
  answer(client: number, now: number): Answer | undefined {
    this.received++
    const { limited, trouble } = this.options
    if (isOut(now, trouble)) {
      if (now >= trouble.from + 5000) this.probes++
      return trouble.how === "silent" ? undefined : { status: 503, headers: silent, at: now }
    }
    const free = this.meter === undefined || this.meter.freeAt(now) <= now
    if (!free) {
      this.refused++
      return {
        status: 429,
        headers: limited === undefined ? silent : this.headers(limited, now, true),
        at: now
      }
    }
    this.meter?.take(now)
    this.accepted[client] = (this.accepted[client] ?? 0) + 1
    if (now >= this.since) this.late[client] = (this.late[client] ?? 0) + 1
    const headers = limited === undefined ? silent : this.headers(limited, now, false)
    return { status: 200, headers, at: this.finish(now) }
  }

  /** Whole seconds, rounded up, as servers give them. */
  private headers({ headers, limit }: Limited, now: number, refused: boolean): Answer["headers"] {
    if (headers === "none" || this.meter === undefined || (headers === "retry-after" && !refused))
      return silent
    const free = this.meter.freeAt(now)
    const after = refused ? { "retry-after": String(Math.max(1, Math.ceil((free - now) / 1000))) } : silent
    if (headers === "retry-after") return after
    return {
      "x-ratelimit-limit": String(limit),
      "x-ratelimit-remaining": String(this.meter.remaining(now)),
      "x-ratelimit-reset": String(Math.ceil(this.meter.resetAt(now) / 1000)),
      ...after
    }
  }
}
