/** What `Policy.plan` and `faultline policy` say, beside what the vendors' own pipelines do in virtual time. */
import { assert, describe, it } from "@effect/vitest"
import { Clock, Duration, Effect, Exit, Random } from "effect"
import { HttpClient, HttpClientError, type HttpClientRequest } from "effect/http"
import { answerOf, type Rig, rigs, vendorNames } from "../../bench/storms/simulation/rigs.ts"
import * as Catalogue from "../../src/contract/Catalogue.ts"
import * as Common from "../../src/contract/Common.ts"
import type { AnyFailureClass } from "../../src/contract/Failure.ts"
import type { Options } from "../../src/pipeline/layer.ts"
import * as Telemetry from "../../src/pipeline/Telemetry.ts"
import * as Limit from "../../src/policy/Limit.ts"
import * as Policy from "../../src/policy/Policy.ts"
import { faultline } from "../cli/running.ts"
import { runVirtual } from "../storms/clock.ts"
import { random } from "../storms/random.ts"

const noon = 1_785_000_000_000

/** How the vendor fails: with an answer, or without one. */
const failing = (request: HttpClientRequest.HttpClientRequest, failure: AnyFailureClass) => {
  const lost = (code: string) => {
    const cause = Object.assign(new Error(code), {
      code,
      syscall: code === "ECONNREFUSED" ? "connect" : "read"
    })
    const reason = new HttpClientError.TransportError({ request, cause })
    return Effect.fail(new HttpClientError.HttpClientError({ reason }))
  }
  if (failure === Common.NotSent) return lost("ECONNREFUSED")
  if (failure === Common.NoAnswer || failure === Common.DeliveryUnknown) return lost("ECONNRESET")
  return Effect.sync(() => answerOf(request, failure === refusal ? named : Catalogue.forge(failure, {})))
}

/** Every vendor that refuses for now may name a time: here, two days. */
const refusal = Common.Unrecognized
const named = { status: 429, headers: { "retry-after": "172800" }, text: "{}" }

interface Ran {
  /** When (ms) requests were made. */
  readonly sent: ReadonlyArray<number>
  /** When (ms) each call ended, and how. */
  readonly ended: ReadonlyArray<{ readonly at: number; readonly tag: string }>
}

const even = { policy: { jitter: "none" } } as const

/** Makes so many calls, one each `every` ms, while the vendor does nothing but fail. */
const run = (
  rig: Rig,
  failure: AnyFailureClass,
  { calls = 1, every = 0, ...options }: Options & { calls?: number; every?: number; write?: boolean }
): Ran => {
  const sent: Array<number> = []
  const ended: Array<Ran["ended"][number]> = []
  const since = Effect.map(Clock.currentTimeMillis, (now) => now - noon)
  const client = HttpClient.make((request) =>
    Effect.andThen(
      Effect.map(since, (at) => void sent.push(at)),
      failing(request, failure)
    )
  )
  const all = Effect.gen(function* () {
    const call = yield* rig.build(client, options)
    const one = (index: number) =>
      Effect.gen(function* () {
        yield* Effect.sleep(index * every)
        const exit = yield* Effect.exit(call)
        const error = Exit.isFailure(exit) ? Exit.findError(exit) : undefined
        const tag = error?._tag === "Success" ? Reflect.get(Object(error.success), "_tag") : undefined
        ended.push({ at: yield* since, tag: String(tag) })
      })
    yield* Effect.forEach(
      Array.from({ length: calls }, (_, index) => index),
      one,
      { concurrency: "unbounded" }
    )
  })
  const next = random(5)
  const chance = { nextDoubleUnsafe: next, nextIntUnsafe: () => Math.floor(next() * 2 ** 31) }
  const quiet = Effect.provideService(all, Telemetry.Current, Telemetry.none)
  runVirtual(Effect.scoped(Effect.provideService(quiet, Random.Random, chance)), noon)
  return { sent, ended }
}

const planOf = ({ operations, vendor }: Rig, write: boolean) =>
  Policy.plan(write ? operations.write : operations.read, {
    policy: vendor.advice,
    failures: vendor.always,
    budget: 0.1
  })

const classOf = ({ vendor }: Rig, tag: string): AnyFailureClass =>
  [...vendor.always, ...Common.common].find((failure) => failure.tag === tag) ?? assert.fail(tag)

