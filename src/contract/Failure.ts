/**
 * Naming a failure. Its class holds every fact: how it looks on the wire, what it carries, what repeating the call would do, what
 * it means, what to do about it, and where that is documented.
 */
import type * as Cause from "effect/Cause"
import * as DateTime from "effect/DateTime"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import { dual } from "effect/Function"
import * as Schema from "effect/Schema"
import * as CallReport from "./CallReport.ts"
import { type Part, partsOf, placed } from "./failure/parts.ts"
import { sentence } from "./failure/sentence.ts"
import type { Signature } from "./Signature.ts"

/** What kind of trouble it is, the same words for every vendor: for `catchCategory`, dashboards and alerts. */
export type Category = (typeof categories)[number]
export const categories = [
  "rate-limited",
  "unauthenticated",
  "forbidden",
  "not-found",
  "invalid",
  "too-large",
  "conflict",
  "unavailable",
  "network",
  "not-attempted",
  "unreadable",
  "misconfigured",
  "unknown"
] as const

/** A wait that the vendor names: in one of the carried fields, or documented. The first that is there counts. */
export interface Wait<Field extends string = string> {
  readonly after?: Field | ReadonlyArray<Field>
  readonly at?: Field | ReadonlyArray<Field>
  readonly otherwise?: Duration.Input
}

/**
 * What repeating the call, unchanged, would do.
 *
 * - `never`: the same refusal.
 * - `safe`: a passing fault, and nothing happened.
 * - `if-idempotent`: a fault, and the call may have been carried out.
 * - `reauthenticate`: the credential is stale; once more with a new one.
 * - `split`: it asked for too much; smaller requests may pass.
 * - a wait: refused for now, and the vendor says when.
 */
export type RetryAdvice<Field extends string = string> =
  "never" | "safe" | "if-idempotent" | "reauthenticate" | "split" | Wait<Field>

/** Everything known about one failure. */
export interface Facts<
  Fields extends Schema.Struct.Fields = Schema.Struct.Fields,
  Kind extends Category = Category
> {
  /** How it looks on the wire; several where it has several faces. Absent where it never comes as an answer. */
  readonly signature?: Signature | ReadonlyArray<Signature>
  /** What it carries; each field knows its place on the wire (`header`, `body`). */
  readonly carries?: Fields
  readonly category: Kind
  readonly retry: RetryAdvice<Extract<keyof Fields, string>>
  readonly means: string
  readonly remedy: string
  /** Where this is documented. */
  readonly see: string
  /** A further sentence, from what this instance carries. */
  readonly detail?: (carried: Schema.Struct.Type<Fields>) => string
  /** Only where `retry` does not tell: a 504 that says to ask for less may still have been applied. */
  readonly delivery?: CallReport.Delivery
}

/** What a vendor's answers have in common. */
export interface Dialect<Shared extends Schema.Struct.Fields = Schema.Struct.Fields> {
  /** Namespace of the tags: `Braze`. */
  readonly vendor: string
  /** Where the vendor's words stand in the body: dotted paths, the first text found counts. */
  readonly messageAt: ReadonlyArray<string>
  /** The header that identifies the request. */
  readonly requestId?: string
  /** Complaints about single fields: made with `body(path, schema)`. */
  readonly complaints?: Schema.ConstraintDecoder<ReadonlyArray<CallReport.Complaint>>
  /** Fields that every failure of the vendor may carry. */
  readonly shared?: Shared
  /** The body of an answer that says `vendorMessage`: the frame that a forged failure is written into. */
  readonly frame: (answer: { readonly status: number; readonly vendorMessage: string }) => unknown
}

/** What every failure can tell, besides what it carries. What comes from a call is absent on a value that no call produced. */
export interface Circumstances {
  readonly call?: CallReport.CallReport
  readonly category: Category
  readonly vendor: string
  readonly operation: string | undefined
  readonly status: number | undefined
  /** What the vendor said, in its own words. */
  readonly vendorMessage: string | undefined
  /** The beginning of the answer, where no documented place held words. */
  readonly excerpt: string | undefined
  readonly requestId: string | undefined
  /** The vendor's complaints about single fields of the input. */
  readonly complaints: ReadonlyArray<CallReport.Complaint>
  readonly delivery: CallReport.Delivery
  /** When it happened, in UTC. */
  readonly time: DateTime.Utc | undefined
  /** Not to be repeated before this: `Retry-After`, on whatever status it came. */
  readonly notBefore: DateTime.Utc | undefined
  readonly request: CallReport.RequestReport | undefined
  readonly attempts: ReadonlyArray<CallReport.AttemptReport>
  readonly means: string
  readonly remedy: string
  readonly see: string
  /** `retry`, with the fields it names read from this instance. */
  readonly retry: Verdict
}

