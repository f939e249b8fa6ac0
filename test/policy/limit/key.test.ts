import { assert, it } from "@effect/vitest"
import { Effect } from "effect"
import * as Limit from "../../../src/policy/Limit.ts"

it.effect("the innermost key counts, in either form, and only inside its effect", () =>
  Effect.gen(function* () {
    const key = Effect.service(Limit.Key)
    assert.strictEqual(yield* key.pipe(Limit.forKey("inner"), Limit.forKey("outer")), "inner")
    assert.strictEqual(yield* Limit.forKey(Limit.forKey(key, "inner"), "outer"), "inner")
    assert.isUndefined(yield* key)
  })
)
