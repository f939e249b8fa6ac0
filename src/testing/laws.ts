/** The laws that every catalogue obeys, and stand-ins for single operations. Import it from tests only. */
import * as Arbitrary from "effect/Arbitrary"
import type * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Equal from "effect/Equal"
import * as Layer from "effect/Layer"
import * as Schema from "effect/Schema"
import { forge, recognize, signaturesOf } from "../contract/Catalogue.ts"
import type { AnyFailure, AnyFailureClass } from "../contract/Failure.ts"
import type { Operation, Service } from "../contract/Operation.ts"
import { inStatus, type Status } from "../contract/Signature.ts"

/** A broken law: which failure, which law, and the instance that broke it. */
export interface Breach {
  readonly tag: string
  readonly law:
    | "recognize(forge(f)) = f"
    | "decode(encode(f)) = f"
    | "the tag belongs to the vendor"
    | "it says what to do"
  readonly found: string
}

const show = (value: unknown): string => (value === undefined ? "nothing" : JSON.stringify(value))

const statuses = (wanted: Status | ReadonlyArray<Status>): ReadonlyArray<number> =>
  Array.from({ length: 500 }, (_, index) => 100 + index).filter((status) => inStatus(wanted, status))

const sameTag = (failures: ReadonlyArray<AnyFailureClass>, failure: AnyFailureClass): ReadonlyArray<Breach> =>
  signaturesOf(failure).flatMap((signature, index) =>
    // Every status of a class that no earlier, more special failure claims by status alone must be recognized as one of the vendor's.
    statuses(signature.status)
      .filter((status) => recognize(failures, forge(failure, {}, { status, signature: index })) === undefined)
      .filter(() => Object.keys(failure.facts.carries ?? {}).length === 0)
      .map((status): Breach => ({
        tag: failure.tag,
        law: "recognize(forge(f)) = f",
        found: `status ${status} is recognized as nothing`
      }))
  )

const forged = (
  failures: ReadonlyArray<AnyFailureClass>,
  failure: AnyFailureClass,
  instance: AnyFailure
): ReadonlyArray<Breach> =>
  signaturesOf(failure).flatMap((_, signature) => {
    const found = recognize(failures, forge(failure, instance, { signature }))
    return Equal.equals(found, instance)
      ? []
      : [
          {
            tag: failure.tag,
            law: "recognize(forge(f)) = f" as const,
            found: `${show(instance)} became ${show(found)}`
          }
        ]
  })

const spoken = (failure: AnyFailureClass): ReadonlyArray<Breach> => {
  const { means, remedy, see } = failure.facts
  const missing = Object.entries({ means, remedy, see }).filter(([, text]) => text.trim() === "")
  const foreign = failure.tag.startsWith(`${failure.dialect.vendor}.`) ? [] : [failure.tag]
  return [
    ...missing.map(([name]): Breach => ({
      tag: failure.tag,
      law: "it says what to do",
      found: `${name} is empty`
    })),
    ...foreign.map((tag): Breach => ({
      tag,
      law: "the tag belongs to the vendor",
      found: failure.dialect.vendor
    }))
  ]
}

/** Options of `laws`. */
export interface LawOptions {
  /** Instances per failure. */
  readonly runs?: number
  readonly seed?: number | string
}

const samplesOf = (failure: AnyFailureClass, { runs = 50, seed = "laws" }: LawOptions) => {
  // as: the carried fields of a failure are codecs without services
  const carried = Schema.Struct(failure.facts.carries ?? {}) as unknown as Schema.Codec<
    Record<string, unknown>,
    unknown
  >
  return Effect.orDie(Arbitrary.sampleEffect(Arbitrary.schema(carried), { count: runs, seed }))
}

const encoded = (failure: AnyFailureClass, instance: AnyFailure): Effect.Effect<ReadonlyArray<Breach>> => {
  // as: a failure class is the codec of its instances
  const codec = Schema.toCodecJson(failure as unknown as Schema.Codec<AnyFailure, unknown>)
  return Effect.flatMap(Schema.encodeEffect(codec)(instance), Schema.decodeUnknownEffect(codec)).pipe(
    Effect.orDie,
    Effect.map((back) =>
      Equal.equals(back, instance)
        ? []
        : [
            {
              tag: failure.tag,
              law: "decode(encode(f)) = f" as const,
              found: `${show(instance)} became ${show(back)}`
            }
          ]
    )
  )
}

/** Checks the laws for every failure of a catalogue, with generated instances. An empty list means that all hold. */
export const laws = (
  failures: ReadonlyArray<AnyFailureClass>,
  options: LawOptions = {}
): Effect.Effect<ReadonlyArray<Breach>> =>
  Effect.gen(function* () {
    const breaches: Array<Breach> = []
    for (const failure of failures) {
      breaches.push(...spoken(failure), ...sameTag(failures, failure))
      for (const fields of yield* samplesOf(failure, options)) {
        const instance = new failure(fields)
        breaches.push(...forged(failures, failure, instance), ...(yield* encoded(failure, instance)))
      }
    }
    return breaches
  })

/** An answer to one operation, for `stub`. */
export interface Stub {
  readonly tag: string
  readonly answer: (input: never) => Effect.Effect<unknown, unknown>
}

/** Answers one operation with a function of its input, in place of the vendor. The types are the operation's own. */
export const answer = <Input, Output, Error, Api>(
  operation: Operation<Input, Output, Error, Api>,
  reply: (input: Input) => Effect.Effect<Output, Error>
): Stub => ({ tag: operation.tag, answer: reply })

/** A layer that answers the given operations and dies, naming the operation, when another one is called. */
export const stub = <Api>(api: Context.Key<Api, Service>, ...stubs: ReadonlyArray<Stub>): Layer.Layer<Api> =>
  Layer.succeed(api, {
    call: (operation, input) => {
      const found = stubs.find(({ tag }) => tag === operation.tag)
      return found === undefined
        ? Effect.die(
            new Error(
              `${operation.tag} was called, but the test answers only ${stubs.map(({ tag }) => tag).join(", ") || "nothing"}.`
            )
          )
        : found.answer(input as never) // as: `answer` pairs each function with the input of its operation
    }
  })
