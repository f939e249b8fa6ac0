/** The Redis that processes share limits and circuits through, and what happens while it cannot be reached. */
import * as Clock from "effect/Clock"
import * as Config from "effect/Config"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Option from "effect/Option"
import * as Redis from "effect/persistence/Redis"
import * as Redacted from "effect/Redacted"
import * as References from "effect/References"

/** The longest pause (ms) before a lost connection is tried again. */
const longestReconnect = 2000

/** How long a Redis may say nothing (ms), and how often it is asked to say something. */
const silence = { longest: 5000, ping: 2000 }

const wordsOf = (cause: unknown): string =>
  (cause instanceof Error ? cause.message : String(cause)).replace(/\.$/, "")

const unusable = ({ cause }: Redis.RedisError): Redis.RedisError =>
  new Redis.RedisError({
    cause: new Error(
      `The Redis at REDIS_URL, through which processes share limits and circuits, cannot be used: ${wordsOf(cause)}. Start it, correct REDIS_URL, or leave out the layers that share.`,
      { cause }
    )
  })

const problemOf = (problem: string) => new Redis.RedisError({ cause: new Error(problem) })

/** What is wrong with the address of a Redis, without a word of it: it may hold a password. */
const addressProblem = (address: string): string | undefined => {
  if (!URL.canParse(address))
    return "it is not a URL such as redis://:password@host:6379; in a password write / as %2F, @ as %40 and : as %3A"
  const { hostname, pathname, protocol } = new URL(address)
  if (protocol !== "redis:" && protocol !== "rediss:") return "its URL must begin with redis:// or rediss://"
  if (hostname === "") return "its URL names no host"
  return /^\/?\d*$/.test(pathname) ? undefined : "what follows its host is no number of a database"
}

/** The client is loaded when a layer is built that shares: a program that shares nothing needs no Redis client. */
const redisClient = Effect.tryPromise({
  try: async () => {
    // A bundler that does not find the package takes an import within `try` for one that may be missing.
    try {
      return await import("@effect/platform-node/NodeRedis")
    } catch (cause) {
      throw new Error("its client is not installed: npm install @effect/platform-node redis", { cause })
    }
  },
  catch: (cause) => new Redis.RedisError({ cause })
})

/** A connection to the Redis at `REDIS_URL`. It fails where there is none at first, and reconnects by itself afterwards. */
export const connection = Layer.unwrap(
  Effect.gen(function* () {
    const url = yield* Config.map(Config.Redacted("REDIS_URL"), (given) =>
      Redacted.make(Redacted.value(given).trim())
    )
    const problem = addressProblem(Redacted.value(url))
    // The client would throw the address itself, with its password.
    if (problem !== undefined) return Layer.effectContext(Effect.fail(unusable(problemOf(problem))))
    const NodeRedis = yield* Effect.mapError(redisClient, unusable)
    let connected = false
    const reconnectStrategy = (retries: number, cause: Error) =>
      connected ? Math.min(50 * 2 ** retries, longestReconnect) : cause
    const client = NodeRedis.layer({
      url: Redacted.value(url),
      disableOfflineQueue: true,
      // Who accepts the connection and says nothing is given up, also while nobody asks for anything.
      socket: { reconnectStrategy, socketTimeout: silence.longest },
      pingInterval: silence.ping
    })
    const marked = Layer.tap(client, () =>
      Effect.sync(() => {
        connected = true
      })
    ).pipe(Layer.catchTag("RedisError", (error) => Layer.effectContext(Effect.fail(unusable(error)))))
    // The client would log each failed reconnect; `makeFallback` reports the loss once.
    return Layer.provide(marked, Layer.succeed(References.MinimumLogLevel, "None"))
  })
)

/**
 * Durations in ms: how long to wait for an answer of the store, how late the end of that wait may be, and how long to leave the
 * store alone after a failure.
 */
const outage = { timeout: 250, late: 25, pause: 1000 }

/** The wait for an answer. Where it ends late, this process has stalled, and the answer may be there: it is looked at once more. */
const patience = (now: () => number) =>
  Effect.suspend(() => {
    const due = now() + outage.timeout
    const wait = Effect.sleep(outage.timeout)
    return Effect.andThen(
      wait,
      Effect.suspend(() => (now() > due + outage.late ? wait : Effect.void))
    )
  })

/** What the store answers, or nothing. Interruptible, because a breaker consults its store in an uninterruptible region. */
const answered = <A, E, R>(remote: Effect.Effect<A, E, R>, now: () => number) =>
  Effect.raceFirst(
    Effect.asSome(Effect.interruptible(Effect.result(remote))),
    Effect.interruptible(Effect.as(patience(now), Option.none()))
  )

/** Uses the store, or, while it cannot be reached, this process. `isUnreachable` tells the store's failures from its answers. */
export type Fallback = <A, E, R>(
  remote: Effect.Effect<A, E, R>,
  local: Effect.Effect<A, E, R>,
  isUnreachable: (error: E) => boolean
) => Effect.Effect<A, E, R>

/** Makes a fallback for a store of `what` (limits, circuits). Its loss and its return are each reported once. */
export const makeFallback = (what: string): Effect.Effect<Fallback> =>
  Effect.map(Clock.Clock, (clock) => {
    let down = false
    let retryAt = -Infinity
    const now = () => Number(clock.monotonicTimeNanosUnsafe()) / 1e6
    const report = (is: boolean) =>
      Effect.suspend(() => {
        const changed = down !== is
        down = is
        if (!changed) return Effect.void
        return is ? Effect.logWarning(lostMessage(what)) : Effect.logInfo(foundMessage(what))
      })
    return (remote, local, isUnreachable) =>
      Effect.suspend(() => {
        if (down && now() < retryAt) return local
        retryAt = now() + outage.pause
        const onLoss = Effect.andThen(report(true), local)
        return answered(remote, now).pipe(
          Effect.flatMap((answer) => {
            if (Option.isNone(answer)) return onLoss
            if (answer.value._tag === "Failure" && isUnreachable(answer.value.failure)) return onLoss
            return Effect.andThen(report(false), Effect.fromResult(answer.value))
          })
        )
      })
  })

const lostMessage = (what: string) =>
  `The store that shares ${what} between processes is out of reach. Until it is back, each process keeps ${what} by itself.`
const foundMessage = (what: string) => `The store that shares ${what} between processes is back.`
