/** A vendor's surface, judged by its description. */
import { readFileSync } from "node:fs"
import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { laws } from "../../src/testing/laws.ts"
import { type AnyOperation, operationsIn } from "../../src/contract/Operation.ts"
import type { Vendor } from "../../src/contract/Vendor.ts"
import type { Description } from "../../src/generate/description.ts"
import { kits } from "../../scripts/surface/kits.ts"
import { oursOf } from "../../src/generate/emit/naming.ts"
import { validatorOf } from "../../scripts/surface/judge/ajv.ts"
import { answerViolations } from "../../scripts/surface/judge/answers.ts"
import { judgeBounds } from "../../scripts/surface/judge/bounds.ts"
import { placeViolations } from "../../scripts/surface/judge/conservation.ts"
import { factViolations } from "../../scripts/surface/judge/facts.ts"
import { sleeping } from "../../scripts/surface/judge/guard.ts"
import { inputViolations } from "../../scripts/surface/judge/inputs.ts"
import { type Judged, pairs, type Violation } from "../../scripts/surface/judge/judged.ts"
import { patched } from "../../scripts/surface/patches.ts"
import { secretViolations } from "../../scripts/surface/judge/secrets.ts"
import { samplerOf } from "../../scripts/surface/judge/sampling.ts"

/** What is to be judged. */
export interface Case {
  readonly name: string
  readonly module: object
  readonly vendor: Vendor
  /** How many operations it has. */
  readonly operations: number
  /** How many values stand just inside a constraint, and just outside, at least. */
  readonly inside: number
  readonly outside: number
  /** Failures that no operation can meet. */
  readonly awaiting?: ReadonlyArray<string>
  /** Where what is written by hand differs, and why: by the beginning of what the judge says. */
  readonly differs: Readonly<Record<string, string>>
}

const oursIn = (name: string) => (text: string) =>
  kits[name]?.isSnake === true ? oursOf(text, kits[name]) : text

const descriptionOf = (name: string): Description =>
  JSON.parse(readFileSync(`scripts/surface/descriptions/${name}.json`, "utf8"))

const sentences = (violations: ReadonlyArray<Violation>): ReadonlyArray<string> =>
  violations.map(({ operation, says }) => `${operation}: ${says.slice(0, 400)}`)

const notKnown = ({ differs }: Case, violations: ReadonlyArray<Violation>): ReadonlyArray<string> =>
  sentences(violations).filter(
    (sentence) => !Object.keys(differs).some((known) => sentence.startsWith(known))
  )

interface Prepared {
  readonly description: Description
  readonly operations: ReadonlyArray<AnyOperation>
  readonly judged: ReadonlyArray<Judged>
  /** The same beside what is known, which may be more than what the vendor's document says. */
  readonly known: ReadonlyArray<Judged>
}

const prepared = (one: Case): Prepared => {
  const description = descriptionOf(one.name)
  const operations = operationsIn(one.module)
  return {
    description,
    operations,
    judged: pairs(description, one.vendor, operations),
    known: pairs(patched(description), one.vendor, operations)
  }
}

/** Says the sentences that hold of a vendor's whole surface. */
export const judge = (one: Case): void => {
  const { description, judged, known, operations } = prepared(one)
  const validate = validatorOf(description)
  const full = samplerOf(description, true)

  describe(`the surface of ${one.name}`, () => {
    it("has every operation that is described, each under a name of its own", () => {
      assert.strictEqual(new Set(operations.map(({ tag }) => tag)).size, operations.length)
      assert.deepStrictEqual(
        [judged.length, operations.length],
        [description.operations.length, one.operations]
      )
    })

    it.effect("keeps the laws", () =>
      Effect.gen(function* () {
        assert.deepStrictEqual(
          yield* laws(one.vendor, operations, { runs: 1, awaiting: one.awaiting ?? [] }),
          []
        )
      })
    )

    it("makes of every input a request that the vendor's schema allows", () => {
      assert.deepStrictEqual(
        notKnown(
          one,
          judged.flatMap((each) => inputViolations(each, validate, 30))
        ),
        []
      )
    })

    it("says of every operation what is known of it", () => {
      assert.deepStrictEqual(notKnown(one, known.flatMap(factViolations)), [])
    })

    it("knows every secret of its answers", () => {
      const found = known.flatMap((each) => secretViolations(each, description))
      assert.deepStrictEqual(notKnown(one, found), [])
    })

    it("sends every field in exactly one place", () => {
      assert.deepStrictEqual(sentences(judged.flatMap((each) => placeViolations(each, 5))), [])
    })

    it("takes what stands just inside a constraint, and refuses what stands just outside by its name", () => {
      const walk = { description, sampler: full, validate, ours: oursIn(one.name) }
      const found = judged.map((each) => judgeBounds(each, walk))
      const sum = (key: "inside" | "outside") => found.reduce((all, bounds) => all + bounds[key], 0)
      assert.deepStrictEqual(
        notKnown(
          one,
          found.flatMap(({ violations }) => violations)
        ),
        []
      )
      assert.isAtLeast(sum("inside"), one.inside)
      assert.isAtLeast(sum("outside"), one.outside)
    })

    it("reads every answer that the vendor's schema allows, whole", () => {
      const random = samplerOf(description, false)
      assert.deepStrictEqual(
        notKnown(
          one,
          judged.flatMap((each) => [...answerViolations(each, random, 4), ...answerViolations(each, full, 1)])
        ),
        []
      )
    })

    it("is judged by a judge that is awake: a wrong body of each operation is refused", () => {
      assert.deepStrictEqual(sentences(sleeping(description, validate)), [])
    })
  })
}
