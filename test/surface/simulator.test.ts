/** The simulated m3ter and IXON answer all of their operations, keep what is made with them, and fail as they are told. */
import { assert, describe, it } from "@effect/vitest"
import { Array as Arr, Effect } from "effect"
import { forge, recognize, signaturesOf } from "../../src/contract/Catalogue.ts"
import { declared as declaredBy } from "../../src/contract/compile.ts"
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

const declared = ({ simulator }: Simulated, { spec }: AnyOperation) => declaredBy(simulator.vendor, spec)

/** What the operation reads such an answer as: the failure itself, or its own one that looks so. */
const readAs = (vendor: Simulated, operation: AnyOperation, failure: AnyFailureClass) => {
  const own = (operation.spec.fails ?? []).filter((one) => !vendor.simulator.vendor.always.includes(one))
  const found = recognize(declared(vendor, operation), forge(failure, {}))?._tag
  return own.some(({ tag }) => tag === found) ? found : failure.tag
}

/** The operations that declare the failure. Of those that try a new token, some: to hide each new token takes time. */
const concerned = (vendor: Simulated, { tag }: AnyFailureClass) =>
  vendor.operations
    .filter((operation) => declared(vendor, operation).some((failure) => failure.tag === tag))
    .filter((_, index) => !vendor.renewing.includes(tag) || index % 40 === 0)

/** In a world where they fail so: those that end in another way. */
const scripted = (vendor: Simulated, failure: AnyFailureClass, failing: ReadonlyArray<AnyOperation>) => {
  // Every call: some failures are mended by a second one, with a new token, or of a part.
  const script = failing.map(({ tag }) => ({ on: tag, fault: "failure", tag: failure.tag }) as const)
  return Effect.forEach(failing, (operation) =>
    Effect.map(ended(operation, inputOf(operation)), (end) =>
      end === readAs(vendor, operation, failure) ? [] : [`${operation.tag}, ${failure.tag}: ${end}`]
    )
  ).pipe(
    Effect.map((odd) => odd.flat()),
    Effect.provide(vendor.called(script))
  )
}

for (const vendor of vendors) {
  const { called, kinds, login, missing, operations, simulator } = vendor
  const isLogin = ({ tag }: AnyOperation) => tag === login
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
        // What some kinds are made of is not among what is read of them.
        assert.isAtLeast(lives.filter(({ fields }) => fields > 0).length, kinds - 5)
      }).pipe(Effect.provide(called()))
    )

    it.effect("fails in every way that an operation declares, where a script says so", () =>
      Effect.gen(function* () {
        const failures = simulator.vendor.failures.filter((failure) => signaturesOf(failure).length > 0)
        const odd = yield* Effect.forEach(failures, (failure) => {
          const all = concerned(vendor, failure)
          // The login is called by the others, too, so it has a world of its own.
          // Of a limit that is met time after time a client grows careful, so few meet it in one world.
          const size = failure.facts.category === "rate-limited" ? 8 : all.length
          const others = all.filter((operation) => !isLogin(operation))
          const worlds = [all.filter(isLogin), ...Arr.chunksOf(others, Math.max(1, size))]
          return Effect.forEach(worlds, (failing) => scripted(vendor, failure, failing))
        })
        assert.deepStrictEqual(odd.flat(2).slice(0, 50), [])
      })
    )
  })
}
