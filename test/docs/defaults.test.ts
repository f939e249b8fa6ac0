import { readFileSync } from "node:fs"
import { assert, describe, it } from "@effect/vitest"
import { Duration, Effect, Fiber, Schedule } from "effect"
import { TestClock } from "effect/testing"
import {
  Batch,
  Braze,
  Breaker,
  Budget,
  Common,
  Failure,
  Hedge,
  Ixon,
  Limit,
  M3ter,
  Metrix,
  Pipeline,
  Policy,
  Retry,
  Xtremepush
} from "faultline"
import { environment } from "../../src/diagnose/environment.ts"
import { type AnyFailure, deliveryOf } from "../../src/contract/Failure.ts"
import { operationsOf, type VendorModule } from "../../src/diagnose/Diagnose.ts"
import { Rule } from "../../src/testing/simulator/script.ts"
import { faultOf } from "../../src/pipeline/Transport.ts"
import type { Vendor } from "../../src/contract/Vendor.ts"
import { isRecord } from "../../src/contract/Wire.ts"
import { forgotten } from "../../src/policy/redis/rates.ts"
import { columns, read } from "./page.ts"

const page = (name: string) => read(`docs/concepts/${name}.md`)
const defaults = (name: string, count: number, nth = 0) => columns(page(name), "Defaults", count, nth)

const span = (time: Duration.Input): string => {
  const millis = Duration.toMillis(Duration.fromInputUnsafe(time))
  const units: ReadonlyArray<readonly [number, string]> = [
    [3_600_000, "h"],
    [60_000, "min"],
    [1000, "s"]
  ]
  const unit = units.find(([size]) => millis >= size && millis % size === 0)
  return millis === 0 ? "0 s" : unit === undefined ? `${millis} ms` : `${millis / unit[0]} ${unit[1]}`
}
const spans = (waits: ReadonlyArray<number>): string =>
  waits.length === 0 ? "none" : waits.map(span).join(", ")
const percent = (share: number): string => `${share * 100} %`
const many = <A>(value: A): ReadonlyArray<A> => Array.from({ length: 50 }, () => value)

interface Named {
  readonly name: string
  readonly module: VendorModule & { readonly vendor: Vendor }
  /** A refusal for now, with no time of the vendor's own. */
  readonly busy?: AnyFailure
}

const vendors: ReadonlyArray<Named> = [
  { name: "Braze", module: Braze, busy: new Braze.RateLimited({}) },
  { name: "m3ter", module: M3ter, busy: new M3ter.RateLimited({}) },
  { name: "Xtremepush", module: Xtremepush, busy: new Xtremepush.RateLimited({}) },
  // It documents no 429: HTTP's own rule.
  {
    name: "Metrix",
    module: Metrix,
    busy: new Common.Unrecognized({
      call: { vendor: "Metrix", operation: "Metrix.ingest", delivery: "Refused", status: 429 }
    })
  },
  { name: "IXON", module: Ixon, busy: new Ixon.RateLimited({}) }
]

