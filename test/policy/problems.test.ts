/** Each module says in words what is wrong with the options that it is made from, and finds nothing wrong with good ones. */
import { assert, describe, it } from "@effect/vitest"
import { Duration, Schedule } from "effect"
import * as Breaker from "../../src/policy/Breaker.ts"
import * as Budget from "../../src/policy/Budget.ts"
import * as Hedge from "../../src/policy/Hedge.ts"
import * as Limit from "../../src/policy/Limit.ts"
import * as Policy from "../../src/policy/Policy.ts"
import type { Problem } from "../../src/policy/problem.ts"

const says = (problems: ReadonlyArray<Problem>) =>
  problems.map(({ problem, setting }) => `${setting} ${problem}`)
const settings = (problems: ReadonlyArray<Problem>) => problems.map(({ setting }) => setting)

const quota: Limit.Quota = {
  name: "search",
  limit: 50,
  per: "1 second",
  scope: "account",
  source: "test"
}

describe("a budget", () => {
  it("takes shares from none to all, and rates and times above zero", () => {
    assert.deepStrictEqual(Budget.problems({}), [])
    assert.deepStrictEqual(Budget.problems({ share: 0, memory: "1 millis", reserve: 0, rate: 0.1 }), [])
    assert.deepStrictEqual(Budget.problems({ share: 1 }), [])
    assert.deepStrictEqual(says(Budget.problems({ share: -0.1, memory: 0, reserve: -1, rate: 0 })), [
      "share must be a number, at least 0 and at most 1; it is -0.1",
      "memory must be a duration, greater than 0 ms; it is 0",
      "reserve must be a number, at least 0; it is -1",
      "rate must be a number, greater than 0; it is 0"
    ])
    assert.deepStrictEqual(
      settings(
        Budget.problems({ share: Number.NaN, memory: Duration.infinity, reserve: Infinity, rate: Infinity })
      ),
      ["share", "memory", "reserve", "rate"]
    )
    assert.deepStrictEqual(settings(Budget.problems({ share: 10, memory: Number.NaN })), ["share", "memory"])
  })
})

describe("a breaker", () => {
  it("takes whole counts and bounded times, and any schedule for how long it stays open", () => {
    assert.deepStrictEqual(Breaker.problems({}), [])
    assert.deepStrictEqual(Breaker.problems(Breaker.defaults), [])
    assert.deepStrictEqual(
      Breaker.problems({ name: "shop", failures: 1, patience: 0, openDuration: "1 second", longestHint: 0 }),
      []
    )
    assert.deepStrictEqual(Breaker.problems({ openDuration: Schedule.spaced("1 second") }), [])
    assert.deepStrictEqual(
      says(
        Breaker.problems({
          name: "",
          failures: 0.5,
          patience: -1,
          openDuration: 0,
          longestHint: Duration.infinity
        })
      ),
      [
        "name must not be empty: it names the breaker in its metric",
        "failures must be a whole number, at least 1; it is 0.5",
        "patience must be a duration, at least 0 ms; it is -1",
        "openDuration must be a duration, greater than 0 ms; it is 0",
        "longestHint must be a duration, at least 0 ms; it is Infinity"
      ]
    )
  })
})

describe("a hedge", () => {
  it("takes a percentile above 0 and at most 1, and whole counts", () => {
    assert.deepStrictEqual(Hedge.problems({}), [])
    assert.deepStrictEqual(Hedge.problems({ percentile: 1, atLeast: 1, floor: 0 }), [])
    assert.deepStrictEqual(says(Hedge.problems({ percentile: 95, atLeast: 0, floor: "-1 seconds" })), [
      "percentile must be a number, greater than 0 and at most 1; it is 95",
      "atLeast must be a whole number, at least 1; it is 0",
      "floor must be a duration, at least 0 ms; it is -1 seconds"
    ])
    assert.deepStrictEqual(settings(Hedge.problems({ percentile: 0, floor: Infinity })), [
      "percentile",
      "floor"
    ])
  })
})

