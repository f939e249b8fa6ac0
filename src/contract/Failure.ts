/**
 * Naming a failure. Its class holds every fact: how it looks on the wire, what it carries, what repeating the call would do, what
 * it means, what to do about it, and where that is documented.
 */
import type * as Cause from "effect/Cause"
import * as Effect from "effect/Effect"
import { dual } from "effect/Function"
import * as Schema from "effect/Schema"
import * as CallReport from "./CallReport.ts"
import type {
  AnyFailure,
  AnyFailureClass,
  Category,
  Circumstances,
  Dialect,
  Facts,
  Named
} from "./failure/facts.ts"
import { type Part, partsOf, placed } from "./failure/parts.ts"
import { printing } from "./failure/printed.ts"
import { withQuietCall } from "./failure/quiet.ts"
import { sentence } from "./failure/sentence.ts"
import { deliveryOf, namesWait, verdict } from "./failure/verdict.ts"
import { keeping, keptWith } from "./kept.ts"

export {
  type AnyFailure,
  type AnyFailureClass,
  categories,
  type Category,
  type Circumstances,
  type Dialect,
  type Facts,
  type RetryAdvice,
  type Verdict,
  type Wait
} from "./failure/facts.ts"
export { deliveryOf, retryAt, showVerdict, verdict } from "./failure/verdict.ts"

/** The class of one failure: constructor, schema and facts in one. */
export interface FailureClass<
  Self,
  Tag extends string,
  Fields extends Schema.Struct.Fields,
  Kind extends Category
>
  extends
    Schema.Class<
      Self,
      Schema.TaggedStruct<Tag, Fields & { readonly call: Schema.optionalKey<typeof CallReport.CallReport> }>,
      Cause.YieldableError & Omit<Circumstances, "call" | "category"> & { readonly category: Kind }
    >,
    Named {
  readonly tag: Tag
}

type Taken = keyof Circumstances | "_tag" | "message" | "name" | "stack" | "cause"

/** Fields whose names every failure has already are refused, in words. */
type Free<Fields> = {
  readonly [Name in keyof Fields]: Name extends Taken
    ? { readonly "✗": `every failure has a field ${Name} already: choose another name` }
    : Fields[Name]
}

/**
 * Makes a vendor's own `Failure`.
 *
 * @example
 * ```ts
 * import { Failure, Signature } from "faultline/core"
 *
 * const ShopFailure = Failure.failuresOf({
 *   vendor: "Shop",
 *   messageAt: ["error"],
 *   frame: ({ vendorMessage }) => ({ error: vendorMessage })
 * })
 *
 * class NoSuchOrder extends ShopFailure<NoSuchOrder>()("Shop.NoSuchOrder", {
 *   signature: { status: 404, body: { error: Signature.contains("no such order") } },
 *   category: "not-found",
 *   retry: "never",
 *   means: "No order has this id.",
 *   remedy: "Check the id; orders are forgotten after a year.",
 *   see: "https://shop.example/errors"
 * }) {}
 *
 * console.log(NoSuchOrder.facts.category) // not-found
 * ```
 */
export const failuresOf =
  <const Vendor extends string, const Shared extends Schema.Struct.Fields = {}>(
    dialect: Dialect<Shared> & { readonly vendor: Vendor }
  ) =>
  <Self>() =>
  <
    const Tag extends `${Vendor}.${string}`,
    const Kind extends Category,
    const Fields extends Schema.Struct.Fields = {}
  >(
    tag: Tag,
    facts: Facts<Fields, Kind> & { readonly carries?: Free<Fields> }
  ): FailureClass<Self, Tag, Fields & Shared, Kind> =>
    make<Self, Tag, Fields & Shared, Kind>(tag, facts as Facts<any, Kind>, dialect)

/** Names a failure that belongs to no vendor. */
export const make = <Self, Tag extends string, Fields extends Schema.Struct.Fields, Kind extends Category>(
  tag: Tag,
  facts: Facts<any, Kind>,
  dialect: Dialect<any>
): FailureClass<Self, Tag, Fields, Kind> => {
  const carried: Schema.Struct.Fields = { ...dialect.shared, ...facts.carries }
  // any: a class expression cannot be given the type that its own name will have.
  const read: any = Schema.TaggedError<any>()(tag, {
    ...carried,
    call: Schema.optionalKey(CallReport.CallReport)
  })
  const named = withQuietCall(read)
  // A field of that name is the instance's own: `Misconfigured.vendor`.
  const own = Object.entries(circumstances).filter(([name]) => !Object.hasOwn(carried, name))
  Object.defineProperties(named.prototype, Object.fromEntries(own))
  Object.defineProperties(named.prototype, printing(dialect))
  let parts: ReadonlyArray<Part> | undefined
  return Object.assign(named, { tag, facts, dialect, parts: () => (parts ??= partsOf(carried)) })
}

/** A field that the vendor sends in a response header. The schema's encoded side is a string. */
export const header = <S extends Schema.Top & { readonly Encoded: string }>(
  name: string,
  schema: S
): S["Rebuild"] => placed(schema, "headers", name)

/** A field that the vendor sends in the JSON body, at a dotted path; the empty path is the body itself. */
export const body = <S extends Schema.Top>(path: string, schema: S): S["Rebuild"] =>
  placed(schema, "body", path)

