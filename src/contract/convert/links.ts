/** The steps of a schema from one form of a value to another. */
import * as Option from "effect/Option"
import type * as SchemaAST from "effect/SchemaAST"
import type * as SchemaGetter from "effect/SchemaGetter"
import { dates } from "./dates.ts"
import { type Build, type Converter, invalid, missing, type Reading } from "./converter.ts"
import { done } from "./leaves.ts"
import { onePass } from "./onePass.ts"

const toOption = (value: unknown) => (value === missing ? Option.none() : Option.some(value))

const fromOption = (value: unknown): unknown =>
  Option.isOption(value) ? Option.getOrElse(value, () => missing) : invalid

const present =
  (convert: Converter): Converter =>
  (value) =>
    value === missing ? missing : convert(value)

const getter = (step: SchemaGetter.Getter<unknown, unknown, unknown>, { options }: Reading): Converter => {
  switch (step._tag) {
    case "Passthrough":
      return (value) => value
    case "Transform":
      return present(step.transform)
    case "TransformOptional":
      return (value) => fromOption(step.transform(toOption(value)))
    case "TransformEffect":
      return present((value) => done(step.transform(value, options)))
    case "TransformOptionalEffect":
      return (value) => fromOption(done(step.transform(toOption(value), options)))
  }
}

interface Step {
  readonly convert: Converter
  readonly transform: Converter
}

const stepOf =
  (build: Build, reading: Reading) =>
  ({ to, transformation }: SchemaAST.Link): Step | undefined => {
    if (transformation._tag === "Middleware") return undefined
    const convert = build(to)
    return {
      convert: to.encoding === undefined ? present(convert) : convert,
      transform: dates.get(transformation.decode) ?? getter(transformation.decode, reading)
    }
  }

const taken = ({ convert, transform }: Step, value: unknown): unknown => {
  const converted = convert(value)
  return converted === invalid ? invalid : transform(converted)
}

/** The steps that lead to a node, and then what the node itself does; `undefined` where there is one that no function can take. */
export const linked = (
  encoding: ReadonlyArray<SchemaAST.Link>,
  local: Converter,
  build: Build,
  reading: Reading
): Converter | undefined => {
  const whole = onePass(encoding)
  if (whole !== undefined) return present(whole)
  // The last link is the one nearest to what is given.
  const steps = encoding
    .toReversed()
    .map(stepOf(build, reading))
    .filter((step) => step !== undefined)
  if (steps.length < encoding.length) return undefined
  return (value) => {
    let given = value
    for (const step of steps) {
      given = taken(step, given)
      if (given === invalid) return invalid
    }
    return given === missing ? missing : local(given)
  }
}
