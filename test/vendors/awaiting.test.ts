/** Every failure of a catalogue is in some operation's type: none is left that nothing can meet. */
import { assert, it } from "@effect/vitest"
import { Effect } from "effect"
import { operationsIn } from "../../src/contract/Operation.ts"
import type { Vendor } from "../../src/contract/Vendor.ts"
import { laws } from "../../src/testing/laws.ts"
import * as Braze from "../../src/vendors/braze/all.ts"
import * as Ixon from "../../src/vendors/ixon/all.ts"
import * as M3ter from "../../src/vendors/m3ter/all.ts"
import * as Metrix from "../../src/vendors/metrix/index.ts"
import * as Xtremepush from "../../src/vendors/xtremepush/all.ts"

const whole: ReadonlyArray<{ readonly vendor: Vendor }> = [Braze, M3ter, Xtremepush, Metrix, Ixon]

it.effect.each(whole)("every failure of $vendor.name is declared by an operation", (module) =>
  Effect.gen(function* () {
    const { vendor } = module
    assert.deepStrictEqual(yield* laws(vendor, operationsIn(module), { runs: 1, awaiting: [] }), [])
  })
)