/** The class of a failure: its facts, its fields, its dialect. */
export const classOf = (failure: AnyFailure): AnyFailureClass =>
  failure.constructor as unknown as AnyFailureClass // as: every failure is made by `make`

/** The same failure with more said about its call; one that no call produced stays as it is. */
export const withReport = (failure: AnyFailure, more: Partial<CallReport.CallReport>): AnyFailure => {
  const { call } = failure
  if (call === undefined) return failure
  const same = classOf(failure)
  const names = Object.keys(same.fields).filter((name) => Object.hasOwn(failure, name))
  const fields = Object.fromEntries(names.map((name) => [name, Reflect.get(failure, name)]))
  return new same({ ...fields, call: { ...call, ...more, ...keeping(keptWith(failure)) } })
}

/** Whether the value is a failure of Faultline's making. */
export const isFailure = (value: unknown): value is AnyFailure =>
  value instanceof Error && "_tag" in value && "delivery" in value && "retry" in value

/** The failures of a union that are, or may be, of a category. */
export type OfCategory<E, Kind extends Category> = E extends { readonly category: infer Of }
  ? Kind extends Of
    ? E & { readonly category: Kind }
    : never
  : never

/** The failures of a union that may be of another category. */
export type NotOfCategory<E, Kind extends Category> = Exclude<E, { readonly category: Kind }>

/**
 * Catches every failure of a category, whichever vendor it comes from; the others stay in the type.
 *
 * @example
 * ```ts
 * import { Effect } from "effect"
 * import { Common, Failure } from "faultline/core"
 *
 * const call: Effect.Effect<string, Common.CircuitOpen | Common.NotSent> = Effect.fail(
 *   new Common.NotSent({ reason: "dns" })
 * )
 * const handled: Effect.Effect<string, Common.CircuitOpen> = call.pipe(
 *   Failure.catchCategory("network", (failure) => Effect.succeed(`later: ${failure.reason}`))
 * )
 * Effect.runPromise(handled).then(console.log) // later: dns
 * ```
 */
export const catchCategory: {
  <const Kind extends Category, E, A2, E2, R2>(
    category: Kind,
    handle: (failure: OfCategory<E, Kind>) => Effect.Effect<A2, E2, R2>
  ): <A, R>(self: Effect.Effect<A, E, R>) => Effect.Effect<A | A2, NotOfCategory<E, Kind> | E2, R | R2>
  <A, E, R, const Kind extends Category, A2, E2, R2>(
    self: Effect.Effect<A, E, R>,
    category: Kind,
    handle: (failure: OfCategory<E, Kind>) => Effect.Effect<A2, E2, R2>
  ): Effect.Effect<A | A2, NotOfCategory<E, Kind> | E2, R | R2>
} = dual(
  3,
  <A, E, R, const Kind extends Category, A2, E2, R2>(
    self: Effect.Effect<A, E, R>,
    category: Kind,
    handle: (failure: OfCategory<E, Kind>) => Effect.Effect<A2, E2, R2>
  ) =>
    Effect.catchIf(
      self,
      (failure): failure is OfCategory<E, Kind> => isFailure(failure) && failure.category === category,
      handle
    )
)

const get = (read: (failure: AnyFailure) => unknown): PropertyDescriptor => ({
  configurable: true,
  get(this: AnyFailure) {
    return read(this)
  }
})

const factsOf = (failure: AnyFailure): Facts<any> => {
  const { facts } = classOf(failure)
  const variant = failure.call === undefined ? undefined : facts.variant?.(failure.call)
  return variant === undefined ? facts : { ...facts, ...variant }
}

/**
 * Whether a failure's wait is only what its class says of all such answers, and nothing that this answer named. Such a wait is good
 * advice for the call itself, and says nothing about when others are accepted.
 */
export const isGuess = (failure: AnyFailure): boolean => !namesWait(factsOf(failure).retry, { ...failure })

const circumstances: Record<Exclude<keyof Circumstances, "call"> | "message", PropertyDescriptor> = {
  category: get((failure) => factsOf(failure).category),
  vendor: get((failure) => failure.call?.vendor ?? classOf(failure).dialect.vendor),
  operation: get((failure) => failure.call?.operation),
  status: get((failure) => failure.call?.status),
  vendorMessage: get((failure) => failure.call?.vendorMessage),
  excerpt: get((failure) => failure.call?.excerpt),
  requestId: get((failure) => failure.call?.requestId),
  complaints: get((failure) => failure.call?.complaints ?? []),
  delivery: get((failure) => failure.call?.delivery ?? deliveryOf(factsOf(failure))),
  time: get((failure) => failure.call?.time),
  notBefore: get((failure) => failure.call?.notBefore),
  request: get((failure) => failure.call?.request),
  attempts: get((failure) => failure.call?.attempts ?? []),
  means: get((failure) => factsOf(failure).means),
  remedy: get((failure) => [factsOf(failure).remedy, failure.call?.advice ?? ""].join(" ").trim()),
  see: get((failure) => factsOf(failure).see),
  retry: get((failure) => verdict(factsOf(failure), { ...failure }, failure.call)),
  message: get((failure) => sentence(failure, factsOf(failure).detail?.(failure)))
}
