/** Secrets are in no report, nor anywhere on a failure that keeps what was sent; personal data is where it is asked for. */
import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { inspect } from "node:util"
import * as Diagnose from "../../../src/diagnose/Diagnose.ts"
import { calls, email, failing, key, quoting, token } from "./failing.ts"

/** Everything that can be reached from a value, listed or not, as texts. */
const reachable = (value: unknown, seen = new Set<unknown>()): ReadonlyArray<string> => {
  if (typeof value === "string") return [value]
  if ((typeof value !== "object" && typeof value !== "function") || value === null || seen.has(value))
    return []
  seen.add(value)
  return Reflect.ownKeys(value).flatMap((name) => {
    const found = Object.getOwnPropertyDescriptor(value, name)
    return [String(name), ...reachable(found?.value, seen)]
  })
}

describe.each(Object.entries(calls))("a report of %s", (vendor, [call, support]) => {
  const report = (whole: boolean) =>
    Effect.map(failing(call, quoting), (failure) => {
      const made = Diagnose.report(failure, support, { whole })
      return { made, text: JSON.stringify(made) + Diagnose.renderReport(made) }
    })

  it.effect("hides the person and every secret, and says how many fields it hides", () =>
    Effect.gen(function* () {
      const { made, text } = yield* report(false)
      for (const hidden of [email, encodeURIComponent(email), key, token]) assert.notInclude(text, hidden)
      assert.isFalse(made.curl?.exact)
      assert.match(made.curl?.note ?? "", /^Not byte-exact: \d fields? hidden\./)
    })
  )

  it.effect("shows the person where that is asked for, and no secret even then", () =>
    Effect.gen(function* () {
      const { text } = yield* report(true)
      assert.isTrue(text.includes(email) || text.includes(encodeURIComponent(email)))
      for (const hidden of [key, token]) assert.notInclude(text, hidden)
    })
  )

  it.effect(
    "is made from what the failure keeps out of sight: nobody who prints or walks it meets a secret",
    () =>
      Effect.gen(function* () {
        const failure = yield* failing(call, quoting)
        const texts = [
          ...reachable(failure),
          inspect(failure, { depth: 20, showHidden: true, customInspect: false }),
          JSON.stringify(failure)
        ].join("\n")
        for (const hidden of [email, key, token]) assert.notInclude(texts, hidden, vendor)
      })
  )
})

it.effect("a key in the user's own text makes a command that is not exact, and says so", () =>
  Effect.gen(function* () {
    const failure = yield* failing(calls.braze[0], quoting)
    const { curl, request } = Diagnose.report(failure, calls.braze[1], { whole: true })
    assert.include(request?.body ?? "", "key <redacted>")
    assert.strictEqual(
      curl?.note,
      "Not byte-exact: 1 field hidden. What stays hidden is secret by its name, or a credential."
    )
  })
)
