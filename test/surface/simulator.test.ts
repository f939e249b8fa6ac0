/** The simulated m3ter and IXON answer all of their operations, keep what is made with them, and fail as they are told. */
import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { signaturesOf } from "../../src/contract/Catalogue.ts"
import type { AnyFailureClass } from "../../src/contract/Failure.ts"
import type { AnyOperation } from "../../src/contract/Operation.ts"
import { kindsOf, live } from "./simulating-objects.ts"
import { Calls, inputOf, type Simulated, tagOf, vendors } from "./simulating.ts"

/** How a call ends. Defects end it, too. */
const ended = (operation: AnyOperation, input: unknown) =>
  Effect.flatMap(Calls, ({ call }) =>
    call(operation, input).pipe(
      Effect.as("taken"),
      Effect.catchDefect((defect) => Effect.succeed(`defect: ${String(defect)}`)),
      Effect.catch((failure) => Effect.succeed(tagOf(failure)))
    )
  )

const declared = ({ simulator }: Simulated, { spec }: AnyOperation) => [
  ...new Set([...simulator.vendor.always, ...(spec.fails ?? [])])
]

/** The operations that declare the failure, and do not fail so where the script says that they do. */
const scripted = (vendor: Simulated, failure: AnyFailureClass) => {
  const failing = vendor.operations.filter((operation) => declared(vendor, operation).includes(failure))
  const script = failing.map(
    ({ tag }) => ({ on: tag, call: [1, 2], fault: "failure", tag: failure.tag }) as const
  )
  const started = Date.now()
  return Effect.forEach(failing, (operation) =>
    Effect.map(ended(operation, inputOf(operation)), (end) =>
      end === failure.tag ? [] : [`${operation.tag}, ${failure.tag}: ${end}`]
    )
  ).pipe(
    Effect.map((odd) => odd.flat()),
    Effect.tap(() => Effect.sync(() => console.log(failure.tag, failing.length, Date.now() - started))),
    Effect.provide(vendor.called(script))
  )
}

for (const vendor of vendors) {
  const { called, kinds, missing, operations, simulator } = vendor
  describe(`the simulated ${simulator.vendor.name}`, () => {
    it.effect("takes a valid input of every operation, or refuses it as the operation declares", () =>
      Effect.gen(function* () {
        const odd: Array<string> = []
        for (const operation of operations) {
          const end = yield* ended(operation, inputOf(operation))
          const known = declared(vendor, operation).map(({ tag }) => tag)
          if (end !== "taken" && !known.includes(end)) odd.push(`${operation.tag}: ${end}`)
        }
        assert.deepStrictEqual(odd, [])
        assert.isAtLeast(operations.length, kinds)
      }).pipe(Effect.provide(called()))
    )

    it.effect("keeps what is made, until it is removed", () =>
      Effect.gen(function* () {
        const lives = yield* Effect.forEach(kindsOf(operations), (kind) => live(kind, missing))
        assert.deepStrictEqual(
          lives.flatMap(({ odd }) => odd),
          []
        )
        assert.strictEqual(lives.length, kinds)
        assert.isAtLeast(lives.filter(({ fields }) => fields > 0).length, kinds - 5)
      }).pipe(Effect.provide(called()))
    )

    it.effect("fails in every way that an operation declares, where a script says so", () =>
      Effect.gen(function* () {
        const failures = simulator.vendor.failures.filter((failure) => signaturesOf(failure).length > 0)
        const odd = yield* Effect.forEach(failures, (failure) => scripted(vendor, failure))
        assert.deepStrictEqual(odd.flat(), [])
      })
    )
  })
}