describe("a queue", () => {
  it("takes at least one that waits, and quotas with names of their own", () => {
    assert.deepStrictEqual(Limit.problems({}), [])
    assert.deepStrictEqual(Limit.problems({ waiting: Infinity, inFlight: "unlimited", quotas: [quota] }), [])
    assert.deepStrictEqual(says(Limit.problems({ waiting: 0 })), [
      "waiting must be a whole number, at least 1, or infinite; it is 0"
    ])
    assert.deepStrictEqual(
      says(
        Limit.problems({
          quotas: [
            quota,
            { ...quota, limit: 0, per: 0 },
            { ...quota, name: "", burst: 1.5 },
            { ...quota, name: "b", limit: Number.NaN, per: Duration.infinity }
          ]
        })
      ),
      [
        'quotas["search"].name is taken: a shared store would count both as one',
        'quotas["search"].limit must be a number, greater than 0; it is 0',
        'quotas["search"].per must be a duration, greater than 0 ms; it is 0',
        "quotas[2].name must not be empty: a shared store counts under it",
        "quotas[2].burst must be a whole number, at least 1; it is 1.5",
        'quotas["b"].limit must be a number, greater than 0; it is NaN',
        'quotas["b"].per must be a duration, greater than 0 ms; it is Infinity'
      ]
    )
  })

  it("takes constants of the in-flight limit that agree with each other", () => {
    const problems = (inFlight: Exclude<Limit.Options["inFlight"], undefined>) => Limit.problems({ inFlight })
    assert.deepStrictEqual(problems(Limit.concurrencyDefaults), [])
    assert.deepStrictEqual(problems({ start: 1, most: 1 }), [])
    assert.deepStrictEqual(problems({ start: Infinity, most: Infinity, outageAfter: Infinity }), [])
    assert.deepStrictEqual(says(problems({ start: 0.5, cut: 0, faultShare: 2, memory: Infinity })), [
      "inFlight.start must be a number, at least 1, or infinite; it is 0.5",
      "inFlight.cut must be a number, greater than 0 and at most 1; it is 0",
      "inFlight.faultShare must be a number, at least 0 and at most 1; it is 2",
      "inFlight.memory must be a number, greater than 0; it is Infinity",
      "inFlight.least must not exceed start: it is 1, and start is 0.5"
    ])
    assert.deepStrictEqual(settings(problems({ most: 4 })), ["inFlight.start"])
    assert.deepStrictEqual(settings(problems({ firstPause: 500 })), ["inFlight.firstPause"])
    const misspelled: Partial<Limit.ConcurrencyOptions> = JSON.parse('{ "strat": 4 }')
    assert.deepStrictEqual(says(problems(misspelled)), [
      "inFlight.strat is not a constant of the in-flight limit"
    ])
  })
})

describe("a policy", () => {
  it("takes schedules, durations above zero, and a jitter that it knows", () => {
    assert.deepStrictEqual(Policy.problems(Policy.make()), [])
    assert.deepStrictEqual(
      Policy.problems(Policy.make({ deadline: Duration.seconds(1), attemptTimeout: Duration.minutes(1) })),
      []
    )
    assert.deepStrictEqual(Policy.problems(Policy.make({ deadline: Duration.infinity })), [])
    assert.deepStrictEqual(
      says(Policy.problems(Policy.make({ attemptTimeout: Duration.zero, deadline: Duration.seconds(-1) }))),
      [
        "attemptTimeout must be a duration, greater than 0 ms, or infinite; it is 0",
        "deadline must be a duration, greater than 0 ms, or infinite; it is -1s"
      ]
    )
    assert.deepStrictEqual(
      says(Policy.problems(Policy.make({ attemptTimeout: Duration.infinity, deadline: Duration.infinity }))),
      ["deadline must be finite where attemptTimeout is not: a call without an answer would never end"]
    )
  })

  it("that was not checked by the type system may be anything", () => {
    // Reads as a policy only for the compiler: settings from a file, or from JavaScript.
    const given: Policy.Policy = Object.assign(
      Policy.make(),
      JSON.parse(`{
      "passing": [1000, 2000], "limited": null, "jitter": "some", "attemptTimeout": 5000, "deadline": "1 minute"
    }`)
    )
    assert.deepStrictEqual(says(Policy.problems(given)), [
      "passing must be a schedule of waits: see Policy.waits and Policy.exponential",
      "limited must be a schedule of waits: see Policy.waits and Policy.exponential",
      'jitter must be "full" or "none"; it is some',
      "attemptTimeout must be a Duration, as Duration.seconds(10) is; it is 5000",
      "deadline must be a Duration, as Duration.seconds(10) is; it is 1 minute"
    ])
  })
})
