/** Which fault a call meets, and the answer that a documented failure makes. */
import * as DateTime from "effect/DateTime"
import * as Duration from "effect/Duration"
import * as Option from "effect/Option"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { forge, signaturesOf } from "../../contract/Catalogue.ts"
import type { AnyFailureClass } from "../../contract/Failure.ts"
import { inStatus } from "../../contract/Signature.ts"
import type { Wire } from "../../contract/Wire.ts"
import { draw } from "./chance.ts"
import type { Fault, Rule, Script } from "./script.ts"
import type { Simulated } from "./simulated.ts"

/** Milliseconds of a span that a script gives. */
export const millisOf = (span: number | string): number | undefined =>
  typeof span === "number"
    ? span
    : Option.getOrUndefined(Option.map(Duration.fromInput(span as Duration.Input), Duration.toMillis)) // as: `fromInput` tells what is none

/** A field's value from a script: as it is, from JSON, or a wait in words, which for a moment counts from `now`. */
const valueOf = (schema: Schema.Constraint, given: unknown, now: number): Option.Option<unknown> => {
  // as: the carried fields of a failure are codecs without services
  const codec = schema as unknown as Schema.Codec<unknown, unknown>
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

const forgeable = (world: ReadonlyArray<Simulated>, fault: Forged): ReadonlyArray<string> => {
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

const spansOf = (rule: Rule): ReadonlyArray<number | string> =>
  [
    rule.fault === "refused"
      ? rule.for
      : rule.fault === "slow-answer"
        ? rule.by
        : rule.fault === "slow-body"
          ? rule.over
          : undefined
  ].filter((span) => span !== undefined)

const concerned = (world: ReadonlyArray<Simulated>): ReadonlyArray<string> =>
  world.flatMap(({ operations, vendor }) => [vendor.name, ...operations.map(({ tag }) => tag)])

/** What is wrong with a script, in sentences that name the rule; none where nothing is. */
export const problemsOf = (world: ReadonlyArray<Simulated>, script: Script): ReadonlyArray<string> =>
  script.flatMap((rule, index) =>
    [
      ...(rule.on === undefined || concerned(world).includes(rule.on)
        ? []
        : [`There is no vendor or operation ${rule.on}.`]),
      ...spansOf(rule)
        .filter((span) => millisOf(span) === undefined)
        .map((span) => `“${span}” is not a time: write "2 seconds" or milliseconds.`),
      ...(rule.fault === "failure" ? forgeable(world, rule) : [])
    ].map((problem) => `Rule ${index + 1}: ${problem}`)
  )

/** Decides call after call. */
export interface Plan {
  /** The fault that the present call meets, if any; it counts for the rules of all operations that it may be for. */
  readonly next: (vendor: string, operations: ReadonlyArray<string>) => Fault | undefined
  /** Adds rules behind the others; their calls are counted from now. */
  readonly add: (rules: ReadonlyArray<Rule>) => void
}

interface Counted {
  readonly rule: Rule
  calls: number
  times: number
}

// Chance depends on the rule and the number of the call alone: however calls of other operations fall in between, the same
// calls meet the same faults.
const comesUp = ({ calls, rule, times }: Counted, index: number, seed: string | number): boolean =>
  (rule.call === undefined || [rule.call].flat().includes(calls)) &&
  (rule.times === undefined || times < rule.times) &&
  (rule.chance === undefined || draw(seed, "fault", index, calls) < rule.chance)

/** A script, ready to be played. */
export const plan = (script: Script, seed: string | number): Plan => {
  const rules: Array<Counted> = script.map((rule) => ({ rule, calls: 0, times: 0 }))
  return {
    add: (more) => void rules.push(...more.map((rule) => ({ rule, calls: 0, times: 0 }))),
    next: (vendor, operations) => {
      const fitting = rules.filter(
        ({ rule: { on } }) => on === undefined || on === vendor || operations.includes(on)
      )
      fitting.forEach((counted) => void counted.calls++)
      const found = fitting.find((counted) => comesUp(counted, rules.indexOf(counted), seed))
      if (found !== undefined) found.times++
      return found?.rule
    }
  }
}
