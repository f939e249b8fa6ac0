/** What the emitter writes of a description is judged as the vendors' surfaces are: a rule that it forgets must be found here. */
import { assert, describe, it } from "@effect/vitest"
import { validatorOf } from "../../scripts/surface/judge/ajv.ts"
import { answerViolations } from "../../scripts/surface/judge/answers.ts"
import { judgeBounds } from "../../scripts/surface/judge/bounds.ts"
import { placeViolations } from "../../scripts/surface/judge/conservation.ts"
import { factViolations } from "../../scripts/surface/judge/facts.ts"
import { inputViolations } from "../../scripts/surface/judge/inputs.ts"
import { pairs, type Violation } from "../../scripts/surface/judge/judged.ts"
import { samplerOf } from "../../scripts/surface/judge/sampling.ts"
import { vendor } from "../../src/vendors/m3ter/index.ts"
import { emitted } from "./emitting.ts"
import { workshop } from "./workshop.ts"

const operations = await emitted(workshop)
const judged = pairs(workshop, vendor, operations)
const validate = validatorOf(workshop)
const full = samplerOf(workshop, true)

const sentences = (violations: ReadonlyArray<Violation>): ReadonlyArray<string> =>
  violations.map(({ operation, says }) => `${operation}: ${says.slice(0, 400)}`)

describe("what the emitter writes", () => {
  it("has every operation that is described", () => {
    assert.deepStrictEqual(
      judged.map(({ contract }) => contract.operation.tag).toSorted(),
      workshop.operations.map(({ name }) => `M3ter.${name}`).toSorted()
    )
  })

  it("says of every operation what is known of it", () => {
    assert.deepStrictEqual(sentences(judged.flatMap(factViolations)), [])
  })

  it("makes requests that the description allows", () => {
    assert.deepStrictEqual(sentences(judged.flatMap((one) => inputViolations(one, validate, 20))), [])
  })

  it("sends every field in exactly one place", () => {
    assert.deepStrictEqual(sentences(judged.flatMap((one) => placeViolations(one, 5))), [])
  })

  it("takes what stands just inside a constraint, and nothing that stands just outside", () => {
    const found = judged.map((one) => judgeBounds(one, { description: workshop, sampler: full, validate }))
    assert.deepStrictEqual(sentences(found.flatMap(({ violations }) => violations)), [])
    assert.isAtLeast(
      found.reduce((all, { outside }) => all + outside, 0),
      100
    )
  })

  it("reads every answer that the description allows, whole", () => {
    assert.deepStrictEqual(sentences(judged.flatMap((one) => answerViolations(one, full, 3))), [])
  })

  it("settles a doubt about an update by its version, and about a create by its code", () => {
    const guards = operations.flatMap(({ spec, tag }) =>
      spec.settles === undefined ? [] : [[tag, spec.settles.guardedBy]]
    )
    assert.deepStrictEqual(guards, [
      ["M3ter.createTool", "unique"],
      ["M3ter.updateTool", "version"]
    ])
  })
})
