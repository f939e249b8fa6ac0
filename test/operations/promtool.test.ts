/** What promtool makes of the rules and of their cases. */
import { writeFileSync } from "node:fs"
import { join } from "node:path"
import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { alertsFile, alertTestsFile } from "../../scripts/operations/alerts.ts"
import { alerts } from "./files.ts"
import { available, configuration, folder, promtool } from "./prometheus.ts"

/** The rules and their cases as the tables have them now. */
const written = Effect.map(folder, (path) => {
  const rules = join(path, "alerts.yml")
  const cases = join(path, "alerts.test.yml")
  writeFileSync(rules, alertsFile())
  writeFileSync(cases, alertTestsFile())
  return { rules, cases }
})

describe.skipIf(!available())("promtool", () => {
  it.effect("finds the rules right", () =>
    Effect.gen(function* () {
      const { ok, output } = promtool(["check", "rules", (yield* written).rules])
      assert.isTrue(ok, output)
      assert.include(output, `${alerts.length} rules found`)
    }).pipe(Effect.scoped)
  )

  it.effect(
    "sees each alert fire where it should, the first unknown delivery of all among them, and be quiet elsewhere",
    () =>
      Effect.gen(function* () {
        const { ok, output } = promtool(["test", "rules", (yield* written).cases])
        assert.isTrue(ok, output)
      }).pipe(Effect.scoped)
  )

  it.effect("finds a configuration with the rules right", () =>
    Effect.gen(function* () {
      const config = join(yield* folder, "prometheus.yml")
      writeFileSync(config, configuration("127.0.0.1:9464"))
      const { ok, output } = promtool(["check", "config", config])
      assert.isTrue(ok, output)
    }).pipe(Effect.scoped)
  )
})
