/** The answer that a documented failure makes, with the fields that a script gives it. */
import * as DateTime from "effect/DateTime"
import * as Duration from "effect/Duration"
import * as Option from "effect/Option"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { forge, signaturesOf } from "../../contract/Catalogue.ts"
import type { AnyFailureClass } from "../../contract/Failure.ts"
import { plainCodec } from "../../contract/plainCodec.ts"
import { inStatus } from "../../contract/Signature.ts"
import type { Wire } from "../../contract/Wire.ts"
import type { Fault } from "./script.ts"
import type { Simulated } from "./simulated.ts"

/** Milliseconds of a span that a script gives. */
export const millisOf = (span: number | string): number | undefined =>
  typeof span === "number"
    ? span
    : Option.getOrUndefined(Option.map(Duration.fromInput(span as Duration.Input), Duration.toMillis)) // as: `fromInput` tells what is none

/** A field's value from a script: as it is, from JSON, or a wait in words, which for a moment counts from `now`. */
const valueOf = (schema: Schema.Constraint, given: unknown, now: number): Option.Option<unknown> => {
  const codec = plainCodec(schema)
  const wait = typeof given === "string" || typeof given === "number" ? millisOf(given) : undefined
  const moment =
    wait === undefined
      ? []
      : [Duration.millis(wait), DateTime.makeUnsafe(Math.ceil((now + wait) / 1000) * 1000)]
  const read = Schema.decodeUnknownResult(Schema.toCodecJson(codec))(given)
  const candidates = [given, ...moment, ...(Result.isSuccess(read) ? [read.success] : [])]
  const writes = (value: unknown) => Result.isSuccess(Schema.encodeUnknownResult(codec)(value))
  return Option.fromUndefinedOr(candidates.find((value) => Schema.is(codec)(value) && writes(value)))
}

type Forged = Extract<Fault, { readonly fault: "failure" }>

const classOf = (world: ReadonlyArray<Simulated>, tag: string): AnyFailureClass | undefined =>
  world.flatMap(({ vendor }) => vendor.failures).find((failure) => failure.tag === tag)

const needed = ({ facts }: AnyFailureClass): ReadonlyArray<readonly [string, Schema.Constraint]> =>
  Object.entries(facts.carries ?? {}) as unknown as ReadonlyArray<readonly [string, Schema.Constraint]> // as: carries is a record of schemas

const optional = (schema: Schema.Constraint): boolean => schema.ast.context?.isOptional === true

const instanceOf = (
  failure: AnyFailureClass,
  { fields = {} }: Forged,
  now: number
): Result.Result<unknown, ReadonlyArray<string>> => {
  const read: Record<string, unknown> = {}
  const problems = Object.keys(fields)
    .filter((name) => !needed(failure).some(([known]) => known === name))
    .map((name) => `${failure.tag} carries no ${name}.`)
  for (const [name, schema] of needed(failure)) {
    const value = Object.hasOwn(fields, name) ? valueOf(schema, fields[name], now) : Option.none()
    if (Option.isSome(value)) read[name] = value.value
    else if (Object.hasOwn(fields, name)) problems.push(`${failure.tag}, ${name}: the value does not fit.`)
    else if (!optional(schema)) problems.push(`${failure.tag} needs its field ${name}.`)
  }
  return problems.length === 0 ? Result.succeed(read) : Result.fail(problems)
}

/** The answer of a vendor that fails so. Only of rules that `problemsOf` finds nothing wrong with. */
export const forgedBy = (world: ReadonlyArray<Simulated>, fault: Forged, now: number): Wire => {
  const failure = classOf(world, fault.tag)
  const instance = failure === undefined ? undefined : Result.getOrUndefined(instanceOf(failure, fault, now))
  if (failure === undefined || instance === undefined) {
    // The script was checked with a time of this century.
    throw new Error(
      `${fault.tag} cannot be written at ${new Date(now).toISOString()}: set the clock to a later time.`
    )
  }
  const { vendorMessage, status } = fault
  const signature =
    status === undefined ? 0 : signaturesOf(failure).findIndex((each) => inStatus(each.status, status))
  return forge(failure, instance, {
    signature,
    ...(vendorMessage === undefined ? {} : { vendorMessage }),
    ...(status === undefined ? {} : { status })
  })
}

const thisCentury = 1_800_000_000_000

/** Why no vendor can fail so, in sentences; none where one can. */
export const forgeable = (world: ReadonlyArray<Simulated>, fault: Forged): ReadonlyArray<string> => {
  const failure = classOf(world, fault.tag)
  if (failure === undefined) return [`No vendor of this simulator has a failure ${fault.tag}.`]
  if (signaturesOf(failure).length === 0) return [`${fault.tag} never comes as an answer.`]
  const { status } = fault
  const wrong =
    status !== undefined && !signaturesOf(failure).some((signature) => inStatus(signature.status, status))
  return [
    ...(wrong ? [`${fault.tag} does not come with status ${status}.`] : []),
    ...Result.match(instanceOf(failure, fault, thisCentury), {
      onSuccess: () => [],
      onFailure: (problems) => problems
    })
  ]
}
