/** Runs a storm: calls that come evenly, whatever becomes of those before them, against a server in trouble. */
import { Clock, Effect, Exit, Random } from "effect"
import { runVirtual } from "./clock.ts"
import { type Call, none, standard } from "./policy.ts"
import { random } from "./random.ts"
import * as Server from "./server.ts"

export interface Scenario {
  readonly server: Omit<Server.ServerOptions, "seed">
  /** Calls per second, and for how many ms they come. */
  readonly rate: number
  readonly lasts: number
  /** ms */
  readonly deadline: number
  readonly timeout: number
  readonly seed: number
  /** When the storm starts on the server's clock: windows need not begin with the calls. */
  readonly phase?: number
}

export interface Result {
  readonly calls: number
  /** Share of calls that succeeded within their deadline. */
  readonly ok: number
  /** Requests that the server received for each call. */
  readonly traffic: number
  readonly refused: number
  /** The largest number of accepted calls in any span as long as the limit's window. */
  readonly worst: number
  /** ms after the end of the trouble until all whole seconds that follow have at least 95 % success. */
  readonly recovery: number
  /** Requests received after the trouble, for each call that came after it. */
  readonly after: number
  /** Ends by name, for the curious. */
  readonly ends: Readonly<Record<string, number>>
}

interface Record_ {
  readonly at: number
  ok: boolean
}

type Policy = "standard" | "none"

/** Runs a scenario to its end and counts. */
export const run = (scenario: Scenario, policy: Policy = "standard"): Result =>
  runVirtual(Effect.scoped(storm(scenario, policy)), scenario.phase ?? 0)

const seeded = (seed: number) => {
  const next = random(seed ^ 0x5eed)
  return { nextDoubleUnsafe: next, nextIntUnsafe: () => Math.floor(next() * Number.MAX_SAFE_INTEGER) }
}

/** The storm as an effect, which runs in the time of its clock. */
export const storm = (scenario: Scenario, policy: Policy) =>
  Effect.provideService(unseeded(scenario, policy), Random.Random, seeded(scenario.seed))

const unseeded = (scenario: Scenario, policy: Policy) =>
  Effect.gen(function* () {
    const start = yield* Clock.currentTimeMillis
    const trouble = scenario.server.trouble
    const shifted =
      trouble === undefined
        ? {}
        : { trouble: { ...trouble, from: trouble.from + start, to: trouble.to + start } }
    const server = Server.make({ ...scenario.server, ...shifted, seed: scenario.seed })
    const call: Call = policy === "none" ? none(scenario.timeout) : (yield* standard(scenario.timeout)).call
    const records: Array<Record_> = []
    const ends: Record<string, number> = {}
    const gap = 1000 / scenario.rate
    const total = Math.round((scenario.lasts * scenario.rate) / 1000)
    let atEnd = 0
    yield* Effect.forEach(
      Array.from({ length: total }, (_, index) => index),
      (index) =>
        Effect.gen(function* () {
          yield* Effect.sleep(index * gap)
          const arrived = yield* Clock.currentTimeMillis
          if (trouble !== undefined && atEnd === 0 && arrived - start >= trouble.to) atEnd = server.received()
          const record = { at: arrived - start, ok: false }
          records.push(record)
          const deadline = arrived + scenario.deadline
          const exit = yield* Effect.exit(call(server.request, arrived, deadline))
          record.ok = Exit.isSuccess(exit) && (yield* Clock.currentTimeMillis) <= deadline
          const end = name(exit)
          ends[end] = (ends[end] ?? 0) + 1
        }),
      { concurrency: "unbounded", discard: true }
    )
    const late = records.filter(({ at }) => trouble !== undefined && at >= trouble.to)
    return {
      calls: total,
      ok: records.filter(({ ok }) => ok).length / total,
      traffic: server.received() / total,
      refused: server.refused(),
      worst: server.worst(),
      recovery: recovery(late, trouble?.to ?? 0),
      after: late.length === 0 ? 0 : (server.received() - atEnd) / late.length,
      ends
    }
  })

const name = (exit: Exit.Exit<void, unknown>): string => {
  if (Exit.isSuccess(exit)) return "ok"
  const reason = exit.cause.reasons[0]
  return reason?._tag === "Fail" &&
    typeof reason.error === "object" &&
    reason.error !== null &&
    "_tag" in reason.error
    ? String(reason.error._tag)
    : "unknown"
}

const recovery = (late: ReadonlyArray<Record_>, from: number): number => {
  const seconds = new Map<number, Array<boolean>>()
  for (const { at, ok } of late) {
    const second = Math.floor((at - from) / 1000)
    seconds.set(second, [...(seconds.get(second) ?? []), ok])
  }
  const bad = [...seconds]
    .filter(([, oks]) => oks.filter(Boolean).length < oks.length * 0.95)
    .map(([second]) => second)
  return bad.length === 0 ? 0 : (Math.max(...bad) + 1) * 1000
}
