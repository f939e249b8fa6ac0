import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { TerminalCapabilities } from "effect/cli"
import { figures } from "../../src/cli/figures.ts"
import type { Pipeline as Shown } from "../../src/cli/stages.ts"
import { vendorNamed, vendorNames } from "../../src/cli/vendors.ts"
import * as Pipeline from "../../src/pipeline/Pipeline.ts"
import { faultline } from "./running.ts"

const pipelineOf = (vendor: string) =>
  Effect.map(faultline(["pipeline", vendor, "--json"]), ({ code, err, out }): Shown => {
    assert.deepStrictEqual([code, err], [0, ""])
    return JSON.parse(out)
  })

const valuesOf = (vendor: string, name: string) =>
  Effect.map(pipelineOf(vendor), ({ stages }) => {
    const { figures } = stages.find((stage) => stage.name === name) ?? assert.fail(`no stage ${name}`)
    return figures.map(({ name, source, value }) => [name, value, source])
  })

const names = Pipeline.stages().map(({ name }) => name)

describe("faultline pipeline", () => {
  it.effect.each(vendorNames)("lists the stages of a call to %s in order, with reasons", (vendor) =>
    Effect.gen(function* () {
      const { stages } = yield* pipelineOf(vendor)
      assert.deepStrictEqual(
        stages.map(({ does, name, because }) => ({ does, name, because })),
        Pipeline.stages().map(({ because, does, name }) => ({ does, name, because }))
      )
      for (const { figures } of stages)
        for (const { text } of figures) assert.notMatch(text, /undefined|NaN|\[object/)
    })
  )

  it.effect.each(vendorNames)("has a stage for every figure of %s", (vendor) =>
    Effect.gen(function* () {
      const { module } = yield* vendorNamed(vendor)
      const found = Object.keys(yield* figures(module))
      assert.isAbove(found.length, 5)
      assert.includeMembers([...names], found)
    })
  )

  it.effect("gives the vendor's own figures with their sources", () =>
    Effect.gen(function* () {
      const source = "m3ter documentation, “HTTP Error Codes”, “Retry Recommendations”"
      assert.deepStrictEqual(yield* valuesOf("m3ter", "retry"), [
        ["waits after a passing fault", [1000, 2000, 4000, 8000], source],
        ["waits after a refusal for now", [1000, 3000, 9000, 27_000, 81_000], source],
        ["jitter", "full", null]
      ])
      assert.deepStrictEqual(yield* valuesOf("m3ter", "deadline"), [["deadline", 300_000, null]])
      assert.deepStrictEqual(yield* valuesOf("m3ter", "timeout"), [["timeout", 60_000, null]])
      const queue = yield* valuesOf("m3ter", "queue")
      assert.deepInclude(queue, [
        "class data-explorer-v2, within config",
        {
          quota: "m3ter/data-explorer-v2",
          limit: 2,
          per: 1000,
          burst: 20,
          each: null,
          scope: "organization"
        },
        "m3ter API reference, “DataExplorerV2”"
      ])
    })
  )

  it.effect("gives Faultline's own figures where the vendor has none", () =>
    Effect.gen(function* () {
      assert.deepStrictEqual(yield* valuesOf("metrix", "budget"), [
        ["share", 0.1, null],
        ["memory", 10_000, null],
        ["reserve", 1, null]
      ])
      assert.deepStrictEqual(yield* valuesOf("metrix", "breaker"), [
        ["breaker", false, null],
        ["opens after", { failures: 5, patience: 15_000 }, null],
        ["stays open", [1000, 2000, 4000, 8000, 16_000, 30_000, 30_000], null],
        ["longest hint", 600_000, null],
        ["circuits", ["default"], null]
      ])
      const queue = yield* valuesOf("metrix", "queue")
      assert.deepStrictEqual(queue[0], ["class default", null, null])
      assert.deepInclude(queue, ["down", 3, null])
      assert.deepInclude(queue, ["probes", { mostPerSecond: 4, pauses: [250, 500] }, null])
      assert.deepInclude(queue, ["fail fast", false, null])
    })
  )

  it.effect("tells which limits count for each key, and which classes have none", () =>
    Effect.gen(function* () {
      const { out } = yield* faultline(["pipeline", "braze"])
      assert.match(
        out,
        /class broadcast: 10 calls per 1m; shared by: workspace, for each key by itself \(https:/
      )
      assert.match(out, /class transactional: no figure is documented/)
      assert.match(out, /class shared: 250,000 calls per 1h, up to 250 at once/)
    })
  )

  it.effect("is plain text for a program, and colored at a terminal", () =>
    Effect.gen(function* () {
      const plain = yield* faultline(["pipeline", "IXON"])
      assert.notInclude(plain.out, "\u001b[")
      assert.deepStrictEqual(
        [...plain.out.matchAll(/^ ?\d+ {2}(.+?) {2}/gm)].map(([, name]) => name),
        names
      )
      const colored = yield* Effect.provideService(
        faultline(["pipeline", "ixon"]),
        TerminalCapabilities.TerminalCapabilities,
        { canColor: true, canAnimate: true, canPrompt: true }
      )
      assert.include(colored.out, "\u001b[1mencode")
    })
  )

  it.effect.each([
    ["a vendor that it does not know", ["acme"], /no vendor “acme”.*braze, m3ter/],
    ["no vendor", [], /vendor/],
    ["two vendors", ["braze", "m3ter"], /m3ter/]
  ] as const)("refuses %s", ([, args, says]) =>
    Effect.gen(function* () {
      const { code, err, out } = yield* faultline(["pipeline", ...args])
      assert.deepStrictEqual([code, out], [2, ""])
      assert.match(err, says)
    })
  )
})
