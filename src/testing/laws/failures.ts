/** The laws of failures: what is written as a failure is read as the same failure, and every one says what to do. */
import * as Arbitrary from "effect/Arbitrary"
import * as Effect from "effect/Effect"
import * as Equal from "effect/Equal"
import * as Schema from "effect/Schema"
import { forge, recognize, signaturesOf } from "../../contract/Catalogue.ts"
import type { AnyFailure, AnyFailureClass } from "../../contract/Failure.ts"
import type { AnyOperation } from "../../contract/Operation.ts"
import { inStatus, type Status } from "../../contract/Signature.ts"
import type { Vendor } from "../../contract/Vendor.ts"
import type { Found } from "./breach.ts"
import { catalogueOf, forgeLaw, show } from "./forging.ts"

/** Options of `laws`. */
export interface LawOptions {
  /** Instances per failure. */
  readonly runs?: number
  readonly seed?: number | string
}

const statuses = (wanted: Status | ReadonlyArray<Status>): ReadonlyArray<number> =>
  Array.from({ length: 500 }, (_, index) => 100 + index).filter((status) => inStatus(wanted, status))

// Every status of a class that no earlier, more special failure claims by status alone must be recognized as one of the vendor's.
const statusLaw = (
  failures: ReadonlyArray<AnyFailureClass>,
  failure: AnyFailureClass
): ReadonlyArray<Found> =>
  Object.keys(failure.facts.carries ?? {}).length > 0
    ? []
    : signaturesOf(failure).flatMap((signature, index) =>
        statuses(signature.status)
          .filter(
            (status) => recognize(failures, forge(failure, {}, { status, signature: index })) === undefined
          )
          .map((status): Found => ({
            law: "recognize(forge(f)) = f",
            where: failure.tag,
            found: `status ${status} is recognized as nothing`,
            cure: `make the sample of each pattern in the signature of ${failure.tag} match its own pattern`
          }))
      )

const spokenLaw = (failure: AnyFailureClass): ReadonlyArray<Found> => {
  const { means, remedy, see } = failure.facts
  const missing = Object.entries({ means, remedy, see }).filter(([, text]) => text.trim() === "")
  const isForeign = !failure.tag.startsWith(`${failure.dialect.vendor}.`)
  return [
    ...missing.map(([name]): Found => ({
      law: "it says what to do",
      where: failure.tag,
      found: `${name} is empty`,
      cure: `write the ${name} of ${failure.tag}`
    })),
    ...(isForeign
      ? [
          {
            law: "the tag belongs to the vendor" as const,
            where: failure.tag,
            found: failure.dialect.vendor,
            cure: `begin its tag with ${failure.dialect.vendor}.`
          }
        ]
      : [])
  ]
}

const samplesOf = (failure: AnyFailureClass, { runs = 50, seed = "laws" }: LawOptions) => {
  // as: the carried fields of a failure are codecs without services
  const carried = Schema.Struct(failure.facts.carries ?? {}) as unknown as Schema.Codec<
    Record<string, unknown>,
    unknown
  >
  return Effect.orDie(Arbitrary.sampleEffect(Arbitrary.schema(carried), { count: runs, seed }))
}

const codecLaw = (failure: AnyFailureClass) => {
  // as: a failure class is the codec of its instances
  const codec = Schema.toCodecJson(failure as unknown as Schema.Codec<AnyFailure, unknown>)
  const [encode, decode] = [Schema.encodeEffect(codec), Schema.decodeUnknownEffect(codec)]
  return (instance: AnyFailure): Effect.Effect<ReadonlyArray<Found>> =>
    Effect.flatMap(encode(instance), decode).pipe(
      Effect.orDie,
      Effect.map((back) =>
        Equal.equals(back, instance)
          ? []
          : [
              {
                law: "decode(encode(f)) = f" as const,
                where: failure.tag,
                found: `${show(instance)} became ${show(back)}`,
                cure: `a carried field of ${failure.tag} has no JSON form: give its schema one`
              }
            ]
      )
    )
}

/** Checks the laws of every failure of a catalogue. */
export const failureLaws = (
  vendor: Pick<Vendor, "always" | "failures">,
  operations: ReadonlyArray<AnyOperation>,
  options: LawOptions
): Effect.Effect<ReadonlyArray<Found>> =>
  Effect.gen(function* () {
    const catalogue = catalogueOf(vendor, operations)
    const { failures } = catalogue
    const all: Array<Found> = []
    for (const failure of failures) {
      all.push(...spokenLaw(failure), ...statusLaw(failures, failure))
      const encoded = codecLaw(failure)
      for (const fields of yield* samplesOf(failure, options)) {
        const instance = new failure(fields)
        all.push(...forgeLaw(catalogue, failure, instance), ...(yield* encoded(instance)))
      }
    }
    return all
  })