/** `retry` of one instance: a wait is a duration or a moment. */
export type Verdict =
  | "never"
  | "safe"
  | "if-idempotent"
  | "reauthenticate"
  | "split"
  | { readonly after: Duration.Duration }
  | { readonly at: DateTime.Utc }

/** Any failure value. */
export interface AnyFailure extends Cause.YieldableError, Circumstances {
  readonly _tag: string
}

interface Named {
  readonly tag: string
  readonly facts: Facts<any> // any: `retry` and `detail` depend on the fields, which differ from class to class
  readonly dialect: Dialect<any> // any: likewise for the shared fields
  /** What it carries, with both directions of each field's codec; built on first use. */
  readonly parts: () => ReadonlyArray<Part>
}

/** Any failure class, as a value. */
export interface AnyFailureClass extends Schema.ConstraintCodec<AnyFailure, any>, Named {
  readonly fields: Schema.Struct.Fields
  new (...args: ReadonlyArray<any>): AnyFailure // any: each class takes its own fields
}

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
  const named: any = Schema.TaggedError<any>()(tag, {
    ...carried,
    call: Schema.optionalKey(CallReport.CallReport)
  })
  // A field of that name is the instance's own: `Misconfigured.vendor`.
  const read = Object.entries(circumstances).filter(([name]) => !Object.hasOwn(carried, name))
  Object.defineProperties(named.prototype, Object.fromEntries(read))
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

/** `retry` of an instance, with the wait read from the fields it carries. */
export const verdict = (facts: Facts<any>, carried: Readonly<Record<string, unknown>>): Verdict => {
  const { retry } = facts
  if (typeof retry === "string") return retry
  const found = [retry.after, retry.at]
    .flat()
    .flatMap((field) => (field === undefined ? [] : [carried[field]]))
  const wait = found.find((value) => value !== undefined && value !== null)
  if (Duration.isDuration(wait)) return { after: wait }
  // as: a field named by `retry` is a Duration or a DateTime.Utc; the laws check every failure.
  if (wait !== undefined) return { at: wait as DateTime.Utc }
  return { after: Duration.fromInputUnsafe(retry.otherwise ?? 0) }
}

/** A verdict as JSON: a word, `{ after: ms }` or `{ at: "ISO time" }`. */
export const showVerdict = (
  verdict: Verdict
): string | { readonly after: number } | { readonly at: string } => {
  if (typeof verdict === "string") return verdict
  return "after" in verdict
    ? { after: Duration.toMillis(verdict.after) }
    : { at: DateTime.formatIso(verdict.at) }
}

/** Whether a failure leaves the call done, as far as its facts tell. */
export const deliveryOf = ({ retry, delivery }: Pick<Facts, "retry" | "delivery">): CallReport.Delivery =>
  delivery ?? (retry === "if-idempotent" ? "Unknown" : "Refused")

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
  return new same({ ...fields, call: { ...call, ...more } })
}

/** Whether the value is a failure of Faultline's making. */
export const isFailure = (value: unknown): value is AnyFailure =>
  value instanceof Error && "_tag" in value && "delivery" in value && "retry" in value

/** The failures of a union that are of a category. */
export type OfCategory<E, Kind extends Category> = Extract<E, { readonly category: Kind }>

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
  ): <A, R>(
    self: Effect.Effect<A, E, R>
  ) => Effect.Effect<A | A2, Exclude<E, OfCategory<E, Kind>> | E2, R | R2>
  <A, E, R, const Kind extends Category, A2, E2, R2>(
    self: Effect.Effect<A, E, R>,
    category: Kind,
    handle: (failure: OfCategory<E, Kind>) => Effect.Effect<A2, E2, R2>
  ): Effect.Effect<A | A2, Exclude<E, OfCategory<E, Kind>> | E2, R | R2>
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

const factsOf = (failure: AnyFailure): Facts<any> => classOf(failure).facts

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
  remedy: get((failure) => factsOf(failure).remedy),
  see: get((failure) => factsOf(failure).see),
  retry: get((failure) => verdict(factsOf(failure), { ...failure })),
  message: get((failure) => sentence(failure, failure.call?.unsplit, factsOf(failure).detail?.(failure)))
}
