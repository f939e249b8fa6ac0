/** What a real Prometheus makes of a real program's metrics: every query of the dashboard has a result, every rule can be evaluated. */
import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { alerts, queries } from "./files.ts"
import { seriesIn } from "./names.ts"
import { available, printed, promtool, running, server, until } from "./prometheus.ts"

const here = available()

/** The program of `examples/observability`; the address of its metrics. */
const observed = Effect.gen(function* () {
  const child = yield* running(
    process.execPath,
    ["--conditions=@faultline/source", "examples/observability/main.ts"],
    { METRICS_PORT: "0" }
  )
  const line = yield* printed(child, /metrics: http:\S+/)
  child.stderr?.resume()
  return new URL(line.slice("metrics: ".length))
})

describe.skipIf(!here)("a program that Prometheus reads", () => {
  it("has a configuration that is right", () => {
    const { ok, output } = promtool([
      "check",
      "config",
      "--syntax-only",
      "examples/observability/prometheus.yml"
    ])
    assert.isTrue(ok, output)
  })

  it.live(
    "answers every query of the dashboard, has the series of every alert, and text that promtool finds no fault with",
    () =>
      Effect.gen(function* () {
        const metrics = yield* observed
        const { get, query } = yield* server(metrics.host)
        const left = new Map<string, string>([
          ...queries.map(([title, expr]) => [expr, title] as const),
          ...alerts.flatMap(({ alert, expr }) =>
            seriesIn(expr).map((series) => [`count(${series})`, alert] as const)
          )
        ])
        assert.isAbove(left.size, 30)
        const look = Effect.gen(function* () {
          for (const expr of left.keys()) {
            const result = yield* query(expr)
            if (result.some(({ value: [, value] }) => value !== "NaN")) left.delete(expr)
          }
        })
        yield* until(look, () => left.size === 0, 40)
        assert.deepStrictEqual([...left], [])

        const { data } = yield* get("rules")
        const rules: ReadonlyArray<{ readonly name: string; readonly health: string }> = data.groups.flatMap(
          ({ rules }: { readonly rules: object }) => rules
        )
        assert.deepStrictEqual(
          rules.map(({ health, name }) => [name, health]),
          alerts.map(({ alert }) => [alert, "ok"])
        )

        const firing = yield* query(`ALERTS{alertname="FaultlineDeliveryUnknown"}`)
        assert.isNotEmpty(firing)

        const text = yield* Effect.promise(() => fetch(metrics).then((answer) => answer.text()))
        assert.deepStrictEqual(promtool(["check", "metrics"], text), { ok: true, output: "" })
      }).pipe(Effect.scoped),
    90_000
  )
})