describe.each(vendorNames)("the plan of %s", (name) => {
  const rig: Rig = rigs[name]

  it.each([false, true])("has the attempts of a call alone, each at its time (a write: %s)", (write) => {
    for (const { attempts, tag } of planOf(rig, write).timelines) {
      const failure = classOf(rig, tag)
      // The other name of silence is for the other kind of operation; nothing here can be renewed.
      if (
        failure === (write ? Common.NoAnswer : Common.DeliveryUnknown) ||
        failure.facts.retry === "reauthenticate"
      )
        continue
      const { sent } = run(rig, failure, { ...even, write })
      const off = sent.map((at, index) => Math.abs(at - (attempts[index] ?? -1)))
      assert.deepStrictEqual([tag, sent.length], [tag, attempts.length])
      assert.isAtMost(Math.max(...off), 60, `${tag}: ${sent.join()} where ${attempts.join()} was planned`)
    }
  })

  it("says how long calls wait in an outage, and how many requests find out that it is over", () => {
    const plan = planOf(rig, false)
    const { ended, sent } = run(rig, Common.NotSent, { calls: 40, every: 25 })
    const seconds = Duration.toSeconds(plan.outage)
    assert.isAtMost(Math.max(...ended.map(({ at }) => at)) / 1000, seconds + 1)
    assert.isAtLeast(Math.min(...ended.map(({ at }) => at)) / 1000, seconds - 30)
    assert.isAtMost(sent.filter((at) => at > 5000).length, Limit.probesPerSecond * seconds)
    for (let second = 5; second < seconds; second++)
      assert.isAtMost(
        sent.filter((at) => at >= second * 1000 && at < (second + 1) * 1000).length,
        Limit.probesPerSecond + 1
      )
  })

  it("says that each request of what must not be done twice is one of its attempts", () => {
    const plan = planOf(rig, true)
    const { ended, sent } = run(rig, Common.NotSent, { calls: 20, every: 25, write: true })
    assert.isAtMost(sent.length, 20 * plan.attempts)
    assert.lengthOf(ended, 20)
    assert.isAtMost(Math.max(...ended.map(({ at }) => at)) / 1000, Duration.toSeconds(plan.outage) + 1)
  })

  it("says that calls are refused once the vendor has been down for as long as the policy waits", () => {
    for (const failFast of [true, "10 seconds"] as const) {
      const policy = {
        ...rig.vendor.advice,
        failFast: failFast === true ? true : Duration.fromInputUnsafe(failFast)
      }
      const { outage } = Policy.plan(rig.operations.read, { policy, failures: rig.vendor.always })
      const { ended } = run(rig, Common.NotSent, { calls: 600, every: 25, failFast })
      const late = ended.filter(({ at }) => at > Duration.toMillis(outage) + 2000)
      assert.isAbove(late.length, 0)
      assert.deepStrictEqual(
        [...new Set(late.map(({ tag }) => tag))].filter((tag) => tag !== "NotSent"),
        ["CircuitOpen"]
      )
    }
  })

  it("says for how long a refusal holds all calls that names a longer time", () => {
    const longest = Limit.holdOf(rig.quotas)
    const { sent } = run(rig, refusal, {
      calls: 2,
      every: 1000,
      policy: { deadline: Duration.hours(3), limited: Policy.never }
    })
    assert.lengthOf(sent, 2)
    assert.isAtLeast(sent[1] ?? 0, longest)
    assert.isAtMost(sent[1] ?? Infinity, 1.2 * longest + 1000)
  })
})

describe("the budget", () => {
  it("is not spent by refusals for now, so the plan does not say that it bounds them", () => {
    const rig: Rig = rigs.m3ter
    const limited = Policy.plan(rig.operations.read, {
      policy: rig.vendor.advice,
      failures: [classOf(rig, "M3ter.RateLimited")],
      budget: 0.1
    })
    assert.deepStrictEqual([limited.amplification, limited.budgeted], [6, 1.1])
    assert.lengthOf(run(rig, classOf(rig, "M3ter.RateLimited"), even).sent, 6)
  })
})

describe("faultline policy", () => {
  it.effect.each(vendorNames)("prints these figures for %s", (vendor) =>
    Effect.gen(function* () {
      const rig: Rig = rigs[vendor]
      const { out } = yield* faultline(["policy", vendor])
      const deadline = Duration.format(rig.vendor.advice.deadline)
      const [read = "", write = ""] = out.split("Operations of").slice(1)
      assert.include(read, `waits in the queue for up to ${deadline}; no more than 4 a second are sent`)
      assert.match(read, /and spend no attempt$/m)
      assert.match(write, /and each is one of its call's attempts$/m)
      assert.include(out, Duration.format(Duration.millis(Limit.holdOf(rig.quotas))))
      assert.match(out, /names a time holds all calls of its class until then, but for no longer than/)
      assert.match(read, /which refusals for now do not spend$/m)
    })
  )
})