describe("defaults on the pages are those of the code", () => {
  it("failures: what follows from retry", () => {
    const policy = Policy.make({ passing: Policy.waits("1 second"), limited: Policy.waits("1 second") })
    const verdicts = {
      "`never`": "never",
      "`safe`": "safe",
      "`if-idempotent`": "if-idempotent",
      "`{ after }`, `{ at }`": { after: Duration.seconds(2) },
      "`reauthenticate`": "reauthenticate",
      "`split`": "split"
    } as const
    const words: Readonly<Record<string, string>> = {
      "1000": "yes",
      "2000": "yes, never earlier",
      "0": "once, with a new credential",
      "": "no"
    }
    const rows = Object.entries(verdicts).map(([label, retry]) => {
      const delivery = deliveryOf(typeof retry === "string" ? { retry } : { retry: {} })
      // A schedule asks a failure what a retry would do, and whether it was done.
      const failure = Object.defineProperties(new Common.InvalidInput({ complaints: [] }), {
        retry: { value: retry },
        delivery: { value: delivery }
      })
      const waits = (idempotent: boolean) =>
        words[Retry.simulate(policy, many(failure), { idempotent }).join()] ?? "?"
      const parts = retry === "split" ? "; [split in parts](splitting.md)" : ""
      return [label, `${waits(true)}${parts}`, `${waits(false)}${parts}`, `\`${delivery}\``]
    })
    assert.deepStrictEqual(
      defaults("failures", 5).map(([retry = "", yes = "", no = "", , delivery = ""]) => [
        retry,
        yes,
        no,
        delivery
      ]),
      rows
    )
  })

  it("failures: the categories", () => {
    assert.deepStrictEqual(
      defaults("failures", 1, 2).flat(),
      Failure.categories.map((category) => `\`${category}\``)
    )
  })

  it("delivery: what the transport's errors mean", () => {
    const rows = defaults("delivery", 4)
    assert.isAbove(rows.length, 5)
    for (const [what = "", error = "", failure = "", reason = ""] of rows) {
      const [, code = "", , syscall] = /^`(\w+)`( in `(\w+)`)?$/.exec(error) ?? []
      const fault = faultOf({ code, ...(syscall === undefined ? {} : { syscall }) })
      assert.deepStrictEqual(
        [failure, reason],
        [fault._tag === "Unsent" ? "`NotSent`" : "`NoAnswer`, `DeliveryUnknown`", `\`${fault.reason}\``],
        what
      )
    }
  })

  it("retry: the vendors' waits", () => {
    const rows = vendors.map(({ busy, module: { vendor }, name }) => [
      name,
      spans(Retry.simulate(vendor.advice, many(new Common.NotSent({ reason: "refused" })))),
      busy === undefined ? "none" : spans(Retry.simulate(vendor.advice, many(busy))),
      vendor.advice.jitter
    ])
    assert.deepStrictEqual(defaults("retry", 4), rows)
  })

  it("policy: a policy from scratch", () => {
    const policy = Policy.make()
    const waits = (failure: AnyFailure) =>
      Retry.simulate(policy, many(failure)).length === 0 ? "no second attempt" : "?"
    assert.deepStrictEqual(defaults("policy", 2), [
      ["`passing`", waits(new Common.NotSent({ reason: "refused" }))],
      ["`limited`", waits(new Braze.RateLimited({}))],
      ["`jitter`", `\`${policy.jitter}\``],
      ["`attemptTimeout`", span(policy.attemptTimeout)],
      ["`deadline`", span(policy.deadline)],
      ["`source`", policy.source]
    ])
  })

  it("deadlines: the vendors' times", () => {
    const rows = vendors.map(({ module: { vendor }, name }) => [
      name,
      span(vendor.advice.attemptTimeout),
      span(vendor.advice.deadline)
    ])
    assert.deepStrictEqual(defaults("deadlines", 3), rows)
  })

  it("queue: the constants of Limit", () => {
    const concurrency = Limit.concurrencyDefaults
    const { early, first, late, longest } = Limit.trialPauses
    assert.deepStrictEqual(defaults("queue", 2), [
      ["calls that may wait (`waiting`)", Limit.waitingDefault.toLocaleString("en-US")],
      [
        "a declared window is taken to last longer by",
        `${percent(Limit.margins.least)} to ${percent(Limit.margins.most)}`
      ],
      ["in flight at first (`start`)", String(concurrency.start)],
      ["in flight at least (`least`)", String(concurrency.least)],
      ["in flight at most (`most`)", String(concurrency.most)],
      ["what is left after a bad sign (`cut`)", percent(concurrency.cut)],
      ["faults that are more than a few (`faultShare`)", percent(concurrency.faultShare)],
      ["far later than usual (`lateFactor`)", `${concurrency.lateFactor} ×`],
      ["never late below (`lateFloor`)", span(concurrency.lateFloor)],
      ["bad ends in a row that are an outage (`outageAfter`)", String(concurrency.outageAfter)],
      ["silence that is an outage, at least (`silence`)", span(concurrency.silence)],
      ["first pause between tries (`firstPause`)", span(concurrency.firstPause)],
      ["longest pause between tries (`longestPause`)", span(concurrency.longestPause)],
      ["first pause of a server that refuses all", span(first)],
      ["longest in its first second", span(early)],
      ["later, at least", span(late)],
      ["and never more than", span(longest)],
      ["longest hold, where no longer window is documented", span(Limit.longestHold)],
      ["longest hint that is believed", span(Limit.Hints.longest)]
    ])
  })

  it.effect("breaker: the constants of Breaker", () =>
    Effect.gen(function* () {
      const { failures, longestHint, openDuration, patience } = Breaker.defaults
      const step = yield* Schedule.toStep(openDuration)
      const waits = yield* Effect.forEach(Array.from({ length: 7 }), () =>
        Effect.map(step(0, undefined), ([, wait]) => span(wait))
      )
      assert.deepStrictEqual(defaults("breaker", 2), [
        ["failures in a row (`failures`)", String(failures)],
        ["that have lasted for (`patience`)", span(patience)],
        ["stays open (`openDuration`)", waits.join(", ")],
        ["longest hint that is obeyed (`longestHint`)", span(longestHint)]
      ])
    })
  )

  it("batches: how a run is carried out where nothing is said", () => {
    const { concurrency, linger, patience } = Batch.defaults
    assert.deepStrictEqual(defaults("batches", 2).slice(0, 3), [
      ["requests under way at once (`concurrency`)", String(concurrency)],
      ["an item of a stream waits for others (`linger`)", span(linger)],
      ["nothing is accepted, and batches go again (`patience`)", span(patience)]
    ])
  })

  it("budget: the constants of Budget", () => {
    const { memory, reserve, share } = Budget.defaults
    assert.deepStrictEqual(defaults("budget", 2), [
      ["retries for each first attempt (`share`)", String(share)],
      ["a first attempt counts for (`memory`)", span(memory)],
      ["retries per second without any calls (`reserve`)", String(reserve)]
    ])
  })

  it.effect("hedging: how a hedge behaves that is given nothing", () =>
    Effect.gen(function* () {
      const answering = (hedge: Hedge.Hedge, millis: number) =>
        Effect.gen(function* () {
          const fiber = yield* Effect.forkChild(hedge.run(Effect.sleep(millis)))
          yield* TestClock.adjust(millis)
          yield* Fiber.join(fiber)
        })
      const instant = yield* Hedge.make()
      let atLeast = 0
      for (; (yield* instant.delay) === undefined; atLeast++) yield* answering(instant, 0)
      // A hundred answers that take 1 to 100 ms: the percentile is the share.
      const spread = yield* Hedge.make({ withdraw: Effect.succeed(false) })
      for (let millis = 1; millis <= 100; millis++) yield* answering(spread, millis)
      const percentile = Duration.toMillis((yield* spread.delay) ?? Duration.zero) / 100
      assert.deepStrictEqual(defaults("hedging", 2).slice(1), [
        ["answers that come before the second request is sent (`percentile`)", percent(percentile)],
        ["answers to have seen before the first hedge (`atLeast`)", String(atLeast)],
        ["never sooner than (`floor`)", span((yield* instant.delay) ?? 0)]
      ])
    })
  )

  it("journal: which answers the vendors keep", () => {
    const rows = vendors.flatMap(({ module: { vendor }, name }) =>
      (vendor.records ?? []).length === 0
        ? [[name, "none", ""]]
        : (vendor.records ?? []).map(({ level, status }) => [
            name,
            status === "gave up"
              ? "calls that gave up"
              : `${String(status).toUpperCase()}${status === "2xx" ? " that is a failure" : ""}`,
            level
          ])
    )
    assert.deepStrictEqual(defaults("journal", 3), rows)
  })

  it("simulator: what can go wrong", () => {
    const kinds = Rule.members.map(({ fields }) => `\`${fields.fault.literal}\``)
    assert.deepStrictEqual(
      defaults("simulator", 1, 1),
      kinds.map((kind) => [kind])
    )
  })

  it("pipeline: the list itself", () => {
    const stages = Pipeline.stages()
    assert.deepStrictEqual(
      defaults("pipeline", 4),
      stages.map(({ because = "?", does = "?", name }, index) => [
        String(index + 1),
        `\`${name}\``,
        does,
        because
      ])
    )
    const drawn = /^ {2}(observe ▸.*)$/m.exec(page("pipeline").text)?.[1]
    assert.strictEqual(drawn, stages.map(({ name }) => name).join(" ▸ "))
  })

  it("sharing: what is asked of Redis, and when it is left alone", () => {
    const connection = readFileSync("src/policy/redis/connection.ts", "utf8")
    const [, timeout, pause] = /timeout: (\d+), late: \d+, pause: (\d+)/.exec(connection) ?? []
    const [, longest] = /longest: (\d+), ping/.exec(connection) ?? []
    const nameIn = (file: string, name: RegExp) => `\`${name.exec(readFileSync(file, "utf8"))?.[1]}…\``
    const prefix = (file: string) => nameIn(file, /prefix: "([^"]+)"/)
    const learned = nameIn("src/policy/redis/quotas.ts", /Redis, "([^"]+)"\)/)
    assert.deepStrictEqual(
      defaults("sharing", 3)
        .slice(3)
        .map(([, , shared]) => shared),
      [
        `one rate for all processes, kept for ${span(forgotten)}`,
        `${prefix("src/policy/redis/quotas.ts")}, ${learned}, ${prefix("src/policy/redis/circuits.ts")}`,
        span(Number(timeout)),
        span(Number(pause)),
        span(Number(longest))
      ]
    )
  })

  it("credentials: when tokens are renewed", () => {
    const renewed = /renewBefore: "([^"]+)"/
    const rows = defaults("auth", 3).filter(([, , when]) => when !== "")
    const files = { m3ter: "src/vendors/m3ter/layer.ts", IXON: "src/vendors/ixon/layer.ts" }
    assert.deepStrictEqual(
      rows.map(([name, , when]) => [name, when]),
      Object.entries(files).map(([name, file]) => [
        name,
        `${renewed.exec(readFileSync(file, "utf8"))?.[1]} before its end`
      ])
    )
  })
})

