/** The types stay cheap, and what an editor shows of them stays readable, with as many operations as the largest vendors have. */
import { assert, describe, it } from "@effect/vitest"
import { rmSync } from "node:fs"
import { join } from "node:path"
import { instantiations, write } from "./cost.ts"
import { hovers } from "./hover.ts"

// Measured with TypeScript 7.0.2 and effect 4.1.0: 2,085 for one operation with two schemas of ten fields in all, every name in
// its facts checked, and a call that handles one failure. The ceiling leaves 3 % of air.
const ceiling = 2_150
const count = 300

describe("a vendor with 300 operations", () => {
  it("costs the compiler no more than it did", { timeout: 180_000 }, async () => {
    const [few, many] = [write(0), write(count)]
    const each = ((await instantiations(many)) - (await instantiations(few))) / count
    for (const folder of [few, many]) rmSync(folder, { recursive: true })
    assert.isAbove(each, 0)
    assert.isAtMost(
      each,
      ceiling,
      `${each} instantiations for each operation: find what makes the types dearer before raising the ceiling`
    )
  })

  it("shows a call by the names of its vendor, with its documentation", { timeout: 60_000 }, async () => {
    const folder = write(count + 1)
    const [call = "", operation = ""] = await hovers(join(folder, "program.ts"), ["call1", "act1"])
    rmSync(folder, { recursive: true })
    // The order of a union's members is the compiler's own affair.
    const shown = (text: string) =>
      /=?>? ?Effect\.Effect<(.*), (.*), Made\.MadeApi>/
        .exec(text)
        ?.slice(1)
        .map((union) => union.split(" | ").toSorted())
    const always = ["Common", "DeliveryUnknown", "Made.Always"]
    assert.deepStrictEqual(shown(call), [
      ["Made.Thing1", "string"],
      [...always, "Made.Failure9"]
    ])
    assert.deepStrictEqual(shown(operation), [["Made.Thing1"], [...always, "Made.Failure6", "Made.Failure9"]])
    assert.include(operation, "Operation 1 of the made-up vendor.")
  })
})
