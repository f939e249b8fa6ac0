/**
 * The stages of a call as a value: leave some out, replace one, add your own. A stage around the call and a stage around an
 * attempt are different types, so neither can stand where the other belongs.
 */
import type { AttemptStage, CallStage } from "./Call.ts"
import { documented, type Pipeline } from "./order.ts"
import { reasons } from "./reasons.ts"

export type {
  Attempt,
  AttemptStage,
  Call,
  CallStage,
  Composing,
  Done,
  Ended,
  OfAttempt,
  OfCall,
  RetryStage,
  WireStage
} from "./Call.ts"
export { documented, type Pipeline } from "./order.ts"

/** The stages around a call. */
export type CallStageName = "observe" | "encode" | "deadline" | "split"

/** The stages around an attempt. */
export type AttemptStageName = "journal" | "auth" | "hedge" | "budget" | "breaker" | "queue" | "timeout"

/** The stages that a pipeline can do without: all but `encode`, `retry` and `wire`. */
export type OptionalStage = Exclude<CallStageName | AttemptStageName, "encode">

const listed = ({ attempt, call, retry, wire }: Pipeline) => [...call, retry, ...attempt, wire]

/** Every stage, outermost first, for showing: with what it does and why it stands there. */
export const stages = (pipeline: Pipeline = documented) => {
  const ours = listed(documented)
  return listed(pipeline).map((stage) =>
    ours.includes(stage) ? { ...stage, ...reasons[stage.name] } : stage
  )
}

/**
 * Leaves stages out: `pipeline: Pipeline.without("queue", "breaker")`.
 *
 * @example
 * ```ts
 * import { Pipeline } from "faultline/core"
 *
 * const short = Pipeline.without("queue", "hedge")(Pipeline.documented)
 * console.log(Pipeline.stages(short).map(({ name }) => name).join(" "))
 * // observe encode deadline split retry journal auth budget breaker timeout wire
 * ```
 */
export const without =
  (...names: ReadonlyArray<OptionalStage>) =>
  (pipeline: Pipeline): Pipeline => {
    const left = ({ name }: { readonly name: string }) => !names.some((one) => one === name)
    return { ...pipeline, call: pipeline.call.filter(left), attempt: pipeline.attempt.filter(left) }
  }

/** Where a stage is put. */
export type Beside<Name extends string> = { readonly before: Name } | { readonly after: Name }

const put = <Stage extends { readonly name: string }>(
  stages: ReadonlyArray<Stage>,
  stage: Stage,
  where: Beside<string>
): ReadonlyArray<Stage> => {
  const name = "before" in where ? where.before : where.after
  const found = stages.findIndex((one) => one.name === name)
  if (found < 0) throw new Error(`The pipeline has no stage ${name} to put ${stage.name} beside.`)
  return stages.toSpliced("before" in where ? found : found + 1, 0, stage)
}

/**
 * Adds a stage of your own: `Pipeline.insert(stage, { before: "queue" })`.
 *
 * @example
 * ```ts
 * import { Effect } from "effect"
 * import { Pipeline } from "faultline/core"
 *
 * const shout: Pipeline.CallStage<"shout"> = {
 *   of: "call",
 *   name: "shout",
 *   around: ({ contract }, next) => (call) =>
 *     Effect.andThen(Effect.sync(() => console.log(`${contract.operation.tag}!`)), next(call))
 * }
 * const mine = Pipeline.insert(shout, { after: "observe" })(Pipeline.documented)
 * console.log(Pipeline.stages(mine)[1]?.name) // shout
 * ```
 */
export const insert: {
  (stage: CallStage, where: Beside<CallStageName>): (pipeline: Pipeline) => Pipeline
  (stage: AttemptStage, where: Beside<AttemptStageName>): (pipeline: Pipeline) => Pipeline
} =
  (stage: CallStage | AttemptStage, where: Beside<string>) =>
  (pipeline: Pipeline): Pipeline =>
    stage.of === "call"
      ? { ...pipeline, call: put(pipeline.call, stage, where) }
      : { ...pipeline, attempt: put(pipeline.attempt, stage, where) }

/** Puts another stage in the place of the one with its name. */
export const replace: {
  (stage: CallStage<CallStageName>): (pipeline: Pipeline) => Pipeline
  (stage: AttemptStage<AttemptStageName>): (pipeline: Pipeline) => Pipeline
} =
  (stage: CallStage | AttemptStage) =>
  (pipeline: Pipeline): Pipeline => ({
    ...pipeline,
    call: pipeline.call.map((one) => (stage.of === "call" && one.name === stage.name ? stage : one)),
    attempt: pipeline.attempt.map((one) => (stage.of === "attempt" && one.name === stage.name ? stage : one))
  })