const modules = vendors.map(({ module }) => module)

describe("what operations can do", () => {
  const tags = (able: (operation: object) => boolean) =>
    modules.flatMap((module) => operationsOf(module).filter(able)).map(({ tag }) => `\`${tag}\``)

  it("batches: every operation that takes any number of items, and how many at a time", () => {
    const rows = modules.flatMap((module) =>
      operationsOf(module).flatMap((operation) => {
        const batching: unknown = Reflect.get(operation, "batching")
        if (!isRecord(batching)) return []
        const figure = (value: unknown) => (typeof value === "number" ? value.toLocaleString("en-US") : "")
        return [[`\`${operation.tag}\``, figure(batching["count"]), figure(batching["bytes"])]]
      })
    )
    assert.deepStrictEqual(new Set(defaults("batches", 3, 1).map(String)), new Set(rows.map(String)))
  })

  it("paging: every operation that is a stream", () => {
    assert.deepStrictEqual(
      defaults("paging", 1).flat().toSorted(),
      tags((operation) => "stream" in operation).toSorted()
    )
  })

  it("splitting: every operation that can be split", () => {
    const splits = modules.flatMap((module) =>
      operationsOf(module).filter(({ spec }) => spec.splits !== undefined)
    )
    assert.deepStrictEqual(
      defaults("splitting", 1).flat().toSorted(),
      splits.map(({ tag }) => `\`${tag}\``).toSorted()
    )
  })
})

it.effect("configure: the variables that the layers read", () =>
  Effect.gen(function* () {
    const layers = [
      Braze.layerConfig(),
      Braze.scimLayerConfig(),
      M3ter.layerConfig(),
      Xtremepush.layerConfig(),
      Metrix.layerConfig(),
      Ixon.layerConfig()
    ]
    const rows = columns(read("docs/how-to/configure.md"), "From the environment", 3)
    for (const [index, layer] of layers.entries()) {
      const variables = yield* environment(layer)
      const named = (required: boolean) =>
        variables
          .filter((one) => one.required === required)
          .map(({ name }) => `\`${name}\``)
          .toSorted()
      assert.deepStrictEqual(
        rows[index]?.slice(1).map((cell) =>
          cell
            .split(", ")
            .filter((name) => name !== "")
            .toSorted()
        ),
        [named(true), named(false)]
      )
    }
  })
)
